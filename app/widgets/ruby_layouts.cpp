#include "app/widgets/ruby_layouts.h"

#include <algorithm>

namespace madoguchi::app {

namespace {

/// Room for the widths that layouts in each other ask for in turn: that of the size hint, the least
/// one, and those with and without a scroll bar.
constexpr std::size_t kMostKept = 8;

}  // namespace

std::shared_ptr<const RubyLayout> RubyLayouts::of(const RubyText& text, const QFont& font,
                                                  qreal width, qreal lineHeight) {
  if (m_lineHeight != lineHeight || m_text != text || m_font != font) {
    m_text = text;
    m_font = font;
    m_lineHeight = lineHeight;
    m_kept.clear();
    m_measured = std::make_shared<const MeasuredRuby>(text, font, nullptr);
  }
  const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                  [&](const Kept& kept) { return kept.width == width; });
  if (found != m_kept.end()) {
    std::rotate(found, found + 1, m_kept.end());
    return m_kept.back().layout;
  }
  if (m_kept.size() == kMostKept) m_kept.erase(m_kept.begin());
  m_kept.push_back({width, std::make_shared<const RubyLayout>(m_measured, width, lineHeight)});
  return m_kept.back().layout;
}

}  // namespace madoguchi::app
