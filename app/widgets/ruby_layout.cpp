#include "app/widgets/ruby_layout.h"

#include <QFontMetricsF>
#include <algorithm>

namespace madoguchi::app {

namespace {

/// Space between the bottom of a line's base text and the ruby of the next, in font sizes.
constexpr qreal kRubyLeading = 0.4;
/// A line ends with a phrase where that fills at least this share of it.
constexpr qreal kFullEnough = 0.5;
/// And this share where otherwise a word in katakana was torn.
constexpr qreal kFullEnoughBeforeWord = 0.33;
/// And this share where otherwise only a few characters were left for the last line.
constexpr qreal kFullEnoughBeforeRest = 0.4;
constexpr qsizetype kFewCharacters = 3;

/// Puts characters over a width with the spaces 1:2:1 (rule 5).
void spread(const QStringList& characters, const QFontMetricsF& m, qreal x, qreal width, int start,
            bool advanceStart, std::vector<RubyLayout::Piece>& into) {
  if (characters.isEmpty()) return;
  qreal unit = width;
  for (const QString& character : characters) unit -= MeasuredRuby::advance(character, m);
  unit /= 2.0 * static_cast<qreal>(characters.size());
  for (const QString& character : characters) {
    const qreal own = MeasuredRuby::advance(character, m);
    x += unit;
    into.push_back({character, x, own, start});
    x += own + unit;
    if (advanceStart) start += static_cast<int>(character.size());
  }
}

}  // namespace

RubyLayout::RubyLayout(const RubyText& text, const QFont& font, qreal width, qreal lineHeight,
                       QPaintDevice* device)
    : RubyLayout(std::make_shared<const MeasuredRuby>(text, font, device), width, lineHeight) {}

RubyLayout::RubyLayout(std::shared_ptr<const MeasuredRuby> text, qreal width, qreal lineHeight)
    : m_text(std::move(text)),
      m_lineHeight(std::max(em() * lineHeight, m_text->hasRuby
                                                   ? em() * (1 + kRubyReach + kRubyLeading)
                                                   : m_text->metrics.height())),
      m_atoms(m_text->partsWithin(width)) {
  std::size_t first = 0;
  bool newParagraph = true;
  qreal hanging = 0;
  while (first < m_atoms.size()) {
    if (newParagraph) {
      // A list line hangs under its text, not under its dot.
      const QString& start = m_atoms[first].base;
      hanging = 0;
      for (const QString& dot : {QStringLiteral("・"), QStringLiteral("• ")}) {
        if (start.startsWith(dot)) hanging = m_text->metrics.horizontalAdvance(dot);
      }
    }
    const qreal indent = newParagraph ? 0 : hanging;
    const std::size_t end = cutLine(first, width > 0 ? width - indent : 0);
    placeLine(first, end, indent);
    newParagraph = m_atoms[end - 1].newLineAfter;
    first = end;
  }
  if (m_lines.empty()) {
    Line line;
    line.height = m_lineHeight;
    line.baseline = (m_lineHeight - em()) / 2 + em() * kEmBoxAscent;
    m_lines.push_back(line);
  }
}

RubyLayout::Segment RubyLayout::segmentAt(std::size_t from, std::size_t end) const {
  Segment segment;
  segment.from = from;
  segment.to = from + 1;
  const Atom& atom = m_atoms[from];
  if (atom.compound < 0) {
    segment.baseWidth = atom.baseWidth;
    // A space at a line's end takes no room.
    if (segment.to == end) segment.baseWidth = atom.trimmedWidth;
    return segment;
  }
  while (segment.to < end && m_atoms[segment.to].compound == atom.compound) ++segment.to;
  for (std::size_t i = segment.from; i < segment.to; ++i) {
    segment.baseWidth += m_atoms[i].baseWidth;
    segment.readingWidth += m_atoms[i].readingWidth;
    // One ruby wider than its kanji makes the compound a group.
    if (m_atoms[i].readingWidth > m_atoms[i].baseWidth + 0.01) segment.grouped = true;
  }
  return segment;
}

RubyNeighbours RubyLayout::neighboursOf(const Segment& segment, std::size_t first,
                                        std::size_t end) const {
  RubyNeighbours beside;
  beside.atLineStart = segment.from == first;
  if (!beside.atLineStart) beside.left = m_atoms[segment.from - 1].hangOverEnd;
  qreal gap = 0;
  std::size_t next = segment.to;
  for (; next < end && m_atoms[next].compound < 0; ++next) gap += segmentAt(next, end).baseWidth;
  beside.atLineEnd = gap <= 0 && next == end;
  const qreal free = next < end ? std::max(0.0, gap - rubyDistance(em())) : gap;
  if (segment.to < end) beside.right = std::min(m_atoms[segment.to].hangOverStart, free);
  beside.rightShare = beside.right;
  if (next < end && segmentAt(next, end).excess() > 0)
    beside.rightShare = std::min(beside.right, free / 2);
  return beside;
}

RubyLayout::Arrangement RubyLayout::arrange(std::size_t first, std::size_t end) const {
  Arrangement result;
  qreal& x = result.width;
  qreal free = 0;  // up to where there is ruby already
  for (std::size_t i = first; i < end;) {
    const Segment segment = segmentAt(i, end);
    if (segment.excess() > 0) {
      RubyNeighbours beside = neighboursOf(segment, first, end);
      beside.left = std::clamp(x - free, 0.0, beside.left);
      const RubyHang hang = hangOut(segment.excess(), beside);
      x += hang.roomLeft;
      result.places.push_back({segment, x, x - hang.left});
      x += segment.baseWidth + hang.roomRight;
    } else {
      result.places.push_back({segment, x, x});
      x += segment.baseWidth;
    }
    if (segment.readingWidth > 0) {
      const qreal width = std::max(segment.baseWidth, segment.readingWidth);
      free = result.places.back().rubyX + width + rubyDistance(em());
    }
    i = segment.to;
  }
  return result;
}

qreal RubyLayout::widthOf(std::size_t first, std::size_t end) const {
  return arrange(first, end).width;
}

std::size_t RubyLayout::cutLine(std::size_t first, qreal width) const {
  std::size_t good = first;
  std::size_t word = first;
  std::size_t phrase = first;
  std::size_t emergency = first;
  std::size_t i = first;
  for (; i < m_atoms.size(); ++i) {
    if (width > 0 && i > first && widthOf(first, i + 1) > width) break;
    if (m_atoms[i].newLineAfter) return i + 1;
    if (m_atoms[i].breakAfter) good = i + 1;
    if (m_atoms[i].wordAfter) word = i + 1;
    if (m_atoms[i].phraseAfter) phrase = i + 1;
    if (m_atoms[i].emergencyBreakAfter) emergency = i + 1;
  }
  if (i == m_atoms.size()) return i;
  if (phrase > first) {
    qsizetype rest = 0;
    for (std::size_t next = good; next < m_atoms.size(); ++next) {
      rest += m_atoms[next].base.size();
      if (m_atoms[next].newLineAfter) break;
    }
    const qreal share = rest <= kFewCharacters ? kFullEnoughBeforeRest : kFullEnough;
    if (widthOf(first, phrase) >= width * share) return phrase;
  }
  if (word > first && widthOf(first, word) >= width * kFullEnoughBeforeWord) return word;
  if (good > first) return good;
  if (emergency > first) return emergency;
  return i;
}

void RubyLayout::placeLine(std::size_t first, std::size_t end, qreal indent) {
  Line line;
  line.top = m_lineHeight * static_cast<qreal>(m_lines.size());
  line.height = m_lineHeight;
  if (m_text->hasRuby) {
    const qreal rubyTop = line.top + (m_lineHeight - em() * (1 + kRubyReach)) / 2;
    line.rubyBaseline = rubyTop + em() / 2 * kEmBoxAscent;
    line.baseline = rubyTop + em() * (kRubyReach + kEmBoxAscent);
  } else {
    line.baseline =
        line.top + (m_lineHeight - m_text->metrics.height()) / 2 + m_text->metrics.ascent();
  }
  line.start = m_atoms[first].start;
  const Arrangement arranged = arrange(first, end);
  for (Place place : arranged.places) {
    place.x += indent;
    place.rubyX += indent;
    drawUp(place, line);
  }
  const Atom& last = m_atoms[end - 1];
  line.end = last.start + static_cast<int>(last.base.size());
  line.width = indent + arranged.width;
  m_lines.push_back(line);
}

void RubyLayout::drawUp(const Place& place, Line& line) const {
  const Segment& segment = place.segment;
  const Atom& first = m_atoms[segment.from];
  if (first.compound < 0) {
    line.base.push_back({first.base, place.x, first.baseWidth, first.start});
    return;
  }
  QStringList group;
  qreal x = place.x;
  for (std::size_t i = segment.from; i < segment.to; ++i) {
    const Atom& atom = m_atoms[i];
    spread(graphemes(atom.base), m_text->metrics, x, atom.baseWidth, atom.start, true, line.base);
    const QStringList reading = graphemes(atom.reading);
    if (segment.grouped) {
      group += reading;
    } else {
      spread(reading, m_text->rubyMetrics, x, atom.baseWidth, atom.start, false, line.ruby);
    }
    x += atom.baseWidth;
  }
  spread(group, m_text->rubyMetrics, place.rubyX, std::max(segment.baseWidth, segment.readingWidth),
         first.start, false, line.ruby);
}

QSizeF RubyLayout::size() const {
  qreal width = 0;
  for (const Line& line : m_lines) width = std::max(width, line.width);
  return {width, m_lineHeight * static_cast<qreal>(m_lines.size())};
}

double RubyLayout::middleWithReadings(double lineHeight) {
  return (std::max(lineHeight, 1 + kRubyReach + kRubyLeading) + kRubyReach) / 2;
}

qreal RubyLayout::firstLineMiddle() const {
  return m_lines.front().baseline - em() * (kEmBoxAscent - 0.5);
}

qreal RubyLayout::baseHeight() const {
  return m_lines.back().baseline - m_lines.front().baseline + em();
}

}  // namespace madoguchi::app
