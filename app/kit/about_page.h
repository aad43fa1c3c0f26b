#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// Which program this is, where its source is, and whose work is in it, with their licences. It
/// lies over whatever the person is doing.
class AboutPage : public PageWidget {
  Q_OBJECT
 public:
  explicit AboutPage(QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
