#include "app/widgets/ruby_button.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

constexpr double kButtonLineHeight = 1.5;
constexpr double kDescriptionSize = 0.875;
constexpr double kDescriptionGap = 0.75;
constexpr double kGapAboveReadings = 1.15;

/// A window that is not as high as so many targets has no room for large ones.
constexpr int kFewTargets = 13;

int choiceTarget(const QWidget& choice) {
  return targetSize(choice.window()->height() < kFewTargets * targetSize());
}

int ceiled(qreal value) { return static_cast<int>(std::ceil(value)); }

}  // namespace

RubyButton::RubyButton(Kind kind, QWidget* parent) : QPushButton(parent), m_kind(kind) {
  installAccessibility();
  setAutoDefault(true);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  const double size = kind == Kind::entrance ? 1.125 : kind == Kind::segment ? 0.875 : 1.0;
  keepFont(*this, size, kind != Kind::link);
  QSizePolicy policy(kind == Kind::entrance ? QSizePolicy::Preferred : QSizePolicy::Maximum,
                     QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void RubyButton::setKind(Kind kind) {
  m_kind = kind;
  update();
}

void RubyButton::setMarkup(const QString& markup) { setContent(RubyText::fromMarkup(markup)); }

void RubyButton::setPlain(const QString& text) { setContent(RubyText::plain(text)); }

void RubyButton::setContent(RubyText text) {
  m_titles.forget();
  m_text = std::move(text);
  setText(m_text.base().replace(u'&', QStringLiteral("&&")));
  setMnemonic(m_mnemonic);
  updateGeometry();
  update();
}

void RubyButton::setDescription(const QString& markup) {
  m_descriptions.forget();
  m_description = RubyText::fromMarkup(markup);
  setAccessibleDescription(m_description.base());
  updateGeometry();
  update();
}

void RubyButton::setMnemonic(char16_t letter) {
  m_mnemonic = letter;
  if (letter != 0) setShortcut(QKeySequence(QStringLiteral("Alt+") + QChar(letter)));
}

void RubyButton::setCompact(bool compact) {
  if (std::exchange(m_compact, compact) == compact) return;
  updateGeometry();
  update();
}

RubyText RubyButton::shownText() const {
  RubyText shown = m_text;
  if (m_mnemonic == 0) return shown;
  const QString base = shown.base();
  shown.mnemonic = static_cast<int>(base.indexOf(QChar(m_mnemonic), 0, Qt::CaseInsensitive));
  if (shown.mnemonic < 0) {
    // It stays on the line of the last word.
    shown.runs.push_back({QStringLiteral("\u00A0(%1)").arg(QChar(m_mnemonic)), {}});
    shown.mnemonic = static_cast<int>(base.size()) + 2;
  }
  return shown;
}

RubyButton::Padding RubyButton::padding() const {
  switch (m_kind) {
    case Kind::link:
      // As much where the text takes several lines as a single one has for being hit.
      return {0, std::max(em(*this, 0.55), (targetSize(m_compact) - em(*this)) / 2)};
    case Kind::segment:
      return {em(*this, m_compact ? 0.7 : 0.85), em(*this, m_compact ? 0.6 : 0.65)};
    case Kind::entrance:
      return {em(*this, 1.25), em(*this, 1.15)};
    default:
      return m_compact ? Padding{em(*this, 0.8), em(*this, 0.55)}
                       : Padding{em(*this, 1.2), em(*this, 0.9)};
  }
}

int RubyButton::textWidth(int width) const {
  // The chevron of an entrance has a column of its own.
  return width - 2 * padding().side - (m_kind == Kind::entrance ? em(*this, 1.5) : 0);
}

std::shared_ptr<const RubyLayout> RubyButton::titleFor(int width) const {
  return m_titles.of(shownText(), font(), width, kButtonLineHeight);
}

std::shared_ptr<const RubyLayout> RubyButton::descriptionFor(int width) const {
  return m_descriptions.of(m_description, scaledFont(*this, kDescriptionSize, false), width, 1.6);
}

QSize RubyButton::sizeHint() const {
  const int limit = em(*this, 38);
  const int outside = limit - textWidth(limit);
  qreal width = titleFor(textWidth(limit))->size().width();
  if (!m_description.runs.empty())
    width = std::max(width, descriptionFor(textWidth(limit))->size().width());
  const int whole = ceiled(width) + outside + 1;
  return {whole, heightForWidth(whole)};
}

QSize RubyButton::minimumSizeHint() const {
  const QSize hint = sizeHint();
  return {std::min(hint.width(), em(*this, 4)), hint.height()};
}

qreal RubyButton::textHeight(int width) const {
  const qreal title = titleFor(width)->baseHeight();
  if (m_description.runs.empty()) return title;
  return title + descriptionGap() + descriptionFor(width)->baseHeight();
}

int RubyButton::descriptionGap() const {
  // Readings belong to the line below them, and are not to seem the title's.
  return em(*this, m_description.hasRuby() ? kGapAboveReadings : kDescriptionGap);
}

qreal RubyButton::textTop() const {
  return std::max<qreal>(padding().above, (height() - textHeight(textWidth(width()))) / 2);
}

int RubyButton::firstLineMiddle() const { return static_cast<int>(textTop()) + em(*this) / 2; }

int RubyButton::heightForWidth(int width) const {
  return std::max(ceiled(textHeight(textWidth(width))) + 2 * padding().above,
                  targetSize(m_compact));
}

QColor RubyButton::ink(const Colours& colours) const {
  if (m_kind == Kind::primary || isChecked()) return colours.onPrimary;
  if (!isEnabled()) return colours.faintText;
  return m_kind == Kind::destructive ? colours.error : colours.primary;
}

void RubyButton::paintFrame(QPainter& painter, const Colours& colours) const {
  const bool hover = underMouse() && isEnabled();
  const qreal radius = em(*this, 0.5);
  if (m_kind == Kind::primary || isChecked()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown()                ? colours.primaryDown
                     : hover && !isChecked() ? colours.primaryHover
                                             : colours.primary);
    painter.drawRoundedRect(rect(), radius, radius);
  } else if (m_kind == Kind::segment) {
    if (!hover && !isDown()) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown() ? colours.rule : colours.hover);
    painter.drawRoundedRect(rect(), radius, radius);
  } else if (m_kind != Kind::link) {
    const qreal line = std::max(1.0, em(*this) / 12.0);
    painter.setPen(QPen(ink(colours), line));
    painter.setBrush(isDown() || hover ? colours.hover : colours.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                            radius, radius);
  }
}

void RubyButton::paintChevron(QPainter& painter, const Colours& colours) const {
  const qreal size = em(*this, 0.35);
  const QPointF tip(width() - padding().side, height() / 2.0);
  painter.setPen(QPen(colours.primary, std::max(1.5, em(*this) / 8.0), Qt::SolidLine, Qt::RoundCap,
                      Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  const std::array corners{tip + QPointF(-size, -size), tip, tip + QPointF(-size, size)};
  painter.drawPolyline(corners.data(), static_cast<int>(corners.size()));
}

void RubyButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours colours = coloursOf(palette());
  paintFrame(painter, colours);
  const Padding pad = padding();
  const int width = textWidth(this->width());
  const auto title = titleFor(width);
  const bool centred =
      m_kind != Kind::link && m_kind != Kind::entrance && title->lines().size() == 1;
  const qreal left = pad.side + (centred ? std::max(0.0, (width - title->size().width()) / 2) : 0);
  // From the top of the characters, above which the layout has leading and readings.
  const auto topOf = [](const RubyLayout& layout, qreal y) {
    return y - (layout.firstLineMiddle() - layout.em() / 2);
  };
  const QPointF at(left, topOf(*title, textTop()));
  const QColor ink = this->ink(colours);
  title->draw(painter, at, ink, true);
  if (m_kind == Kind::link) {
    painter.setPen(QPen(ink, std::max(1.0, em(*this) / (underMouse() ? 8.0 : 16.0))));
    for (const RubyLayout::Line& line : title->lines()) {
      const qreal y = at.y() + line.baseline + em(*this, 0.18);
      painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + line.width, y));
    }
  }
  if (m_kind == Kind::entrance) paintChevron(painter, colours);
  if (!m_description.runs.empty()) {
    const auto description = descriptionFor(width);
    const qreal top = textTop() + title->baseHeight() + descriptionGap();
    description->draw(painter, {static_cast<qreal>(pad.side), topOf(*description, top)},
                      colours.text);
  }
}

template <typename Button>
RubyChoice<Button>::RubyChoice(QWidget* parent) : Button(parent) {
  this->setCursor(Qt::PointingHandCursor);
  this->setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  this->setSizePolicy(policy);
}

template <typename Button>
void RubyChoice<Button>::setMarkup(const QString& markup) {
  m_layouts.forget();
  m_text = RubyText::fromMarkup(markup);
  this->setText(m_text.base());
  this->updateGeometry();
  this->update();
}

template <typename Button>
int RubyChoice<Button>::indicatorSize() const {
  return this->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this);
}

template <typename Button>
int RubyChoice<Button>::textLeft() const {
  return indicatorSize() + em(*this, 0.7);
}

template <typename Button>
std::shared_ptr<const RubyLayout> RubyChoice<Button>::layoutFor(int width) const {
  return m_layouts.of(m_text, this->font(), width, 1.6);
}

template <typename Button>
QSize RubyChoice<Button>::sizeHint() const {
  const QSizeF text = layoutFor(em(*this, 36))->size();
  return {textLeft() + ceiled(text.width()) + em(*this, 0.4),
          std::max(ceiled(text.height()) + em(*this, 0.6), choiceTarget(*this))};
}

template <typename Button>
QSize RubyChoice<Button>::minimumSizeHint() const {
  return {std::min(sizeHint().width(), textLeft() + em(*this, 3)),
          std::max(indicatorSize() + em(*this, 0.6), choiceTarget(*this))};
}

template <typename Button>
int RubyChoice<Button>::heightForWidth(int width) const {
  const qreal text = layoutFor(width - textLeft() - em(*this, 0.2))->size().height();
  return std::max(std::max(ceiled(text), indicatorSize()) + em(*this, 0.6), choiceTarget(*this));
}

template <typename Button>
void RubyChoice<Button>::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  QStyleOptionButton option;
  this->initStyleOption(&option);
  const auto layout = layoutFor(this->width() - textLeft() - em(*this, 0.2));
  const qreal top = (this->height() - layout->size().height()) / 2;
  // The indicator stands beside the first line, at the height of its base text.
  const qreal middle = top + layout->firstLineMiddle();
  const int size = indicatorSize();
  option.rect =
      QRect(0, std::max(0, static_cast<int>(std::lround(middle - size / 2.0))), size, size);
  constexpr bool radio = std::is_same_v<Button, QRadioButton>;
  this->style()->drawPrimitive(
      radio ? QStyle::PE_IndicatorRadioButton : QStyle::PE_IndicatorCheckBox, &option, &painter,
      this);
  layout->draw(painter, {static_cast<qreal>(textLeft()), top},
               this->palette().color(QPalette::WindowText));
}

template class RubyChoice<QCheckBox>;
template class RubyChoice<QRadioButton>;

}  // namespace madoguchi::app
