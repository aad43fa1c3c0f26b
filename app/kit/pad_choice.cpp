#include "app/kit/pad_choice.h"

#include <QVBoxLayout>
#include <utility>

#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

PadChoice::PadChoice(std::function<QString()> text, const QString& switchName, QWidget* parent)
    : QWidget(parent),
      m_text(new RubyLabel(RubyLabel::Role::body, this)),
      m_onScreen(new RubyCheckBox(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.75));
  column->addWidget(m_text);
  column->addWidget(m_onScreen);
  m_onScreen->setObjectName(switchName);
  speak(*this, [this, text = std::move(text)] {
    m_text->setMarkup(text());
    m_onScreen->setMarkup(qtTrId("pin.pad.onScreen"));
  });
  connect(m_onScreen, &QAbstractButton::toggled, this, [this] {
    showState();
    emit changed();
  });
  showState();
}

void PadChoice::setOffered(bool offered) {
  m_offered = offered;
  showState();
}

bool PadChoice::atReader() const { return m_offered && !m_onScreen->isChecked(); }

void PadChoice::showState() {
  setVisible(m_offered);
  m_text->setVisible(atReader());
}

}  // namespace madoguchi::app
