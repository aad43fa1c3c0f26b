#include "app/kit/form/cause_texts.h"

#include "app/kit/texts.h"

namespace madoguchi::app {

namespace {

QString codePoint(char32_t character) {
  return QStringLiteral("U+%1").arg(
      QString::number(character, 16).toUpper().rightJustified(4, u'0'));
}

/// The character itself where a font shows it as something by itself; else its number.
QString shown(char32_t character) {
  constexpr char32_t kEmptyBraille = 0x2800;
  switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
      return codePoint(character);
    default:
      return character == kEmptyBraille ? codePoint(character) : QString::fromUcs4(&character, 1);
  }
}

}  // namespace

QString causeText(const forms::Field& field, const forms::Explanation& explanation) {
  using forms::Cause;
  switch (explanation.cause) {
    case Cause::good:
    case Cause::wrong:
    case Cause::missing:
    case Cause::notRepaired:
    case Cause::unreal:     // whose code says it
    case Cause::noSuchDay:  // likewise
      return {};
    case Cause::external:
      return explanation.character == 0
                 ? QString()
                 : qtTrId("cause.external").arg(shown(explanation.character));
    case Cause::invisible:
      return qtTrId("cause.invisible").arg(codePoint(explanation.character));
    case Cause::wrongAlphabet:
      return qtTrId("cause.wrongAlphabet");
    case Cause::severalSpellings:
      return qtTrId("cause.severalSpellings");
    case Cause::tooLong:
      return field.maxLength > 0
                 ? qtTrId("cause.tooLong").arg(explanation.characters).arg(field.maxLength)
                 : QString();
    case Cause::tooShort:
      return qtTrId("cause.tooShort");
    case Cause::foreignNumber:
      return qtTrId("cause.foreignNumber");
    case Cause::noLeadingZero:
      return qtTrId("cause.noLeadingZero");
    case Cause::undialable:
      return qtTrId("cause.undialable");
    case Cause::noAt:
      return qtTrId("cause.noAt");
    case Cause::noHost:
      return qtTrId("cause.noHost");
    case Cause::twoDigitYear:
      return qtTrId("cause.twoDigitYear");
    case Cause::japaneseEra:
      return qtTrId("cause.japaneseEra");
    case Cause::yearNotFirst:
      return qtTrId("cause.yearNotFirst");
    case Cause::incompleteDate:
      return field.type == forms::FieldType::date ? qtTrId("cause.incompleteDate")
                                                  : qtTrId("cause.incompletePartialDate");
    case Cause::notYet:
      return qtTrId("cause.notYet");
    case Cause::tooEarly:
      return qtTrId("cause.tooEarly");
    case Cause::yearFarOff:
      return qtTrId("cause.yearFarOff").arg(dayInJapan().year());
  }
  return {};
}

}  // namespace madoguchi::app
