#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "backend/core/localized_text.h"

// What the service's pages say, by kind and language: translations/pages/<kind>.<language>.txt.

namespace madoguchi::backend {

/// Every kind in every language. A text has a line "id: words" for each of its parts.
std::span<const LocalizedText> pageTexts();

/// The texts of a kind of page in one language, and those of the kind "common". Throws
/// std::invalid_argument where there are none.
class PageTexts {
 public:
  PageTexts(std::string_view kind, std::string_view language);

  [[nodiscard]] const std::string& language() const { return m_language; }
  /// As HTML, with ruby. Throws std::out_of_range for an id that is not there.
  [[nodiscard]] std::string html(std::string_view id) const;
  /// Without ruby and markup of any kind, for the title of a window.
  [[nodiscard]] std::string plain(std::string_view id) const;

 private:
  [[nodiscard]] std::string_view text(std::string_view id) const;

  std::string m_language;
  std::map<std::string_view, std::string_view> m_texts;
};

}  // namespace madoguchi::backend
