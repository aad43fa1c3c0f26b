#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace madoguchi::test {

struct TlsFiles {
  std::filesystem::path ca;  ///< of the CA that signed
  std::filesystem::path certificate;
  std::filesystem::path key;
};

/// A CA and a server certificate for `host`, valid until `end`, in `folder`.
TlsFiles makeTls(const std::filesystem::path& folder, const std::string& host,
                 std::chrono::seconds end = std::chrono::hours(24));

}  // namespace madoguchi::test
