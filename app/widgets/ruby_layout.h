#pragma once

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <memory>
#include <vector>

#include "app/widgets/measured_ruby.h"
#include "app/widgets/ruby_overhang.h"
#include "app/widgets/ruby_text.h"

class QPainter;
class QPaintDevice;
class QColor;

namespace madoguchi::app {

/// A text with ruby set in lines. The base is W3C "Rules for Simple Placement of Japanese Ruby"
/// (https://www.w3.org/TR/simple-ruby/): ruby is half the size, is spread 1:2:1 where it is
/// narrower than its base, a compound breaks between kanji only, all lines are equally high. Ruby
/// that is wider hangs over what stands beside it as JLREQ has it (ruby_overhang.h), and what is
/// left makes room outside the base: the kanji of a word are never set apart.
class RubyLayout {
 public:
  /// Something drawn in one go. `x` counts from the left edge of the layout.
  struct Piece {
    QString text;
    qreal x = 0;
    qreal width = 0;
    int start = 0;  ///< index into the base text; for ruby, of the base it stands over
  };
  struct Line {
    qreal top = 0;
    qreal height = 0;
    qreal baseline = 0;      ///< y of the base text
    qreal rubyBaseline = 0;  ///< y of the ruby; meaningful where the text has ruby
    qreal width = 0;
    int start = 0;  ///< index into the base text
    int end = 0;
    std::vector<Piece> base;
    std::vector<Piece> ruby;
  };
  struct Selection {
    int start = 0;
    int end = 0;
  };

  /// `width` in pixels, 0 or less for no limit. `lineHeight` is a multiple of the font's size.
  RubyLayout(const RubyText& text, const QFont& font, qreal width, qreal lineHeight = 1.7,
             QPaintDevice* device = nullptr);
  RubyLayout(std::shared_ptr<const MeasuredRuby> text, qreal width, qreal lineHeight);

  [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
  [[nodiscard]] QSizeF size() const;
  [[nodiscard]] qreal em() const { return m_text->em; }
  [[nodiscard]] QFont rubyFont() const { return m_text->rubyFont; }
  /// Of a first line that has readings, in font sizes.
  static double middleWithReadings(double lineHeight);
  /// y of the middle of the first line's base characters.
  [[nodiscard]] qreal firstLineMiddle() const;
  /// The height from the top of the first line's base characters to the bottom of the last's.
  [[nodiscard]] qreal baseHeight() const;
  /// The index into the base text that is nearest to a point.
  [[nodiscard]] int positionAt(QPointF point) const;

  void draw(QPainter& painter, QPointF topLeft, const QColor& colour,
            bool underlineMnemonic = false) const;
  void drawSelection(QPainter& painter, QPointF topLeft, Selection selection,
                     const QColor& colour) const;

  /// Where the ideographic em box ends above the baseline, as a share of the font size: 880 of 1000
  /// units in OpenType CJK fonts (OS/2 sTypoAscender).
  static constexpr qreal kEmBoxAscent = 0.88;
  /// How far readings reach above the base text, in font sizes: half of it, and a little air.
  static constexpr qreal kRubyReach = 0.58;

 private:
  using Atom = MeasuredRuby::Atom;
  struct Segment {
    std::size_t from = 0;
    std::size_t to = 0;
    bool grouped = false;
    qreal baseWidth = 0;
    qreal readingWidth = 0;
    [[nodiscard]] qreal excess() const { return grouped ? readingWidth - baseWidth : 0; }
  };
  struct Place {
    Segment segment;
    qreal x = 0;
    qreal rubyX = 0;
  };
  struct Arrangement {
    std::vector<Place> places;
    qreal width = 0;
  };

  [[nodiscard]] Segment segmentAt(std::size_t from, std::size_t end) const;
  [[nodiscard]] RubyNeighbours neighboursOf(const Segment& segment, std::size_t first,
                                            std::size_t end) const;
  [[nodiscard]] Arrangement arrange(std::size_t first, std::size_t end) const;
  [[nodiscard]] qreal widthOf(std::size_t first, std::size_t end) const;
  [[nodiscard]] std::size_t cutLine(std::size_t first, qreal width) const;
  void placeLine(std::size_t first, std::size_t end, qreal indent);
  void drawUp(const Place& place, Line& line) const;

  std::shared_ptr<const MeasuredRuby> m_text;
  qreal m_lineHeight;
  std::vector<Atom> m_atoms;  ///< those of the text, for lines of this width
  std::vector<Line> m_lines;
};

}  // namespace madoguchi::app
