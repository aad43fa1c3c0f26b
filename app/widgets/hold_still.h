#pragma once

#include <functional>

class QWidget;

namespace madoguchi::app {

/// Calls `change`, which may show, hide, make and take away widgets of `page`, and scrolls so that
/// what has the focus there stays where it is on the screen: nobody's field jumps away under their
/// hands. Where a page becomes too short for that, what can be seen of it is.
void holdStill(QWidget& page, const std::function<void()>& change);

}  // namespace madoguchi::app
