#include "protocol/base64.h"

#include <sodium.h>

#include <algorithm>

namespace madoguchi::protocol {
namespace {

constexpr int kStandard = sodium_base64_VARIANT_ORIGINAL;
constexpr int kUrl = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string encode(std::span<const std::uint8_t> bytes, int variant) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
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

}  // namespace

std::string base64(std::span<const std::uint8_t> bytes) { return encode(bytes, kStandard); }

std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text) {
  return decode(text, kStandard);
}

std::string base64url(std::span<const std::uint8_t> bytes) { return encode(bytes, kUrl); }

std::optional<std::vector<std::uint8_t>> fromBase64url(std::string_view text) {
  return decode(text, kUrl);
}

}  // namespace madoguchi::protocol
