#include "app/rooms/account/information_change.h"

#include <QUuid>
#include <chrono>
#include <utility>

#include "app/core/service_clock.h"
#include "app/form/form_model.h"
#include "app/server/outcome.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"
#include "forms/registration/information_change.h"

namespace madoguchi::app {

forms::Facts accountFacts(forms::Entrance entrance) {
  return forms::registrationFacts(entrance, forms::dayInJapan(serviceTime()));
}

InformationChange::InformationChange(Server& server, forms::Entrance entrance,
                                     forms::Answers registered, QObject* parent)
    : QObject(parent),
      m_server(server),
      m_entrance(entrance),
      m_registered(std::move(registered)),
      m_form(std::make_unique<FormModel>(forms::informationChangeForm(),
                                         [entrance] { return accountFacts(entrance); })) {}

InformationChange::~InformationChange() = default;

QString InformationChange::registered(const forms::FieldPath& field) const {
  return QString::fromStdString(forms::valueAt(m_registered, field));
}

std::vector<forms::FieldPath> InformationChange::changes() const {
  const forms::Values changed = forms::changesOf(m_form->answers(), m_registered);
  std::vector<forms::FieldPath> paths;
  for (const forms::FieldPath& path : m_form->fields()) {
    if (changed.contains(path.field)) {
      paths.push_back(path);
    }
  }
  return paths;
}

bool InformationChange::check() {
  m_failure = FailureCode::none;
  if (m_form->check()) {
    const auto found =
        forms::judgeChange(m_form->answers(), m_registered, accountFacts(m_entrance));
    if (forms::isAcceptable(found)) {
      return true;
    }
    std::vector<protocol::FieldError> errors;
    errors.reserve(found.size());
    for (const forms::Finding& finding : found) {
      errors.push_back({finding.path.field, finding.code});
    }
    m_form->takeRefusal(errors);
  }
  m_summaryCode = QString::fromStdString(forms::summaryCodeOfChange(m_form->findings()));
  return false;
}

void InformationChange::send() {
  if (m_isAsking || m_done) {
    return;
  }
  std::string text = forms::canonicalJson(forms::informationChangeForm(), m_form->answers(),
                                          accountFacts(m_entrance));
  if (std::exchange(m_text, text) != text) {
    m_key = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
  }
  m_failure = FailureCode::none;
  m_isAsking = true;
  m_sent = true;
  m_asking = sendChange(m_server, m_key, std::move(text),
                        [this](ChangeAnswer answer) { onAnswer(std::move(answer)); });
  emit changed();
}

void InformationChange::callOff() {
  m_asking.drop();
  if (std::exchange(m_isAsking, false)) {
    emit changed();
  }
}

void InformationChange::onAnswer(ChangeAnswer answer) {
  if (!std::exchange(m_isAsking, false)) {
    return;  // it has ended the session, which comes first
  }
  m_outcome = std::move(answer);
  m_failure = m_outcome.failure;
  m_sent = leavesOpen(m_failure);
  m_done = m_failure == FailureCode::none;
  if (!m_outcome.errors.empty()) {
    m_form->takeRefusal(m_outcome.errors);
    m_summaryCode = m_outcome.summaryCode;
  }
  emit changed();
  emit answered();
}

}  // namespace madoguchi::app
