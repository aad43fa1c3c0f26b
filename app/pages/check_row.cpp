#include "app/pages/check_row.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

CheckRow::CheckRow(const QString& objectName, QWidget* parent) : QWidget(parent) {
  setObjectName(objectName);
  const int unit = em(*this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(unit * 3 / 4);
  m_icon = new SvgPicture(QStringLiteral(":/icons/waiting.svg"), 1.7, this);
  row->addWidget(m_icon, 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  row->addLayout(words, 1);
  m_title = new RubyLabel(RubyLabel::Role::strong, this);
  m_state = new RubyLabel(RubyLabel::Role::body, this);
  m_detail = new RubyLabel(RubyLabel::Role::small, this);
  for (RubyLabel* label : {m_title, m_state, m_detail}) words->addWidget(label);
  m_icon->standBeside(*m_title);
}

void CheckRow::setTexts(const QString& title, const QString& state, const QString& plainDetail) {
  m_title->setMarkup(title);
  m_state->setMarkup(state);
  m_detail->setPlain(plainDetail);
  m_detail->setVisible(!plainDetail.isEmpty());
  setAccessibleName(m_title->text() + QStringLiteral(": ") + m_state->text());
}

void CheckRow::setResult(CheckResult result) {
  const Colours colours = coloursOf(palette());
  switch (result) {
    case CheckResult::good:
      m_icon->setPicture(QStringLiteral(":/icons/good.svg"), colours.good);
      m_state->setColour(colours.good);
      break;
    case CheckResult::bad:
      m_icon->setPicture(QStringLiteral(":/icons/bad.svg"), colours.error);
      m_state->setColour(colours.error);
      break;
    case CheckResult::unknown:
      m_icon->setPicture(QStringLiteral(":/icons/waiting.svg"), colours.faintText);
      m_state->setColour(colours.faintText);
      break;
  }
}

}  // namespace madoguchi::app
