#include "app/widgets/hold_still.h"

#include <QApplication>
#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>

namespace madoguchi::app {

namespace {

QScrollArea* scrollAreaAround(const QWidget& widget) {
  for (QWidget* one = widget.parentWidget(); one != nullptr; one = one->parentWidget()) {
    if (auto* area = qobject_cast<QScrollArea*>(one)) return area;
  }
  return nullptr;
}

}  // namespace

void holdStill(QWidget& page, const std::function<void()>& change) {
  QScrollArea* area = scrollAreaAround(page);
  const QPointer<QWidget> held = QApplication::focusWidget();
  if (area == nullptr || held == nullptr || !area->widget()->isAncestorOf(held)) {
    change();
    return;
  }
  QScrollBar* bar = area->verticalScrollBar();
  // Whoever follows another place of the page hears that the person has gone on.
  bar->triggerAction(QAbstractSlider::SliderMove);
  const auto place = [&] { return held->mapTo(area->viewport(), QPoint(0, 0)).y(); };
  const int before = place();
  change();
  // Layouts within layouts settle one after the other.
  constexpr int kDepth = 8;
  for (int pass = 0; pass < kDepth; ++pass)
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  if (held != nullptr && area->widget()->isAncestorOf(held))
    bar->setValue(bar->value() + place() - before);
}

}  // namespace madoguchi::app
