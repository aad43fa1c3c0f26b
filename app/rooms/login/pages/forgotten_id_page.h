#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// What to do without the authentication ID: where it stands, and which paper goes where. Lies over
/// the login.
class ForgottenIdPage : public PageWidget {
  Q_OBJECT
 public:
  explicit ForgottenIdPage(QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
