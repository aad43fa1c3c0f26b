#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the service answers to a change of user information (POST /v1/account/changes;
// backend/openapi.json says the same).

namespace madoguchi::protocol {

/// An address that waits until the link of a mail to it was opened; that of before stays until
/// then.
struct NewEmail {
  std::string email;
  std::string confirmUntil;  ///< RFC 3339, UTC
  bool operator==(const NewEmail&) const = default;
};

struct InformationChanged {
  std::vector<std::string> changed;  ///< fields of the registration that are new from now on
  std::optional<NewEmail> newEmail = std::nullopt;  ///< where the address is to change
  bool operator==(const InformationChanged&) const = default;
};
/// Canonical JSON: {"changed":["phone"],"newEmail":{"confirmUntil":…,"email":…}}.
std::string toJson(const InformationChanged& changed);
/// std::nullopt for anything else. Members that a later service may add are passed over.
std::optional<InformationChanged> informationChangedFromJson(std::string_view json);

/// {"confirmUntil":…,"email":…}, as it stands in the account, too.
std::string toJson(const NewEmail& email);
/// std::nullopt for anything else.
std::optional<NewEmail> newEmailFromJson(std::string_view json);

}  // namespace madoguchi::protocol
