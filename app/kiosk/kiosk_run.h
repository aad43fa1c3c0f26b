#pragma once

#include <functional>
#include <memory>

#include "app/core/pending.h"
#include "app/core/policy.h"
#include "cardreader/transport.h"

class QApplication;
class QWidget;

namespace madoguchi::app {

class IdleClock;
struct ProgramOptions;

// What the program is at a kiosk, put together from the parts of this folder: main() decides which
// of the two a process is.

/// Instead of applyLook(): whatever is touched is large enough.
void applyTouchedLook(QApplication& application, const ProgramOptions& options);

/// What remains while people come and go. Gives the status with which the program ends.
int runKiosk(QApplication& application, const ProgramOptions& options);

/// What a visit has to do with the rest of the program, all of which outlives it.
struct VisitUses {
  IdleClock& idle;
  /// Tells `found` the readers and their cards, and every change, until what it gives is dropped.
  std::function<Pending(std::function<void(const card::ReaderSnapshot&)> found)> watchReaders;
  std::function<bool()> isKeeping;  ///< these four as VisitEnd::Doing has them
  std::function<bool()> isSending;
  std::function<void()> logOut;
  std::function<bool()> isLoggingOut;
};

/// One visit, from when somebody has chosen a language until nothing of them is left. `window` is
/// the program's. Gives the status with which the process ends.
int runVisit(std::unique_ptr<QWidget> window, const VisitUses& uses, const KioskPolicy& kiosk);

}  // namespace madoguchi::app
