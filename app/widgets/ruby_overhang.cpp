#include "app/widgets/ruby_overhang.h"

#include <QFontMetricsF>
#include <QString>
#include <algorithm>

#include "app/widgets/japanese_phrases.h"

namespace madoguchi::app {

namespace {

qreal hangOver(QChar c, const QFontMetricsF& metrics, qreal em) {
  const bool mayBeCovered =
      isKana(c) || c == u'・' || c == u'：' || isBlankOnTheLeft(c) || isBlankOnTheRight(c);
  return mayBeCovered ? std::min(em / 2, metrics.horizontalAdvance(c)) : 0;
}

}  // namespace

qreal hangOverStart(const QString& text, const QFontMetricsF& metrics, qreal em) {
  qsizetype blanks = 0;
  while (blanks < text.size() && text.at(blanks).isSpace()) ++blanks;
  const qreal blank = metrics.horizontalAdvance(text.left(blanks));
  return blanks == text.size() ? blank : blank + hangOver(text.at(blanks), metrics, em);
}

qreal hangOverEnd(const QString& text, const QFontMetricsF& metrics, qreal em) {
  qsizetype end = text.size();
  while (end > 0 && text.at(end - 1).isSpace()) --end;
  const qreal blank = metrics.horizontalAdvance(text.mid(end));
  return end == 0 ? blank : blank + hangOver(text.at(end - 1), metrics, em);
}

qreal rubyDistance(qreal em) { return em / 8; }

RubyHang hangOut(qreal excess, const RubyNeighbours& beside) {
  // Left of the base: at least what the right cannot take, at most what the left can. Where both
  // together cannot take it, the room that is made lies anywhere between them.
  const qreal least = std::max(0.0, std::min(excess - beside.right, beside.left));
  const qreal most = std::min(excess, std::max(excess - beside.right, beside.left));
  qreal wanted = std::max(excess / 2, std::min(excess - beside.rightShare, beside.left));
  if (beside.atLineEnd) wanted = excess;
  if (beside.atLineStart) wanted = 0;
  RubyHang hang;
  hang.left = std::clamp(wanted, least, most);
  hang.roomLeft = std::max(0.0, hang.left - beside.left);
  hang.roomRight = std::max(0.0, excess - hang.left - beside.right);
  return hang;
}

}  // namespace madoguchi::app
