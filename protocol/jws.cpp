#include "protocol/jws.h"

#include <sodium.h>

#include <algorithm>

#include "protocol/json_reading.h"

namespace madoguchi::forms {
namespace {

// A registration with its certificate is about 5 kB. Twice the body that the API takes (64 kB)
// keeps a hostile text from costing memory here.
constexpr std::size_t kMaxCompact = 131'072;
constexpr std::size_t kMaxHeader = 32'768;

/// Standard base64 with padding, as x5c demands (RFC 7515 section 4.1.6).
std::string base64(std::span<const std::uint8_t> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the terminating zero
  return text;
}

std::optional<std::vector<std::uint8_t>> decode(std::string_view text, int variant) {
  if (text.empty()) {
    return std::vector<std::uint8_t>();  // without storage, which libsodium refuses
  }
  // libsodium 1.0.18 reads some bytes from 0x80 on as letters: one signature would have two texts.
  constexpr unsigned char kFirstBeyondAscii = 0x80;
  if (std::ranges::any_of(
          text, [](char c) { return static_cast<unsigned char>(c) >= kFirstBeyondAscii; })) {
    return std::nullopt;
  }
  std::vector<std::uint8_t> bytes(text.size());  // always more than the text can hold
  std::size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                        &end, variant) != 0 ||
      end != text.data() + text.size()) {
    return std::nullopt;
  }
  bytes.resize(length);
  return bytes;
}

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
    if (!entry.is_string()) {
      return false;
    }
  }
  auto der = decode(chain->front().get_ref<const std::string&>(), sodium_base64_VARIANT_ORIGINAL);
  if (!der || der->empty()) {
    return false;
  }
  jws.certificateDer = std::move(*der);
  return true;
}

}  // namespace

std::string base64url(std::span<const std::uint8_t> bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  text.pop_back();  // the terminating zero
  return text;
}

std::optional<std::vector<std::uint8_t>> fromBase64url(std::string_view text) {
  return decode(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

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

}  // namespace madoguchi::forms
