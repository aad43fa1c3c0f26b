// Renders every page of the window into pictures, for people to look at: in each language, as it is
// seen (<stage>.<language>.png) and at its whole length (<stage>.<language>.full.png). On the way
// it checks what a program can see by itself (page_check.h); it fails where that finds something,
// and where a page was not met.
//
//   madoguchi-gallery FOLDER [TEXT-SIZE [WIDTH HEIGHT]]     the size is A, A+ or A++
//   madoguchi-gallery FOLDER --kiosk                        the pages of a kiosk
//
// The pages show what the real flow says, with the simulated card and a server of this machine.
// Complaints go to the error output.

#include "tests/e2e/gallery/gallery.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "app/all_rooms.h"
#include "app/widgets/look.h"
#include "cardreader/simulated/pki_folder.h"
#include "tests/e2e/gallery/pictures.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/pages/page_names.h"
#include "tests/unit/app/test_tls.h"

namespace madoguchi::test {

using app::Page;

void require(const std::function<bool()>& condition, const char* what) {
  if (!eventually(condition)) throw std::runtime_error(what);
}

Gallery::Gallery(const QDir& folder, QSize size, app::TextSize textSize)
    : m_folder(folder),
      m_data(m_dataFolder.path().toStdString()),
      m_server(test::makeTls(m_data / "tls", "localhost")),
      m_cards(m_transport),
      m_service(m_server.settings(), &m_session),
      m_selfCheck(m_cards, {m_server.settings(), [] { return app::ComputerFindings{}; }}) {
  QCoreApplication::installTranslator(&m_operatorTexts);
  m_language.set("ja");
  app::Rooms rooms = app::allRooms({.registration = {.card = m_cards,
                                                     .server = m_service,
                                                     .idle = m_idle,
                                                     .language = m_language,
                                                     .terms = m_terms},
                                    .selfCheck = m_selfCheck,
                                    .session = m_session,
                                    .operatorTexts = m_operatorTexts,
                                    .outlets = m_outlets},
                                   [this](app::RegistrationFlow& flow) { m_flow = &flow; });
  m_places = pageNamesOf(rooms);
  m_window = std::make_unique<app::MainWindow>(
      std::move(rooms), m_language, m_idle, m_session,
      app::WindowFacts{.service = m_server.settings().origin, .outlets = &m_outlets}, textSize);
  m_window->resize(size);
  m_window->show();
  m_window->activateWindow();
  require([&] { return m_window->isActiveWindow(); }, "an active window");
}

void Gallery::walk() {
  shoot("10-top");
  selfCheck();
  beforeYouStart();
  secrets();
  form();
  submission();
  leave();
  blocked();
  otherCards();
  keypad();
  withoutCard();
  leave();
  cardLogin();
  login();
  applications();
  for (const QString& place : m_places) {
    if (!m_met.contains(place)) complain(QStringLiteral("is not met: ") + place);
  }
}

/// The one that is shown: pages that were left are still there for a moment.
void Gallery::press(const char* name) {
  for (auto* button : m_window->findChildren<QAbstractButton*>(QLatin1String(name))) {
    if (button->isVisible()) {
      button->click();
      return;
    }
  }
  throw std::runtime_error(name);
}

/// Key by key, with the focus there.
void Gallery::typeInto(const char* name, const char* keys) {
  for (auto* field : m_window->findChildren<QWidget*>(QLatin1String(name))) {
    if (!field->isVisible()) continue;
    field->setFocus();
    for (; *keys != '\0'; ++keys) {
      QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(QLatin1Char(*keys)));
      QCoreApplication::sendEvent(field, &press);
    }
    return;
  }
  throw std::runtime_error(name);
}

void Gallery::leave() {
  press(m_flow->page() == Page::step3 ? "step3.finish" : "header.leave");
  for (auto* yes : m_window->findChildren<QAbstractButton*>(QStringLiteral("leave.yes"))) {
    if (yes->isVisible()) yes->click();
  }
}

void Gallery::insert(std::string_view person) {
  m_transport.insert(simulated::openCard(m_data / "pki", person));
}

void Gallery::shootOnce(const QString& stage) {
  if (!m_met.contains(m_window->place().page)) shoot(stage);
}

bool Gallery::isShown(const char* name) {
  const auto found = m_window->findChildren<QWidget*>(QLatin1String(name));
  return std::any_of(found.begin(), found.end(),
                     [](const QWidget* one) { return one->isVisible(); });
}

void Gallery::switchTo(const QString& language) {
  m_language.set(language);
  test::settle();
}

void Gallery::complain(const QString& what) {
  ++m_complaints;
  std::fprintf(stderr, "%s\n", qPrintable(what));
}

void Gallery::shoot(const QString& stage) {
  m_met.insert(m_window->place().page);
  for (const QString& language : app::Language::tags()) {
    switchTo(language);
    m_complaints += test::picture(*m_window, m_folder, stage + u'.' + language);
  }
  std::printf("%s\n", qPrintable(stage));
}

}  // namespace madoguchi::test

using namespace madoguchi;

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) {
    std::fputs("usage: madoguchi-gallery FOLDER [TEXT-SIZE [WIDTH HEIGHT]] [--complaints]\n",
               stderr);
    return 2;
  }
  const app::TextSize textSize =
      app::textSizeNamed(arguments.value(2)).value_or(app::TextSize::normal);
  const QSize size(arguments.value(3, QStringLiteral("900")).toInt(),
                   arguments.value(4, QStringLiteral("900")).toInt());
  QDir().mkpath(arguments[1]);
  try {
    if (arguments.contains(QStringLiteral("--kiosk")))
      return test::pictureKiosk(application, QDir(arguments[1])) == 0 ? 0 : 1;
    app::applyLook(application);
    int complaints = 0;
    {
      test::Gallery gallery(QDir(arguments[1]), size, textSize);
      gallery.walk();
      complaints += gallery.complaints();
    }
    complaints += test::pictureDemonstration(QDir(arguments[1]), size);
    return complaints == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "gallery: waited in vain for: %s\n", error.what());
    return 1;
  }
}
