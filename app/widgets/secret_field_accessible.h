#pragma once

#include <QAccessibleWidget>

#include "app/widgets/secret_field.h"

namespace madoguchi::app {

/// What assistive technology learns of a secret field: that it is a password field, how long the
/// secret is, where the cursor stands. Never a character of it, shown or not.
class AccessibleSecretField : public QAccessibleWidget, public QAccessibleTextInterface {
 public:
  explicit AccessibleSecretField(SecretField* field);
  [[nodiscard]] QAccessible::State state() const override;
  [[nodiscard]] QString text(QAccessible::Text which) const override;
  void* interface_cast(QAccessible::InterfaceType type) override;

  void selection(int index, int* start, int* end) const override;
  [[nodiscard]] int selectionCount() const override { return 0; }
  void addSelection(int /*start*/, int /*end*/) override {}
  void removeSelection(int /*index*/) override {}
  void setSelection(int /*index*/, int /*start*/, int /*end*/) override {}
  [[nodiscard]] int cursorPosition() const override;
  void setCursorPosition(int position) override;
  [[nodiscard]] QString text(int start, int end) const override;
  [[nodiscard]] int characterCount() const override;
  [[nodiscard]] QRect characterRect(int offset) const override;
  [[nodiscard]] int offsetAtPoint(const QPoint& point) const override;
  void scrollToSubstring(int /*start*/, int /*end*/) override {}
  QString attributes(int offset, int* start, int* end) const override;

 private:
  [[nodiscard]] SecretField* field() const;
};

}  // namespace madoguchi::app
