#pragma once

#include <string>
#include <string_view>

namespace madoguchi::forms {

/// An address cut at the end of its municipality. Where it cannot be told for certain, `code6` is
/// empty and `rest` holds the whole text: an empty answer is better than a wrong one.
struct SplitAddress {
  std::string code6;         ///< six digits, of a place to live
  std::string prefecture;    ///< as the table writes it
  std::string municipality;  ///< county, city and ward as the table writes them
  std::string rest;          ///< what follows, as it was typed
};

SplitAddress splitAddress(std::string_view address);

}  // namespace madoguchi::forms
