#pragma once

#include <span>
#include <string_view>

namespace madoguchi::simulated {

/// The published secrets of every demonstration card.
inline constexpr std::string_view kDemoSignaturePassword = "MADO1234";
inline constexpr std::string_view kDemoAuthenticationPin = "1234";

/// A made-up card holder. The items are written as a certificate writes them (UTF-8).
struct Person {
  std::string_view id;
  std::string_view summary;           ///< English, for lists of choices
  std::string_view name;              ///< parts separated by U+3000
  std::string_view nameSubstitution;  ///< one digit a character, 1 = substituted
  std::string_view sex;               ///< 1 male, 2 female, 3 unknown
  std::string_view birth;             ///< EYYYYMMDD, the year is the Western one
  std::string_view address;
  std::string_view addressSubstitution;
  std::string_view municipality;        ///< as in the address
  std::string_view prefectureRomaji;    ///< as in the subject's name, for example Tokyo-to
  std::string_view municipalityRomaji;  ///< for example Chiyoda-ku
  bool hasSigningCertificate = true;
  bool certificatesExpired = false;  ///< since yesterday
  bool secretsBlocked = false;
};

/// All of them; the first is the default.
std::span<const Person> persons();
/// Null where there is no such person.
const Person* findPerson(std::string_view id);

}  // namespace madoguchi::simulated
