#include "app/kit/secret_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/failure_panel.h"
#include "app/kit/pad_choice.h"
#include "app/kit/secret_entry.h"
#include "app/kit/secret_texts.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

bool isPassword(card::Secret which) { return which == card::Secret::signaturePassword; }

}  // namespace

SecretPage::SecretPage(RegistrationFlow& flow, card::Secret which, QWidget* parent)
    : PageWidget(
          flow, isPassword(which) ? QStringLiteral("password") : QStringLiteral("pin"),
          [which] { return isPassword(which) ? qtTrId("password.title") : qtTrId("pin.title"); },
          parent),
      m_which(which) {
  build();
  connect(&flow, &RegistrationFlow::secretOutcomeChanged, this, &SecretPage::showState);
  connect(&flow, &RegistrationFlow::cardStatusChanged, this, &SecretPage::showState);
  connect(&flow, &RegistrationFlow::problemChanged, this, &SecretPage::showState);
  speak(*this, [this] { showState(); });
}

void SecretPage::build() {
  const bool password = isPassword(m_which);
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  RubyButton* other = m_failure->addWay(named(QStringLiteral("otherCard")), true);
  speak(*other, [other] { other->setMarkup(qtTrId("way.otherCard")); });
  connect(other, &RubyButton::clicked, this, &PageWidget::otherCardWanted);
  m_failure->addWaysOut(*this);
  m_answer = new MessagePanel(MessagePanel::Kind::error, this);
  m_answer->setObjectName(named(QStringLiteral("answer")));
  column()->addWidget(m_answer);
  m_notEntered = new MessagePanel(MessagePanel::Kind::notice, this);
  m_notEntered->setObjectName(named(QStringLiteral("notEntered")));
  column()->addWidget(m_notEntered);

  m_intro =
      addText([password] { return password ? qtTrId("password.intro") : qtTrId("pin.intro"); });
  m_tries = addLabel(RubyLabel::Role::strong);
  m_tries->setObjectName(named(QStringLiteral("tries")));
  m_pad =
      new PadChoice([] { return qtTrId("pin.pad.text"); }, named(QStringLiteral("onScreen")), this);
  connect(m_pad, &PadChoice::changed, this, &SecretPage::showState);
  column()->addWidget(m_pad);
  m_entry = new SecretEntry(m_which, objectName(), this);
  m_entry->setObjectName(named(QStringLiteral("entry")));
  column()->addWidget(m_entry);

  m_lastTry = new MessagePanel(MessagePanel::Kind::notice, this);
  m_lastTry->setObjectName(named(QStringLiteral("lastTry")));
  column()->addWidget(m_lastTry);
  RubyButton* no = m_lastTry->addWay(named(QStringLiteral("lastTry.no")));
  speak(*no, [no] { no->setMarkup(qtTrId("secret.lastTry.no")); });
  connect(no, &RubyButton::clicked, this, [this] { flow().confirmLastTry(false); });
  RubyButton* yes = m_lastTry->addWay(named(QStringLiteral("lastTry.yes")));
  speak(*yes, [yes] { yes->setMarkup(qtTrId("secret.lastTry.yes")); });
  connect(yes, &RubyButton::clicked, this, [this] { flow().confirmLastTry(true); });
  m_checking = new MessagePanel(MessagePanel::Kind::notice, this);
  m_checking->setObjectName(named(QStringLiteral("checking")));
  column()->addWidget(m_checking);

  m_next = addButton(
      QStringLiteral("next"), RubyButton::Kind::primary, [] { return qtTrId("common.next"); },
      u'N');
  connect(m_next, &RubyButton::clicked, this, &SecretPage::give);
  setDefaultButton(m_next);
  addSpace(0.5);
  m_forgotten = addSection([] { return qtTrId("secret.forgotten"); });
  m_forgotten->setObjectName(named(QStringLiteral("forgotten")));
  m_whenForgotten = addText(
      [password] { return password ? qtTrId("password.forgotten") : qtTrId("pin.forgotten"); });
  column()->addStretch();
}

std::optional<card::TriesLeft> SecretPage::tries() const {
  const CardStatus& status = flow().cardStatus();
  return isPassword(m_which) ? status.passwordTries : status.pinTries;
}

void SecretPage::focusFirst() {
  if (m_pad->atReader()) {
    m_next->setFocus(Qt::OtherFocusReason);
  } else if (m_entry->isEnabled()) {
    m_entry->field().setFocus(Qt::OtherFocusReason);
  } else {
    PageWidget::focusFirst();
  }
}

void SecretPage::give() {
  if (flow().secretOutcome() == SecretOutcome::checking) return;
  card::SecretBuffer secret = m_entry->field().take();
  m_shown = SecretOutcome::none;  // the same answer twice is news twice
  if (m_pad->atReader()) {
    flow().typeAuthenticationPinAtReader();
    return;
  }
  if (isPassword(m_which)) {
    flow().giveSignaturePassword(std::move(secret));
  } else {
    flow().giveAuthenticationPin(std::move(secret));
  }
  if (flow().secretOutcome() == SecretOutcome::impossible) showState();
}

void SecretPage::showState() {
  const auto left = tries();
  const bool blocked = left && *left == 0;
  FailureCode problem = flow().problem();
  if (problem == FailureCode::none && blocked) {
    problem = isPassword(m_which) ? FailureCode::passwordBlocked : FailureCode::pinBlocked;
  }
  // What it is and what to do without it is in the way of what to do now.
  for (RubyLabel* label : {m_intro, m_forgotten, m_whenForgotten}) label->setVisible(!blocked);
  const SecretOutcome outcome = flow().secretOutcome();
  m_tries->setMarkup(triesText(left));
  m_tries->setColour(left && *left <= 1 ? coloursOf(palette()).error : QColor());
  m_tries->setVisible(!blocked);
  m_entry->setDetail(m_tries->text());
  m_pad->setOffered(!isPassword(m_which) && flow().cardStatus().pinPad && !blocked);
  m_entry->setVisible(!blocked && !m_pad->atReader());
  m_next->setVisible(!blocked && outcome != SecretOutcome::needsLastTryConfirmation);
  const bool busy =
      outcome == SecretOutcome::checking || outcome == SecretOutcome::needsLastTryConfirmation;
  m_entry->setEnabled(!busy);
  m_pad->setEnabled(!busy);

  m_lastTry->setVisible(outcome == SecretOutcome::needsLastTryConfirmation);
  m_lastTry->setTexts(qtTrId("secret.lastTry.title"), qtTrId("secret.lastTry.text"), {});
  m_checking->setVisible(outcome == SecretOutcome::checking);
  if (m_pad->atReader()) {
    m_checking->setTexts(qtTrId("pin.pad.typing.title"), qtTrId("pin.pad.typing.text"), {});
  } else {
    m_checking->setTexts(qtTrId("secret.checking.title"), qtTrId("secret.checking.text"), {});
  }
  m_notEntered->setVisible(outcome == SecretOutcome::notEntered);
  m_notEntered->setTexts(qtTrId("pin.pad.notEntered.title"), qtTrId("pin.pad.notEntered.text"), {});
  const bool wrong = outcome == SecretOutcome::wrong && !blocked;
  m_answer->setVisible(wrong || outcome == SecretOutcome::impossible);
  if (wrong) {
    m_answer->setTexts(isPassword(m_which) ? qtTrId("password.wrong") : qtTrId("pin.wrong"),
                       triesText(left), qtTrId("secret.wrong.remedy"));
  } else if (outcome == SecretOutcome::impossible) {
    m_answer->setTexts(
        qtTrId("secret.impossible.title"),
        isPassword(m_which) ? qtTrId("secret.password.rule") : qtTrId("secret.pin.rule"),
        qtTrId("secret.impossible.remedy"));
  }

  const bool newFailure = m_failure->setFailure(problem);
  const bool newOutcome = std::exchange(m_shown, outcome) != outcome;
  if (newFailure) {
    m_failure->present();
  } else if (newOutcome && m_answer->isVisibleTo(this)) {
    m_answer->present();
    m_entry->field().setFocus(Qt::OtherFocusReason);
  } else if (newOutcome && outcome == SecretOutcome::notEntered) {
    m_notEntered->present();
  } else if (newOutcome && outcome == SecretOutcome::needsLastTryConfirmation) {
    m_lastTry->present();
  } else if (newOutcome && outcome == SecretOutcome::checking) {
    m_checking->present();
  } else if (newOutcome && outcome == SecretOutcome::none && isVisible()) {
    focusFirst();
  }
}

}  // namespace madoguchi::app
