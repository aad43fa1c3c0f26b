#include "app/kit/secret_panels.h"

#include <algorithm>

#include "app/card/card_visit.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

/// Shows the panel while any secret has this answer.
void showWhile(MessagePanel& panel, const CardVisit& visit, SecretAnswer answer) {
  panel.setVisible(std::ranges::any_of(
      kSecrets, [&](card::Secret which) { return visit.answer(which) == answer; }));
}

}  // namespace

LastTryPanel::LastTryPanel(CardVisit& visit, const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::notice, parent) {
  setObjectName(objectName);
  speak(*this,
        [this] { setTexts(qtTrId("secret.lastTry.title"), qtTrId("secret.lastTry.text"), {}); });
  for (const bool yes : {false, true}) {
    RubyButton* button =
        addWay(objectName + (yes ? QStringLiteral(".yes") : QStringLiteral(".no")));
    speak(*button, [button, yes] {
      button->setMarkup(yes ? qtTrId("secret.lastTry.yes") : qtTrId("secret.lastTry.no"));
    });
    connect(button, &RubyButton::clicked, &visit, [&visit, yes] { visit.confirmLastTry(yes); });
  }
  const auto showState = [this, &visit] { showWhile(*this, visit, SecretAnswer::lastTry); };
  connect(&visit, &CardVisit::answerChanged, this, showState);
  showState();
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
