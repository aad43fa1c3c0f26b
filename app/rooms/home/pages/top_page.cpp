#include "app/rooms/home/pages/top_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/terms_page.h"
#include "app/kit/texts.h"
#include "app/rooms/home/home_flow.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

TopPage::TopPage(HomeFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("top"), [] { return qtTrId("top.title"); }, parent),
      m_flow(flow) {
  addText([] { return qtTrId("top.intro"); });
  m_news = new MessagePanel(MessagePanel::Kind::notice, this);
  m_news->setObjectName(named(QStringLiteral("news")));
  column()->addWidget(m_news);
  addSection([] { return qtTrId("top.register"); });
  const auto entrance = [this](const char* name, Text title, Text description) {
    RubyButton* button =
        addButton(QLatin1String(name), RubyButton::Kind::entrance, std::move(title));
    speak(*button, [button, description = std::move(description)] {
      button->setDescription(description());
    });
    connect(button, &RubyButton::clicked, this, [this, name] { m_flow.enterRegistration(name); });
    return button;
  };
  RubyButton* cardHolder = entrance(
      "cardHolder", [] { return qtTrId("top.cardHolder"); },
      [] { return qtTrId("top.cardHolder.description"); });
  entrance(
      "attorneyOrScrivener", [] { return qtTrId("top.attorneyOrScrivener"); },
      [] { return qtTrId("top.attorneyOrScrivener.description"); });
  entrance(
      "coeByEmail", [] { return qtTrId("top.coeByEmail"); },
      [] { return qtTrId("top.coeByEmail.description"); });
  setDefaultButton(cardHolder);
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
  column()->addStretch();

  connect(&flow, &HomeFlow::announcementsChanged, this, &TopPage::showNews);
  speak(*m_news, [this] { showNews(); });
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
