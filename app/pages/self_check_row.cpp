#include "app/pages/self_check_row.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "app/pages/self_check_texts.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

SelfCheckRow::SelfCheckRow(const QString& objectName, QWidget* parent) : QWidget(parent) {
  setObjectName(objectName);
  const int unit = em(*this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(unit * 3 / 4);
  m_icon = new SvgPicture(QStringLiteral(":/icons/waiting.svg"), 1.7, this);
  row->addWidget(m_icon, 0, Qt::AlignTop);
  m_words = new QVBoxLayout;
  m_words->setSpacing(unit / 8);
  row->addLayout(m_words, 1);
  m_title = new RubyLabel(RubyLabel::Role::strong, this);
  m_text = new RubyLabel(RubyLabel::Role::body, this);
  m_remedy = new RubyLabel(RubyLabel::Role::body, this);
  for (RubyLabel* label : {m_title, m_text, m_remedy}) m_words->addWidget(label);
  m_icon->standBeside(*m_title);
}

void SelfCheckRow::setItem(const CheckItem& item) {
  const CheckTexts texts = checkTexts(item);
  const Colours colours = coloursOf(palette());
  m_title->setMarkup(texts.title);
  m_text->setMarkup(item.code == FailureCode::none
                        ? texts.text
                        : texts.text + QStringLiteral(" (%1)").arg(codeText(item.code)));
  m_remedy->setMarkup(texts.remedy);
  m_remedy->setVisible(!texts.remedy.isEmpty());
  // A label for each line, so that a screen reader can go through them one by one.
  for (const RubyLabel* old : std::exchange(m_details, {})) delete old;
  for (const RubyText& line : texts.details) {
    m_details.push_back(new RubyLabel(RubyLabel::Role::small, this));
    m_details.back()->setRubyText(line);
    m_words->addWidget(m_details.back());
  }
  // The sign is said in words too: colour and shape alone tell nothing to who cannot see them.
  setAccessibleName(m_title->text() + QStringLiteral(": ") + spokenText(texts.verdict));
  switch (item.verdict) {
    case Verdict::good:
      m_icon->setPicture(QStringLiteral(":/icons/good.svg"), colours.good);
      m_text->setColour(colours.good);
      break;
    case Verdict::notice:
      m_icon->setPicture(QStringLiteral(":/icons/notice.svg"), colours.text);
      m_text->setColour(colours.text);
      break;
    case Verdict::bad:
      m_icon->setPicture(QStringLiteral(":/icons/bad.svg"), colours.error);
      m_text->setColour(colours.error);
      break;
    case Verdict::notChecked:
      m_icon->setPicture(QStringLiteral(":/icons/waiting.svg"), colours.faintText);
      m_text->setColour(colours.faintText);
      break;
  }
}

}  // namespace madoguchi::app
