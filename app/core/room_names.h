#pragma once

namespace madoguchi::app {

// The rooms to which others lead. main.cpp makes them; nobody else needs to know more of them.

inline constexpr auto kHomeRoom = "home";
/// Its doors are the entrances: "cardHolder", "attorneyOrScrivener", "coeByEmail".
inline constexpr auto kRegistrationRoom = "registration";
inline constexpr auto kSelfCheckRoom = "selfCheck";

}  // namespace madoguchi::app
