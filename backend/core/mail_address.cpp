#include "backend/core/mail_address.h"

#include <algorithm>
#include <cctype>

#include "backend/core/encoding.h"
#include "protocol/ascii.h"

namespace madoguchi::backend {
namespace {

std::string_view localPart(std::string_view address) {
  return address.substr(0, address.find('@'));
}

}  // namespace

bool isMailAddress(std::string_view address) {
  const std::size_t at = address.find('@');
  constexpr std::size_t kLongest = 254;  // RFC 5321 section 4.5.3.1
  return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
         address.find('@', at + 1) == std::string_view::npos && address.size() <= kLongest &&
         std::all_of(address.begin(), address.end(), [](char c) {
           return c > 0x20 && c < 0x7F &&
                  std::string_view("<>(),;:\\\"[]").find(c) == std::string_view::npos;
         });
}

std::string quotedMailAddress(std::string_view address) {
  const std::string_view local = localPart(address);
  const bool dotAtom =
      local.front() != '.' && local.back() != '.' && local.find("..") == std::string_view::npos;
  if (dotAtom) {
    return std::string(address);
  }
  // Nothing in it needs a backslash: isMailAddress() takes neither quotes nor backslashes.
  return '"' + std::string(local) + '"' + std::string(address.substr(local.size()));
}

std::string comparableAddress(std::string_view typed) {
  std::string address = protocol::lowerCase(typed);
  std::erase(address, ' ');
  return address;
}

std::string_view mailDomain(std::string_view address) {
  return address.substr(address.find('@') + 1);
}

std::string mailboxKey(std::string_view address) {
  std::string mailbox(localPart(address).substr(0, localPart(address).find('+')));
  std::erase(mailbox, '.');
  mailbox.append("@").append(mailDomain(address));
  std::transform(mailbox.begin(), mailbox.end(), mailbox.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return sha256Hex(mailbox);
}

}  // namespace madoguchi::backend
