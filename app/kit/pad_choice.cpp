#include "app/kit/pad_choice.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/secret_panels.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

PadChoice::PadChoice(CardVisit& visit, std::function<QString()> text, const QString& name,
                     QWidget* parent)
    : QWidget(parent),
      m_reader(new QWidget(this)),
      m_answer(new SecretAnswerPanel(visit, card::Secret::authenticationPin,
                                     name + QStringLiteral(".readerAnswer"), m_reader)),
      m_onScreen(new RubyCheckBox(this)) {
  auto* reader = new QVBoxLayout(m_reader);
  reader->setContentsMargins(0, 0, 0, 0);
  reader->setSpacing(em(*this, 0.75));
  auto* what = new RubyLabel(RubyLabel::Role::body, m_reader);
  reader->addWidget(m_answer);
  reader->addWidget(what);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.75));
  column->addWidget(m_reader);
  column->addWidget(m_onScreen);
  m_onScreen->setObjectName(name + QStringLiteral(".onScreen"));
  speak(*this, [this, what, text = std::move(text)] {
    what->setMarkup(text());
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

bool PadChoice::presentAnswer() {
  if (!m_answer->isVisible()) return false;
  m_answer->present();
  return true;
}

void PadChoice::showState() {
  setVisible(m_offered);
  m_reader->setVisible(atReader());
}

}  // namespace madoguchi::app
