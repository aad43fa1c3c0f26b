#include "app/rooms/registration/run_report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <utility>

#include "app/core/language.h"
#include "app/core/whole_file.h"

namespace madoguchi::app {

RunReport::RunReport(const CardDesk& card, const Language& language, QString file, QObject* parent)
    : QObject(parent), m_card(card), m_language(language), m_file(std::move(file)) {
  m_since.start();
}

void RunReport::countTime() {
  const qint64 time = m_since.restart();
  if (!m_place.isEmpty()) {
    m_milliseconds[m_place] += time;
  }
}

void RunReport::notePlace(const Place& place) {
  countTime();
  m_place = place.page;
}

void RunReport::follow(const RegistrationFlow& flow) {
  connect(&flow.visit(), &CardVisit::answerChanged, this, [this, &flow](card::Secret which) {
    // Nothing has gone to the card yet when it is said that a secret is being checked.
    if (flow.page() == Page::signaturePassword &&
        flow.visit().answer(which) == SecretAnswer::checking) {
      m_untilPassword = m_card.apdus().count;
    }
  });
  connect(&flow, &Journey::placeChanged, this, [this, &flow, before = flow.page()]() mutable {
    const Page from = std::exchange(before, flow.page());
    if (from == Page::authenticationPin && flow.page() == Page::step1) {
      m_afterPassword = m_card.apdus().count - m_untilPassword;
    }
    if (flow.page() == Page::step3) {
      m_authenticationId = flow.authenticationId();
      write();
    }
  });
}

bool RunReport::write() {
  countTime();
  const card::ApduCounter apdus = m_card.apdus();
  QJsonObject pages;
  for (const auto& [place, milliseconds] : m_milliseconds) {
    pages[place] = milliseconds;
  }
  const QJsonObject report{
      {QStringLiteral("apdu"),
       QJsonObject{{QStringLiteral("count"), static_cast<qint64>(apdus.count)},
                   {QStringLiteral("extended"), static_cast<qint64>(apdus.extended)},
                   {QStringLiteral("bytes"), static_cast<qint64>(apdus.bytes)},
                   {QStringLiteral("afterPassword"), static_cast<qint64>(m_afterPassword)}}},
      {QStringLiteral("stepMs"), pages},
      {QStringLiteral("authenticationId"), m_authenticationId},
      {QStringLiteral("language"), m_language.current()},
  };
  return writeFile(m_file, QJsonDocument(report).toJson());
}

}  // namespace madoguchi::app
