#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class PasswordFlow;

/// The password is another now: what that means, and the way on.
class PasswordDonePage : public PageWidget {
  Q_OBJECT
 public:
  explicit PasswordDonePage(PasswordFlow& flow, QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
