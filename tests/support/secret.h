#pragma once

#include <string_view>

#include "cardreader/secret_buffer.h"

namespace madoguchi::test {

/// A simulated card's password or PIN, which is no secret, as the product takes it.
inline card::SecretBuffer secret(std::string_view text) {
  card::SecretBuffer buffer;
  for (const char character : text) {
    buffer.append(static_cast<std::uint8_t>(character));
  }
  return buffer;
}

}  // namespace madoguchi::test
