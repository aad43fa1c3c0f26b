#include "app/kit/secret_panels.h"

#include <QVBoxLayout>
#include <algorithm>
#include <optional>

#include "app/card/card_visit.h"
#include "app/kit/secret_texts.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

/// Shows the panel while any secret has this answer.
void showWhile(MessagePanel& panel, const CardVisit& visit, SecretAnswer answer) {
  panel.setVisible(std::ranges::any_of(
      kSecrets, [&](card::Secret which) { return visit.answer(which) == answer; }));
}

std::optional<card::TriesLeft> triesOf(const CardVisit& visit, card::Secret which) {
  const CardStatus& status = visit.status();
  return which == card::Secret::signaturePassword ? status.passwordTries : status.pinTries;
}

QString whatALastTryCosts(card::Secret which) {
  return which == card::Secret::signaturePassword ? qtTrId("password.lastTry")
                                                  : qtTrId("pin.lastTry");
}

}  // namespace

SecretAnswerPanel::SecretAnswerPanel(CardVisit& visit, card::Secret which,
                                     const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::error, parent) {
  setObjectName(objectName);
  const auto showState = [this, &visit, which] {
    const bool password = which == card::Secret::signaturePassword;
    const SecretAnswer answer = visit.answer(which);
    setVisible(answer == SecretAnswer::wrong || answer == SecretAnswer::impossible);
    if (answer == SecretAnswer::wrong) {
      setTexts(password ? qtTrId("password.wrong") : qtTrId("pin.wrong"),
               triesText(triesOf(visit, which)), qtTrId("secret.wrong.remedy"));
    } else if (answer == SecretAnswer::impossible) {
      setTexts(qtTrId("secret.impossible.title"),
               password ? qtTrId("secret.password.rule") : qtTrId("secret.pin.rule"),
               qtTrId("secret.impossible.remedy"));
    }
  };
  connect(&visit, &CardVisit::answerChanged, this, showState);
  connect(&visit, &CardVisit::statusChanged, this, showState);
  speak(*this, showState);
}

LastTryPanel::LastTryPanel(CardVisit& visit, const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::warning, parent) {
  setObjectName(objectName);
  for (const bool yes : {false, true}) {
    RubyButton* button =
        addWay(objectName + (yes ? QStringLiteral(".yes") : QStringLiteral(".no")));
    speak(*button, [button, yes] {
      button->setMarkup(yes ? qtTrId("secret.lastTry.yes") : qtTrId("secret.lastTry.no"));
    });
    connect(button, &RubyButton::clicked, &visit, [&visit, yes] { visit.confirmLastTry(yes); });
  }
  const auto showState = [this, &visit] {
    QStringList text;
    for (const card::Secret which : kSecrets) {
      // Where both were given, it may be the last try of one of them.
      if (visit.answer(which) == SecretAnswer::lastTry && triesOf(visit, which) == 1)
        text << whatALastTryCosts(which);
    }
    setTexts(qtTrId("secret.lastTry.title"), text.join(u'\n'), qtTrId("secret.lastTry.look"));
    showWhile(*this, visit, SecretAnswer::lastTry);
  };
  connect(&visit, &CardVisit::answerChanged, this, showState);
  speak(*this, showState);
}

ForgottenSecrets::ForgottenSecrets(const std::vector<card::Secret>& which,
                                   const QString& objectName, QWidget* parent)
    : QWidget(parent) {
  setObjectName(objectName);
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(em(*this));
  const auto add = [this, lines](RubyLabel::Role role, QString (*text)(bool password),
                                 bool password) {
    auto* label = new RubyLabel(role, this);
    speak(*label, [label, text, password] { label->setMarkup(text(password)); });
    lines->addWidget(label);
  };
  add(
      RubyLabel::Role::section, [](bool) { return qtTrId("secret.forgotten"); }, false);
  const auto label = [](bool password) {
    return password ? qtTrId("secret.password.label") : qtTrId("secret.pin.label");
  };
  const auto help = [](bool password) {
    return password ? qtTrId("password.forgotten") : qtTrId("pin.forgotten");
  };
  for (const card::Secret one : which) {
    const bool password = one == card::Secret::signaturePassword;
    if (which.size() > 1) add(RubyLabel::Role::strong, label, password);
    add(RubyLabel::Role::body, help, password);
  }
}

CheckingPanel::CheckingPanel(CardVisit& visit, const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::notice, parent) {
  setObjectName(objectName);
  const auto showState = [this, &visit] {
    if (visit.isPinTypedAtReader()) {
      setTexts(qtTrId("pin.pad.typing.title"), qtTrId("pin.pad.typing.text"), {});
    } else {
      setTexts(qtTrId("secret.checking.title"), qtTrId("secret.checking.text"), {});
    }
    showWhile(*this, visit, SecretAnswer::checking);
  };
  connect(&visit, &CardVisit::answerChanged, this, showState);
  speak(*this, showState);
}

}  // namespace madoguchi::app
