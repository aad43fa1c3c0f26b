#include "app/widgets/message_panel.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <utility>

#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

QString iconOf(MessagePanel::Kind kind) {
  switch (kind) {
    case MessagePanel::Kind::error:
      return QStringLiteral(":/icons/bad.svg");
    case MessagePanel::Kind::warning:
      return QStringLiteral(":/icons/warning.svg");
    case MessagePanel::Kind::notice:
      return QStringLiteral(":/icons/notice.svg");
    case MessagePanel::Kind::good:
      return QStringLiteral(":/icons/good.svg");
  }
  return {};
}

QColor inkOf(MessagePanel::Kind kind, const Colours& colours) {
  switch (kind) {
    case MessagePanel::Kind::error:
      return colours.error;
    case MessagePanel::Kind::warning:
      return colours.warning;
    case MessagePanel::Kind::notice:
      return colours.primary;
    case MessagePanel::Kind::good:
      return colours.good;
  }
  return colours.text;
}

QColor surfaceOf(MessagePanel::Kind kind, const Colours& colours) {
  switch (kind) {
    case MessagePanel::Kind::error:
      return colours.errorSurface;
    case MessagePanel::Kind::warning:
      return colours.warningSurface;
    case MessagePanel::Kind::notice:
      return colours.noticeSurface;
    case MessagePanel::Kind::good:
      return colours.goodSurface;
  }
  return colours.surface;
}

namespace {

void setOrHide(RubyLabel& label, const QString& markup) {
  label.setMarkup(markup);
  label.setVisible(!markup.isEmpty());
}

}  // namespace

MessagePanel::MessagePanel(Kind kind, QWidget* parent) : QFrame(parent), m_kind(kind) {
  const int unit = em(*this);
  m_grid = new QGridLayout(this);
  m_grid->setContentsMargins(unit + unit / 2, unit, unit, unit);
  m_grid->setHorizontalSpacing(unit * 3 / 4);
  m_grid->setVerticalSpacing(unit / 2);
  m_grid->setColumnStretch(1, 1);
  m_icon = new SvgPicture(iconOf(kind), 1.7, this);
  m_column = new QVBoxLayout;
  m_column->setSpacing(unit / 2);
  m_title = new RubyLabel(RubyLabel::Role::strong, this);
  m_title->setFocusPolicy(Qt::ClickFocus);  // present() gives it the focus; Tab goes past it
  m_text = new RubyLabel(RubyLabel::Role::body, this);
  m_remedy = new RubyLabel(RubyLabel::Role::body, this);
  m_code = new RubyLabel(RubyLabel::Role::small, this);
  m_icon->standBeside(*m_title);
  m_grid->addWidget(m_title, 0, 1);
  m_grid->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
  m_grid->addLayout(m_column, 1, 1);
  m_column->addWidget(m_text);
  m_column->addWidget(m_remedy);
  m_body = new QVBoxLayout;
  m_body->setSpacing(unit / 2);
  m_column->addLayout(m_body);
  m_column->addWidget(m_code);
  m_ways = new FlowLayout(unit * 3 / 4);
  m_ways->setContentsMargins(0, unit / 2, 0, 0);
  m_column->addLayout(m_ways);
  setKind(kind);
  seeAsOne(*this);
}

void MessagePanel::setKind(Kind kind) {
  m_kind = kind;
  const QColor ink = inkOf(kind, coloursOf(palette()));
  m_icon->setPicture(iconOf(kind), ink);
  m_title->setColour(kind == Kind::error || kind == Kind::warning ? ink : QColor());
  update();
}

void MessagePanel::setTexts(const QString& title, const QString& text, const QString& remedy,
                            const QString& code) {
  setOrHide(*m_title, title);
  setOrHide(*m_text, text);
  setOrHide(*m_remedy, remedy);
  m_code->setPlain(code);
  m_code->setVisible(!code.isEmpty());
  m_icon->update();
  // Without a name: a screen reader would say it before the title in it, which gets the focus.
  setAccessibleDescription((m_title->text() + u'\n' + rest()).trimmed());
}

QString MessagePanel::rest() const { return (m_text->text() + u' ' + m_remedy->text()).trimmed(); }

RubyButton* MessagePanel::addWay(const QString& objectName, RubyButton::Kind kind) {
  auto* button = new RubyButton(kind, this);
  button->setObjectName(objectName);
  m_ways->addWidget(button);
  return button;
}

void MessagePanel::present() {
  // A page that is on its way out still hears of what happens; the focus is the next one's.
  if (!isVisible()) return;
  if (m_title->hasFocus()) {
    announce(*this);
    return;
  }
  // A screen reader says what gets the focus, and stops whatever it was saying for it: the rest
  // comes behind.
  m_title->setFocus(Qt::OtherFocusReason);
  if (const QString behind = rest(); !behind.isEmpty()) announce(*this, behind);
}

void MessagePanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  constexpr double kNarrow = 26;
  const bool narrow = width() < em(*this, kNarrow);
  if (std::exchange(m_narrow, narrow) == narrow) return;
  m_grid->removeWidget(m_icon);
  m_grid->removeItem(m_column);
  m_grid->addWidget(m_icon, 0, 0, narrow ? 1 : 2, 1, Qt::AlignTop);
  m_grid->addItem(m_column, 1, narrow ? 0 : 1, 1, narrow ? 2 : 1);
}

void MessagePanel::paintEvent(QPaintEvent* /*event*/) {
  const Colours colours = coloursOf(palette());
  const QColor ink = inkOf(m_kind, colours);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const qreal line = std::max(1.0, em(*this) / 8.0);
  painter.setPen(QPen(ink, line));
  painter.setBrush(surfaceOf(m_kind, colours));
  painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                          line * 3, line * 3);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink);
  painter.drawRoundedRect(QRectF(0, 0, line * 4, height()), line * 2, line * 2);
}

}  // namespace madoguchi::app
