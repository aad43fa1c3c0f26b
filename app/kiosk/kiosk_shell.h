#pragma once

#include <QStackedWidget>
#include <QStringList>

#include "app/core/idle_clock.h"
#include "app/kiosk/staff_code.h"
#include "app/kiosk/start_page.h"
#include "app/kiosk/visit_process.h"

namespace madoguchi::app {

class KioskGuard;

/// What stays on the screen of a kiosk while people come and go: the start page, and for staff
/// their page. It begins one visit after the other, each in a process of its own, over itself, and
/// never sees anything of them.
class KioskShell : public QStackedWidget {
  Q_OBJECT
 public:
  /// Of sysexits.h, EX_TEMPFAIL: whoever started the program shall start it again.
  static constexpr int kRestart = 75;

  /// `arguments` are the program's, without its name.
  KioskShell(const StartPage::Offers& offers, std::string staffCode, QStringList arguments,
             QWidget* parent = nullptr);
  ~KioskShell() override;

 signals:
  /// With the status with which the program ends.
  void endWanted(int status);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void beginVisit(const QString& room, const QString& language);
  void onVisitEnded(VisitProcess::Ended how);
  void showStaff();

  const QString m_usualLanguage;
  QString m_languageOfVisit;
  bool m_isStaffsVisit = false;
  IdleClock m_idle;
  StaffDoor m_door;
  StartPage* m_start;
  VisitProcess m_visit;
  KioskGuard* m_guard;
};

}  // namespace madoguchi::app
