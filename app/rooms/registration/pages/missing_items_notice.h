#pragma once

#include "app/widgets/message_panel.h"

namespace madoguchi::app {

class RegistrationFlow;

/// Which items of the form the card leaves to the person, and what it says beyond those that it
/// filled. Hidden where there is nothing to say.
class MissingItemsNotice : public MessagePanel {
  Q_OBJECT
 public:
  MissingItemsNotice(const RegistrationFlow& flow, const QString& objectName,
                     QWidget* parent = nullptr);

 private:
  void sayItems(const RegistrationFlow& flow);
};

}  // namespace madoguchi::app
