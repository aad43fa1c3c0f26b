#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "protocol/field_error.h"

// What a password has to be, for the client, which shows it while one is typed, and for the
// service, which decides. Source: the operation manual for those who want the certificate of
// eligibility by e-mail (2023-03-17), 2.4.7.

namespace madoguchi::protocol {

inline constexpr std::size_t kShortestPassword = 8;
inline constexpr std::size_t kLongestPassword = 32;
inline constexpr std::string_view kPasswordSymbols = "!$%&=@_#+*.?";

/// Which of the rules a password meets. Upper and lower case are different letters, but neither is
/// asked for.
struct PasswordRules {
  bool length = false;     ///< kShortestPassword to kLongestPassword characters
  bool letter = false;     ///< at least one of A to Z and a to z
  bool digit = false;      ///< at least one of 0 to 9
  bool symbol = false;     ///< at least one of kPasswordSymbols
  bool onlyThose = false;  ///< and nothing else: no blank, no full-width character, no other symbol

  bool uncommon = false;  ///< and not one that many people use: isCommonPassword()

  [[nodiscard]] bool areMet() const {
    return length && letter && digit && symbol && onlyThose && uncommon;
  }
  bool operator==(const PasswordRules&) const = default;
};

/// `password` as it is typed, in UTF-8. An empty one meets none.
PasswordRules passwordRules(std::string_view password);

/// What is wrong with a password that somebody has chosen and typed twice, at the fields "password"
/// and "passwordConfirmation". `differ` is the Agency's code for two that differ: WZBAM160E by the
/// link of a mail, WZBAM162E in place of one that is known.
std::vector<FieldError> chosenPasswordErrors(std::string_view password,
                                             std::string_view confirmation,
                                             std::string_view differ);

}  // namespace madoguchi::protocol
