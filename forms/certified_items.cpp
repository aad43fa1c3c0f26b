#include "forms/certified_items.h"

namespace madoguchi::forms {

Prefill prefillFromCertificate(const certificate::BasicFourItems&) { return {}; }

bool matchesCertificate(const FormValues&, const certificate::BasicFourItems&) { return false; }

}  // namespace madoguchi::forms
