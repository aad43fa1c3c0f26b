#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include "tests/unit/app/pages/page_fixture.h"

// What keys do in a form, and must not do.

namespace madoguchi::test {
namespace {

using app::Page;

class FormKeysTest : public PageTest {
 protected:
  void SetUp() override {
    window();
    ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  }
  QLineEdit& phone() { return *find<QLineEdit>("step1.phone"); }
  /// In the field that has the focus, as a person would.
  static void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, with);
    QCoreApplication::processEvents();
  }
};

TEST_F(FormKeysTest, EscapeInAFieldLeavesThePageAlone) {
  for (const char* field : {"step1.phone", "step1.sex.male", "step1.dateOfBirth.month"}) {
    ASSERT_NE(find(field), nullptr) << field;
    find(field)->setFocus();
    press(Qt::Key_Escape);
    EXPECT_EQ(flow().page(), Page::step1) << field;
  }
  find("step1.check")->setFocus();
  press(Qt::Key_Escape);
  EXPECT_EQ(flow().page(), Page::beforeYouStart) << "from elsewhere it goes back";
}

TEST_F(FormKeysTest, EnterOpensAListAndSubmitsNothing) {
  auto* month = find<QComboBox>("step1.dateOfBirth.month");
  ASSERT_NE(month, nullptr);
  month->setFocus();
  press(Qt::Key_Return);
  EXPECT_EQ(flow().summaryCode(), "") << "nothing was checked";
  EXPECT_TRUE(month->view()->isVisible());
  month->hidePopup();
  phone().setFocus();
  press(Qt::Key_Return);
  EXPECT_NE(flow().summaryCode(), "") << "in a line it does";
}

TEST_F(FormKeysTest, WhatWasRepairedCanBeTakenBack) {
  ASSERT_TRUE(type("step1.phone", "03-1234-5678"));
  find("step1.email")->setFocus(Qt::TabFocusReason);
  ASSERT_EQ(phone().text(), "0312345678");
  phone().setFocus(Qt::TabFocusReason);
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(phone().text(), "03-1234-5678");
  EXPECT_EQ(valueOf("phone"), "03-1234-5678");
}

}  // namespace
}  // namespace madoguchi::test
