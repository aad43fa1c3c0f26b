#include "app/widgets/secret_field.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>
#include <QStyleOptionFrame>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

constexpr int kPasswordMaximum = 16;
constexpr int kPinLength = 4;
constexpr double kGlyphSize = 1.25;
constexpr char16_t kDot = 0x2022;  // what assistive technology gets for a character

std::optional<char> inPin(char typed) {
  return typed >= '0' && typed <= '9' ? std::optional(typed) : std::nullopt;
}

std::optional<char> inSignaturePassword(char typed) {
  if (typed >= 'a' && typed <= 'z') return static_cast<char>(typed - 'a' + 'A');
  return typed >= 'A' && typed <= 'Z' ? std::optional(typed) : inPin(typed);
}

/// Full-width characters come from keyboards that are set to Japanese, other digits from those of
/// many scripts: Arabic, Nepali, Burmese. Nothing for what is no ASCII then.
std::optional<char> asciiOf(char16_t character) {
  constexpr char16_t kFullWidthFirst = 0xFF01;
  constexpr char16_t kFullWidthLast = 0xFF5E;
  constexpr char16_t kFullWidthOffset = 0xFEE0;
  constexpr char16_t kLastOfAscii = 0x7E;
  if (character >= kFullWidthFirst && character <= kFullWidthLast) {
    character = static_cast<char16_t>(character - kFullWidthOffset);
  }
  if (character > kLastOfAscii && QChar::category(character) == QChar::Number_DecimalDigit) {
    return static_cast<char>('0' + QChar::digitValue(character));
  }
  return character <= kLastOfAscii ? std::optional(static_cast<char>(character)) : std::nullopt;
}

/// One string for each character that a secret may have, made once: drawing never makes a string
/// that depends on the secret.
const QString& drawn(std::uint8_t byte) {
  static const std::array<QString, 128> strings = [] {
    std::array<QString, 128> all;
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = QString(QLatin1Char(static_cast<char>(i)));
    return all;
  }();
  return strings[byte & 0x7F];
}

}  // namespace

SecretRules rulesOf(card::Secret which) {
  if (which == card::Secret::authenticationPin) {
    return {.longest = kPinLength, .accepted = &inPin};
  }
  return {.longest = kPasswordMaximum, .accepted = &inSignaturePassword};
}

SecretField::SecretField(const SecretRules& rules, QWidget* parent)
    : QWidget(parent), m_rules(rules), m_buffer(static_cast<std::size_t>(rules.longest)) {
  installAccessibility();
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_InputMethodEnabled, false);
  setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText |
                      Qt::ImhNoAutoUppercase);
  setCursor(Qt::IBeamCursor);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

SecretField::~SecretField() = default;

void SecretField::setCursorPosition(int position) {
  m_cursor = std::clamp(position, 0, length());
  restartBlinking();
  update();
}

void SecretField::setShown(bool shown) {
  m_shown = shown;
  update();
}

void SecretField::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  restartBlinking();
  update();
}

void SecretField::setWrong(bool wrong) {
  setProperty("wrong", wrong);
  update();
}

void SecretField::clear() {
  const int before = length();
  m_buffer.clear();
  m_cursor = 0;
  changed(before);
}

void SecretField::changed(int oldLength) {
  restartBlinking();
  update();
  if (oldLength == length()) return;
  const int difference = length() - oldLength;
  const QString dots(std::abs(difference), QChar(kDot));
  if (difference > 0) {
    QAccessibleTextInsertEvent event(this, m_cursor - difference, dots);
    QAccessible::updateAccessibility(&event);
  } else {
    QAccessibleTextRemoveEvent event(this, m_cursor, dots);
    QAccessible::updateAccessibility(&event);
  }
  emit lengthChanged(length());
}

void SecretField::insert(char character) {
  if (length() >= maximumLength()) {
    emit full();
    return;
  }
  const int before = length();
  if (!m_buffer.insert(static_cast<std::size_t>(m_cursor), static_cast<std::uint8_t>(character)))
    return;
  ++m_cursor;
  changed(before);
}

void SecretField::type(char character) {
  if (m_readOnly) return;
  if (const auto accepted = m_rules.accepted(character)) {
    insert(*accepted);
  } else {
    emit refused();
  }
}

void SecretField::rubOut() {
  if (!m_readOnly) edit(Qt::Key_Backspace);
}

bool SecretField::edit(int key) {
  const int before = length();
  switch (key) {
    case Qt::Key_Left:
      setCursorPosition(m_cursor - 1);
      return true;
    case Qt::Key_Right:
      setCursorPosition(m_cursor + 1);
      return true;
    case Qt::Key_Home:
      setCursorPosition(0);
      return true;
    case Qt::Key_End:
      setCursorPosition(length());
      return true;
    case Qt::Key_Backspace:
      if (m_cursor > 0) m_buffer.erase(static_cast<std::size_t>(--m_cursor), 1);
      changed(before);
      return true;
    case Qt::Key_Delete:
      if (m_cursor < length()) m_buffer.erase(static_cast<std::size_t>(m_cursor), 1);
      changed(before);
      return true;
    default:
      return false;
  }
}

void SecretField::keyPressEvent(QKeyEvent* event) {
  if (m_readOnly) {
    event->ignore();
    return;
  }
  watchCapsLock(*event);
  if (event->matches(QKeySequence::Paste)) {
    paste(QClipboard::Clipboard);
    return;
  }
  // Copying and cutting do nothing, and must not reach a parent that would.
  if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) return;
  const Qt::KeyboardModifiers chord =
      event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (chord == Qt::NoModifier && edit(event->key())) return;
  // Some layouts type letters with AltGr, which arrives as Ctrl+Alt; its text is then not a
  // control.
  const QString& text = event->text();
  if (text.size() != 1 || !text.front().isPrint() ||
      (chord != Qt::NoModifier && !chord.testFlag(Qt::AltModifier))) {
    event->ignore();
    return;
  }
  if (chord == Qt::AltModifier) {
    event->ignore();  // a mnemonic of the page
    return;
  }
  const auto ascii = asciiOf(text.front().unicode());
  if (ascii) {
    type(*ascii);
  } else {
    emit refused();
  }
}

void SecretField::watchCapsLock(const QKeyEvent& event) {
  // No system tells it in the same way; a letter that comes in the other case than its keys say
  // does everywhere.
  const QString& text = event.text();
  bool on = m_capsLock;
  if (event.key() == Qt::Key_CapsLock) {
    on = false;  // it is another than before, and the next letter tells
  } else if (text.size() == 1 && text.front().unicode() < 0x80 && text.front().isLetter()) {
    on = text.front().isUpper() != event.modifiers().testFlag(Qt::ShiftModifier);
  }
  if (m_rules.casesDiffer && std::exchange(m_capsLock, on) != on) emit capsLockSeen(on);
}

void SecretField::paste(QClipboard::Mode from) {
  if (m_readOnly) return;
  if (!m_rules.mayBePasted) {
    emit pasteRefused();
    return;
  }
  // What is copied with it at its ends is not part of it.
  const QString text = QGuiApplication::clipboard()->text(from).trimmed();
  const auto takes = [this](QChar one) {
    const auto ascii = asciiOf(one.unicode());
    return ascii && m_rules.accepted(*ascii);
  };
  if (!std::all_of(text.begin(), text.end(), takes)) {
    emit refused();
    return;
  }
  // One that is cut would be set without anybody's knowing it.
  if (length() + text.size() > maximumLength()) {
    emit full();
    return;
  }
  for (const QChar one : text) insert(*m_rules.accepted(*asciiOf(one.unicode())));
}

void SecretField::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  if (event->button() == Qt::MiddleButton) {
    paste(QClipboard::Selection);
    return;
  }
  const qreal cells = (event->position().x() - textRect().left()) / cellWidth();
  setCursorPosition(static_cast<int>(std::lround(cells)));
}

QFont SecretField::glyphFont() const { return scaledFont(*this, kGlyphSize, false); }

qreal SecretField::wholeCell() const {
  return QFontMetrics(glyphFont()).horizontalAdvance(u'W') * 1.1;
}

qreal SecretField::cellWidth() const {
  // Where the field is narrow, the cells shrink rather than scroll: the length stays visible.
  return std::min(wholeCell(), textRect().width() / (maximumLength() + 0.5));
}

QRectF SecretField::textRect() const {
  const qreal side = em(*this, 0.75);
  return QRectF(rect()).adjusted(side, 0, -side, 0);
}

QSize SecretField::sizeHint() const {
  // As high as its neighbours.
  QStyleOptionFrame frame;
  frame.initFrom(this);
  const QSize line =
      style()->sizeFromContents(QStyle::CT_LineEdit, &frame, {0, em(*this, kGlyphSize)}, this);
  return {static_cast<int>(wholeCell() * (maximumLength() + 0.5)) + em(*this, 2), line.height()};
}

QSize SecretField::minimumSizeHint() const {
  const QSize hint = sizeHint();
  return {std::min(hint.width(), em(*this, 7.5)), hint.height()};
}

void SecretField::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  QStyleOptionFrame frame;
  frame.initFrom(this);
  style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(glyphFont());
  const qreal glyph = em(*this, kGlyphSize);
  const QColor ink = palette().color(QPalette::Text);
  const QRectF area = textRect();
  const qreal cell = cellWidth();
  for (int i = 0; i < length(); ++i) {
    const QRectF box(area.left() + cell * i, area.top(), cell, area.height());
    if (m_shown) {
      painter.setPen(ink);
      painter.drawText(box, Qt::AlignCenter, drawn(m_buffer.bytes()[static_cast<std::size_t>(i)]));
    } else {
      painter.setPen(Qt::NoPen);
      painter.setBrush(ink);
      const qreal radius = std::min(glyph * 0.22, cell / 3);
      painter.drawEllipse(box.center(), radius, radius);
    }
  }
  if (m_cursorOn && hasFocus()) {
    const qreal x = area.left() + cell * m_cursor;
    painter.fillRect(
        QRectF(x - 1, area.center().y() - glyph * 0.65, std::max(2.0, glyph * 0.09), glyph * 1.3),
        ink);
  }
}

void SecretField::restartBlinking() {
  m_cursorOn = hasFocus() && !m_readOnly;
  const int time = QApplication::styleHints()->cursorFlashTime();
  if (m_cursorOn && time > 1) {
    m_blinking.start(time / 2, this);
  } else {
    m_blinking.stop();
  }
}

void SecretField::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  restartBlinking();
  update();
}

void SecretField::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  m_blinking.stop();
  m_cursorOn = false;
  update();
}

void SecretField::timerEvent(QTimerEvent* event) {
  if (event->timerId() != m_blinking.timerId()) return QWidget::timerEvent(event);
  m_cursorOn = !m_cursorOn;
  update();
}

}  // namespace madoguchi::app
