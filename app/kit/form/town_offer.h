#pragma once

#include "app/widgets/message_panel.h"

namespace madoguchi::app {

class FormModel;

/// What becomes of the town that a postal code has led to: it begins the address below where that
/// is still empty, and is only offered where something stands there. Hidden until then. For forms
/// with the field "addressRest".
class TownOffer : public MessagePanel {
  Q_OBJECT
 public:
  TownOffer(FormModel& form, const QString& objectName, QWidget* parent = nullptr);
  void offer(const QString& town);

 private:
  enum class State { none, filled, offered };

  void put();
  void setState(State state);
  void sayAll();

  FormModel& m_form;
  State m_state = State::none;
  QString m_town;
  QString m_filled;  ///< the town that was put there last
  RubyButton* m_yes;
  RubyButton* m_no;
};

}  // namespace madoguchi::app
