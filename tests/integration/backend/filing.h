#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "backend_under_test.h"

// What is needed to file an application over HTTPS, as a scrivener does.

namespace madoguchi::test {

std::string sha256Of(const std::string& bytes);  ///< lower-case hexadecimal

/// The day in 30 days, "2027-01-31".
std::string dayInAMonth();

/// What a scrivener types for somebody who extends a stay that ends in a month; notices go to
/// `email`.
nlohmann::json valuesToFile(const std::string& photo,
                            const std::string& email = "maria@mail.example");

/// The bodies of POST /v1/drafts, of the one that announces a file, and of a filing.
std::string draftBody(const nlohmann::json& values);
std::string announcement(const std::string& bytes, const std::string& kind);
std::string filingBody(bool again = false);

constexpr auto kJson = "Content-Type: application/json";
constexpr auto kOctets = "Content-Type: application/octet-stream";

/// Somebody who has registered and logged in. For one thread.
class Scrivener {
 public:
  /// The service outlives it, and needs cheap passwords.
  explicit Scrivener(BackendUnderTest& backend);

  /// With a key of its own where none is given.
  Response send(const std::string& method, const std::string& path,
                const std::optional<std::string>& body = std::nullopt,
                const std::string& type = kJson, const std::string& key = newUuid());
  /// A new one's id.
  std::string draft(const nlohmann::json& values);
  [[nodiscard]] HttpClient& client() { return m_client; }
  [[nodiscard]] const std::string& token() const { return m_token; }  ///< of the session

 private:
  HttpClient m_client;
  std::string m_token;
};

}  // namespace madoguchi::test
