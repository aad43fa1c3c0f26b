#include "app/rooms/home/pages/top_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/failure_panel.h"
#include "app/kit/terms_page.h"
#include "app/kit/texts.h"
#include "app/rooms/home/home_flow.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

TopPage::TopPage(HomeFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("top"), [] { return qtTrId("top.title"); }, parent),
      m_flow(flow) {
  addText([] { return qtTrId("top.intro"); });
  m_tooOld = new FailurePanel(named(QStringLiteral("tooOld")), this);
  column()->addWidget(m_tooOld);
  m_news = new MessagePanel(MessagePanel::Kind::notice, this);
  m_news->setObjectName(named(QStringLiteral("news")));
  column()->addWidget(m_news);
  addLogin();
  m_doors.push_back(addSection([] { return qtTrId("top.register"); }));
  auto entrance = [this, hasEntrance = false](const char* name, Text title,
                                              Text description) mutable {
    if (!m_flow.offers(name)) return;
    RubyButton* button =
        addButton(QLatin1String(name), RubyButton::Kind::entrance, std::move(title));
    speak(*button, [button, description = std::move(description)] {
      button->setDescription(description());
    });
    connect(button, &RubyButton::clicked, this, [this, name] { m_flow.enterRegistration(name); });
    if (!std::exchange(hasEntrance, true)) setDefaultButton(button);
    m_doors.push_back(button);
  };
  entrance(
      "cardHolder", [] { return qtTrId("top.cardHolder"); },
      [] { return qtTrId("top.cardHolder.description"); });
  entrance(
      "attorneyOrScrivener", [] { return qtTrId("top.attorneyOrScrivener"); },
      [] { return qtTrId("top.attorneyOrScrivener.description"); });
  entrance(
      "coeByEmail", [] { return qtTrId("top.coeByEmail"); },
      [] { return qtTrId("top.coeByEmail.description"); });
  addSpace(0.5);
  RubyButton* terms = addButton(QStringLiteral("terms"), RubyButton::Kind::link,
                                [] { return qtTrId("terms.open"); });
  connect(terms, &RubyButton::clicked, this,
          [this] { emit overWanted(new TermsPage(m_flow.terms())); });
  RubyButton* check = addButton(QStringLiteral("selfCheck"), RubyButton::Kind::link,
                                [] { return qtTrId("selfCheck.open"); });
  connect(check, &RubyButton::clicked, &flow, &HomeFlow::checkComputer);
  RubyButton* help =
      addButton(QStringLiteral("help"), RubyButton::Kind::link, [] { return qtTrId("help.open"); });
  connect(help, &RubyButton::clicked, this, &TopPage::helpWanted);
  RubyLabel* desk = addLabel();
  desk->setObjectName(named(QStringLiteral("helpDesk")));
  speak(*desk, [desk] {
    desk->setMarkup(helpDeskLine());
    desk->setVisible(!desk->text().isEmpty());
  });
  column()->addStretch();

  connect(&flow, &HomeFlow::announcementsChanged, this, &TopPage::showNews);
  connect(&flow, &HomeFlow::announcementsChanged, this, &TopPage::showWhetherTooOld);
  showWhetherTooOld();
  speak(*m_news, [this] { showNews(); });
}

void TopPage::addLogin() {
  m_doors.push_back(addSection([] { return qtTrId("top.login"); }));
  FlowLayout* row = addButtonRow();
  const auto door = [this, row](const char* entrance, Text title, void (HomeFlow::*enter)()) {
    if (!m_flow.offers(entrance)) return;
    RubyButton* button = addButton(QLatin1String("logIn.") + QLatin1String(entrance),
                                   RubyButton::Kind::secondary, std::move(title), 0, row);
    // Who hears one button after the other must not take it for that of the registration.
    speak(*button, [button] {
      button->setAccessibleName(spokenText(qtTrId("top.logIn.named")).arg(button->text()));
    });
    connect(button, &RubyButton::clicked, &m_flow, enter);
    m_logins.push_back(button);
  };
  door(
      "cardHolder", [] { return qtTrId("top.logIn.cardHolder"); }, &HomeFlow::logInWithCard);
  door(
      "attorneyOrScrivener", [] { return qtTrId("top.logIn.attorneyOrScrivener"); },
      &HomeFlow::logIn);
  door(
      "coeByEmail", [] { return qtTrId("top.logIn.coeByEmail"); }, &HomeFlow::logIn);
  m_menu = addButton(
      QStringLiteral("menu"), RubyButton::Kind::secondary, [] { return qtTrId("top.menu"); }, 0,
      row);
  connect(m_menu, &RubyButton::clicked, &m_flow, &HomeFlow::enterAccount);
  connect(&m_flow, &HomeFlow::loggedInChanged, this, &TopPage::showLogin);
  showLogin();
}

void TopPage::showLogin() {
  for (RubyButton* login : m_logins) {
    login->setVisible(!m_flow.isLoggedIn() && !m_flow.isTooOld());
  }
  m_menu->setVisible(m_flow.isLoggedIn());
}

/// Whoever cannot be served is told before they type anything.
void TopPage::showWhetherTooOld() {
  const bool tooOld = m_flow.isTooOld();
  for (QWidget* door : m_doors) door->setVisible(!tooOld);
  showLogin();
  if (m_tooOld->setFailure(tooOld ? FailureCode::clientTooOld : FailureCode::none)) {
    m_tooOld->present();
  }
}

void TopPage::showNews() {
  m_news->setTexts(qtTrId("top.news"), {}, {});
  for (RubyLabel* label : std::exchange(m_newsLabels, {})) {
    m_news->body()->removeWidget(label);
    label->deleteLater();
    label->hide();
  }
  const auto add = [this](RubyLabel::Role role, const QString& markup) {
    auto* label = new RubyLabel(role, m_news);
    label->setMarkup(markup);
    m_news->body()->addWidget(label);
    m_newsLabels.push_back(label);
  };
  for (const Announcement& one : m_flow.announcements()) {
    add(RubyLabel::Role::small, writtenDate(one.date));
    add(RubyLabel::Role::body, one.text);
  }
  m_news->setVisible(!m_newsLabels.empty());
}

}  // namespace madoguchi::app
