#include "app/window/segments.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

Segments::Segments(Text name, QWidget* parent) : QWidget(parent) {
  makeGroup(*this);
  speak(*this, [this, name = std::move(name)] { setAccessibleName(spokenText(name())); });
  auto* row = new FlowLayout(0, this);
  fitToFont(*this, [this, row] {
    const int inset = em(*this, 0.2);
    row->setSpacing(inset);
    row->setContentsMargins(inset, inset, inset, inset);
  });
}

RubyButton* Segments::add(const QString& value) {
  auto* button = new RubyButton(RubyButton::Kind::segment, this);
  button->setCheckable(true);
  layout()->addWidget(button);
  m_all.push_back({value, button});
  // No QButtonGroup: Tab would reach only the checked one of a group.
  // Not clicked: assistive technology toggles.
  connect(button, &RubyButton::toggled, this, [this, value](bool on) {
    if (on && m_chosen != value) emit wanted(value);
    refresh();
  });
  refresh();
  return button;
}

void Segments::choose(const QString& value) {
  m_chosen = value;
  refresh();
}

void Segments::setOnlyNext(bool onlyNext) {
  if (std::exchange(m_onlyNext, onlyNext) != onlyNext) refresh();
}

void Segments::refresh() {
  const auto chosen = std::ranges::find(m_all, m_chosen, &One::value);
  const auto next =
      chosen == m_all.end() || std::next(chosen) == m_all.end() ? m_all.begin() : std::next(chosen);
  const bool inside = isAncestorOf(QApplication::focusWidget());
  for (auto one = m_all.begin(); one != m_all.end(); ++one) one->button->setChecked(one == chosen);
  if (!m_onlyNext) {
    for (const One& one : m_all) one.button->show();
    return;
  }
  next->button->show();
  // Before the one that has it goes, or it would go astray.
  if (inside) next->button->setFocus(Qt::OtherFocusReason);
  for (auto one = m_all.begin(); one != m_all.end(); ++one) one->button->setVisible(one == next);
}

void Segments::paintEvent(QPaintEvent* /*event*/) {
  const Colours colours = coloursOf(palette());
  const qreal line = std::max(1.0, em(*this) / 16.0);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colours.border, line));
  painter.setBrush(colours.background);
  painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                          em(*this, 0.6), em(*this, 0.6));
}

}  // namespace madoguchi::app
