#include "app/kit/glossary.h"

#include <QAbstractButton>
#include <QEvent>
#include <QVBoxLayout>
#include <utility>

#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

QStringList explained(const QString& words) {
  const QString meaning = QStringLiteral("＜＝");
  QString rest = words;
  QStringList found;
  // Longer words stand before those that they contain.
  for (const QString& entry : qtTrId("glossary.words").split(u'\n')) {
    const QString word = spokenText(entry).section(meaning, 0, 0);
    if (word == spokenText(entry) || !rest.contains(word)) continue;
    if (!rest.contains(word + meaning)) found << entry;
    rest.remove(word);
  }
  return found;
}

Glossary::Glossary(QWidget& page, QWidget* parent) : QWidget(parent), m_page(page) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, em(*this), 0, 0);
  column->setSpacing(em(*this, 0.4));
  m_title = new RubyLabel(RubyLabel::Role::strong, this);
  m_words = new RubyLabel(RubyLabel::Role::small, this);
  m_words->setObjectName(QStringLiteral("glossary"));
  column->addWidget(m_title);
  column->addWidget(m_words);
  speak(*m_title, [this] { m_title->setMarkup(qtTrId("glossary.title")); });
  hide();
  page.installEventFilter(this);
}

bool Glossary::eventFilter(QObject* watched, QEvent* event) {
  // Whatever is shown, hidden or said otherwise makes the page lay itself out anew.
  if (watched == &m_page &&
      (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show))
    explainAll();
  return false;
}

QString Glossary::wordsOfPage() const {
  QStringList words;
  for (const auto* label : m_page.findChildren<RubyLabel*>())
    if (label->isVisibleTo(&m_page)) words << label->text();
  for (const auto* button : m_page.findChildren<QAbstractButton*>()) {
    if (button->isVisibleTo(&m_page)) words << button->text() << button->accessibleDescription();
  }
  return words.join(u'\n');
}

void Glossary::explainAll() {
  const QString lines = explained(wordsOfPage()).join(u'\n');
  if (std::exchange(m_explained, lines) == lines) return;
  m_words->setMarkup(lines);
  setVisible(!lines.isEmpty());
}

}  // namespace madoguchi::app
