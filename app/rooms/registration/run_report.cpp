#include "app/rooms/registration/run_report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <utility>

namespace madoguchi::app {

RunReport::RunReport(const RegistrationFlow& flow, const CardDesk& card, QString file,
                     QObject* parent)
    : QObject(parent), m_flow(flow), m_card(card), m_file(std::move(file)), m_page(flow.page()) {
  m_since.start();
  connect(&flow, &RegistrationFlow::pageChanged, this, &RunReport::onPage);
  connect(&flow.visit(), &CardVisit::answerChanged, this, &RunReport::onSecretAnswer);
}

void RunReport::countTime() { m_milliseconds[m_page] += m_since.restart(); }

void RunReport::onPage() {
  countTime();
  const Page before = std::exchange(m_page, m_flow.page());
  if (before == Page::authenticationPin && m_page == Page::step1) {
    m_afterPassword = m_card.apdus().count - m_untilPassword;
  }
  if (m_page == Page::step3) {
    m_authenticationId = m_flow.authenticationId();
    write();
  }
}

void RunReport::onSecretAnswer(card::Secret which) {
  // Nothing has gone to the card yet when it is said that a secret is being checked.
  if (m_page == Page::signaturePassword && m_flow.visit().answer(which) == SecretAnswer::checking) {
    m_untilPassword = m_card.apdus().count;
  }
}

bool RunReport::write() {
  countTime();
  const card::ApduCounter apdus = m_card.apdus();
  QJsonObject pages;
  for (const auto& [page, milliseconds] : m_milliseconds) {
    pages[QString::fromLatin1(name(page))] = milliseconds;
  }
  const QJsonObject report{
      {QStringLiteral("apdu"),
       QJsonObject{{QStringLiteral("count"), static_cast<qint64>(apdus.count)},
                   {QStringLiteral("extended"), static_cast<qint64>(apdus.extended)},
                   {QStringLiteral("bytes"), static_cast<qint64>(apdus.bytes)},
                   {QStringLiteral("afterPassword"), static_cast<qint64>(m_afterPassword)}}},
      {QStringLiteral("stepMs"), pages},
      {QStringLiteral("authenticationId"), m_authenticationId},
      {QStringLiteral("language"), m_languageTag},
  };
  QSaveFile file(m_file);
  return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(report).toJson()) > 0 &&
         file.commit();
}

}  // namespace madoguchi::app
