#pragma once

#include <optional>
#include <vector>

#include "app/core/pending.h"
#include "app/kiosk/staff_code.h"
#include "app/kit/page_widget.h"

namespace madoguchi::app {

class IdleClock;
class SecretEntry;

/// For the staff of the office, behind their code: the self-check, a restart, the end. Nothing of
/// any person is there to be seen. Where nobody does anything, it says closed() by itself.
class StaffPage : public PageWidget {
  Q_OBJECT
 public:
  /// Both outlive it.
  StaffPage(StaffDoor& door, IdleClock& idle, QWidget* parent = nullptr);
  void focusFirst() override;

 signals:
  void selfCheckWanted();
  void restartWanted();
  void endWanted();

 private:
  void addCode(IdleClock& idle);
  void addDoings();
  void enter();
  void sayAnswer();

  StaffDoor& m_door;
  std::optional<StaffDoor::Answer> m_answer;  ///< to the last code
  SecretEntry* m_code = nullptr;
  std::vector<QWidget*> m_before;  ///< the code was given
  std::vector<QWidget*> m_after;
  Pending m_absence;
};

}  // namespace madoguchi::app
