#include "forms/rules/email_address.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include "forms/rules/text_repair.h"
#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

const icu::IDNA& idna() {
  static const std::unique_ptr<const icu::IDNA> kMade = [] {
    // The URL Standard's "domain to ASCII", as browsers use it.
    constexpr std::uint32_t kOptions =
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII;
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::IDNA> made(icu::IDNA::createUTS46Instance(kOptions, status));
    if (U_FAILURE(status) || !made) {
      throw std::runtime_error("ICU lacks UTS #46");
    }
    return made;
  }();
  return *kMade;
}

/// Since Unicode 15.1 UTS #46 reads the capital ẞ as ß, as browsers do; before, as ss.
std::string withSmallSharpS(std::string_view host) {
  constexpr std::string_view kCapital = "ẞ";
  std::string text(host);
  for (std::size_t at = 0; (at = text.find(kCapital, at)) != std::string::npos;) {
    text.replace(at, kCapital.size(), "ß");
  }
  return text;
}

/// The host in A-labels; std::nullopt where it has none.
std::optional<std::string> asciiHost(std::string_view typed) {
  const std::string host = withSmallSharpS(typed);
  // Hyphens are judged with the rest of the name; their places in it are no matter of UTS #46.
  constexpr std::uint32_t kHyphens =
      UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  UErrorCode status = U_ZERO_ERROR;
  idna().nameToASCII_UTF8({host.data(), static_cast<std::int32_t>(host.size())}, sink, info,
                          status);
  const bool good =
      U_SUCCESS(status) && (info.getErrors() & ~kHyphens) == 0 && protocol::isAscii(ascii);
  return good ? std::optional(std::move(ascii)) : std::nullopt;
}

/// Without what programs copy around an address: maria@mail.example of "Maria
/// <maria@mail.example>" and of mailto:maria@mail.example.
std::string_view addressIn(std::string_view typed) {
  constexpr std::string_view kScheme = "mailto:";
  constexpr std::string_view kBlanks = " \t\r\n";
  std::string_view text = typed;
  const auto last = text.find_last_not_of(kBlanks);
  const auto open = text.find('<');
  if (open != text.npos && text[last] == '>' && text.find('<', open + 1) == text.npos) {
    text = text.substr(open + 1, last - open - 1);
  }
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  if (protocol::lowerCase(text.substr(0, kScheme.size())) == kScheme) {
    text.remove_prefix(kScheme.size());
  }
  return text.empty() ? typed : text;
}

bool isHostName(std::string_view host) {
  constexpr std::size_t kMaxLabel = 63;  // RFC 1035
  bool several = false;
  for (;;) {
    const std::string_view label = host.substr(0, host.find('.'));
    const bool good =
        !label.empty() && label.size() <= kMaxLabel && label.front() != '-' &&
        label.back() != '-' &&
        std::ranges::all_of(label, [](char c) { return protocol::isLetterOrDigit(c) || c == '-'; });
    if (!good) {
      return false;
    }
    if (label.size() == host.size()) {
      return several && !(label.front() >= '0' && label.front() <= '9');
    }
    host.remove_prefix(label.size() + 1);
    several = true;
  }
}

}  // namespace

std::string toEmailAddress(std::string_view typed) {
  const std::string_view text = addressIn(typed);
  std::string address = toHalfWidth(text);
  const auto at = address.rfind('@');
  if (at == std::string::npos) {
    return address;
  }
  const std::string joined = toHalfWidthWithJoiners(text);
  auto host = asciiHost(std::string_view(joined).substr(joined.rfind('@') + 1));
  if (!host) {  // the joiners may stand where none does
    host = asciiHost(std::string_view(address).substr(at + 1));
  }
  if (host) {
    address.replace(at + 1, std::string::npos, *host);
  }
  return address;
}

std::string unicodeHost(std::string_view host) {
  std::string name;
  icu::StringByteSink<std::string> sink(&name);
  icu::IDNAInfo info;
  UErrorCode status = U_ZERO_ERROR;
  idna().nameToUnicodeUTF8({host.data(), static_cast<std::int32_t>(host.size())}, sink, info,
                           status);
  return U_SUCCESS(status) ? name : std::string(host);
}

Cause judgeEmailAddress(std::string_view address) {
  constexpr std::string_view kSigns = ".!#$%&'*+/=?^_`{|}~-";
  constexpr std::size_t kMaxLocal = 64;  // RFC 5321
  const auto at = address.find('@');
  if (at == std::string_view::npos) {
    return Cause::noAt;
  }
  const std::string_view local = address.substr(0, at);
  if (!protocol::isAscii(local)) {
    return Cause::wrongAlphabet;
  }
  const bool good =
      !local.empty() && local.size() <= kMaxLocal && std::ranges::all_of(local, [kSigns](char c) {
        return protocol::isLetterOrDigit(c) || kSigns.find(c) != std::string_view::npos;
      });
  if (!good) {
    return Cause::wrong;
  }
  return isHostName(address.substr(at + 1)) ? Cause::good : Cause::noHost;
}

}  // namespace madoguchi::forms
