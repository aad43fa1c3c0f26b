#include "app/kiosk/kiosk_run.h"

#include <QApplication>
#include <QClipboard>
#include <QScreen>
#include <algorithm>

#include "app/core/language.h"
#include "app/core/operator_texts.h"
#include "app/core/program_options.h"
#include "app/kiosk/kiosk_guard.h"
#include "app/kiosk/kiosk_shell.h"
#include "app/kiosk/screen.h"
#include "app/kiosk/service_manager.h"
#include "app/kiosk/visit_end.h"
#include "app/kiosk/visit_frame.h"
#include "app/kiosk/visit_pages.h"
#include "app/kiosk/visit_process.h"
#include "app/kiosk/visit_watch.h"
#include "app/kit/texts.h"
#include "app/widgets/look.h"
#include "app/widgets/secret_keys.h"

namespace madoguchi::app {

void applyTouchedLook(QApplication& application, const ProgramOptions& options) {
  setTouched(true);
  applyLook(application,
            std::max(options.textScale, scaleForTouch(*QGuiApplication::primaryScreen(),
                                                      options.policy.kiosk->screenDotsPerInch)));
}

int runKiosk(QApplication& application, const ProgramOptions& options) {
  Language language(options.policy.languages);
  language.set(language.offered().first());
  OperatorTexts operatorTexts(options.policy.texts);
  QCoreApplication::installTranslator(&operatorTexts);
  useSecretKeys({.always = true});
  applyTouchedLook(application, options);
  KioskShell shell({.languages = options.policy.languages,
                    .entrances = options.policy.entrances,
                    .helpDesk = helpDeskLine()},
                   options.policy.kiosk->staffCode, QCoreApplication::arguments().mid(1));
  QObject::connect(&shell, &KioskShell::endWanted, &application, &QCoreApplication::exit);
  const SignsOfLife signs;
  shell.showFullScreen();
  return QApplication::exec();
}

int runVisit(std::unique_ptr<QWidget> window, const VisitUses& uses, const KioskPolicy& kiosk) {
  VisitWatch watch(uses.idle, VisitWatch::timesOf(kiosk.idle));
  VisitFrame frame(*window.release(), watch);
  const KioskGuard guard(frame);
  const Pending readers =
      uses.watchReaders([&watch](const card::ReaderSnapshot& found) { watch.noteReaders(found); });
  VisitEnd end({.isKeeping = uses.isKeeping,
                .isSending = uses.isSending,
                .logOut = uses.logOut,
                .isLoggingOut = uses.isLoggingOut,
                .hasCard = [&] { return watch.hasCard(); }},
               {});
  QObject::connect(&watch, &VisitWatch::ended, &end, [&] {
    VisitEndPage& page = frame.showEnd();
    QObject::connect(&end, &VisitEnd::stepChanged, &page, [&] {
      page.setCard(end.step() == VisitEnd::Step::takingCard && watch.hasCard());
      if (end.step() == VisitEnd::Step::done) QCoreApplication::exit(0);
    });
    end.begin();
  });
  const VisitSigns signs;
  frame.showFullScreen();
  frame.activateWindow();
  const int result = QApplication::exec();
  for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection})
    QGuiApplication::clipboard()->clear(mode);
  return result;
}

}  // namespace madoguchi::app
