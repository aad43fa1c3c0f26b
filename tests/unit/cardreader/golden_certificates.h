#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace madoguchi::certificate {

/// The files of tests/data/certificates, made by generate.sh there.
inline constexpr const char* kGoldenNames[] = {
    "signing",     "latin",    "alias",     "unknown_sex",    "birth_blank",  "birth_truncated",
    "substituted", "shuffled", "malformed", "authentication", "by_key_usage", "no_usage"};

inline std::string goldenPath(const std::string& name) {
  return std::string(MADOGUCHI_GOLDEN_CERTIFICATES) + "/" + name + ".der";
}

inline std::vector<std::uint8_t> golden(const std::string& name) {
  std::ifstream file(goldenPath(name), std::ios::binary);
  EXPECT_TRUE(file) << goldenPath(name);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace madoguchi::certificate
