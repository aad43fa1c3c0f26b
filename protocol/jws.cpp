#include "protocol/jws.h"

#include "protocol/base64.h"
#include "protocol/strict_json.h"

namespace madoguchi::protocol {
namespace {

// A registration with its certificate is about 5 kB. Twice the body that the API takes (64 kB)
// keeps a hostile text from costing memory here.
constexpr std::size_t kMaxCompact = 131'072;
constexpr std::size_t kMaxHeader = 32'768;

std::span<const std::uint8_t> asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::optional<std::string> decodeText(std::string_view base64urlText) {
  const auto bytes = fromBase64url(base64urlText);
  if (!bytes) {
    return std::nullopt;
  }
  return std::string(bytes->begin(), bytes->end());
}

bool readHeader(std::string_view text, Jws& jws) {
  auto header = readStrictJson(text, {.bytes = kMaxHeader, .depth = 2});
  if (!header || !header->is_object() || header->contains("crit") ||
      !takeString(*header, "alg", jws.algorithm) || !takeString(*header, "typ", jws.type)) {
    return false;
  }
  const auto chain = header->find("x5c");
  if (chain == header->end() || !chain->is_array() || chain->empty()) {
    return false;
  }
  for (const auto& entry : *chain) {
    auto der = entry.is_string() ? fromBase64(entry.get_ref<const std::string&>()) : std::nullopt;
    if (!der || der->empty()) {
      return false;
    }
    jws.certificates.push_back(std::move(*der));
  }
  return true;
}

}  // namespace

std::string jwsSigningInput(std::string_view algorithm, std::string_view type,
                            std::span<const std::uint8_t> certificateDer,
                            std::string_view payload) {
  const nlohmann::json header = {
      {"alg", algorithm}, {"typ", type}, {"x5c", nlohmann::json::array({base64(certificateDer)})}};
  return base64url(asBytes(header.dump())) + '.' + base64url(asBytes(payload));
}

std::string jwsCompact(std::string_view signingInput, std::span<const std::uint8_t> signature) {
  return std::string(signingInput) + '.' + base64url(signature);
}

std::optional<Jws> parseJws(std::string_view compact) {
  if (compact.size() > kMaxCompact) {
    return std::nullopt;
  }
  const std::size_t first = compact.find('.');
  const std::size_t second = first == std::string_view::npos ? first : compact.find('.', first + 1);
  if (second == std::string_view::npos) {
    return std::nullopt;
  }
  Jws jws;
  const auto header = decodeText(compact.substr(0, first));
  auto payload = decodeText(compact.substr(first + 1, second - first - 1));
  auto signature = fromBase64url(compact.substr(second + 1));  // a further dot is no base64url
  if (!header || !payload || !signature || signature->empty() || !readHeader(*header, jws)) {
    return std::nullopt;
  }
  jws.payload = std::move(*payload);
  jws.signature = std::move(*signature);
  jws.signingInput = compact.substr(0, second);
  return jws;
}

}  // namespace madoguchi::protocol
