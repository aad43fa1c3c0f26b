#include "backend/core/token.h"

#include <algorithm>

#include "backend/core/encoding.h"
#include "protocol/ascii.h"
#include "protocol/base64.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kTokenLength = (kTokenBytes * 4 + 2) / 3;  // RFC 4648, without padding

}  // namespace

std::string makeToken() { return protocol::base64url(randomBytes(kTokenBytes)); }

bool isToken(std::string_view text) {
  return text.size() == kTokenLength && std::ranges::all_of(text, protocol::isBase64Url);
}

std::string tokenDigest(std::string_view token) { return sha256Hex(token); }

}  // namespace madoguchi::backend
