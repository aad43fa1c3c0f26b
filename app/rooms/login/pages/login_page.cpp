#include "app/rooms/login/pages/login_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/failure_panel.h"
#include "app/kit/line_entry.h"
#include "app/kit/password_entry.h"
#include "app/kit/secret_entry.h"
#include "app/kit/texts.h"
#include "app/rooms/login/login_flow.h"
#include "app/rooms/login/pages/forgotten_id_page.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

LoginPage::LoginPage(LoginFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("login"), [] { return qtTrId("login.title"); }, parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  m_newPassword = m_failure->addWay(named(QStringLiteral("newPassword")));
  speak(*m_newPassword, [this] { m_newPassword->setMarkup(qtTrId("login.newPassword")); });
  connect(m_newPassword, &RubyButton::clicked, &flow, &LoginFlow::setNewPassword);
  addText([withoutCard = flow.isWithoutCard()] {
    return withoutCard ? qtTrId("login.intro.withoutCard") : qtTrId("login.intro");
  });
  m_id = idEntry(named(QStringLiteral("id")), this);
  column()->addWidget(m_id);
  connect(m_id, &LineEntry::typed, &m_flow, &LoginFlow::setAuthenticationId);
  connect(m_id, &LineEntry::left, &m_flow, &LoginFlow::repairAuthenticationId);
  addSpace(0.5);
  buildPassword();
  m_asking = addText([] { return qtTrId("login.asking"); }, RubyLabel::Role::small);
  m_asking->setObjectName(named(QStringLiteral("asking")));
  RubyButton* logIn = addButton(
      QStringLiteral("logIn"), RubyButton::Kind::primary, [] { return qtTrId("login.logIn"); },
      u'L');
  connect(logIn, &RubyButton::clicked, this, [this] {
    if (m_flow.isAsking()) return;
    card::SecretBuffer password = m_password->typed();
    m_password->field().clear();
    m_flow.logIn(std::move(password));
  });
  setDefaultButton(logIn);
  buildForgotten();
  column()->addStretch();
  connect(&flow, &LoginFlow::changed, this, &LoginPage::showState);
  connect(&flow, &LoginFlow::failed, this, &LoginPage::showFailure);
  speak(*this, [this] { showState(); });
}

void LoginPage::buildPassword() {
  m_password = passwordEntry(
      {.label = [] { return qtTrId("login.password.label"); },
       .rule = [] { return qtTrId("login.password.rule"); }},
      [this](std::function<void()> act) { return m_flow.afterSecretLifetime(std::move(act)); },
      named(QStringLiteral("password")), this);
  column()->addWidget(m_password);
  connect(&m_password->field(), &SecretField::lengthChanged, &m_flow,
          &LoginFlow::notePasswordTyped);
}

void LoginPage::buildForgotten() {
  addSection([] { return qtTrId("login.forgottenPassword"); });
  addText([] { return qtTrId("login.forgottenPassword.text"); });
  m_email = new LineEntry(
      named(QStringLiteral("email")), [] { return qtTrId("login.email.label"); },
      [] { return qtTrId("login.email.rule"); }, this);
  column()->addWidget(m_email);
  connect(m_email, &LineEntry::typed, &m_flow, &LoginFlow::setEmail);
  m_sent = new MessagePanel(MessagePanel::Kind::good, this);
  m_sent->setObjectName(named(QStringLiteral("sent")));
  column()->addWidget(m_sent);
  RubyButton* send = addButton(
      QStringLiteral("requestLink"), RubyButton::Kind::secondary,
      [] { return qtTrId("login.requestLink"); }, u'S');
  connect(send, &RubyButton::clicked, &m_flow, &LoginFlow::requestLink);
  RubyButton* link = addButton(QStringLiteral("haveLink"), RubyButton::Kind::link,
                               [] { return qtTrId("login.haveLink"); });
  connect(link, &RubyButton::clicked, &m_flow, &LoginFlow::setPasswordByLink);
  addSection([] { return qtTrId("login.forgotten"); });
  addText([] { return qtTrId("login.forgotten.text"); });
  RubyButton* forgottenId = addButton(QStringLiteral("forgottenId"), RubyButton::Kind::link,
                                      [] { return qtTrId("login.forgottenId"); });
  connect(forgottenId, &RubyButton::clicked, this,
          [this] { emit overWanted(new ForgottenIdPage); });
}

void LoginPage::focusFirst() {
  // What stands above the fields is read first.
  if (m_failure->isVisibleTo(this)) {
    m_failure->present();
  } else {
    m_id->setFocus(Qt::OtherFocusReason);
  }
}

void LoginPage::showState() {
  m_failure->setFailure(m_flow.failure());
  m_newPassword->setVisible(m_flow.failure() == FailureCode::passwordExpired);
  m_id->setText(m_flow.authenticationId());
  m_id->setError(m_flow.idError());
  m_email->setError(m_flow.emailError());
  const bool sent = m_flow.linkIsOnItsWay();
  m_sent->setTexts(qtTrId("login.sent.title"), qtTrId("login.sent.text"),
                   qtTrId("login.sent.remedy"));
  const bool isNews = sent && !m_sent->isVisibleTo(this);
  m_sent->setVisible(sent);
  if (isNews) m_sent->present();
  m_password->setError(messageAt(m_flow.passwordError(), qtTrId("login.password.label")));
  // Nothing is disabled, so that the focus stays where it is.
  for (LineEntry* line : {m_id, m_email}) line->setReadOnly(m_flow.isAsking());
  m_asking->setVisible(m_flow.isAsking());
  if (m_flow.isAsking()) announce(*m_asking);
}

void LoginPage::showFailure() {
  if (!m_flow.idError().isEmpty()) {
    m_id->present();
  } else if (!m_flow.passwordError().isEmpty()) {
    m_password->field().setFocus(Qt::OtherFocusReason);
  } else if (!m_flow.emailError().isEmpty()) {
    m_email->present();
  } else {
    m_failure->present();
  }
}

}  // namespace madoguchi::app
