#pragma once

#include <string_view>

namespace madoguchi::protocol {

/// Whether a password is one that many people use, or made as they make it: a word of
/// resources/passwords/common_words.txt in any case, with symbols or digits for letters
/// ("P@ssw0rd"), and at most six other characters, where digits in a row ("12345") are one. Leaves
/// no copy of the password behind. One that is longer than passwords may be is none.
bool isCommonPassword(std::string_view password);

}  // namespace madoguchi::protocol
