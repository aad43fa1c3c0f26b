#include "app/rooms/login/pages/login_page.h"

#include <QLineEdit>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/failure_panel.h"
#include "app/kit/secret_entry.h"
#include "app/rooms/login/login_flow.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

/// The message of the Agency's table at its field, with its code: a help desk can look it up.
QString messageAt(const QString& code, const QString& label) {
  if (code.isEmpty()) return {};
  const QString id = QStringLiteral("fieldError.%1").arg(code);
  return qtTrId(id.toUtf8().constData()).arg(label) + QStringLiteral(" (%1)").arg(code);
}

}  // namespace

LoginPage::LoginPage(LoginFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("login"), [] { return qtTrId("login.title"); }, parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  addText([] { return qtTrId("login.intro"); });
  buildId();
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
  addSection([] { return qtTrId("login.forgotten"); });
  addText([] { return qtTrId("login.forgotten.text"); });
  column()->addStretch();
  connect(&flow, &LoginFlow::changed, this, &LoginPage::showState);
  connect(&flow, &LoginFlow::failed, this, &LoginPage::showFailure);
  speak(*this, [this] { showState(); });
}

void LoginPage::buildId() {
  auto* label = addText([] { return qtTrId("login.id.label"); }, RubyLabel::Role::strong);
  auto* rule = addText([] { return qtTrId("login.id.rule"); });
  m_idError = addLabel(RubyLabel::Role::strong);
  m_idError->setObjectName(named(QStringLiteral("id.error")));
  m_id = new QLineEdit(m_flow.authenticationId(), this);
  m_id->setObjectName(named(QStringLiteral("id")));
  m_id->setMaximumWidth(em(*this, 20));
  m_id->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhPreferLatin);
  label->setBuddy(m_id);
  column()->addWidget(m_id);
  speak(*m_id, [this, label, rule] {
    m_id->setAccessibleName(label->text());
    m_id->setAccessibleDescription(rule->text());
  });
  connect(m_id, &QLineEdit::textChanged, &m_flow, &LoginFlow::setAuthenticationId);
  connect(m_id, &QLineEdit::editingFinished, &m_flow, &LoginFlow::repairAuthenticationId);
}

void LoginPage::buildPassword() {
  const SecretRules rules = {.longest = longestPassword(),
                             .accepted = &passwordCharacter,
                             .casesDiffer = true,
                             .mayBePasted = true};
  m_password = new SecretEntry(
      rules,
      {.label = [] { return qtTrId("login.password.label"); },
       .rule = [] { return qtTrId("login.password.rule"); },
       .count = [](int length) { return qtTrId("login.password.count", length); },
       .refused = [] { return qtTrId("login.password.refused"); },
       .full = [] { return qtTrId("login.password.full"); }},
      [this](std::function<void()> act) { return m_flow.afterSecretLifetime(std::move(act)); },
      named(QStringLiteral("password")), this);
  column()->addWidget(m_password);
  connect(&m_password->field(), &SecretField::lengthChanged, &m_flow,
          &LoginFlow::notePasswordTyped);
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
  if (m_id->text() != m_flow.authenticationId()) m_id->setText(m_flow.authenticationId());
  m_idError->setColour(coloursOf(palette()).error);
  m_idError->setMarkup(messageAt(m_flow.idError(), qtTrId("login.id.label")));
  m_idError->setVisible(!m_flow.idError().isEmpty());
  m_id->setProperty("wrong", !m_flow.idError().isEmpty());
  m_id->update();
  m_password->setError(messageAt(m_flow.passwordError(), qtTrId("login.password.label")));
  // Nothing is disabled, so that the focus stays where it is.
  m_id->setReadOnly(m_flow.isAsking());
  m_asking->setVisible(m_flow.isAsking());
  if (m_flow.isAsking()) announce(*m_asking);
}

void LoginPage::showFailure() {
  if (!m_flow.idError().isEmpty()) {
    m_id->setFocus(Qt::OtherFocusReason);
    announce(*m_idError);
  } else if (!m_flow.passwordError().isEmpty()) {
    m_password->field().setFocus(Qt::OtherFocusReason);
  } else {
    m_failure->present();
  }
}

}  // namespace madoguchi::app
