#include "protocol/password_rules.h"

#include <algorithm>

#include "protocol/ascii.h"
#include "protocol/common_password.h"

namespace madoguchi::protocol {
namespace {

bool isSymbol(char c) { return kPasswordSymbols.find(c) != std::string_view::npos; }

}  // namespace

PasswordRules passwordRules(std::string_view password) {
  // Characters, not bytes: otherwise one that is not allowed would count as several.
  const auto length = static_cast<std::size_t>(std::ranges::count_if(
      password, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  return {.length = length >= kShortestPassword && length <= kLongestPassword,
          .letter = std::ranges::any_of(password, isLetter),
          .digit = std::ranges::any_of(password, isDigit),
          .symbol = std::ranges::any_of(password, isSymbol),
          .onlyThose = !password.empty() &&
                       std::ranges::all_of(
                           password, [](char c) { return isLetterOrDigit(c) || isSymbol(c); }),
          .uncommon = !password.empty() && !isCommonPassword(password)};
}

std::vector<FieldError> chosenPasswordErrors(std::string_view password,
                                             std::string_view confirmation,
                                             std::string_view differ) {
  std::vector<FieldError> errors;
  if (password.empty()) {
    errors.push_back({"password", "WZBAM001E"});
  } else if (!passwordRules(password).areMet()) {
    errors.push_back({"password", "WZBAM018E"});
  }
  if (confirmation.empty()) {
    errors.push_back({"passwordConfirmation", "WZBAM001E"});
  } else if (confirmation != password) {
    errors.push_back({"passwordConfirmation", std::string(differ)});
  }
  return errors;
}

}  // namespace madoguchi::protocol
