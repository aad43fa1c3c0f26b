#include "app/widgets/ruby_text.h"

#include <QTextBoundaryFinder>
#include <optional>

namespace madoguchi::app {

namespace {

/// What stands between the braces; std::nullopt where it is no ruby.
std::optional<RubyRun> readRun(const QString& inside) {
  const qsizetype bar = inside.indexOf(u'|');
  if (bar <= 0 || bar + 1 >= inside.size()) return std::nullopt;
  RubyRun run{inside.left(bar), inside.mid(bar + 1).split(u'.')};
  for (const QString& reading : run.readings) {
    if (reading.isEmpty()) return std::nullopt;
  }
  const qsizetype characters = graphemes(run.base).size();
  if (run.readings.size() != 1 && run.readings.size() != characters) return std::nullopt;
  return run;
}

}  // namespace

QStringList graphemes(const QString& text) {
  QStringList result;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  qsizetype from = 0;
  for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
    result.append(text.mid(from, to - from));
    from = to;
  }
  return result;
}

RubyText RubyText::fromMarkup(const QString& markup) {
  RubyText result;
  QString plainPart;
  const auto flush = [&] {
    if (plainPart.isEmpty()) return;
    result.runs.push_back({plainPart, {}});
    plainPart.clear();
  };
  for (qsizetype i = 0; i < markup.size(); ++i) {
    const QChar c = markup.at(i);
    if (c != u'{') {
      plainPart.append(c);
      continue;
    }
    const qsizetype close = markup.indexOf(u'}', i);
    std::optional<RubyRun> run;
    if (close > i) run = readRun(markup.mid(i + 1, close - i - 1));
    if (!run) {
      result.wellFormed = false;
      plainPart.append(c);
      continue;
    }
    flush();
    result.runs.push_back(*run);
    i = close;
  }
  flush();
  return result;
}

RubyText RubyText::plain(const QString& text) {
  RubyText result;
  if (!text.isEmpty()) result.runs.push_back({text, {}});
  return result;
}

QString RubyText::base() const {
  QString text;
  for (const RubyRun& run : runs) text += run.base;
  return text;
}

bool RubyText::hasRuby() const {
  for (const RubyRun& run : runs) {
    if (!run.readings.isEmpty()) return true;
  }
  return false;
}

void append(RubyText& to, const RubyText& more) {
  to.runs.insert(to.runs.end(), more.runs.begin(), more.runs.end());
}

RubyText filledIn(const QString& pattern, const std::vector<RubyText>& parts) {
  RubyText text;
  qsizetype from = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const QString place = u'%' + QString::number(i + 1);
    const qsizetype at = pattern.indexOf(place, from);
    append(text, RubyText::fromMarkup(pattern.mid(from, at - from)));
    append(text, parts[i]);
    from = at + place.size();
  }
  append(text, RubyText::fromMarkup(pattern.mid(from)));
  return text;
}

QString spokenText(const QString& markup) { return RubyText::fromMarkup(markup).base(); }

QString textWithReading(const QString& markup) {
  const RubyText text = RubyText::fromMarkup(markup);
  if (!text.hasRuby()) return text.base();
  QString reading;
  for (const RubyRun& run : text.runs)
    reading += run.readings.isEmpty() ? run.base : run.readings.join(QString());
  // It stands in brackets itself.
  for (const char16_t mark : {u'（', u'「'}) reading.replace(QChar(mark), u' ');
  for (const char16_t mark : {u'）', u'」'}) reading.remove(QChar(mark));
  return QStringLiteral("%1（%2）").arg(text.base(), reading.simplified());
}

}  // namespace madoguchi::app
