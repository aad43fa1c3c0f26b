#include "tests/e2e/gallery/page_check.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QWidget>
#include <algorithm>
#include <map>
#include <vector>

#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/secret_field.h"

namespace madoguchi::test {

namespace {

using Widgets = std::vector<QWidget*>;

QString described(const QWidget& widget) {
  QString text;
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) text = label->text();
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) text = button->text();
  return QStringLiteral("%1 \"%2\" %3")
      .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(), text.left(30));
}

Widgets visibleWidgets(const QWidget& window) {
  Widgets widgets;
  for (auto* widget : window.findChildren<QWidget*>()) {
    if (widget->isVisible() && qobject_cast<QFocusFrame*>(widget) == nullptr)
      widgets.push_back(widget);
  }
  return widgets;
}

/// Something that is read or used, not a container of such things.
bool isPart(const QWidget& widget) {
  if (qobject_cast<const QLineEdit*>(widget.parentWidget()) != nullptr) return false;
  return qobject_cast<const QLabel*>(&widget) != nullptr ||
         qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
         qobject_cast<const QLineEdit*>(&widget) != nullptr ||
         qobject_cast<const QComboBox*>(&widget) != nullptr ||
         qobject_cast<const app::SecretField*>(&widget) != nullptr;
}

bool isCutOff(const QWidget& widget) {
  if (widget.hasHeightForWidth()) return widget.heightForWidth(widget.width()) > widget.height();
  if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
    // What is chosen can stand below the list, too, where the window is narrow.
    const auto* whole = box->parentWidget()->findChild<QWidget*>(
        box->objectName() + QStringLiteral(".whole"), Qt::FindDirectChildrenOnly);
    if (whole != nullptr && whole->isVisible()) return false;
    QStyleOptionComboBox option;
    option.initFrom(box);
    const QRect room = box->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                    QStyle::SC_ComboBoxEditField, box);
    if (box->fontMetrics().horizontalAdvance(box->currentText()) > room.width()) return true;
  }
  return widget.minimumSizeHint().height() > widget.height() ||
         widget.minimumSizeHint().width() > widget.width();
}

void checkPlaces(const Widgets& widgets, QStringList& complaints) {
  for (const QWidget* widget : widgets) {
    if (!isPart(*widget)) continue;
    if (isCutOff(*widget)) complaints << QStringLiteral("is cut off: ") + described(*widget);
    const QWidget* parent = widget->parentWidget();
    if (!parent->rect().contains(widget->geometry()))
      complaints << QStringLiteral("stands outside: ") + described(*widget);
    for (const QWidget* other : widgets) {
      if (other > widget && other->parentWidget() == parent && isPart(*other) &&
          other->geometry().intersects(widget->geometry())) {
        complaints
            << QStringLiteral("overlaps: %1 and %2").arg(described(*widget), described(*other));
      }
    }
  }
}

void checkScrolling(const Widgets& widgets, QStringList& complaints) {
  for (const QWidget* widget : widgets) {
    const auto* area = qobject_cast<const QScrollArea*>(widget);
    if (area != nullptr && area->widget()->width() > area->viewport()->width())
      complaints << QStringLiteral("scrolls to the side: ") + described(*widget->parentWidget());
  }
}

/// Who types must see where.
void checkFocus(const QWidget& window, const Widgets& widgets, QStringList& complaints) {
  const QWidget* now = QApplication::focusWidget();
  if (now == nullptr || !window.isAncestorOf(now)) return;
  for (const QWidget* widget : widgets) {
    const auto* area = qobject_cast<const QScrollArea*>(widget);
    if (area == nullptr || !area->isAncestorOf(now)) continue;
    const QRect place(now->mapTo(area->viewport(), QPoint()), now->size());
    if (place.height() < area->viewport()->height() && !area->viewport()->rect().contains(place))
      complaints << QStringLiteral("has the focus out of sight: ") + described(*now);
  }
}

bool isControl(const QWidget& widget) {
  const bool byTab = (widget.focusPolicy() & Qt::TabFocus) != 0;
  const auto* parent = widget.parentWidget();
  const bool partOfBox = parent != nullptr && parent->inherits("QComboBox");
  return byTab && widget.isEnabled() && widget.focusProxy() == nullptr && !partOfBox;
}

void checkNames(const Widgets& widgets, QStringList& complaints) {
  std::map<QString, const QWidget*> mnemonics;
  for (QWidget* widget : widgets) {
    if (!isControl(*widget)) continue;
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty())
      complaints << QStringLiteral("has no accessible name: ") + described(*widget);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button == nullptr || button->shortcut().isEmpty()) continue;
    const auto [found, fresh] = mnemonics.emplace(button->shortcut().toString(), button);
    if (!fresh)
      complaints << QStringLiteral("shares %1: %2 and %3")
                        .arg(found->first, described(*button), described(*found->second));
  }
}

/// Tab stops once at a group of radio buttons.
const QObject* stopOf(const QWidget& widget) {
  const auto* radio = qobject_cast<const QRadioButton*>(&widget);
  return radio == nullptr ? static_cast<const QObject*>(&widget) : radio->parent();
}

void checkTabbing(QWidget& window, const Widgets& widgets, QStringList& complaints) {
  std::vector<const QObject*> wanted;
  for (const QWidget* widget : widgets) {
    if (isControl(*widget) && std::ranges::find(wanted, stopOf(*widget)) == wanted.end())
      wanted.push_back(stopOf(*widget));
  }
  QWidget* const before = QApplication::focusWidget();
  // From the first control of the window on, for as many controls as there are.
  QCoreApplication::processEvents();
  window.setFocus();
  std::vector<const QObject*> reached;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    QWidget* from = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &window;
    QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    QCoreApplication::sendEvent(from, &tab);
    QCoreApplication::processEvents();
    const QWidget* now = QApplication::focusWidget();
    if (now == nullptr) break;
    const QRect place(now->mapTo(&window, QPoint()), now->size());
    if (!reached.empty()) {
      // Looked up now: following the focus may have scrolled.
      const auto* previous = qobject_cast<const QWidget*>(from);
      const QRect last(previous->mapTo(&window, QPoint()), previous->size());
      const bool upwards = place.bottom() < last.top();
      const bool backwards =
          place.right() < last.left() && place.top() < last.bottom() && place.bottom() > last.top();
      if (upwards || backwards)
        complaints << QStringLiteral("Tab goes backwards: %1 to %2")
                          .arg(described(*previous), described(*now));
    }
    reached.push_back(stopOf(*now));
  }
  for (const QObject* stop : wanted) {
    if (std::ranges::find(reached, stop) == reached.end())
      complaints << QStringLiteral("is not reached by Tab: ") +
                        described(*qobject_cast<const QWidget*>(stop));
  }
  if (before != nullptr) before->setFocus(Qt::OtherFocusReason);
}

}  // namespace

QStringList complaintsAbout(QWidget& window) {
  QStringList complaints;
  const Widgets widgets = visibleWidgets(window);
  checkPlaces(widgets, complaints);
  checkScrolling(widgets, complaints);
  checkFocus(window, widgets, complaints);
  checkNames(widgets, complaints);
  checkTabbing(window, widgets, complaints);
  return complaints;
}

}  // namespace madoguchi::test
