#include "backend/pages/page_texts.h"

#include <algorithm>
#include <stdexcept>

#include "backend/core/ruby_markup.h"

namespace madoguchi::backend {

namespace {

std::string_view textOf(std::string_view kind, std::string_view language) {
  const auto all = pageTexts();
  const auto found = std::find_if(all.begin(), all.end(), [&](const LocalizedText& one) {
    return one.kind == kind && one.language == language;
  });
  if (found == all.end()) {
    throw std::invalid_argument("there is no page of this kind and language");
  }
  return found->text;
}

}  // namespace

PageTexts::PageTexts(std::string_view kind, std::string_view language) : m_language(language) {
  for (const std::string_view one : {kind, std::string_view("common")}) {
    for (std::string_view rest = textOf(one, language); !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      constexpr std::string_view kMark = ": ";
      if (const std::size_t mark = line.find(kMark); mark != std::string_view::npos) {
        m_texts.emplace(line.substr(0, mark), line.substr(mark + kMark.size()));
      }
    }
  }
}

std::string_view PageTexts::text(std::string_view id) const { return m_texts.at(id); }

std::string PageTexts::html(std::string_view id) const { return rubyInHtml(text(id)); }

std::string PageTexts::plain(std::string_view id) const { return withoutRuby(text(id)); }

}  // namespace madoguchi::backend
