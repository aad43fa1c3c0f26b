#include "app/kit/secret_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/card_notice.h"
#include "app/kit/card_secret_entry.h"
#include "app/kit/failure_panel.h"
#include "app/kit/pad_choice.h"
#include "app/kit/secret_panels.h"
#include "app/kit/secret_texts.h"
#include "app/kit/texts.h"
#include "app/widgets/look.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

namespace {

/// Of the drawing, in font sizes: the small characters on it are just read.
constexpr double kPaperHeight = 14;

bool isPassword(card::Secret which) { return which == card::Secret::signaturePassword; }

std::optional<card::TriesLeft> triesOn(const CardVisit& visit, card::Secret which) {
  const CardStatus& status = visit.status();
  return isPassword(which) ? status.passwordTries : status.pinTries;
}

/// What is blocked is not asked for.
QString titleOf(const CardVisit& visit, card::Secret which) {
  if (triesOn(visit, which) == 0)
    return failureTexts(isPassword(which) ? FailureCode::passwordBlocked : FailureCode::pinBlocked)
        .title;
  return isPassword(which) ? qtTrId("password.title") : qtTrId("pin.title");
}

}  // namespace

SecretPage::SecretPage(CardVisit& visit, card::Secret which, QWidget* parent)
    : PageWidget(
          isPassword(which) ? QStringLiteral("password") : QStringLiteral("pin"),
          [&visit, which] { return titleOf(visit, which); }, parent),
      m_visit(visit),
      m_which(which) {
  build();
  connect(&visit, &CardVisit::answerChanged, this, &SecretPage::showState);
  connect(&visit, &CardVisit::statusChanged, this, &SecretPage::showState);
  connect(&visit, &CardVisit::failureChanged, this, &SecretPage::showState);
  speak(*this, [this] { showState(); });
}

void SecretPage::build() {
  const bool password = isPassword(m_which);
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  RubyButton* other =
      m_failure->addWay(named(QStringLiteral("otherCard")), RubyButton::Kind::primary);
  speak(*other, [other] { other->setMarkup(qtTrId("way.otherCard")); });
  connect(other, &RubyButton::clicked, this, &SecretPage::otherCardWanted);
  m_failure->addWaysOut(*this);
  column()->addWidget(new CardNotice(m_visit, CardNotice::About::beginsLater,
                                     named(QStringLiteral("beginsLater")), this));
  m_notEntered = new MessagePanel(MessagePanel::Kind::notice, this);
  m_notEntered->setObjectName(named(QStringLiteral("notEntered")));
  column()->addWidget(m_notEntered);

  m_intro =
      addText([password] { return password ? qtTrId("password.intro") : qtTrId("pin.intro"); });
  m_tries = addLabel(RubyLabel::Role::strong);
  m_tries->setObjectName(named(QStringLiteral("tries")));
  m_triesMeaning = addText([password] {
    return password ? qtTrId("password.triesMeaning") : qtTrId("pin.triesMeaning");
  });
  m_triesMeaning->setObjectName(named(QStringLiteral("triesMeaning")));
  m_pad = new PadChoice(
      m_visit, [] { return qtTrId("pin.pad.text"); }, objectName(), this);
  connect(m_pad, &PadChoice::changed, this, &SecretPage::showState);
  column()->addWidget(m_pad);
  auto* asking = new QWidget(this);
  seeAsOne(*asking);
  auto* lines = new QVBoxLayout(asking);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(em(*this));
  m_entry = new CardSecretEntry(m_visit, m_which, objectName(), asking);
  m_entry->setObjectName(named(QStringLiteral("entry")));
  lines->addWidget(m_entry);
  m_lastTry = new LastTryPanel(m_visit, named(QStringLiteral("lastTry")), asking);
  lines->addWidget(m_lastTry);
  column()->addWidget(asking);
  m_checking = new CheckingPanel(m_visit, named(QStringLiteral("checking")), this);
  column()->addWidget(m_checking);

  m_next = addButton(
      QStringLiteral("next"), RubyButton::Kind::primary, [] { return qtTrId("common.next"); },
      u'N');
  connect(m_next, &RubyButton::clicked, this, &SecretPage::give);
  setDefaultButton(m_next);
  addSpace(0.5);
  addWhichSecret();
  addSpace(0.5);
  m_forgotten = new ForgottenSecrets({m_which}, named(QStringLiteral("forgotten")), this);
  column()->addWidget(m_forgotten);
  column()->addStretch();
}

void SecretPage::addWhichSecret() {
  const bool password = isPassword(m_which);
  m_whichSecret = new QWidget(this);
  m_whichSecret->setObjectName(named(QStringLiteral("which")));
  auto* lines = new QVBoxLayout(m_whichSecret);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(em(*this));
  const auto add = [&](RubyLabel::Role role, Text text) {
    auto* label = new RubyLabel(role, m_whichSecret);
    speak(*label, [label, text = std::move(text)] { label->setMarkup(text()); });
    lines->addWidget(label);
  };
  add(RubyLabel::Role::section, [] { return qtTrId("secret.which"); });
  add(RubyLabel::Role::body,
      [password] { return password ? qtTrId("password.which") : qtTrId("pin.which"); });
  auto* paper = new SvgPicture(password ? QStringLiteral(":/icons/paper-password.svg")
                                        : QStringLiteral(":/icons/paper-pin.svg"),
                               kPaperHeight, m_whichSecret);
  speak(*paper, [paper, password] {
    paper->setAccessibleName(spokenText(password ? qtTrId("password.paper") : qtTrId("pin.paper")));
  });
  lines->addWidget(paper);
  column()->addWidget(m_whichSecret);
}

void SecretPage::focusFirst() {
  if (m_failure->failure() != FailureCode::none) {
    m_failure->present();
  } else if (m_pad->atReader()) {
    m_next->setFocus(Qt::OtherFocusReason);
  } else if (m_entry->isEnabled()) {
    m_entry->field().setFocus(Qt::OtherFocusReason);
  } else {
    PageWidget::focusFirst();
  }
}

void SecretPage::give() {
  if (m_visit.isChecking()) return;
  m_shown = SecretAnswer::none;  // the same answer twice is news twice
  if (m_pad->atReader()) {
    m_visit.typePinAtReader();
    return;
  }
  m_visit.give(m_which, m_entry->typed());
  m_entry->settle();
  if (m_visit.answer(m_which) == SecretAnswer::impossible) showState();
}

void SecretPage::presentAnswer(SecretAnswer answer) {
  switch (answer) {
    case SecretAnswer::wrong:
    case SecretAnswer::impossible:
      if (!m_pad->presentAnswer()) m_entry->presentAnswer();
      break;
    case SecretAnswer::notEntered:
      m_notEntered->present();
      break;
    case SecretAnswer::lastTry:
      m_lastTry->present();
      break;
    case SecretAnswer::checking:
      m_checking->present();
      break;
    default:
      break;
  }
}

void SecretPage::showState() {
  const auto left = triesOn(m_visit, m_which);
  const bool blocked = left == 0;
  if (std::exchange(m_blocked, blocked) != blocked) sayTitle();
  FailureCode problem = m_visit.failure();
  if (problem == FailureCode::none && blocked) {
    problem = isPassword(m_which) ? FailureCode::passwordBlocked : FailureCode::pinBlocked;
  }
  // What it is and what to do without it is in the way of what to do now.
  for (QWidget* words :
       std::initializer_list<QWidget*>{m_intro, m_triesMeaning, m_whichSecret, m_forgotten})
    words->setVisible(!blocked);
  const SecretAnswer answer = m_visit.answer(m_which);
  m_tries->setMarkup(triesText(left));
  m_tries->setColour(left && *left <= 1 ? coloursOf(palette()).error : QColor());
  m_tries->setVisible(!blocked);
  m_entry->setDetail(m_tries->text());
  m_pad->setOffered(!isPassword(m_which) && m_visit.status().pinPad && !blocked);
  m_entry->setVisible(!blocked && !m_pad->atReader());
  m_next->setVisible(!blocked && answer != SecretAnswer::lastTry);
  const bool checking = answer == SecretAnswer::checking;
  m_entry->setEnabled(!checking);
  m_pad->setEnabled(!checking && answer != SecretAnswer::lastTry);

  m_notEntered->setVisible(answer == SecretAnswer::notEntered);
  m_notEntered->setTexts(qtTrId("pin.pad.notEntered.title"), qtTrId("pin.pad.notEntered.text"), {});

  const bool newFailure = m_failure->setFailure(problem);
  const SecretAnswer before = std::exchange(m_shown, answer);
  const bool newAnswer = before != answer;
  if (newFailure) {
    m_failure->present();
  } else if (newAnswer && !blocked) {
    presentAnswer(answer);
  }
  if (before == SecretAnswer::lastTry && answer == SecretAnswer::none && isVisible()) {
    focusFirst();
  }
}

}  // namespace madoguchi::app
