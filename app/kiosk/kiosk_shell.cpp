#include "app/kiosk/kiosk_shell.h"

#include <QApplication>
#include <QEvent>
#include <cstdio>
#include <utility>

#include "app/core/room_names.h"
#include "app/kiosk/kiosk_guard.h"
#include "app/kiosk/staff_page.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

KioskShell::KioskShell(const StartPage::Offers& offers, std::string staffCode,
                       QStringList arguments, QWidget* parent)
    : QStackedWidget(parent),
      m_usualLanguage(offers.languages.first()),
      m_door(std::move(staffCode)),
      m_visit(std::move(arguments), QCoreApplication::applicationFilePath()) {
  setWindowFlags(Qt::Window | Qt::FramelessWindowHint);
  setObjectName(QStringLiteral("kiosk"));
  speak(*this, [this] { setWindowTitle(qtTrId("app.title")); });
  m_start = new StartPage(offers, this);
  addWidget(m_start);
  m_guard = new KioskGuard(*this, this);
  connect(m_start, &StartPage::languageChosen, this, [this](const QString& tag) {
    m_isStaffsVisit = false;
    beginVisit(QLatin1String(kHomeRoom), tag);
  });
  connect(m_start, &StartPage::staffWanted, this, &KioskShell::showStaff);
  connect(m_guard, &KioskGuard::staffWanted, this, &KioskShell::showStaff);
  connect(&m_visit, &VisitProcess::ended, this, &KioskShell::onVisitEnded);
  qApp->installEventFilter(this);
}

KioskShell::~KioskShell() {
  // The page for staff knows the clock.
  while (count() > 0) delete widget(0);
}

bool KioskShell::eventFilter(QObject* watched, QEvent* event) {
  if (watched->isWidgetType() &&
      (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress ||
       event->type() == QEvent::TouchBegin))
    m_idle.noteActivity();
  return QStackedWidget::eventFilter(watched, event);
}

void KioskShell::beginVisit(const QString& room, const QString& language) {
  if (m_visit.isRunning()) return;
  m_languageOfVisit = language;
  // One touch is enough: the visit's window comes over this one.
  m_start->setEnabled(false);
  m_visit.begin(room, language);
}

void KioskShell::onVisitEnded(VisitProcess::Ended how) {
  m_start->setEnabled(true);
  activateWindow();
  // For the journal of the machine: the visitor is told on the screen.
  if (how == VisitProcess::Ended::byFault)
    std::fputs("madoguchi: a visit ended by a fault\n", stderr);
  if (m_isStaffsVisit) return;
  m_start->sayEnded(
      how == VisitProcess::Ended::well ? StartPage::Ended::well : StartPage::Ended::byFault,
      m_languageOfVisit);
}

void KioskShell::showStaff() {
  if (!m_door.isThere() || m_visit.isRunning() || currentWidget() != m_start) return;
  auto* page = new StaffPage(m_door, m_idle, this);
  addWidget(page);
  setCurrentWidget(page);
  page->focusFirst();
  const auto close = [this, page] {
    setCurrentWidget(m_start);
    removeWidget(page);
    page->deleteLater();
  };
  connect(page, &StaffPage::closed, this, close);
  connect(page, &StaffPage::selfCheckWanted, this, [this, close] {
    close();
    m_isStaffsVisit = true;
    beginVisit(QLatin1String(kSelfCheckRoom), m_usualLanguage);
  });
  connect(page, &StaffPage::restartWanted, this, [this] { emit endWanted(kRestart); });
  connect(page, &StaffPage::endWanted, this, [this] { emit endWanted(0); });
}

}  // namespace madoguchi::app
