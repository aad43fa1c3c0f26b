#include "app/window/step_indicator.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <vector>

#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

// Lengths in font sizes.
constexpr double kBar = 0.35;
constexpr double kWordsTop = 0.6;

enum class Part { prepare, card, step1, step2, step3 };

std::vector<Part> partsOf(forms::Entrance entrance) {
  if (entrance == forms::Entrance::cardHolder)
    return {Part::prepare, Part::card, Part::step1, Part::step2, Part::step3};
  return {Part::prepare, Part::step1, Part::step2, Part::step3};
}

Part partOf(Page page) {
  switch (page) {
    case Page::top:
    case Page::beforeYouStart:
      return Part::prepare;
    case Page::signaturePassword:
    case Page::authenticationPin:
      return Part::card;
    case Page::step1:
      return Part::step1;
    case Page::step2:
    case Page::submitting:
      return Part::step2;
    case Page::step3:
      return Part::step3;
  }
  return Part::prepare;
}

QString nameOf(Part part) {
  switch (part) {
    case Part::prepare:
      return qtTrId("steps.prepare");
    case Part::card:
      return qtTrId("steps.card");
    case Part::step1:
      return qtTrId("steps.step1");
    case Part::step2:
      return qtTrId("steps.step2");
    case Part::step3:
      return qtTrId("steps.step3");
  }
  return {};
}

long indexOf(const std::vector<Part>& parts, Part part) {
  return std::ranges::find(parts, part) - parts.begin();
}

}  // namespace

QString stepInWords(Page page, forms::Entrance entrance) {
  const auto parts = partsOf(entrance);
  const Part part = partOf(page);
  return qtTrId("steps.place").arg(indexOf(parts, part) + 1).arg(parts.size()).arg(nameOf(part));
}

QString stepInNumbers(Page page, forms::Entrance entrance) {
  const auto parts = partsOf(entrance);
  return qtTrId("steps.number").arg(indexOf(parts, partOf(page)) + 1).arg(parts.size());
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

void StepIndicator::setPlace(Page page, forms::Entrance entrance) {
  m_page = page;
  m_entrance = entrance;
  say();
  update();
}

void StepIndicator::setCompact(bool compact) {
  m_words->setVisible(!compact);
  layout()->setContentsMargins(0, em(*this, compact ? kBar : kWordsTop), 0, 0);
}

void StepIndicator::say() { m_words->setMarkup(stepInWords(m_page, m_entrance)); }

void StepIndicator::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const Colours colours = coloursOf(palette());
  const auto parts = partsOf(m_entrance);
  const long now = indexOf(parts, partOf(m_page));
  const double gap = em(*this, 0.3);
  const double width = (this->width() - gap * static_cast<double>(parts.size() - 1)) /
                       static_cast<double>(parts.size());
  for (long i = 0; i < static_cast<long>(parts.size()); ++i) {
    const QRectF bar((width + gap) * static_cast<double>(i), 0, width, em(*this, kBar));
    painter.setBrush(i <= now ? colours.primary : colours.rule);
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
  }
}

}  // namespace madoguchi::app
