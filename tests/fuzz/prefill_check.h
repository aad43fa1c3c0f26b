#pragma once

#include "forms/certified/certified_items.h"
#include "forms/engine/field_value.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::fuzz {

/// What a certificate fills in is good, shown where it cannot be, and never at odds with the
/// certificate itself when the backend looks.
inline void checkPrefill(certificate::BasicFourItems items) {
  using namespace forms;
  const Prefill prefill = prefillFromCertificate(items);
  for (const auto& [id, value] : prefill.values) {
    const bool wrong = explain(*findField(registrationForm(), id), value, {}).cause != Cause::good;
    // Whether a real date has come is the day's question, not the certificate's.
    if (value.empty() || (wrong && id != "dateOfBirth") || prefill.cardText.contains(id)) {
      __builtin_trap();
    }
  }
  if (!prefill.values.contains("dateOfBirth")) {
    items.birth = {};  // the person completes it
  }
  if (!matchesCertificate(prefill.values, items)) {
    __builtin_trap();
  }
}

}  // namespace madoguchi::fuzz
