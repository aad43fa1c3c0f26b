#pragma once

#include <QString>

class QFontMetrics;

namespace madoguchi::app {

/// The text so that Qt ends its lines between words, as far as these fit into the width: what
/// stands between blanks, up to a full stop or comma, and from a bracket on. Qt itself breaks
/// Japanese between any two characters, and kana that are torn are hard to read. What joins the
/// characters is seen and heard by nobody.
QString withKeptWords(const QString& text, const QFontMetrics& metrics, int width);

}  // namespace madoguchi::app
