#include "backend/rooms/registration/authentication_id.h"

#include <sodium.h>

#include <string_view>

namespace madoguchi::backend {

std::string makeAuthenticationId() {
  constexpr std::string_view kLetters = "bcdfghjkmnpqrstvwxyz";
  constexpr std::string_view kDigits = "0123456789";
  constexpr int kOfEach = 5;  // The Agency's example has five letters, then five digits.
  std::string id;
  for (const std::string_view alphabet : {kLetters, kDigits}) {
    for (int i = 0; i < kOfEach; ++i) {
      id += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    }
  }
  return id;
}

}  // namespace madoguchi::backend
