#include "app/widgets/accessibility.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QScrollArea>

#include "app/widgets/ruby_label.h"
#include "app/widgets/secret_field.h"
#include "app/widgets/secret_field_accessible.h"

namespace madoguchi::app {

namespace {

/// A label that is a heading of the page.
class AccessibleHeading : public QAccessibleWidget {
 public:
  explicit AccessibleHeading(RubyLabel* label)
      : QAccessibleWidget(label, QAccessible::Heading), m_label(label) {}
  QString text(QAccessible::Text which) const override {
    if (which == QAccessible::Name && m_label->accessibleName().isEmpty()) return m_label->text();
    return QAccessibleWidget::text(which);
  }

 private:
  RubyLabel* m_label;
};

QAccessibleInterface* make(const QString& /*className*/, QObject* object) {
  if (auto* label = qobject_cast<RubyLabel*>(object)) {
    const bool heading =
        label->role() == RubyLabel::Role::heading || label->role() == RubyLabel::Role::section;
    return heading ? new AccessibleHeading(label) : nullptr;
  }
  if (auto* field = qobject_cast<SecretField*>(object)) return new AccessibleSecretField(field);
  // Qt's own (6.4) reads past its children when a scroll bar has gone since they were counted, so
  // that a screen reader could end the program. QAccessibleWidget's check the index.
  if (auto* area = qobject_cast<QScrollArea*>(object)) {
    return new QAccessibleWidget(area, QAccessible::Client);
  }
  return nullptr;
}

}  // namespace

void installAccessibility() {
  static const bool installed = [] {
    QAccessible::installFactory(make);
    return true;
  }();
  static_cast<void>(installed);
}

void announce(QWidget& widget) {
  QAccessibleEvent event(&widget, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

}  // namespace madoguchi::app
