#include "app/widgets/error_summary.h"

#include <QVBoxLayout>

#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"

namespace madoguchi::app {

ErrorSummary::ErrorSummary(QWidget* parent) : MessagePanel(Kind::error, parent) {
  setObjectName(QStringLiteral("errorSummary"));
}

void ErrorSummary::setEntries(const std::vector<Entry>& entries) {
  // A switch of language keeps the links, and with them the focus.
  while (m_links.size() > entries.size()) {
    m_links.back()->deleteLater();
    m_links.back()->hide();
    m_links.pop_back();
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i == m_links.size()) {
      auto* link = new RubyButton(RubyButton::Kind::link, this);
      body()->addWidget(link, 0, Qt::AlignLeft);
      connect(link, &RubyButton::clicked, this,
              [this, link] { emit chosen(link->property("field").toString()); });
      // Made later than what follows on the page, it is still the next one for Tab.
      if (m_links.empty()) {
        setTabOrder(title(), link);
      } else {
        setTabOrder(m_links.back(), link);
      }
      m_links.push_back(link);
    }
    m_links[i]->setObjectName(QStringLiteral("errorSummary.") + entries[i].field);
    m_links[i]->setProperty("field", entries[i].field);
    m_links[i]->setMarkup(entries[i].text);
    m_links[i]->show();
  }
}

}  // namespace madoguchi::app
