#include "app/widgets/ruby_layout.h"

#include <QColor>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>
#include <set>

#include "app/widgets/japanese_phrases.h"

namespace madoguchi::app {

namespace {

/// Space between the bottom of a line's base text and the ruby of the next, in font sizes.
constexpr qreal kRubyLeading = 0.45;
/// A line ends with a phrase where that fills at least this share of it.
constexpr qreal kFullEnough = 0.5;
/// And this share where otherwise a word in katakana was torn.
constexpr qreal kFullEnoughBeforeWord = 0.33;
/// And this share where otherwise only a few characters were left for the last line.
constexpr qreal kFullEnoughBeforeRest = 0.4;
constexpr qsizetype kFewCharacters = 3;
/// What is added to the spaces between phrases, in font sizes.
constexpr qreal kPhraseSpacing = 0.15;

QFontMetricsF metrics(const QFont& font, QPaintDevice* device) {
  return device == nullptr ? QFontMetricsF(font) : QFontMetricsF(font, device);
}

QFont halved(const QFont& font) {
  QFont half = font;
  if (font.pixelSize() > 0) {
    half.setPixelSize(std::max(1, font.pixelSize() / 2));
  } else {
    half.setPointSizeF(font.pointSizeF() / 2);
  }
  half.setBold(false);
  return half;
}

/// Where a line of a text in phrases may end: after spaces and around punctuation.
bool endsWrittenPhrase(const QString& part, const QString& next) {
  return part.back().isSpace() || isBlankOnTheRight(part.back()) ||
         (!next.isEmpty() && isBlankOnTheLeft(next.front()));
}

qreal sum(const QStringList& parts, const QFontMetricsF& m) {
  qreal total = 0;
  for (const QString& part : parts) total += m.horizontalAdvance(part);
  return total;
}

/// Puts characters over a width with the spaces 1:2:1 (rule 5).
void spread(const QStringList& characters, const QFontMetricsF& m, qreal x, qreal width, int start,
            bool advanceStart, std::vector<RubyLayout::Piece>& into) {
  if (characters.isEmpty()) return;
  const qreal unit = (width - sum(characters, m)) / (2.0 * static_cast<qreal>(characters.size()));
  for (const QString& character : characters) {
    const qreal advance = m.horizontalAdvance(character);
    x += unit;
    into.push_back({character, x, advance, start});
    x += advance + unit;
    if (advanceStart) start += static_cast<int>(character.size());
  }
}

QString withoutTrailingSpace(const QString& text) {
  qsizetype end = text.size();
  while (end > 0 && text.at(end - 1).isSpace()) --end;
  return text.left(end);
}

}  // namespace

RubyLayout::RubyLayout(const RubyText& text, const QFont& font, qreal width, qreal lineHeight,
                       QPaintDevice* device)
    : m_font(font),
      m_rubyFont(halved(font)),
      m_device(device),
      m_em(font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize()),
      m_hasRuby(text.hasRuby()),
      m_phrases(m_hasRuby && text.base().contains(u' ')),
      m_mnemonic(text.mnemonic) {
  // Phrases are told apart by their spaces, which fonts of whole em squares have narrow.
  if (m_phrases) m_font.setWordSpacing(m_em * kPhraseSpacing);
  const QFontMetricsF m = metrics(m_font, m_device);
  m_lineHeight = std::max(m_em * lineHeight, m.height());
  if (m_hasRuby) m_lineHeight = std::max(m_em * lineHeight, m_em * (1.5 + kRubyLeading));
  makeAtoms(text, width);

  std::size_t first = 0;
  bool newParagraph = true;
  qreal hanging = 0;
  while (first < m_atoms.size()) {
    if (newParagraph) {
      // A list line hangs under its text, not under its dot.
      const QString& start = m_atoms[first].base;
      hanging = 0;
      for (const QString& dot : {QStringLiteral("・"), QStringLiteral("• ")}) {
        if (start.startsWith(dot)) hanging = m.horizontalAdvance(dot);
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
    line.baseline = (m_lineHeight - m_em) / 2 + m_em * kEmBoxAscent;
    m_lines.push_back(line);
  }
}

void RubyLayout::makeAtoms(const RubyText& text, qreal width) {
  const QFontMetricsF m = metrics(m_font, m_device);
  const QFontMetricsF ruby = metrics(m_rubyFont, m_device);
  const QString base = text.base();
  std::set<qsizetype> breaks;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Line, base);
  for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary())
    breaks.insert(at);
  // The finder misses those after digits that follow letters.
  for (qsizetype at = base.indexOf(u'\n'); at >= 0; at = base.indexOf(u'\n', at + 1))
    breaks.insert(at + 1);

  int start = 0;
  int compound = 0;
  const auto add = [&](const QString& part, const QString& reading, int group, bool emergency) {
    Atom atom;
    atom.base = part;
    atom.reading = reading;
    atom.start = start;
    atom.compound = group;
    atom.newLineAfter = part.endsWith(u'\n');
    if (atom.newLineAfter) atom.base.chop(1);
    atom.baseWidth = group < 0 ? m.horizontalAdvance(atom.base) : sum(graphemes(atom.base), m);
    if (!reading.isEmpty()) atom.readingWidth = sum(graphemes(reading), ruby);
    if (!atom.base.isEmpty() && group < 0) {
      if (isBlankOnTheLeft(atom.base.front())) atom.blankBefore = m_em / 2;
      if (isBlankOnTheRight(atom.base.back())) atom.blankAfter = m_em / 2;
    }
    start += static_cast<int>(part.size());
    atom.breakAfter = breaks.contains(start);
    atom.emergencyBreakAfter = atom.breakAfter || emergency;
    if (m_phrases) atom.breakAfter = atom.breakAfter && endsWrittenPhrase(part, base.mid(start, 1));
    atom.wordAfter = atom.breakAfter && !isInKatakanaWord(base, start);
    atom.phraseAfter = atom.breakAfter && start < base.size() && endsPhrase(base, start);
    m_atoms.push_back(atom);
  };
  for (const RubyRun& run : text.runs) {
    if (run.readings.size() > 1) {
      const QStringList characters = graphemes(run.base);
      for (qsizetype i = 0; i < characters.size(); ++i)
        add(characters[i], run.readings[i], compound, false);
      ++compound;
    } else if (run.readings.size() == 1) {
      add(run.base, run.readings.front(), compound++, false);
    } else {
      qsizetype from = 0;
      const qsizetype runStart = start;
      while (from < run.base.size()) {
        qsizetype to = run.base.size();
        const auto next = breaks.upper_bound(runStart + from);
        if (next != breaks.end()) to = std::min(to, *next - runStart);
        const QString part = run.base.mid(from, to - from);
        if (width > 0 && m.horizontalAdvance(withoutTrailingSpace(part)) > width) {
          for (const QString& character : graphemes(part)) add(character, {}, -1, true);
        } else {
          add(part, {}, -1, false);
        }
        from = to;
      }
    }
  }
}

RubyLayout::Segment RubyLayout::segmentAt(std::size_t from, std::size_t end) const {
  Segment segment;
  segment.from = from;
  segment.to = from + 1;
  const Atom& atom = m_atoms[from];
  if (atom.compound < 0) {
    segment.width = segment.baseWidth = atom.baseWidth;
    return segment;
  }
  while (segment.to < end && m_atoms[segment.to].compound == atom.compound) ++segment.to;
  qsizetype characters = 0;
  for (std::size_t i = segment.from; i < segment.to; ++i) {
    segment.baseWidth += m_atoms[i].baseWidth;
    segment.readingWidth += m_atoms[i].readingWidth;
    characters += graphemes(m_atoms[i].base).size();
    // Rule 6: one ruby wider than its kanji makes the compound a group.
    if (m_atoms[i].readingWidth > m_atoms[i].baseWidth + 0.01) segment.grouped = true;
  }
  segment.width =
      segment.grouped ? std::max(segment.baseWidth, segment.readingWidth) : segment.baseWidth;
  if (segment.readingWidth > segment.baseWidth && segment.grouped) {
    segment.protrusion =
        (segment.readingWidth - segment.baseWidth) / (2.0 * static_cast<qreal>(characters));
  }
  return segment;
}

std::pair<qreal, qreal> RubyLayout::overhang(const Segment& segment, std::size_t first,
                                             std::size_t end) const {
  // Rule 4: at the edges of a line nothing hangs over, since there is no neighbour.
  const qreal left = segment.from > first ? m_atoms[segment.from - 1].blankAfter : 0;
  const qreal right = segment.to < end ? m_atoms[segment.to].blankBefore : 0;
  return {std::min(segment.protrusion, left), std::min(segment.protrusion, right)};
}

qreal RubyLayout::widthOf(std::size_t first, std::size_t end) const {
  qreal width = 0;
  for (std::size_t i = first; i < end;) {
    const Segment segment = segmentAt(i, end);
    const auto [left, right] = overhang(segment, first, end);
    width += segment.width - left - right;
    i = segment.to;
  }
  const Atom& last = m_atoms[end - 1];
  if (last.compound < 0 && !last.base.isEmpty() && last.base.back().isSpace()) {
    const QFontMetricsF m = metrics(m_font, m_device);
    width -= last.baseWidth - m.horizontalAdvance(withoutTrailingSpace(last.base));
  }
  return width;
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
  if (m_hasRuby) {
    const qreal rubyTop = line.top + (m_lineHeight - m_em * 1.5) / 2;
    line.rubyBaseline = rubyTop + m_em / 2 * kEmBoxAscent;
    line.baseline = rubyTop + m_em / 2 + m_em * kEmBoxAscent;
  } else {
    const QFontMetricsF m = metrics(m_font, m_device);
    line.baseline = line.top + (m_lineHeight - m.height()) / 2 + m.ascent();
  }
  line.start = m_atoms[first].start;
  qreal x = indent;
  for (std::size_t i = first; i < end;) {
    const Segment segment = segmentAt(i, end);
    const auto [left, right] = overhang(segment, first, end);
    x -= left;
    placeSegment(segment, x, line);
    x += segment.width - right;
    i = segment.to;
  }
  const Atom& last = m_atoms[end - 1];
  line.end = last.start + static_cast<int>(last.base.size());
  line.width = indent + widthOf(first, end);
  m_lines.push_back(line);
}

void RubyLayout::placeSegment(const Segment& segment, qreal x, Line& line) const {
  const Atom& first = m_atoms[segment.from];
  if (first.compound < 0) {
    line.base.push_back({first.base, x, first.baseWidth, first.start});
    return;
  }
  const QFontMetricsF m = metrics(m_font, m_device);
  const QFontMetricsF ruby = metrics(m_rubyFont, m_device);
  if (!segment.grouped) {
    for (std::size_t i = segment.from; i < segment.to; ++i) {
      const Atom& atom = m_atoms[i];
      spread(graphemes(atom.base), m, x, atom.baseWidth, atom.start, true, line.base);
      spread(graphemes(atom.reading), ruby, x, atom.baseWidth, atom.start, false, line.ruby);
      x += atom.baseWidth;
    }
    return;
  }
  QStringList base;
  QStringList reading;
  for (std::size_t i = segment.from; i < segment.to; ++i) {
    base += graphemes(m_atoms[i].base);
    reading += graphemes(m_atoms[i].reading);
  }
  spread(base, m, x, segment.width, first.start, true, line.base);
  spread(reading, ruby, x, segment.width, first.start, false, line.ruby);
}

QSizeF RubyLayout::size() const {
  qreal width = 0;
  for (const Line& line : m_lines) width = std::max(width, line.width);
  return {width, m_lineHeight * static_cast<qreal>(m_lines.size())};
}

qreal RubyLayout::firstLineMiddle() const {
  return m_lines.front().baseline - m_em * (kEmBoxAscent - 0.5);
}

qreal RubyLayout::baseHeight() const {
  return m_lines.back().baseline - m_lines.front().baseline + m_em;
}

int RubyLayout::positionAt(QPointF point) const {
  const QFontMetricsF m = metrics(m_font, m_device);
  const auto row = std::clamp(static_cast<long>(std::floor(point.y() / m_lineHeight)), 0L,
                              static_cast<long>(m_lines.size()) - 1);
  const Line& line = m_lines[static_cast<std::size_t>(row)];
  int best = line.start;
  qreal distance = std::abs(point.x());
  for (const Piece& piece : line.base) {
    for (qsizetype i = 0; i <= piece.text.size(); ++i) {
      const qreal away = std::abs(piece.x + m.horizontalAdvance(piece.text.left(i)) - point.x());
      if (away < distance) {
        distance = away;
        best = piece.start + static_cast<int>(i);
      }
    }
  }
  return best;
}

void RubyLayout::draw(QPainter& painter, QPointF topLeft, const QColor& colour,
                      bool underlineMnemonic) const {
  painter.setPen(colour);
  painter.setFont(m_font);
  const QFontMetricsF m = metrics(m_font, m_device);
  for (const Line& line : m_lines) {
    for (const Piece& piece : line.base) {
      painter.drawText(topLeft + QPointF(piece.x, line.baseline), piece.text);
      const qsizetype at = m_mnemonic - piece.start;
      if (underlineMnemonic && m_mnemonic >= 0 && at >= 0 && at < piece.text.size()) {
        const qreal x = topLeft.x() + piece.x + m.horizontalAdvance(piece.text.left(at));
        const qreal y = topLeft.y() + line.baseline + m.underlinePos();
        painter.drawLine(QPointF(x, y), QPointF(x + m.horizontalAdvance(piece.text.at(at)), y));
      }
    }
  }
  painter.setFont(m_rubyFont);
  for (const Line& line : m_lines) {
    for (const Piece& piece : line.ruby) {
      painter.drawText(topLeft + QPointF(piece.x, line.rubyBaseline), piece.text);
    }
  }
}

void RubyLayout::drawSelection(QPainter& painter, QPointF topLeft, Selection selection,
                               const QColor& colour) const {
  const QFontMetricsF m = metrics(m_font, m_device);
  for (const Line& line : m_lines) {
    for (const Piece& piece : line.base) {
      const int from = std::max(selection.start, piece.start) - piece.start;
      const int to =
          std::min<int>(selection.end - piece.start, static_cast<int>(piece.text.size()));
      if (from >= to) continue;
      const qreal left = piece.x + m.horizontalAdvance(piece.text.left(from));
      const qreal right = piece.x + m.horizontalAdvance(piece.text.left(to));
      painter.fillRect(
          QRectF(topLeft.x() + left, topLeft.y() + line.top, right - left, line.height), colour);
    }
  }
}

}  // namespace madoguchi::app
