#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class AccountFlow;

/// What who has logged in may do.
class MenuPage : public PageWidget {
  Q_OBJECT
 public:
  explicit MenuPage(AccountFlow& flow, QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
