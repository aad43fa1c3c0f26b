#pragma once

#include <QtGlobal>

class QFontMetricsF;
class QString;

namespace madoguchi::app {

// Ruby that is wider than its base, after JLREQ 3.3.8 and JIS X 4051: it may hang over kana, middle
// dots and punctuation beside its base by one ruby character, which is half an em, and over
// blanks; never over kanji, letters, digits or another ruby. All lengths are in pixels.

/// How far ruby may hang over the first characters of what follows its base.
qreal hangOverStart(const QString& text, const QFontMetricsF& metrics, qreal em);
/// How far ruby may hang over the last characters of what stands before its base.
qreal hangOverEnd(const QString& text, const QFontMetricsF& metrics, qreal em);
/// What is left free between two readings that hang over what stands between their bases.
qreal rubyDistance(qreal em);

/// What stands beside a base.
struct RubyNeighbours {
  qreal left = 0;        ///< how far its ruby may hang over it
  qreal right = 0;       ///< the same at the other side
  qreal rightShare = 0;  ///< of this, what the next ruby does not want too
  bool atLineStart = false;
  bool atLineEnd = false;
};

/// Where ruby lies over its base.
struct RubyHang {
  qreal left = 0;       ///< how far it stands out
  qreal roomLeft = 0;   ///< how far the base moves away from what stands before it
  qreal roomRight = 0;  ///< and what follows from the base
};

/// `excess` is by how much the ruby is wider. It stands in the middle of its base where that makes
/// no room; at a line's start it is flush and hangs right, at its end flush and hangs left.
RubyHang hangOut(qreal excess, const RubyNeighbours& beside);

}  // namespace madoguchi::app
