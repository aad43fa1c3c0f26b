#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "app/widgets/ruby_text.h"
#include "tests/unit/app/pages/page_fixture.h"

// What a screen reader says by itself, and what it knows of what has the focus.

namespace madoguchi::test {
namespace {

using app::Page;

/// Hears what is announced in any window.
class Ear : public QObject {
 public:
  Ear() { qApp->installEventFilter(this); }
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Show && watched->objectName() == "announcer")
      heard << watched->findChild<QLabel*>()->text();
    return false;
  }
  QStringList heard;
};

class HeardTest : public PageTest {
 protected:
  void SetUp() override { QAccessible::setActive(true); }
  void TearDown() override { QAccessible::setActive(false); }
  /// How often words were said since this was asked last.
  qsizetype takeHeard(const QString& words) {
    const qsizetype times = heard.filter(words).size();
    heard.clear();
    return times;
  }
  bool waitToHear(const QString& words) {
    const bool came = eventually([&] { return !heard.filter(words).isEmpty(); });
    heard.clear();
    return came;
  }
  static QAccessibleInterface& interfaceOf(QWidget* widget) {
    return *QAccessible::queryAccessibleInterface(widget);
  }

  Ear ear;
  QStringList& heard = ear.heard;
};

TEST_F(HeardTest, WhatHappensToTheCardBeforeOneStarts) {
  window();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  EXPECT_TRUE(waitToHear("There is no card on the reader"));
  insert("maria");
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_TRUE(waitToHear("Everything is ready"));
  remove();
  EXPECT_TRUE(waitToHear("There is no card on the reader"));
  insert("child");
  EXPECT_TRUE(waitToHear("Reading the card"));
  ASSERT_TRUE(waitForCardProblem(app::FailureCode::noSigningCertificate));
  EXPECT_TRUE(waitToHear(app::spokenText(qtTrId("failure.noSigningCertificate.title"))));
}

TEST_F(HeardTest, WhatWasKnownBeforeThePageOpened) {
  window();
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  heard.clear();
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(flow().canGoNext());
  EXPECT_TRUE(waitToHear("Everything is ready"));
}

TEST_F(HeardTest, AFailureThatComesWithAPageOnce) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations", ScriptedServer::problem(503, "unavailable"));
  heard.clear();
  ASSERT_TRUE(press("step2.submit"));
  ASSERT_TRUE(waitForProblem(app::FailureCode::serverBusy));
  QCoreApplication::processEvents();
  // What has the focus is said by itself, and what else there is behind it.
  const QString title = app::spokenText(qtTrId("failure.serverBusy.title"));
  EXPECT_EQ(interfaceOf(QApplication::focusWidget()).text(QAccessible::Name), title);
  EXPECT_TRUE(heard.filter(title).isEmpty());
  EXPECT_EQ(takeHeard(app::spokenText(qtTrId("failure.serverBusy.text"))), 1);
}

TEST_F(HeardTest, HowFarARegistrationIsAndTheAuthenticationId) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  heard.clear();
  ASSERT_TRUE(press("step2.submit"));
  ASSERT_TRUE(waitForPage(Page::step3));
  QCoreApplication::processEvents();
  EXPECT_FALSE(heard.filter("has been sent").isEmpty());
  EXPECT_EQ(takeHeard("Authentication ID bcdfg01234"), 1);
  auto* id = find("step3.authenticationId");
  ASSERT_NE(id, nullptr);
  EXPECT_TRUE((id->focusPolicy() & Qt::TabFocus) != 0);
  EXPECT_EQ(interfaceOf(id).text(QAccessible::Name), "bcdfg01234");
}

TEST_F(HeardTest, WhatIsWrongInADateAndWhenItIsCorrected) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  ASSERT_TRUE(press("step1.check"));
  const QString error = textOf("step1.dateOfBirth.error");
  ASSERT_FALSE(error.isEmpty());
  for (const char* part : {"step1.dateOfBirth.year", "step1.dateOfBirth.month"}) {
    EXPECT_TRUE(interfaceOf(find(part)).text(QAccessible::Description).contains(error)) << part;
  }
  heard.clear();
  ASSERT_TRUE(type("step1.phone", "0312345678"));
  find("step1.email")->setFocus(Qt::TabFocusReason);
  EXPECT_TRUE(waitToHear("Corrected"));
}

TEST_F(HeardTest, TheCardsOwnWordsAtTheirField) {
  window();
  insert("parent");
  ASSERT_NO_FATAL_FAILURE(toStep1());
  const QString words = textOf("step1.name.cardText");
  ASSERT_FALSE(words.isEmpty());
  EXPECT_TRUE(interfaceOf(find("step1.name")).text(QAccessible::Description).contains(words));
}

TEST_F(HeardTest, ChoicesAreGroupsAndTheLanguagesAreOne) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  const auto groupOf = [](QWidget* part) -> QAccessibleInterface& {
    return interfaceOf(part->parentWidget());
  };
  QWidget* male = find("step1.sex.male");
  EXPECT_EQ(groupOf(male).role(), QAccessible::Grouping);
  EXPECT_EQ(groupOf(male).text(QAccessible::Name), app::spokenText(qtTrId("field.sex.label")));
  QWidget* english = find("header.language.en");
  EXPECT_EQ(groupOf(english).role(), QAccessible::Grouping);
  EXPECT_EQ(groupOf(english).text(QAccessible::Name), "Language");
  EXPECT_EQ(interfaceOf(english).role(), QAccessible::RadioButton);
  EXPECT_TRUE(interfaceOf(english).state().checked);
  QWidget* easy = find("header.language.easy");
  interfaceOf(easy).actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  EXPECT_EQ(uiLanguage.current(), "easy");
  EXPECT_TRUE(interfaceOf(easy).state().checked);
  EXPECT_FALSE(interfaceOf(english).state().checked);
}

TEST_F(HeardTest, WhereOneIsInTheTitleOfTheWindow) {
  window();
  EXPECT_TRUE(window().windowTitle().startsWith(app::spokenText(qtTrId("top.title"))));
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  const auto isTitled = [&](const char* id) {
    return window().windowTitle() == app::spokenText(qtTrId(id)) + QStringLiteral(" – ") +
                                         app::spokenText(qtTrId("app.title"));
  };
  EXPECT_TRUE(isTitled("step1.title"));
  ASSERT_TRUE(press("step1.termsAccepted.open"));
  EXPECT_TRUE(isTitled("terms.title"));
  speak("ja");
  EXPECT_TRUE(isTitled("terms.title"));
  ASSERT_TRUE(press("terms.close"));
  EXPECT_TRUE(isTitled("step1.title"));
}

}  // namespace
}  // namespace madoguchi::test
