#pragma once

namespace madoguchi::app {

// The rooms to which others lead. main.cpp makes them; nobody else needs to know more of them.

inline constexpr auto kHomeRoom = "home";
/// Its doors are the entrances: "cardHolder", "attorneyOrScrivener", "coeByEmail".
inline constexpr auto kRegistrationRoom = "registration";
inline constexpr auto kSelfCheckRoom = "selfCheck";
/// Without a door, it leads to the account; through this one, back to what lies under it.
inline constexpr auto kLoginRoom = "login";
inline constexpr auto kLoginAgain = "again";
/// Lies over the login with the card, for who cannot come in with it any more; behind it may stand
/// a blank and the authentication ID.
inline constexpr auto kLoginWithoutCard = "withoutCard";
/// With the card; the first two of these doors.
inline constexpr auto kCardLoginRoom = "cardLogin";
/// Only while a session is open.
inline constexpr auto kAccountRoom = "account";
/// Lies over the account, for who files something or looks what became of it.
inline constexpr auto kApplicationRoom = "application";
/// Lies over the account, for who changes their password; with an authentication ID as its door,
/// over the login of who has to, as it has expired.
inline constexpr auto kPasswordRoom = "password";
/// For who has a mail with a link; its door is what the link holds, or none for who will paste it.
inline constexpr auto kPasswordLinkRoom = "passwordLink";

}  // namespace madoguchi::app
