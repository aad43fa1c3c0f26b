#include "app/kit/failure_panel.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/page_widget.h"
#include "app/kit/texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

FailurePanel::FailurePanel(const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::error, parent) {
  setObjectName(objectName);
  hide();
  speak(*this, [this] { sayAll(); });
}

void FailurePanel::sayAll() {
  if (m_code == FailureCode::none) return;
  const FailureTexts texts = failureTexts(m_code);
  setTexts(texts.title, texts.text, m_over ? QString() : texts.remedy,
           m_over ? QString() : spokenText(qtTrId("failure.code")).arg(shownCode(m_code)));
  // Nor has anything failed where the card is still to come.
  setKind(m_over || m_code == FailureCode::noCard ? Kind::notice : Kind::error);
}

bool FailurePanel::isAboutCard() const {
  switch (m_code) {
    case FailureCode::certificateRefused:
    case FailureCode::certificateNotYetValidAtServer:
    case FailureCode::certificateExpiredAtServer:
    case FailureCode::certificateRevoked:
      return true;
    default:
      return m_code != FailureCode::none && m_code <= FailureCode::certificateNotYetValid;
  }
}

bool FailurePanel::mayPass() const {
  const bool onCard =
      m_code >= FailureCode::noSigningCertificate && m_code <= FailureCode::pinBlocked;
  return (m_code != FailureCode::none && m_code <= FailureCode::signatureRefused && !onCard) ||
         m_code == FailureCode::certificateNotYetValidAtServer;
}

bool FailurePanel::setFailure(FailureCode code) {
  const bool another = std::exchange(m_code, code) != code && code != FailureCode::none;
  if (another) {
    m_over = false;
    sayAll();
  }
  setVisible(code != FailureCode::none);
  if (m_agent != nullptr) {
    m_agent->setVisible(isAboutCard());
    if (another) showAgentHelp(false);
  }
  return another;
}

void FailurePanel::setOver(bool over) {
  if (std::exchange(m_over, over) != over) sayAll();
}

void FailurePanel::addWaysOut(PageWidget& page) {
  m_agentHelp = new RubyLabel(RubyLabel::Role::body, this);
  m_agentHelp->setObjectName(objectName() + QStringLiteral(".agentHelp"));
  speak(*m_agentHelp, [this] { m_agentHelp->setMarkup(qtTrId("way.agent.text")); });
  body()->addWidget(m_agentHelp);
  m_agent = addWay(objectName() + QStringLiteral(".agent"));
  speak(*m_agent, [this] { m_agent->setMarkup(qtTrId("way.agent")); });
  connect(m_agent, &RubyButton::clicked, this, [this] { showAgentHelp(m_agentHelp->isHidden()); });
  showAgentHelp(false);
  RubyButton* help = addWay(objectName() + QStringLiteral(".help"));
  speak(*help, [help] { help->setMarkup(qtTrId("help.open")); });
  connect(help, &RubyButton::clicked, &page, &PageWidget::helpWanted);
  RubyButton* leave = addWay(objectName() + QStringLiteral(".leave"));
  speak(*leave, [leave] { leave->setMarkup(qtTrId("way.leave")); });
  connect(leave, &RubyButton::clicked, &page, &PageWidget::leaveWanted);
}

void FailurePanel::showAgentHelp(bool shown) {
  m_agentHelp->setVisible(shown);
  if (shown) announce(*m_agentHelp);
}

}  // namespace madoguchi::app
