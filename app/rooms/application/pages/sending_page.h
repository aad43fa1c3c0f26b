#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;

/// The application is being signed, or is on its way.
class ApplicationSendingPage : public PageWidget {
  Q_OBJECT
 public:
  explicit ApplicationSendingPage(ApplicationFlow& flow, QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
