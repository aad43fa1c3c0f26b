#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <cstdio>
#include <functional>
#include <stdexcept>

#include "app/core/idle_clock.h"
#include "app/core/text_size.h"
#include "app/kiosk/screen.h"
#include "app/kiosk/staff_code.h"
#include "app/kiosk/staff_page.h"
#include "app/kiosk/start_page.h"
#include "app/kiosk/visit_frame.h"
#include "app/kiosk/visit_pages.h"
#include "app/widgets/look.h"
#include "app/widgets/secret_field.h"
#include "tests/e2e/gallery/pictures.h"
#include "tests/support/demonstration_form.h"
#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/kit/form/demonstration_window.h"

namespace madoguchi::test {
namespace {

/// Of 24 inches, upright and lying.
constexpr double kDotsPerInch = 92;
constexpr QSize kLying(1920, 1080);

/// The pages of a kiosk, on a screen of one size.
class KioskWalk {
 public:
  KioskWalk(const QDir& folder, QSize size, QString name)
      : m_folder(folder), m_size(size), m_name(std::move(name)) {}

  int walk() {
    start();
    visit();
    staff();
    return m_complaints;
  }

 private:
  void open(QWidget& window) {
    window.resize(m_size);
    window.show();
    window.activateWindow();
    if (!eventually([&] { return window.isActiveWindow(); }))
      throw std::runtime_error("an active window");
  }

  static void press(const QWidget& window, const char* name) {
    for (auto* button : window.findChildren<QAbstractButton*>(QLatin1String(name))) {
      if (button->isVisible()) {
        button->click();
        return;
      }
    }
    throw std::runtime_error(name);
  }

  void shoot(
      QWidget& window, const char* stage, const std::function<void()>& inEach = [] {}) {
    for (const QString& language : app::Language::tags()) {
      m_content->speak(language);
      inEach();
      settle();
      m_complaints += picture(window, m_folder, stage + (u'-' + m_name) + u'.' + language);
    }
    std::printf("%s\n", stage);
  }

  void start() {
    app::StartPage page({.languages = app::Language::tags()});
    open(page);
    shoot(page, "200-kiosk-start");
    page.sayEnded(app::StartPage::Ended::well, app::Language::tags().at(1));
    shoot(page, "201-kiosk-ended");
  }

  void visit() {
    m_content->open("person");
    app::VisitWatch watch(m_idle, {std::chrono::hours(1), std::chrono::seconds(60)});
    app::VisitFrame frame(*m_content, watch);
    open(frame);
    shoot(frame, "202-kiosk-visit");
    auto* line = m_content->findChild<QLineEdit*>();
    line->setFocus();
    shoot(frame, "203-kiosk-keys");
    typeJapanese(frame);
    card::ReaderSnapshot readers{.serviceRunning = true, .readers = {{}}};
    for (const bool there : {true, false}) {
      readers.readers.front().cardPresent = there;
      watch.noteReaders(readers);
    }
    shoot(frame, "205-kiosk-card-taken");
    watch.goOn();
    watch.askToEnd();
    shoot(frame, "206-kiosk-end");
    watch.end();
    frame.showEnd().setCard(true);
    shoot(frame, "207-kiosk-take-card");
    m_content = new DemonstrationWindow;  // the first went with its frame
  }

  void typeJapanese(QWidget& frame) {
    m_content->open("end");
    auto* lines = m_content->findChild<QPlainTextEdit*>();
    lines->setFocus();
    press(frame, "screenKey.next");  // the order of Tab is settled when it is used
    lines->setFocus();
    press(frame, "screenKey.hiragana");
    shoot(frame, "204-kiosk-kana");
    // By their places in the table of the fifty sounds: に ほ ん こ ゛ か ゛ つ 小 こ う.
    const auto type = [&] {
      m_content->findChild<QPlainTextEdit*>()->clear();
      for (const char* key : {"at15", "at44", "at20", "at48", "voiced", "at8", "voiced", "at26",
                              "small", "at48", "at29"})
        press(frame, (QByteArray("screenKey.") + key).constData());
    };
    shoot(frame, "210-kiosk-kanji", type);
    app::setTextSize(app::timesOf(app::TextSize::largest));
    shoot(frame, "211-kiosk-kanji-largest", type);
    app::setTextSize(1);
  }

  void staff() {
    app::StaffDoor door(app::hashOfStaffCode(secret("over-there")));
    app::StaffPage page(door, m_idle);
    open(page);
    press(page, "staff.open");
    shoot(page, "208-kiosk-staff-code");
    auto* field = page.findChild<app::SecretField*>();
    for (const char one : std::string_view("over-there")) field->type(one);
    press(page, "staff.open");
    shoot(page, "209-kiosk-staff");
    delete m_content;
  }

  QDir m_folder;
  QSize m_size;
  QString m_name;
  app::IdleClock m_idle;
  DemonstrationWindow* m_content = new DemonstrationWindow;
  int m_complaints = 0;
};

}  // namespace

int pictureKiosk(QApplication& application, const QDir& folder) {
  app::setTouched(true);
  app::applyLook(application, app::scaleForTouch(kDotsPerInch));
  return KioskWalk(folder, kLying, QStringLiteral("lying")).walk() +
         KioskWalk(folder, kLying.transposed(), QStringLiteral("upright")).walk();
}

}  // namespace madoguchi::test
