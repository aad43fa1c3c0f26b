#pragma once

#include <string_view>

// The offices of the Immigration Services Agency (resources/offices).

namespace madoguchi::forms {

/// Name and address have the readings of their kanji, as the translations write them
/// ("{札幌|さっ.ぽろ}").
struct Office {
  std::string_view name;     ///< 札幌出入国在留管理局
  std::string_view english;  ///< Sapporo Regional Immigration Services Bureau
  std::string_view address;  ///< as it stands on an envelope
};
/// That of the residents of a prefecture, "01" to "47" as municipality codes begin; null for
/// anything else.
const Office* officeOfPrefecture(std::string_view code);

}  // namespace madoguchi::forms
