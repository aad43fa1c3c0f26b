#include "app/window/step_indicator.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

// Lengths in font sizes.
constexpr double kBar = 0.35;
constexpr double kWordsTop = 0.6;

}  // namespace

QString stepInWords(const Place& place) {
  if (place.steps == 0) return {};
  return qtTrId("steps.place").arg(place.step).arg(place.steps).arg(qtTrId(place.stepName));
}

QString stepInNumbers(const Place& place) {
  return place.steps == 0 ? QString() : qtTrId("steps.number").arg(place.step).arg(place.steps);
}

StepIndicator::StepIndicator(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("steps"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, em(*this, kWordsTop), 0, 0);
  m_words = new RubyLabel(RubyLabel::Role::small, this);
  m_words->setObjectName(QStringLiteral("steps.words"));
  column->addWidget(m_words);
  speak(*this, [this] { say(); });
}

void StepIndicator::setPlace(const Place& place) {
  m_place = place;
  say();
  update();
}

void StepIndicator::setCompact(bool compact) {
  m_words->setVisible(!compact);
  layout()->setContentsMargins(0, em(*this, compact ? kBar : kWordsTop), 0, 0);
}

void StepIndicator::say() { m_words->setMarkup(stepInWords(m_place)); }

void StepIndicator::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const Colours colours = coloursOf(palette());
  const double gap = em(*this, 0.3);
  const double width = (this->width() - gap * (m_place.steps - 1)) / std::max(m_place.steps, 1);
  for (int i = 0; i < m_place.steps; ++i) {
    const QRectF bar((width + gap) * i, 0, width, em(*this, kBar));
    painter.setBrush(i < m_place.step ? colours.primary : colours.rule);
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
  }
}

}  // namespace madoguchi::app
