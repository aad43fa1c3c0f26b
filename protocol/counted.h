#pragma once

#include <string>
#include <string_view>

namespace madoguchi::protocol {

/// The text (markup with readings) with `number` for every `place`. A counter that stands behind
/// one with its usual reading, {日|にち} for the day of a month or {人目|にん.め}, gets the one
/// that it has with that number, as Japanese has it: 1日 ついたち, 20日 はつか, 2人目 ふたりめ; and
/// {分|ふん} is {分|ぷん} where it is: 3分 さんぷん, 30分 さんじゅっぷん.
std::string withCounted(std::string text, std::string_view place, unsigned number);

}  // namespace madoguchi::protocol
