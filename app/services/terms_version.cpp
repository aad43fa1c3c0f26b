#include "app/services/terms_version.h"

namespace madoguchi::app {

std::string termsVersion() { return "2026-11-01"; }

}  // namespace madoguchi::app
