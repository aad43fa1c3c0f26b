// Filing, and what becomes of it afterwards.

#include <string>
#include <utility>

#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/application_json.h"

namespace madoguchi::app {

std::optional<forms::OutsideWindow> ApplicationFlow::outsideWindow() const {
  auto outside =
      forms::outsideWindow(forms::procedureFacts(), m_work->draft().procedure.toStdString(),
                           m_work->form().answers(), m_work->facts().today);
  const bool isKnown = outside && outside->window.state != forms::FilingWindow::State::dayMissing;
  return isKnown ? outside : std::nullopt;
}

void ApplicationFlow::file() {
  // The file that one on its way, or one that has failed, replaces would be filed.
  if (m_work->isUploading() || m_work->notReplaced() != nullptr) {
    emit changed();
    return;
  }
  const bool isGood = m_work->form().check();
  // As the service would answer, but before anything is signed.
  if (const auto outside = outsideWindow()) {
    if (isGood) {
      m_work->form().takeRefusal({{std::string(outside->field), std::string(outside->code)}});
    }
    fail(FailureCode::windowClosed);
    return;
  }
  if (!isGood) {
    emit changed();
    return;
  }
  if (m_welcome.cardEnded) {
    fail(FailureCode::signingCertificateExpired);
    return;
  }
  m_failure = FailureCode::none;
  if (signsWithCard()) {
    m_visit.begin();
    go(ApplicationPage::card);
  } else {
    send(false);
  }
}

void ApplicationFlow::fileAgain() { send(true); }

bool ApplicationFlow::stopSigning() {
  const bool signs = m_page == ApplicationPage::sending && m_filing->needsCard();
  if (signs) {
    m_filing->callOff();
  }
  return signs;
}

void ApplicationFlow::toPassword() {
  m_failure = FailureCode::none;
  go(ApplicationPage::password);
}

void ApplicationFlow::send(bool again) {
  go(ApplicationPage::sending);
  m_filing->file(again);
}

void ApplicationFlow::cancelFiling() {
  m_filing->callOff();
  m_visit.end();
  m_failure = FailureCode::none;
  go(ApplicationPage::review);
}

void ApplicationFlow::onFiled() {
  m_visit.end();
  if (!m_filing->isDone()) {
    m_failure = m_filing->failure();
    go(ApplicationPage::review);
    return;
  }
  go(ApplicationPage::filed);
}

void ApplicationFlow::openApplication(const QString& id) {
  ask([this, id] {
    return askApplication(m_uses.server, id,
                          [this](const ApplicationAnswer& answer) { takeApplication(answer); });
  });
}

void ApplicationFlow::takeApplication(const ApplicationAnswer& answer) {
  fail(answer.failure);
  if (answer.failure == FailureCode::none) {
    m_application = answer.application;
    openReport();
    watchWanted(m_wanted != nullptr && m_wanted->isOver());
    go(ApplicationPage::detail);
  }
}

void ApplicationFlow::openReport() {
  auto& report = m_reports[m_application->line.id];
  if (report != nullptr) {
    return;
  }
  report = std::make_unique<ErrorReport>(m_uses.server, m_application->line.id);
  connect(report.get(), &ErrorReport::sent, this, [this](const ApplicationAnswer& answer) {
    if (m_application && m_application->line.id == answer.application.line.id) {
      m_application = answer.application;
      emit changed();
    }
  });
}

void ApplicationFlow::dropWanted() {
  if (m_wanted != nullptr) {
    m_wanted.release()->deleteLater();  // the page that shows it goes before
  }
}

void ApplicationFlow::watchWanted(bool isOver) {
  dropWanted();
  if (!m_application->line.documentsWanted) {
    return;
  }
  m_wanted = std::make_unique<WantedDocuments>(m_uses.server, *m_application, isOver);
  connect(m_wanted.get(), &WantedDocuments::handedIn, this, &ApplicationFlow::takeApplication);
  connect(m_wanted.get(), &WantedDocuments::failed, this, &ApplicationFlow::fail);
  connect(m_wanted.get(), &WantedDocuments::outdated, this,
          [this] { openApplication(m_application->line.id); });
}

void ApplicationFlow::withdraw() {
  askForStep([this] {
    return withdrawApplication(
        m_uses.server, m_application->line.id,
        [this](const ApplicationAnswer& answer) { takeApplication(answer); });
  });
}

void ApplicationFlow::receiveBy(const QString& way) {
  askForStep([this, way] {
    return changeReceive(m_uses.server, m_application->line.id, way,
                         [this](const ApplicationAnswer& answer) { takeApplication(answer); });
  });
}

void ApplicationFlow::copyAsNewDraft() {
  ask([this] {
    const QString id = m_application->line.id;
    std::string& key = m_copyKeys[id];
    if (key.empty()) {
      key = newKey();
    }
    return copyAsDraft(m_uses.server, id, key, [this, id](const CopiedAnswer& answer) {
      fail(answer.failure);
      if (answer.failure == FailureCode::none) {
        m_copyKeys.erase(id);  // whoever asks once more wants one more
        openDraft(answer.draft);
      }
    });
  });
}

}  // namespace madoguchi::app
