#include "app/kit/policy_texts.h"

#include <QCoreApplication>

#include "app/core/visible_text.h"

namespace madoguchi::app {
namespace {

using Kind = PolicyFault::Kind;

QString typeInWords(const QString& type) {
  if (type == QLatin1String("string")) return qtTrId("policy.type.text");
  if (type == QLatin1String("integer")) return qtTrId("policy.type.number");
  if (type == QLatin1String("boolean")) return qtTrId("policy.type.boolean");
  if (type == QLatin1String("array")) return qtTrId("policy.type.list");
  return qtTrId("policy.type.object");
}

QString markupOf(const PolicyFault& fault) {
  switch (fault.kind) {
    case Kind::unreadable:
      return qtTrId("policy.unreadable");
    case Kind::notUtf8:
      return qtTrId("policy.notUtf8");
    case Kind::notJson:
      return fault.detail.isEmpty() ? qtTrId("policy.ambiguous") : qtTrId("policy.notJson");
    case Kind::unknownName:
      return qtTrId("policy.unknownName");
    case Kind::missing:
      return qtTrId("policy.missing");
    case Kind::wrongType:
      return typeInWords(fault.detail);
    case Kind::notOneOf:
      return qtTrId("policy.notOneOf");
    case Kind::wrongForm:
      return qtTrId("policy.wrongForm");
    case Kind::empty:
      return qtTrId("policy.empty");
    case Kind::twice:
      return qtTrId("policy.twice");
    case Kind::outOfRange:
      return qtTrId("policy.outOfRange");
    case Kind::noFile:
      return qtTrId("policy.noFile");
    case Kind::noCertificate:
      return qtTrId("policy.noCertificate");
    case Kind::badTerms:
      return qtTrId("policy.badTerms");
    case Kind::sampleTerms:
      break;
  }
  return qtTrId("policy.sampleTerms");
}

// Names and values are the file's own: nothing in them is markup.
RubyText wordsOf(const PolicyFault& fault) {
  const QString markup = markupOf(fault);
  return markup.contains(QLatin1String("%1"))
             ? filledIn(markup, {RubyText::plain(visible(fault.detail))})
             : RubyText::fromMarkup(markup);
}

void appendLine(RubyText& to, const QString& place, const RubyText& words) {
  append(to, RubyText::plain(place + QStringLiteral(": ")));
  append(to, words);
  append(to, RubyText::plain(QStringLiteral("\n")));
}

}  // namespace

RubyText policyInWords(const QString& file, const std::vector<PolicyFault>& faults) {
  RubyText lines;
  if (faults.empty()) appendLine(lines, file, RubyText::fromMarkup(qtTrId("policy.fine")));
  for (const PolicyFault& fault : faults) {
    const QString place =
        fault.place.isEmpty() ? QString() : QStringLiteral(": ") + visible(fault.place);
    appendLine(lines, file + place, wordsOf(fault));
  }
  return lines;
}

}  // namespace madoguchi::app
