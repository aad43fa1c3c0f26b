#include "app/core/visible_text.h"

#include <QList>

#include <string_view>

namespace madoguchi::app {
namespace {

/// Letters and symbols to Unicode, of which nothing is drawn: fillers of Hangul and Khmer, the
/// joiner of graphemes, Braille without a dot.
constexpr std::u32string_view kBlankLetters = U"\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

bool isSeen(char32_t character) {
  if (kBlankLetters.find(character) != kBlankLetters.npos) {
    return false;
  }
  switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
      return false;
    default:
      return true;
  }
}

}  // namespace

QString visible(const QString& text) {
  QString shown;
  for (const char32_t character : text.toUcs4()) {
    if (isSeen(character)) {
      shown += QString::fromUcs4(&character, 1);
    } else {
      const QString number = QString::number(static_cast<uint>(character), 16).toUpper();
      shown += QStringLiteral("\\u{%1}").arg(number, 4, u'0');
    }
  }
  return shown;
}

QString shownAddress(const QString& address) {
  const qsizetype at = address.lastIndexOf(u'@');
  return visible(at < 0 ? address : QStringLiteral("…") + address.mid(at));
}

}  // namespace madoguchi::app
