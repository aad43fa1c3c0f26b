#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/kiosk/staff_code.h"
#include "app/kiosk/staff_page.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/secret_field.h"
#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::StaffDoor;
using Answer = StaffDoor::Answer;

TEST(StaffCodeTest, IsKnownByItsHashAlone) {
  const std::string hash = app::hashOfStaffCode(secret("over-there"));
  EXPECT_EQ(hash.find("over"), std::string::npos);
  EXPECT_TRUE(app::isStaffCode(secret("over-there"), hash));
  EXPECT_FALSE(app::isStaffCode(secret("over-ther"), hash));
  EXPECT_NE(hash, app::hashOfStaffCode(secret("over-there"))) << "the salt is another one";
}

TEST(StaffCodeTest, WhatIsNoHashIsOpenedByNothing) {
  const std::string hash = app::hashOfStaffCode(secret("over-there"));
  for (const std::string& wrong :
       {std::string(), std::string("over-there"), hash.substr(0, hash.size() - 2),
        "scrypt:0" + hash.substr(9), "scrypt:63" + hash.substr(9), "sha1" + hash.substr(6)})
    EXPECT_FALSE(app::isStaffCode(secret("over-there"), wrong)) << wrong;
  EXPECT_FALSE(StaffDoor({}).isThere());
}

TEST(StaffDoorTest, ClosesAfterSomeWrongCodesForAWhile) {
  StaffDoor::Time now{std::chrono::hours(1)};
  StaffDoor door(app::hashOfStaffCode(secret("over-there")), [&] { return now; });
  for (int i = 1; i < StaffDoor::kTries; ++i)
    EXPECT_EQ(door.enter(secret("nonsense")), Answer::wrong);
  EXPECT_EQ(door.enter(secret("nonsense")), Answer::closed);
  EXPECT_EQ(door.enter(secret("over-there")), Answer::closed) << "for the right one, too";
  now += StaffDoor::kClosed;
  EXPECT_EQ(door.enter(secret("nonsense")), Answer::wrong);
  EXPECT_EQ(door.enter(secret("over-there")), Answer::open);
}

class StaffPageTest : public ::testing::Test {
 protected:
  StaffPageTest() {
    language.set(QStringLiteral("en"));
    page = std::make_unique<app::StaffPage>(door, idle);
    page->resize(800, 900);
    page->show();
    page->activateWindow();
  }
  QAbstractButton* button(const char* name) {
    return page->findChild<QAbstractButton*>(QLatin1String(name));
  }
  void enter(const char* code) {
    auto* field = page->findChild<app::SecretField*>();
    for (; *code != '\0'; ++code) field->type(*code);
    button("staff.open")->click();
  }

  app::Language language;
  app::IdleClock idle;
  StaffDoor door{app::hashOfStaffCode(secret("over-there"))};
  std::unique_ptr<app::StaffPage> page;
};

TEST_F(StaffPageTest, ShowsNothingToDoBeforeTheCode) {
  for (const char* name : {"staff.selfCheck", "staff.restart", "staff.end"})
    EXPECT_FALSE(button(name)->isVisible()) << name;
  enter("nonsense");
  EXPECT_FALSE(button("staff.end")->isVisible());
  EXPECT_EQ(page->findChild<app::SecretField*>()->length(), 0);
  const auto* error = page->findChild<app::RubyLabel*>(QStringLiteral("staff.code.error"));
  ASSERT_TRUE(error->isVisible());
  const QString said = error->text();
  language.set(QStringLiteral("ja"));
  QCoreApplication::processEvents();
  EXPECT_NE(error->text(), said) << "in the language of the page";
  EXPECT_FALSE(error->text().isEmpty());
}

TEST_F(StaffPageTest, TheCodeIsTypedAtOnceAndThenTheHeadingIsReadFirst) {
  page->focusFirst();
  for (const char key : std::string("over-there")) QTest::keyClick(page->focusWidget(), key);
  EXPECT_EQ(page->findChild<app::SecretField*>()->length(), 10);
  EXPECT_EQ(page->accessibleName(), page->windowTitle()) << "which is read with the field";
  EXPECT_FALSE(page->accessibleName().isEmpty());
  QTest::keyClick(page->focusWidget(), Qt::Key_Return);
  ASSERT_TRUE(button("staff.selfCheck")->isVisible());
  EXPECT_EQ(page->focusWidget()->objectName(), "staff.heading");
}

TEST_F(StaffPageTest, AfterItStaffChecksRestartsAndEnds) {
  enter("over-there");
  EXPECT_FALSE(page->findChild<app::SecretField*>()->isVisible());
  QSignalSpy check(page.get(), &app::StaffPage::selfCheckWanted);
  QSignalSpy restart(page.get(), &app::StaffPage::restartWanted);
  QSignalSpy end(page.get(), &app::StaffPage::endWanted);
  for (const char* name : {"staff.selfCheck", "staff.restart", "staff.end"}) {
    ASSERT_TRUE(button(name)->isVisible()) << name;
    button(name)->click();
  }
  EXPECT_EQ(check.size(), 1);
  EXPECT_EQ(restart.size(), 1);
  EXPECT_EQ(end.size(), 1);
}

}  // namespace
}  // namespace madoguchi::test
