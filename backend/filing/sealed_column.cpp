#include "backend/filing/sealed_column.h"

#include "backend/core/encoding.h"
#include "protocol/base64.h"

namespace madoguchi::backend {

std::string toColumn(const Sealed& sealed) { return base64(sealed.bytes); }

Sealed fromColumn(const std::string& keyId, const std::string& base64) {
  const auto bytes = protocol::fromBase64(base64);
  return {.keyId = keyId,
          .bytes = bytes ? std::string(bytes->begin(), bytes->end()) : std::string()};
}

}  // namespace madoguchi::backend
