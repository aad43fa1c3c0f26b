#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the service says of who logged in, or tried to (GET /v1/account/logins;
// backend/openapi.json says the same).

namespace madoguchi::protocol {

enum class LoginResult : std::uint8_t {
  loggedIn,
  refused,
  locked,  ///< the account was locked by it, or had been before
};
enum class LoginWay : std::uint8_t { password, card };

struct LoginRecord {
  std::string at;  ///< RFC 3339, UTC
  LoginResult result = LoginResult::refused;
  std::optional<LoginWay> way = std::nullopt;  ///< none where it was not kept
  std::string network;                         ///< as coarse as an owner can use: "192.0.2.0/24"
  bool here = false;                           ///< from where the one who asks is
  bool operator==(const LoginRecord&) const = default;
};

/// At most so many, newest first: logins have half of the places, whoever has tried since.
inline constexpr int kMostLoginRecords = 20;

/// Canonical JSON: {"logins":[{"at":…,"here":true,"network":…,"result":"loggedIn","way":"card"}]}.
std::string toJson(const std::vector<LoginRecord>& logins);
/// std::nullopt for anything else. Members that a later service may add are passed over.
std::optional<std::vector<LoginRecord>> loginRecordsFromJson(std::string_view json);

}  // namespace madoguchi::protocol
