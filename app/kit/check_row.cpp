#include "app/kit/check_row.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {
namespace {

struct SignPicture {
  QString file;
  QColor colour;
};

SignPicture pictureOf(CheckSign sign, const Colours& colours) {
  switch (sign) {
    case CheckSign::good:
      return {QStringLiteral(":/icons/good.svg"), colours.good};
    case CheckSign::notice:
      return {QStringLiteral(":/icons/notice.svg"), colours.text};
    case CheckSign::bad:
      return {QStringLiteral(":/icons/bad.svg"), colours.error};
    case CheckSign::waiting:
      break;
  }
  return {QStringLiteral(":/icons/waiting.svg"), colours.faintText};
}

}  // namespace

CheckRow::CheckRow(const QString& objectName, QWidget* parent, Words words) : QWidget(parent) {
  setObjectName(objectName);
  const int unit = em(*this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(unit * 3 / 4);
  const bool beside = words == Words::beside;
  m_icon = new SvgPicture(QStringLiteral(":/icons/waiting.svg"), beside ? 1.3 : 1.7, this);
  row->addWidget(m_icon, 0, Qt::AlignTop);
  m_words = new QVBoxLayout;
  m_words->setSpacing(0);
  row->addLayout(m_words, 1);
  m_title = new RubyLabel(RubyLabel::Role::strong, this);
  m_text = new RubyLabel(RubyLabel::Role::body, this);
  m_remedy = new RubyLabel(RubyLabel::Role::body, this);
  if (beside) {
    m_line = new FlowLayout(unit);
    m_line->setRowSpacing(0);
    m_line->addWidget(m_title);
    m_line->addWidget(m_text);
    m_words->addLayout(m_line);
  } else {
    m_words->addWidget(m_title);
    m_words->addWidget(m_text);
  }
  m_words->addWidget(m_remedy);
  m_icon->standBeside(*m_title);
}

void CheckRow::setCheck(CheckSign sign, const CheckTexts& texts) {
  m_title->setMarkup(texts.title);
  m_text->setMarkup(texts.code.isEmpty() ? texts.text
                                         : texts.text + QStringLiteral(" (%1)").arg(texts.code));
  m_remedy->setMarkup(texts.remedy);
  m_remedy->setVisible(!texts.remedy.isEmpty());
  makeRoomForReadings();
  setDetails(texts.details);
  const SignPicture picture = pictureOf(sign, coloursOf(palette()));
  m_icon->setPicture(picture.file, picture.colour);
  m_text->setColour(picture.colour);
  // The sign is said in words too: colour and shape alone tell nothing to who cannot see them.
  setAccessibleName(m_title->text() + QStringLiteral(": ") + spokenText(texts.verdict));
}

void CheckRow::makeRoomForReadings() {
  // Rows of a list are equally far apart, whether the words of one happen to have readings or not.
  const int now = std::max(m_title->firstLineMiddle(), m_text->firstLineMiddle());
  const int room = carriesFurigana() ? m_title->lowestFirstLineMiddle() - now : 0;
  m_words->setContentsMargins(0, std::max(0, room), 0, 0);
}

void CheckRow::setDetails(const std::vector<RubyText>& lines) {
  // A label for each line, so that a screen reader can go through them one by one.
  while (m_details.size() < lines.size()) {
    m_details.push_back(new RubyLabel(RubyLabel::Role::small, this));
    QLayout& place = m_line != nullptr ? static_cast<QLayout&>(*m_line) : *m_words;
    place.addWidget(m_details.back());
  }
  for (std::size_t i = 0; i < m_details.size(); ++i) {
    const bool wanted = i < lines.size();
    m_details[i]->setRubyText(wanted ? lines[i] : RubyText());
    m_details[i]->setVisible(wanted);
  }
}

}  // namespace madoguchi::app
