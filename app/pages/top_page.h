#pragma once

#include "app/pages/page_widget.h"

namespace madoguchi::app {

/// The entrances to registration.
class TopPage : public PageWidget {
  Q_OBJECT
 public:
  explicit TopPage(RegistrationFlow& flow, QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
