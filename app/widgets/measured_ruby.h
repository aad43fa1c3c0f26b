#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QString>
#include <vector>

#include "app/widgets/ruby_text.h"

class QPaintDevice;

namespace madoguchi::app {

/// A text with ruby measured in a font: the parts that lines are made of, however wide those are.
/// Measuring is the dear part of setting a text (ruby_layout.h), and the same for every width.
struct MeasuredRuby {
  struct Atom {
    QString base;
    QString reading;
    int start = 0;
    int compound =
        -1;  ///< the same number for atoms that one ruby run was cut into; -1 for plain text
    qreal baseWidth = 0;
    qreal trimmedWidth = 0;  ///< of plain text without the space behind it
    qreal readingWidth = 0;
    qreal hangOverStart = 0;  ///< how far ruby that stands before it may hang over it
    qreal hangOverEnd = 0;    ///< and ruby that stands behind it
    bool breakAfter = false;
    bool wordAfter = false;
    bool phraseAfter = false;  ///< a good place among those
    bool emergencyBreakAfter = false;
    bool newLineAfter = false;
  };

  MeasuredRuby(const RubyText& text, const QFont& textFont, QPaintDevice* device);
  /// The parts for lines of a width in pixels, 0 or less for no limit: what is wider stands there
  /// by characters.
  [[nodiscard]] std::vector<Atom> partsWithin(qreal width) const;
  /// Of what people see as one character, in the text's font or in that of its readings.
  [[nodiscard]] static qreal advance(const QString& character, const QFontMetricsF& metrics);

  bool hasRuby;
  bool phrases;  ///< written with spaces between phrases: lines end there first
  int mnemonic;
  qreal em;
  QFont font;
  QFont rubyFont;
  QFontMetricsF metrics;
  QFontMetricsF rubyMetrics;
  std::vector<Atom> atoms;

 private:
  void measure(const RubyText& text);
};

}  // namespace madoguchi::app
