#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/accounts/login_store.h"
#include "protocol/refusal.h"

// What every login comes to, whatever it was proved with.

namespace madoguchi::backend {

/// What is said to who has logged in.
struct Welcome {
  std::string token;
  std::string userName;
  std::string userClass;
  std::optional<Seconds> lastLogin;
  std::optional<Seconds> passwordExpiresAt;  ///< of who has one
  bool userInformationOnly = false;
  bool mailsComeBack = false;  ///< from the registered address
  bool cardEnded = false;      ///< with the password, though they registered with a card
};

/// None where there is no password.
std::optional<Seconds> passwordEnd(const LoginAccount& account);

/// Why nobody comes in, whatever they prove: the Agency's decision on the account.
std::optional<protocol::Reason> obstacleOf(std::string_view status);

/// Those who applied at the counter come for their own information only (WZBAM250E).
bool seesUserInformationOnly(std::string_view userClass);

/// Opens the session that takes the place of the one before. `event` says with what it was proved;
/// see noteSecurityEvent().
Welcome admit(Transaction& transaction, const LoginAccount& account, std::string_view event,
              std::string_view subscriber, Seconds now);

}  // namespace madoguchi::backend
