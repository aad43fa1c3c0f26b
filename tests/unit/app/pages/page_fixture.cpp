#include "tests/unit/app/pages/page_fixture.h"

#include <QKeyEvent>
#include <QTest>

#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"

namespace madoguchi::test {

app::MainWindow& PageTest::window() {
  if (!m_window) {
    uiLanguage.set("en");
    m_selfCheck = std::make_unique<app::SelfCheck>(
        cards(), app::SelfCheckSources{server->settings(), [] { return app::ComputerFindings{}; }});
    m_operatorTexts = std::make_unique<app::OperatorTexts>(operatorWords);
    QCoreApplication::installTranslator(m_operatorTexts.get());
    m_window = std::make_unique<app::MainWindow>(rooms(), uiLanguage, uses().idle, session(),
                                                 windowFacts());
    m_window->show();
    m_window->activateWindow();
    QCoreApplication::processEvents();
  }
  return *m_window;
}

app::WindowFacts PageTest::windowFacts() {
  return {.service = server->settings().origin, .outlets = &outlets};
}

app::Rooms PageTest::rooms() {
  return app::allRooms({.registration = uses(),
                        .selfCheck = *m_selfCheck,
                        .session = session(),
                        .operatorTexts = *m_operatorTexts,
                        .outlets = outlets,
                        .entrances = offered},
                       [this](app::RegistrationFlow& flow) { follow(flow); });
}

void PageTest::enter(forms::Entrance entrance) {
  window();
  if (isInside()) leave();
  const std::string door = "top." + std::string(forms::toString(entrance));
  EXPECT_TRUE(press(door.c_str())) << door;
}

void PageTest::leave() {
  EXPECT_TRUE(press("header.leave") || press("step3.finish"));
  press("leave.yes");
  EXPECT_NE(find("top"), nullptr);
}

bool PageTest::isInside() { return FlowTest::isInside() && find("top") == nullptr; }

void PageTest::speak(const QString& tag) {
  window();
  uiLanguage.set(tag);
  QCoreApplication::processEvents();
}

QString PageTest::textOf(const char* label) {
  const auto* found = find<app::RubyLabel>(label);
  return found != nullptr ? found->text() : QString();
}

QString PageTest::wordsOf(const char* panel) {
  QStringList words;
  if (const QWidget* found = find(panel)) {
    for (const auto* label : found->findChildren<app::RubyLabel*>())
      if (label->isVisible()) words << label->text();
    for (const auto* button : found->findChildren<QAbstractButton*>())
      if (button->isVisible()) words << button->text();
  }
  return words.join(u'\n');
}

QString PageTest::shown() {
  QStringList words;
  for (const auto* label : window().findChildren<app::RubyLabel*>())
    if (label->isVisible()) words << label->text();
  return words.join(u'\n');
}

bool PageTest::waitToSee(const QString& words) {
  return eventually([&] { return shown().contains(words); });
}

bool PageTest::press(const char* button) {
  auto* found = find<QAbstractButton>(button);
  if (found == nullptr || !found->isEnabled()) return false;
  found->click();
  QCoreApplication::processEvents();
  return true;
}

bool PageTest::type(const char* field, const QString& text) {
  auto* found = find<QLineEdit>(field);
  if (found == nullptr) return false;
  found->setFocus();
  found->clear();
  QTest::keyClicks(found, text);
  return true;
}

void PageTest::key(QWidget* widget, Qt::Key which) { QTest::keyClick(widget, which); }

void PageTest::toStep1WithoutCard(forms::Entrance entrance) {
  window();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart(entrance));
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  flow().next();
  ASSERT_TRUE(waitForPage(app::Page::step1));
}

std::string PageTest::valueOf(const char* field) {
  const auto found = flow().values().find(field);
  return found != flow().values().end() ? found->second : std::string();
}

}  // namespace madoguchi::test
