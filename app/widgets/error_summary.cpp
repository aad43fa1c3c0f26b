#include "app/widgets/error_summary.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

ErrorSummary::ErrorSummary(QWidget* parent) : MessagePanel(Kind::error, parent) {
  setObjectName(QStringLiteral("errorSummary"));
}

ErrorSummary::Line ErrorSummary::makeLine() {
  Line line{};
  line.whole = new QWidget(this);
  auto* row = new QHBoxLayout(line.whole);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(em(*this, 0.5));
  line.sign = new SvgPicture(QStringLiteral(":/icons/bad.svg"), 1.2, line.whole);
  row->addWidget(line.sign, 0, Qt::AlignTop);
  line.link = new RubyButton(RubyButton::Kind::link, line.whole);
  line.sign->standBeside(*line.link);
  row->addWidget(line.link);
  row->addStretch(1);
  connect(line.link, &RubyButton::clicked, this,
          [this, link = line.link] { emit chosen(link->property("field").toString()); });
  body()->addWidget(line.whole);
  // Made later than what follows on the page, it is still the next one for Tab.
  setTabOrder(m_lines.empty() ? static_cast<QWidget*>(title()) : m_lines.back().link, line.link);
  return line;
}

void ErrorSummary::setEntries(const std::vector<Entry>& entries) {
  // A switch of language keeps the links, and with them the focus.
  while (m_lines.size() > entries.size()) {
    m_lines.back().whole->deleteLater();
    m_lines.back().whole->hide();
    m_lines.pop_back();
  }
  while (m_lines.size() < entries.size()) m_lines.push_back(makeLine());
  const Colours colours = coloursOf(palette());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const auto& [whole, sign, link] = m_lines[i];
    link->setObjectName(QStringLiteral("errorSummary.") + entry.field);
    link->setProperty("field", entry.field);
    link->setMarkup(entry.text);
    link->setAccessibleDescription(entry.corrected ? spokenText(qtTrId("field.corrected"))
                                                   : QString());
    const Kind kind = entry.corrected ? Kind::good : entry.kind;
    sign->setPicture(iconOf(kind), inkOf(kind, colours));
    whole->show();
  }
}

}  // namespace madoguchi::app
