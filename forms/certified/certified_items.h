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
  std::map<std::string, std::string, std::less<>>
      cardText;  ///< by field id: the card's own words, shown beside it
};

Prefill prefillFromCertificate(const certificate::BasicFourItems& items);

/// True where nothing in the form contradicts the certificate: an item that the certificate gives
/// and prefill can read must be the same; an item it cannot give is free. A name that the person
/// typed because the certificate has none in Latin letters is free. `address` is compared by
/// municipality only for the card holder's own address.
bool matchesCertificate(const Values& values, const certificate::BasicFourItems& items);

}  // namespace madoguchi::forms
