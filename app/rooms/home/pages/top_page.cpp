#include "app/rooms/home/pages/top_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/field_texts.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

TopPage::TopPage(RegistrationFlow& flow, QWidget* parent)
    : PageWidget(
          flow, QStringLiteral("top"), [] { return qtTrId("top.title"); }, parent) {
  addText([] { return qtTrId("top.intro"); });
  m_news = new MessagePanel(MessagePanel::Kind::notice, this);
  m_news->setObjectName(named(QStringLiteral("news")));
  column()->addWidget(m_news);
  addSection([] { return qtTrId("top.register"); });
  const auto entrance = [this](const QString& name, forms::Entrance which, Text title,
                               Text description) {
    RubyButton* button = addButton(name, RubyButton::Kind::entrance, std::move(title));
    speak(*button, [button, description = std::move(description)] {
      button->setDescription(description());
    });
    connect(button, &RubyButton::clicked, this, [this, which] { this->flow().start(which); });
    return button;
  };
  RubyButton* cardHolder = entrance(
      QStringLiteral("cardHolder"), forms::Entrance::cardHolder,
      [] { return qtTrId("top.cardHolder"); }, [] { return qtTrId("top.cardHolder.description"); });
  entrance(
      QStringLiteral("attorneyOrScrivener"), forms::Entrance::attorneyOrScrivener,
      [] { return qtTrId("top.attorneyOrScrivener"); },
      [] { return qtTrId("top.attorneyOrScrivener.description"); });
  entrance(
      QStringLiteral("coeByEmail"), forms::Entrance::coeByEmail,
      [] { return qtTrId("top.coeByEmail"); }, [] { return qtTrId("top.coeByEmail.description"); });
  setDefaultButton(cardHolder);
  addSpace(0.5);
  RubyButton* terms = addButton(QStringLiteral("terms"), RubyButton::Kind::link,
                                [] { return qtTrId("terms.open"); });
  connect(terms, &RubyButton::clicked, this, &PageWidget::termsWanted);
  RubyButton* check = addButton(QStringLiteral("selfCheck"), RubyButton::Kind::link,
                                [] { return qtTrId("selfCheck.open"); });
  connect(check, &RubyButton::clicked, this, &PageWidget::selfCheckWanted);
  column()->addStretch();

  connect(&flow, &RegistrationFlow::announcementsChanged, this, &TopPage::showNews);
  speak(*m_news, [this] { showNews(); });
  flow.fetchAnnouncements();
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
  for (const Announcement& one : flow().announcements()) {
    add(RubyLabel::Role::small, writtenDate(one.date));
    add(RubyLabel::Role::body, one.text);
  }
  m_news->setVisible(!m_newsLabels.empty());
}

}  // namespace madoguchi::app
