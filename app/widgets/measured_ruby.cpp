#include "app/widgets/measured_ruby.h"

#include <QFontInfo>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <set>

#include "app/widgets/japanese_phrases.h"
#include "app/widgets/ruby_overhang.h"

namespace madoguchi::app {

namespace {

/// What is added to the spaces between phrases, in font sizes.
constexpr qreal kPhraseSpacing = 0.15;

QFontMetricsF metricsOf(const QFont& font, QPaintDevice* device) {
  return device == nullptr ? QFontMetricsF(font) : QFontMetricsF(font, device);
}

qreal emOf(const QFont& font) {
  return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

/// Phrases are told apart by their spaces, which fonts of whole em squares have narrow.
QFont withPhraseSpaces(QFont font, bool phrases) {
  if (phrases) font.setWordSpacing(emOf(font) * kPhraseSpacing);
  return font;
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

QString withoutTrailingSpace(const QString& text) {
  qsizetype end = text.size();
  while (end > 0 && text.at(end - 1).isSpace()) --end;
  return text.left(end);
}

qreal sum(const QStringList& characters, const QFontMetricsF& metrics) {
  qreal total = 0;
  for (const QString& character : characters) total += MeasuredRuby::advance(character, metrics);
  return total;
}

/// A part of plain text: its widths, and how far readings beside it may hang over it.
void measurePlain(MeasuredRuby::Atom& atom, const QFontMetricsF& metrics, qreal em) {
  atom.baseWidth = metrics.horizontalAdvance(atom.base);
  const QString trimmed = withoutTrailingSpace(atom.base);
  atom.trimmedWidth =
      trimmed.size() == atom.base.size() ? atom.baseWidth : metrics.horizontalAdvance(trimmed);
  atom.hangOverStart = hangOverStart(atom.base, metrics, em);
  atom.hangOverEnd = hangOverEnd(atom.base, metrics, em);
}

}  // namespace

MeasuredRuby::MeasuredRuby(const RubyText& text, const QFont& textFont, QPaintDevice* device)
    : hasRuby(text.hasRuby()),
      phrases(hasRuby && text.base().contains(u' ')),
      mnemonic(text.mnemonic),
      em(emOf(textFont)),
      font(withPhraseSpaces(textFont, phrases)),
      rubyFont(halved(textFont)),
      metrics(metricsOf(font, device)),
      rubyMetrics(metricsOf(rubyFont, device)) {
  measure(text);
}

void MeasuredRuby::measure(const RubyText& text) {
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
  const auto add = [&](const QString& part, const QString& reading, int group) {
    Atom atom;
    atom.base = part;
    atom.reading = reading;
    atom.start = start;
    atom.compound = group;
    atom.newLineAfter = part.endsWith(u'\n');
    if (atom.newLineAfter) atom.base.chop(1);
    if (group < 0) {
      measurePlain(atom, metrics, em);
    } else {
      atom.baseWidth = sum(graphemes(atom.base), metrics);
      atom.readingWidth = sum(graphemes(reading), rubyMetrics);
    }
    start += static_cast<int>(part.size());
    atom.breakAfter = breaks.contains(start);
    atom.emergencyBreakAfter = atom.breakAfter;
    if (phrases) atom.breakAfter = atom.breakAfter && endsWrittenPhrase(part, base.mid(start, 1));
    atom.wordAfter = atom.breakAfter && !isInKatakanaWord(base, start);
    atom.phraseAfter = atom.breakAfter && start < base.size() && endsPhrase(base, start);
    atoms.push_back(atom);
  };
  for (const RubyRun& run : text.runs) {
    if (run.readings.size() > 1) {
      const QStringList characters = graphemes(run.base);
      for (qsizetype i = 0; i < characters.size(); ++i)
        add(characters[i], run.readings[i], compound);
      ++compound;
    } else if (run.readings.size() == 1) {
      add(run.base, run.readings.front(), compound++);
    } else {
      qsizetype from = 0;
      const qsizetype runStart = start;
      while (from < run.base.size()) {
        qsizetype to = run.base.size();
        const auto next = breaks.upper_bound(runStart + from);
        if (next != breaks.end()) to = std::min(to, *next - runStart);
        add(run.base.mid(from, to - from), {}, -1);
        from = to;
      }
    }
  }
}

std::vector<MeasuredRuby::Atom> MeasuredRuby::partsWithin(qreal width) const {
  std::vector<Atom> parts;
  parts.reserve(atoms.size());
  for (const Atom& atom : atoms) {
    if (width <= 0 || atom.compound >= 0 || atom.trimmedWidth <= width) {
      parts.push_back(atom);
      continue;
    }
    Atom part;
    part.start = atom.start;
    for (const QString& character : graphemes(atom.base)) {
      part.base = character;
      part.emergencyBreakAfter = true;
      measurePlain(part, metrics, em);
      parts.push_back(part);
      part.start += static_cast<int>(character.size());
    }
    // Behind the last one is what was behind the whole.
    Atom& last = parts.back();
    last.breakAfter = atom.breakAfter;
    last.wordAfter = atom.wordAfter;
    last.phraseAfter = atom.phraseAfter;
    last.newLineAfter = atom.newLineAfter;
  }
  return parts;
}

qreal MeasuredRuby::advance(const QString& character, const QFontMetricsF& metrics) {
  // The font tells the width of a single code unit, as most are, without shaping.
  return character.size() == 1 ? metrics.horizontalAdvance(character.front())
                               : metrics.horizontalAdvance(character);
}

}  // namespace madoguchi::app
