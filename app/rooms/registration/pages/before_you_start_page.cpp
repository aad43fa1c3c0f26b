#include "app/rooms/registration/pages/before_you_start_page.h"

#include <QBoxLayout>
#include <chrono>
#include <utility>

#include "app/kit/card_checks.h"
#include "app/kit/card_notice.h"
#include "app/kit/check_row.h"
#include "app/kit/failure_panel.h"
#include "app/kit/texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

namespace {

QString needs(forms::Entrance entrance) {
  switch (entrance) {
    case forms::Entrance::cardHolder:
      return qtTrId("before.needs.cardHolder");
    case forms::Entrance::attorneyOrScrivener:
      return qtTrId("before.needs.attorneyOrScrivener");
    case forms::Entrance::coeByEmail:
      return qtTrId("before.needs.coeByEmail");
  }
  return {};
}

}  // namespace

BeforeYouStartPage::BeforeYouStartPage(RegistrationFlow& flow, QWidget* parent)
    : RegistrationPage(
          flow, QStringLiteral("before"), [] { return qtTrId("before.title"); }, parent) {
  const bool withCard = flow.entrance() == forms::Entrance::cardHolder;
  m_returned = new FailurePanel(named(QStringLiteral("returned")), this);
  column()->addWidget(m_returned);
  m_formKept = new RubyLabel(RubyLabel::Role::body, m_returned);
  speak(*m_formKept, [this] { m_formKept->setMarkup(qtTrId("before.formKept")); });
  m_returned->body()->addWidget(m_formKept);
  addText([withCard] {
    return withCard ? qtTrId("before.intro.card") : qtTrId("before.intro");
  })->setObjectName(named(QStringLiteral("intro")));
  addSection([] { return qtTrId("before.needs"); });
  auto* preparation = new QVBoxLayout;
  preparation->setSpacing(em(*this, 0.5));
  column()->addLayout(preparation);
  m_things = new QBoxLayout(QBoxLayout::LeftToRight);
  preparation->addLayout(m_things);
  auto* list = new RubyLabel(RubyLabel::Role::body, this);
  list->setObjectName(named(QStringLiteral("needs")));
  speak(*list, [list, entrance = flow.entrance()] { list->setMarkup(needs(entrance)); });
  m_things->addWidget(list, 1, Qt::AlignTop);
  if (withCard) {
    m_picture = new SvgPicture(QStringLiteral(":/icons/card-on-reader.svg"), 5.5, this);
    m_picture->setObjectName(named(QStringLiteral("picture")));
    speak(*m_picture,
          [this] { m_picture->setAccessibleName(spokenText(qtTrId("before.picture"))); });
    m_things->addWidget(m_picture, 0, Qt::AlignLeft | Qt::AlignBottom);
    auto* putCard = new RubyLabel(RubyLabel::Role::body, this);
    speak(*putCard, [putCard] { putCard->setMarkup(qtTrId("before.putCard")); });
    preparation->addWidget(putCard);
  }
  addSection([] { return qtTrId("before.checks"); });
  addChecks();
  m_waiting = addLabel();
  m_waiting->setObjectName(named(QStringLiteral("waiting")));
  addSpace(0.5);
  m_next = addButton(
      QStringLiteral("next"), RubyButton::Kind::secondary, [] { return qtTrId("common.next"); },
      u'N');
  connect(m_next, &RubyButton::clicked, this, &BeforeYouStartPage::goOn);
  setDefaultButton(m_next);
  addGoodToKnow();
  column()->addStretch();

  connect(&flow.visit(), &CardVisit::statusChanged, this, &BeforeYouStartPage::showStatus);
  connect(&flow, &RegistrationFlow::networkChanged, this, &BeforeYouStartPage::showStatus);
  connect(&flow, &RegistrationFlow::problemChanged, this, &BeforeYouStartPage::showStatus);
  speak(*this, [this] { showStatus(); });
}

void BeforeYouStartPage::focusFirst() {
  if (m_returned->isVisible()) {
    m_returned->present();
  } else {
    RegistrationPage::focusFirst();
    // What was known before anybody could hear it.
    for (QWidget* known :
         std::initializer_list<QWidget*>{m_cardFailure, m_networkFailure, m_waiting}) {
      if (known != nullptr && known->isVisible()) announce(*known);
    }
  }
}

void BeforeYouStartPage::resizeEvent(QResizeEvent* event) {
  RegistrationPage::resizeEvent(event);
  // Beside the list where that keeps its lines, and not at all in the smallest windows: the text
  // below says the same.
  constexpr double kRoomForBoth = 40;
  constexpr double kRoomForPicture = 22;
  if (m_picture != nullptr) m_picture->setVisible(width() >= em(*this, kRoomForPicture));
  m_things->setDirection(width() >= em(*this, kRoomForBoth) ? QBoxLayout::LeftToRight
                                                            : QBoxLayout::TopToBottom);
}

void BeforeYouStartPage::addChecks() {
  auto* checks = new QVBoxLayout;
  checks->setSpacing(0);  // the rows have room for their signs and for readings
  column()->addLayout(checks);
  const auto again = [this](FailurePanel* panel, const QString& name) {
    RubyButton* button = panel->addWay(named(name));
    speak(*button, [button] { button->setMarkup(qtTrId("before.again")); });
    connect(button, &RubyButton::clicked, &flow(), &RegistrationFlow::checkNetworkAgain);
  };
  const auto selfCheck = [this](FailurePanel* panel, const QString& name) {
    RubyButton* button = panel->addWay(named(name));
    speak(*button, [button] { button->setMarkup(qtTrId("selfCheck.open")); });
    connect(button, &RubyButton::clicked, &flow(), &RegistrationFlow::checkComputer);
  };
  const bool withCard = flow().entrance() == forms::Entrance::cardHolder;
  CardVisit& visit = flow().visit();
  m_network = new CheckRow(named(QStringLiteral("network")), this, CheckRow::Words::beside);
  checks->addWidget(m_network);
  if (withCard) {
    checks->addWidget(new CardChecks(visit, objectName(), this));
    for (const auto& [about, name] :
         {std::pair{CardNotice::About::severalCards, QStringLiteral("severalCards")},
          std::pair{CardNotice::About::beginsLater, QStringLiteral("beginsLater")},
          std::pair{CardNotice::About::endsSoon, QStringLiteral("endsSoon")}}) {
      column()->addWidget(new CardNotice(visit, about, named(name), this));
    }
    m_cardFailure = new FailurePanel(named(QStringLiteral("cardFailure")), this);
    column()->addWidget(m_cardFailure);
    again(m_cardFailure, QStringLiteral("cardAgain"));
    selfCheck(m_cardFailure, QStringLiteral("cardSelfCheck"));
    m_cardFailure->addWaysOut(*this);
  }
  m_networkFailure = new FailurePanel(named(QStringLiteral("networkFailure")), this);
  column()->addWidget(m_networkFailure);
  again(m_networkFailure, QStringLiteral("networkAgain"));
  selfCheck(m_networkFailure, QStringLiteral("networkSelfCheck"));
  m_networkFailure->addWaysOut(*this);
}

void BeforeYouStartPage::addGoodToKnow() {
  addSection([] { return qtTrId("before.goodToKnow"); });
  const bool withCard = flow().entrance() == forms::Entrance::cardHolder;
  RubyLabel* list = addText([this, withCard] {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(flow().secretLifetime());
    return withCard ? qtTrId("before.goodToKnow.card")
                          .arg(writtenMinutes(static_cast<int>(minutes.count())))
                    : qtTrId("before.goodToKnow.any");
  });
  list->setObjectName(named(QStringLiteral("goodToKnow")));
  addSection([] { return qtTrId("data.title"); });
  addText([this] {
    return whoGetsTheData(flow().service());
  })->setObjectName(named(QStringLiteral("data")));
}

void BeforeYouStartPage::showStatus() {
  const FailureCode inTheWay = flow().visit().status().problem;
  const bool newCardFailure = m_cardFailure != nullptr && m_cardFailure->setFailure(inTheWay);
  showResult(*m_network, flow().network(), qtTrId("check.network"),
             {qtTrId("check.network.good"), qtTrId("check.network.bad"), qtTrId("check.looking")});
  const bool newNetworkFailure = m_networkFailure->setFailure(flow().networkProblem());
  // What brought the person back here; shown once, above the live state.
  const FailureCode returned = flow().problem();
  m_returned->setFailure(returned == inTheWay ? FailureCode::none : returned);
  // That another card lies there is not mended by its being a good one.
  m_returned->setOver(m_returned->isAboutCard() && returned != FailureCode::cardSwapped &&
                      flow().canGoNext());
  m_formKept->setVisible(flow().wouldLoseSomething());
  const bool ready = flow().canGoNext();
  if (ready) m_waiting->setMarkup(qtTrId("before.ready"));
  m_waiting->setVisible(ready);
  // It can be pressed all the same, and says then what is missing.
  m_next->setKind(ready ? RubyButton::Kind::primary : RubyButton::Kind::secondary);
  const bool newlyReady = std::exchange(m_ready, ready) != ready && ready;
  if (!isVisible()) return;
  if (newCardFailure) announce(*m_cardFailure);
  if (newNetworkFailure) announce(*m_networkFailure);
  if (newlyReady) announce(*m_waiting);
}

void BeforeYouStartPage::goOn() {
  if (flow().canGoNext()) {
    flow().next();
    return;
  }
  // The button stays: it says what is missing instead of being grey without a word.
  for (FailurePanel* panel : {m_cardFailure, m_networkFailure}) {
    if (panel != nullptr && panel->failure() != FailureCode::none) {
      panel->present();
      return;
    }
  }
  m_waiting->setMarkup(qtTrId("before.notYet"));
  m_waiting->show();
  announce(*m_waiting);
}

}  // namespace madoguchi::app
