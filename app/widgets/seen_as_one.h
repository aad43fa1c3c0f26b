#pragma once

class QRect;
class QWidget;

namespace madoguchi::app {

/// What is read together, like a field and what is said of it: where a part of it is brought into
/// view, all of it is, as far as there is room.
void seeAsOne(QWidget& whole);

/// Where `part` stands in `content`, with the wholes around it that are at most `room` pixels high;
/// of the first that is higher, with as much of what stands above as there is room for.
QRect placeToSee(const QWidget& part, const QWidget& content, int room);

}  // namespace madoguchi::app
