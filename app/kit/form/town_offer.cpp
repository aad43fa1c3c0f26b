#include "app/kit/form/town_offer.h"

#include "app/form/form_model.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

forms::FieldPath addressRest() { return forms::topField("addressRest"); }

}  // namespace

TownOffer::TownOffer(FormModel& form, const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::notice, parent), m_form(form) {
  setObjectName(objectName);
  m_yes = addWay(objectName + QStringLiteral(".yes"));
  m_no = addWay(objectName + QStringLiteral(".no"));
  connect(m_yes, &RubyButton::clicked, this, &TownOffer::put);
  connect(m_no, &RubyButton::clicked, this, [this] { setState(State::none); });
  speak(*this, [this] { sayAll(); });
  setState(State::none);
}

void TownOffer::offer(const QString& town) {
  m_town = town;
  m_form.leaveField(addressRest());  // so that both are full-width
  const QString rest = m_form.value(addressRest());
  if (rest.isEmpty()) {
    put();
  } else {
    setState(rest.startsWith(town) ? State::none : State::offered);
  }
}

void TownOffer::put() {
  QString rest = m_form.value(addressRest());
  // The town of a code that was mistyped before goes; nothing that the person typed does.
  if (!m_filled.isEmpty() && rest.startsWith(m_filled)) rest.remove(0, m_filled.size());
  m_filled = m_town;
  m_form.type(addressRest(), m_town + rest);
  m_form.leaveField(addressRest());
  setState(State::filled);
}

void TownOffer::setState(State state) {
  m_state = state;
  sayAll();
  setVisible(state != State::none);
  if (state != State::none) announce(*this);
}

void TownOffer::sayAll() {
  m_yes->setMarkup(qtTrId("town.offer.yes"));
  m_no->setMarkup(qtTrId("town.offer.no"));
  m_yes->setVisible(m_state == State::offered);
  m_no->setVisible(m_state == State::offered);
  if (m_state == State::filled) {
    setTexts(qtTrId("town.filled").arg(m_town), {}, {});
  } else if (m_state == State::offered) {
    setTexts(qtTrId("town.offer.title").arg(m_town), qtTrId("town.offer.text"), {});
  }
}

}  // namespace madoguchi::app
