#pragma once

#include "app/kit/page_widget.h"

class QProgressBar;

namespace madoguchi::app {

/// While the registration is signed and sent.
class SubmittingPage : public PageWidget {
  Q_OBJECT
 public:
  explicit SubmittingPage(RegistrationFlow& flow, QWidget* parent = nullptr);

 private:
  QProgressBar* m_progress;
};

}  // namespace madoguchi::app
