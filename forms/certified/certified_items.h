#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "cardreader/certificate/certificate.h"
#include "forms/engine/answers.h"

// The one rule by which a signing certificate fills the form, and by which the backend later holds
// the form against the certificate.

namespace madoguchi::forms {

/// The fields of the registration form that the certificate is to fill.
inline constexpr std::array<std::string_view, 5> kCertifiedFields = {
    "name", "sex", "dateOfBirth", "municipalityCode", "addressRest"};

/// Where a pre-filled value came from and what could not be taken over.
struct Prefill {
  Values values;  ///< of kCertifiedFields, what could be read
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
bool matchesCertificate(const Values& values, const certificate::BasicFourItems& items);

/// True where the certificate is surely one of the person whom the form describes, whose card and
/// address may be others by now: name, sex and the whole date of birth can be read from it, and are
/// the form's.
bool isOfSamePerson(const Values& values, const certificate::BasicFourItems& items);

}  // namespace madoguchi::forms
