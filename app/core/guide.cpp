#include "app/core/guide.h"

#include <QFile>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace madoguchi::app {
namespace {

constexpr auto kGuideFolder = ":/user-guide/";

QString markup(QString text) {
  static const QRegularExpression ruby(QStringLiteral("<ruby>(.*?)</ruby>"));
  static const QRegularExpression reading(QStringLiteral("<rt>(.*?)</rt>"));
  for (auto found = ruby.match(text); found.hasMatch(); found = ruby.match(text)) {
    QStringList readings;
    for (const QRegularExpressionMatch& one : reading.globalMatch(found.captured(1)))
      readings << one.captured(1);
    const QString base = found.captured(1).remove(reading);
    text.replace(found.capturedStart(), found.capturedLength(),
                 u'{' + base + u'|' + readings.join(u'.') + u'}');
  }
  return text;
}

GuideBlock blockOf(const QString& line) {
  static const QRegularExpression picture(QStringLiteral("^!\\[(.*)\\]\\((.*)\\)$"));
  static const QRegularExpression step(QStringLiteral("^\\d+\\. "));
  using Kind = GuideBlock::Kind;
  if (const auto found = picture.match(line); found.hasMatch())
    return {Kind::picture, found.captured(1), QLatin1String(kGuideFolder) + found.captured(2)};
  if (line.startsWith(QStringLiteral("- "))) return {Kind::item, markup(line.mid(2))};
  return {step.match(line).hasMatch() ? Kind::step : Kind::text, markup(line)};
}

}  // namespace

Guide readGuide(const QString& markdown) {
  static const QRegularExpression comment(QStringLiteral("^<!-- places:(.*)-->$"));
  Guide guide;
  QStringList places;
  for (const QString& line : markdown.split(u'\n', Qt::SkipEmptyParts)) {
    if (const auto found = comment.match(line); found.hasMatch()) {
      places = found.captured(1).split(u' ', Qt::SkipEmptyParts);
    } else if (line.startsWith(QStringLiteral("# "))) {
      guide.title = markup(line.mid(2));
    } else if (line.startsWith(QStringLiteral("## "))) {
      guide.chapters.push_back({std::exchange(places, {}), markup(line.mid(3)), {}});
    } else if (!guide.chapters.empty()) {
      guide.chapters.back().blocks.push_back(blockOf(line));
    }
  }
  return guide;
}

Guide guideIn(const QString& tag) {
  QFile file(QLatin1String(kGuideFolder) + tag + QStringLiteral(".md"));
  return file.open(QIODevice::ReadOnly) ? readGuide(QString::fromUtf8(file.readAll())) : Guide();
}

std::size_t chapterAt(const Guide& guide, const QString& place) {
  const auto found = std::ranges::find_if(
      guide.chapters, [&](const GuideChapter& one) { return one.places.contains(place); });
  return found == guide.chapters.end() ? 0
                                       : static_cast<std::size_t>(found - guide.chapters.begin());
}

}  // namespace madoguchi::app
