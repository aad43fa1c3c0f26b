#include "app/kit/policy_texts.h"

#include <QCoreApplication>

#include "app/core/visible_text.h"
#include "app/widgets/ruby_text.h"

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
    case Kind::badTerms:
      return qtTrId("policy.badTerms");
    case Kind::sampleTerms:
      break;
  }
  return qtTrId("policy.sampleTerms");
}

QString withDetail(const QString& words, const QString& detail) {
  return words.contains(QLatin1String("%1")) ? words.arg(detail) : words;
}

}  // namespace

QString policyInWords(const QString& file, const std::vector<PolicyFault>& faults) {
  if (faults.empty())
    return file + QStringLiteral(": ") + spokenText(qtTrId("policy.fine")) + u'\n';
  QString lines;
  for (const PolicyFault& fault : faults) {
    // Names and values are the file's own: nothing in them is markup.
    const QString words = withDetail(spokenText(markupOf(fault)), visible(fault.detail));
    const QString place =
        fault.place.isEmpty() ? QString() : QStringLiteral(": ") + visible(fault.place);
    lines += file + place + QStringLiteral(": ") + words + u'\n';
  }
  return lines;
}

}  // namespace madoguchi::app
