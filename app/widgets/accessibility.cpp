#include "app/widgets/accessibility.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVariant>
#include <chrono>

#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/secret_field.h"
#include "app/widgets/secret_field_accessible.h"

namespace madoguchi::app {

namespace {

constexpr auto kGroup = "accessibleGroup";

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

/// One of a few of which one is chosen, as the languages are. (As a QRadioButton, Tab would reach
/// only the chosen one.)
class AccessibleSegment : public QAccessibleWidget {
 public:
  explicit AccessibleSegment(RubyButton* button)
      : QAccessibleWidget(button, QAccessible::RadioButton), m_button(button) {}
  QString text(QAccessible::Text which) const override {
    if (which == QAccessible::Name && m_button->accessibleName().isEmpty()) return m_button->text();
    return QAccessibleWidget::text(which);
  }
  QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.checkable = true;
    state.checked = m_button->isChecked();
    return state;
  }
  QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
  void doAction(const QString& action) override {
    if (action == pressAction()) {
      m_button->click();
    } else {
      QAccessibleWidget::doAction(action);
    }
  }

 private:
  RubyButton* m_button;
};

/// A place in a window that is heard and not seen. Qt's bridge to AT-SPI (6.4) drops Alert events;
/// a screen reader speaks the labels of a notification that begins to show (Orca,
/// onShowingChanged).
class Announcer : public QWidget {
 public:
  static Announcer& of(QWidget& window) {
    for (QObject* child : window.children()) {
      if (auto* there = dynamic_cast<Announcer*>(child)) return *there;
    }
    return *new Announcer(window);
  }
  void say(const QString& text) {
    hide();
    m_text->setText(text);
    show();
    m_end.start();
  }

 private:
  explicit Announcer(QWidget& window) : QWidget(&window), m_text(new QLabel(this)) {
    m_text->setTextFormat(Qt::PlainText);
    setObjectName(QStringLiteral("announcer"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setUpdatesEnabled(false);
    // Nothing is painted; without a size it would not count as showing.
    setGeometry(0, 0, 1, 1);
    m_text->setGeometry(0, 0, 1, 1);
    // It is said and over; nothing of it stays to be found later. A screen reader asks for the
    // words when it comes to them, on a busy computer some seconds after they began to show.
    m_end.setSingleShot(true);
    m_end.setInterval(std::chrono::seconds(15));
    connect(&m_end, &QTimer::timeout, this, [this] {
      hide();
      m_text->clear();
    });
  }
  QLabel* m_text;
  QTimer m_end;
};

/// Whether anybody listens. Nothing is said to nobody: it would only wake the program.
class Listeners : public QAccessible::ActivationObserver {
 public:
  Listeners() { QAccessible::installActivationObserver(this); }
  void accessibilityActiveChanged(bool active) override { m_there = active; }
  [[nodiscard]] bool areThere() const { return m_there; }

 private:
  bool m_there = QAccessible::isActive();
};

const Listeners& listeners() {
  static const auto* const all = new Listeners;  // as long as Qt may tell it
  return *all;
}

QAccessibleInterface* make(const QString& /*className*/, QObject* object) {
  if (auto* announcer = dynamic_cast<Announcer*>(object)) {
    return new QAccessibleWidget(announcer, QAccessible::Notification);
  }
  if (auto* label = qobject_cast<RubyLabel*>(object)) {
    const bool heading =
        label->role() == RubyLabel::Role::heading || label->role() == RubyLabel::Role::section;
    return heading ? new AccessibleHeading(label) : nullptr;
  }
  if (auto* button = qobject_cast<RubyButton*>(object)) {
    return button->kind() == RubyButton::Kind::segment ? new AccessibleSegment(button) : nullptr;
  }
  if (object->property(kGroup).toBool()) {
    return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::Grouping);
  }
  if (auto* field = qobject_cast<SecretField*>(object)) return new AccessibleSecretField(field);
  // Qt's own (6.4) reads past its children when a scroll bar has gone since they were counted, so
  // that a screen reader could end the program. QAccessibleWidget's check the index.
  if (auto* area = qobject_cast<QScrollArea*>(object)) {
    return new QAccessibleWidget(area, QAccessible::Client);
  }
  // Qt's own is a layered pane, which is said before everything in it.
  if (auto* stack = qobject_cast<QStackedWidget*>(object)) {
    return new QAccessibleWidget(stack, QAccessible::Client);
  }
  return nullptr;
}

}  // namespace

void installAccessibility() {
  static const bool installed = [] {
    QAccessible::installFactory(make);
    listeners();
    return true;
  }();
  static_cast<void>(installed);
}

void announce(QWidget& widget) {
  if (!listeners().areThere()) return;
  if (QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&widget)) {
    announce(widget,
             (spoken->text(QAccessible::Name) + u'\n' + spoken->text(QAccessible::Description))
                 .trimmed());
  }
}

void announce(QWidget& widget, const QString& words) {
  if (!listeners().areThere()) return;
  QAccessibleEvent event(&widget, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
  Announcer::of(*widget.window()).say(words);
}

void makeGroup(QWidget& widget) {
  installAccessibility();
  widget.setProperty(kGroup, true);
}

}  // namespace madoguchi::app
