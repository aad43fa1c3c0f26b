#pragma once

#include <QFont>
#include <memory>
#include <vector>

#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {

/// The text of a widget as it was last set in lines. Layouts ask every widget again and again how
/// high it is at the same few widths, and setting a text with readings is by far the dearest part
/// of a page; so the last few are kept, for as long as text, font and line height are those that
/// they were set for.
class RubyLayouts {
 public:
  /// As RubyLayout's constructor.
  [[nodiscard]] std::shared_ptr<const RubyLayout> of(const RubyText& text, const QFont& font,
                                                     qreal width, qreal lineHeight);
  /// Nothing is kept of a text that is not shown any more.
  void forget() { *this = {}; }

 private:
  struct Kept {
    qreal width;
    std::shared_ptr<const RubyLayout> layout;
  };
  RubyText m_text;
  std::shared_ptr<const MeasuredRuby> m_measured;
  QFont m_font;
  qreal m_lineHeight = 0;
  std::vector<Kept> m_kept;  ///< what was asked for last stands last
};

}  // namespace madoguchi::app
