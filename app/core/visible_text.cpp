#include "app/core/visible_text.h"

#include <QList>

namespace madoguchi::app {
namespace {

bool isSeen(char32_t character) {
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
