#include "forms/rules/telephone_number.h"

#include <array>

#include "forms/rules/text_repair.h"
#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

using protocol::allDigits;

constexpr std::size_t kFixed = 10;
constexpr std::size_t kMobile = 11;
constexpr std::string_view kJapan = "81";
/// What is dialled before a country code: in Japan, in Europe, in North America, by Japan's
/// carriers (001 KDDI, 0033 NTT, 0061 SoftBank; with 010 behind the latter two).
constexpr std::array<std::string_view, 7> kAbroad = {"0033010", "0061010", "001010", "010",
                                                     "011",     "001",     "00"};

/// The third digit is 0 in no fixed number: no local exchange begins with it.
bool isFixed(std::string_view number) {
  return number.size() == kFixed && number[0] == '0' && number[1] != '0' && number[2] != '0';
}

/// 050, 060, 070, 080, 090, then no 0 but in 050 and in the free 0800.
bool isMobile(std::string_view number) {
  return number.size() == kMobile && number[0] == '0' && number[1] >= '5' && number[2] == '0' &&
         (number[3] != '0' || number[1] == '5' || number[1] == '8');
}

bool isJapanese(std::string_view number) {
  return allDigits(number) && (isFixed(number) || isMobile(number));
}

/// The number of Japan behind the country code; empty where there is none.
std::string behindCountryCode(std::string_view text) {
  if (!text.starts_with(kJapan)) {
    return {};
  }
  text.remove_prefix(kJapan.size());
  std::string number = text.starts_with('0') ? std::string(text) : '0' + std::string(text);
  return isJapanese(number) ? number : std::string();
}

/// Half-width, without what stands between and before digits.
std::string withoutSigns(std::string_view text) {
  constexpr std::string_view kBetween = " -()[].~";
  // Points and swung dashes, which are no dashes elsewhere.
  constexpr std::array<std::string_view, 6> kWideBetween = {"・", "･", "·", "•", "〜", "∼"};
  constexpr std::string_view kScheme = "tel:";  // of a link that was copied
  std::string number = toHalfWidth(text);
  for (const std::string_view sign : kWideBetween) {
    for (std::size_t at = 0; (at = number.find(sign, at)) != std::string::npos;) {
      number.erase(at, sign.size());
    }
  }
  std::erase_if(number, [kBetween](char c) { return kBetween.find(c) != kBetween.npos; });
  const bool isLink = number.size() > kScheme.size() &&
                      protocol::lowerCase(number.substr(0, kScheme.size())) == kScheme;
  return isLink ? number.substr(kScheme.size()) : number;
}

}  // namespace

std::string toTelephoneNumber(std::string_view text) {
  std::string number = withoutSigns(text);
  if (isJapanese(number)) {
    return number;
  }
  std::string_view rest = number;
  rest.remove_prefix(rest.starts_with('+') ? 1 : 0);
  std::string japanese = behindCountryCode(rest);
  for (const std::string_view abroad : kAbroad) {
    if (japanese.empty() && rest.starts_with(abroad)) {
      japanese = behindCountryCode(rest.substr(abroad.size()));
    }
  }
  return japanese.empty() ? number : japanese;
}

Cause judgeTelephoneNumber(std::string_view number) {
  if (isJapanese(number)) {
    return Cause::good;
  }
  const bool plus = number.starts_with('+');
  const std::string_view digits = number.substr(plus ? 1 : 0);
  if (digits.empty() || !allDigits(digits)) {
    return Cause::wrong;
  }
  const bool abroad = digits.starts_with("00") || digits.starts_with("010");
  if ((plus && !digits.starts_with(kJapan)) || (abroad && digits.size() > kFixed)) {
    return Cause::foreignNumber;
  }
  if (digits.size() > kMobile) {
    return Cause::tooLong;
  }
  if (!digits.starts_with('0') && digits.size() + 1 >= kFixed) {
    return Cause::noLeadingZero;
  }
  const bool mobile = digits.size() > 2 && digits[0] == '0' && digits[1] >= '5' && digits[2] == '0';
  if (digits.size() < (mobile ? kMobile : kFixed)) {
    return Cause::tooShort;
  }
  return Cause::undialable;
}

}  // namespace madoguchi::forms
