#pragma once

#include <cstddef>
#include <string_view>

namespace madoguchi::protocol {

/// More would push the entrances off the page, and nobody would read them.
inline constexpr std::size_t kMostAnnouncements = 10;

/// Whether this text can be shown to everybody: something to read, of at most 2,000 bytes, whose
/// only control characters are line ends, at most 20, and in which nothing turns the direction of
/// writing.
bool isForEverybody(std::string_view text);

/// The same of an announcement, whose date is a day of the calendar, "YYYY-MM-DD" and nothing
/// behind it.
bool isAnnouncement(std::string_view date, std::string_view text);

}  // namespace madoguchi::protocol
