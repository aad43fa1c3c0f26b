#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/judge.h"

// The registration form (resources/forms/registration.json). The same code decides on the client
// and on the backend. Source of the rules: the Agency's registration manuals of March 2022 and the
// operation manual of 2023-03-17 with its table of messages (WZBAM...).

namespace madoguchi::forms {

/// By which door of the top page the person came in.
enum class Entrance {
  cardHolder,           ///< 外国人本人・その他, with a My Number Card
  attorneyOrScrivener,  ///< 弁護士・行政書士
  coeByEmail,           ///< (窓口申請) 在留資格認定証明書電子交付希望者
};
std::string_view toString(Entrance entrance);                ///< "cardHolder", ...
bool fromString(std::string_view text, Entrance& entrance);  ///< false where it is none

/// With which words of their own the fields are shown: attorneys and scriveners give their office's
/// address, telephone and mail. Empty for the usual ones.
std::string_view variantOfWords(Entrance entrance);

/// Read once from the embedded file. All of its fields stand outside groups:
///
/// | id | value |
/// |---|---|
/// | name | half-width capitals, single spaces, at most 104 |
/// | sex | "male" or "female" |
/// | dateOfBirth | "YYYY-MM-DD"; "YYYY-MM", "YYYY" or "unknown" where the card knows no more |
/// | municipalityCode | six digits with check digit |
/// | addressRest | full-width, at most 80 |
/// | phone | digits, at most 12 |
/// | email, emailConfirmation | half-width, at most 60 |
/// | userClass | one of userClasses() |
/// | residenceCardNumber | AB12345678CD |
/// | agentCertificateNumber | 12 digits |
/// | termsAccepted | "true" |
const Definition& registrationForm();

/// `termsOpened`: consent to terms that were not opened is none. It is not part of what is
/// submitted.
Facts registrationFacts(Entrance entrance, std::chrono::year_month_day today,
                        bool termsOpened = false);

/// The classes that an entrance may register, in order. Where there is only one, an empty userClass
/// means it.
std::vector<std::string> userClasses(Entrance entrance);

/// The code above the form when there are findings: WZBAM001E when only required items are missing,
/// WZBAM018E otherwise.
std::string summaryCode(const std::vector<Finding>& findings);

}  // namespace madoguchi::forms
