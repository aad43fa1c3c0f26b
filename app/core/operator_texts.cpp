#include "app/core/operator_texts.h"

#include <QCoreApplication>
#include <QEvent>

namespace madoguchi::app {
namespace {

/// "operatorTexts/<name>/<language>": no file of translations/ has such ids.
QString idStart() { return QStringLiteral("operatorTexts/"); }

QString ofOperator(const char* name) {
  const QString id = idStart() + QLatin1String(name) + u'/' + qtTrId("language.tag");
  const QString words = qtTrId(id.toUtf8().constData());
  return words != id ? words : QString();
}

constexpr auto kSessionMinutes = "sessionMinutes";

}  // namespace

void OperatorTexts::setHelpDeskOfService(const QString& words) {
  const bool news = std::exchange(m_helpDeskOfService, words) != words;
  if (!news || m_ofMachine.contains(QLatin1String(kHelpDesk)) ||
      QCoreApplication::instance() == nullptr)
    return;
  // As after a switch of the language, whoever shows it asks again.
  QEvent event(QEvent::LanguageChange);
  QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
}

QString OperatorTexts::translate(const char* /*context*/, const char* id,
                                 const char* /*disambiguation*/, int /*count*/) const {
  const QString wanted = QString::fromUtf8(id);
  if (!wanted.startsWith(idStart())) return {};
  const QString name = wanted.section(u'/', 1, 1);
  if (name == QLatin1String(kSessionMinutes)) return QString::number(m_sessionLifetime.count());
  const auto words = m_ofMachine.find(name);
  if (words == m_ofMachine.end())
    return name == QLatin1String(kHelpDesk) ? m_helpDeskOfService : QString();
  for (const QString& tag : {wanted.section(u'/', 2, 2), QString()}) {
    if (const auto found = words->second.find(tag); found != words->second.end())
      return found->second;
  }
  return {};
}

QString helpDesk() { return ofOperator(OperatorTexts::kHelpDesk); }

QString operatorName() { return ofOperator(OperatorTexts::kName); }

QString updateNotice() { return ofOperator(OperatorTexts::kUpdateNotice); }

int sessionMinutes() {
  const QString number = ofOperator(kSessionMinutes);
  return number.isEmpty() ? static_cast<int>(kUsualSessionLifetime.count()) : number.toInt();
}

}  // namespace madoguchi::app
