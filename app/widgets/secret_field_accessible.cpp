#include "app/widgets/secret_field_accessible.h"

#include <algorithm>

namespace madoguchi::app {

AccessibleSecretField::AccessibleSecretField(SecretField* field)
    : QAccessibleWidget(field, QAccessible::EditableText) {}

SecretField* AccessibleSecretField::field() const { return static_cast<SecretField*>(widget()); }

QAccessible::State AccessibleSecretField::state() const {
  QAccessible::State state = QAccessibleWidget::state();
  state.passwordEdit = true;  // with this, the role on the bus is that of a password text
  state.editable = !field()->isReadOnly();
  state.readOnly = field()->isReadOnly();
  state.selectable = false;
  return state;
}

QString AccessibleSecretField::text(QAccessible::Text which) const {
  if (which == QAccessible::Value) return text(0, characterCount());
  return QAccessibleWidget::text(which);
}

void* AccessibleSecretField::interface_cast(QAccessible::InterfaceType type) {
  if (type == QAccessible::TextInterface) return static_cast<QAccessibleTextInterface*>(this);
  return QAccessibleWidget::interface_cast(type);
}

void AccessibleSecretField::selection(int /*index*/, int* start, int* end) const {
  *start = *end = 0;
}

int AccessibleSecretField::cursorPosition() const { return field()->cursorPosition(); }

void AccessibleSecretField::setCursorPosition(int position) {
  field()->setCursorPosition(position);
}

QString AccessibleSecretField::text(int start, int end) const {
  const int last = std::min(end, characterCount());
  return QString(std::max(0, last - std::max(0, start)), QChar(0x2022));
}

int AccessibleSecretField::characterCount() const { return field()->length(); }

QRect AccessibleSecretField::characterRect(int /*offset*/) const { return rect(); }

int AccessibleSecretField::offsetAtPoint(const QPoint& /*point*/) const { return -1; }

QString AccessibleSecretField::attributes(int /*offset*/, int* start, int* end) const {
  *start = 0;
  *end = characterCount();
  return {};
}

}  // namespace madoguchi::app
