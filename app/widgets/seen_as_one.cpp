#include "app/widgets/seen_as_one.h"

#include <QRect>
#include <QVariant>
#include <QWidget>
#include <algorithm>

namespace madoguchi::app {

namespace {

constexpr auto kSeenAsOne = "seenAsOne";

QRect placeIn(const QWidget& widget, const QWidget& content) {
  return {widget.mapTo(&content, QPoint(0, 0)), widget.size()};
}

}  // namespace

void seeAsOne(QWidget& whole) { whole.setProperty(kSeenAsOne, true); }

QRect placeToSee(const QWidget& part, const QWidget& content, int room) {
  QRect place = placeIn(part, content);
  for (const QWidget* around = part.parentWidget(); around != nullptr && around != &content;
       around = around->parentWidget()) {
    if (!around->property(kSeenAsOne).toBool()) continue;
    const QRect whole = placeIn(*around, content);
    if (whole.height() > room) {
      const int top = std::max(whole.top(), place.bottom() + 1 - room);
      place.setTop(std::min(place.top(), top));
      break;
    }
    place = place.united(whole);
  }
  return place;
}

}  // namespace madoguchi::app
