#pragma once

#include <string>
#include <vector>

#include "cardreader/certificate/certificate.h"
#include "forms/engine/registration_form.h"

// The one rule by which a signing certificate fills the form, and by which the backend later holds
// the form against the certificate.

namespace madoguchi::forms {

/// Where a pre-filled value came from and what could not be taken over.
struct Prefill {
  FormValues values;  ///< name, sex, dateOfBirth, municipalityCode, addressRest: what could be read
  /// By field id: the card's own words where they are no value, shown beside the empty field.
  std::map<std::string, std::string, std::less<>> cardText;
  /// By field id: what the card says beyond the value that was filled: kanji, kana and alias of a
  /// name whose Latin letters were taken.
  std::map<std::string, std::string, std::less<>> alsoOnCard;
};

/// A date of birth of which the card knows only a part is filled so: "1977", "1977-05", "unknown".
Prefill prefillFromCertificate(const certificate::BasicFourItems& items);

/// True where the form says of name, sex, dateOfBirth and municipalityCode what the certificate
/// says, as prefill reads it; what prefill cannot read is free. A day that the certificate does not
/// know is one that the form must not invent. The rest of the address is free: people write it in
/// many ways.
bool matchesCertificate(const FormValues& values, const certificate::BasicFourItems& items);

}  // namespace madoguchi::forms
