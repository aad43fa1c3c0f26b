#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include "app/widgets/ruby_text.h"
#include "tests/unit/app/pages/page_fixture.h"

// The self-check as a room: over the top page, and over a registration that stays as it is.

namespace madoguchi::test {
namespace {

class SelfCheckPageTest : public PageTest {
 protected:
  void openFromTheTop() {
    window();
    auto* link = find<QAbstractButton>("top.selfCheck");
    ASSERT_NE(link, nullptr);
    link->setFocus();
    ASSERT_TRUE(press("top.selfCheck"));
    ASSERT_NE(find("selfCheck"), nullptr);
  }
};

TEST_F(SelfCheckPageTest, LeadsBackToWhereItWasOpened) {
  for (const bool byKey : {false, true}) {
    ASSERT_NO_FATAL_FAILURE(openFromTheTop());
    EXPECT_EQ(find("steps"), nullptr);
    if (byKey) {
      QTest::keyClick(&window(), Qt::Key_Escape);
    } else {
      ASSERT_TRUE(press("selfCheck.close"));
    }
    ASSERT_NE(find("top"), nullptr);
    EXPECT_TRUE(find("top.selfCheck")->hasFocus());
  }
}

TEST_F(SelfCheckPageTest, IsAGlanceAsideOnTheWayOfARegistration) {
  transport.setServiceRunning(false);
  window();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(waitForCardProblem(app::FailureCode::serviceMissing));
  ASSERT_TRUE(press("before.cardSelfCheck"));
  ASSERT_NE(find("selfCheck"), nullptr);
  EXPECT_FALSE(textOf("steps.words").isEmpty()) << "the registration's";
  transport.setServiceRunning(true);
  insert("maria");
  ASSERT_TRUE(press("header.back"));
  ASSERT_NE(find("before"), nullptr);
  EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
}

TEST_F(SelfCheckPageTest, WhatIsForTheHelpDeskStandsLastAndFaultsAreNamedAboveAll) {
  insert("blocked");
  ASSERT_NO_FATAL_FAILURE(openFromTheTop());
  const QString fault = app::spokenText(qtTrId("failure.passwordBlocked.title"));
  ASSERT_TRUE(eventually([&] { return wordsOf("selfCheck.whole").contains(fault); }));
  EXPECT_TRUE(shown().contains(app::spokenText(qtTrId("selfCheck.forHelpDesk"))));
  const auto y = [&](const char* row) { return find(row)->mapTo(&window(), QPoint()).y(); };
  for (const char* person : {"selfCheck.service", "selfCheck.tries", "selfCheck.clock"}) {
    for (const char* technical : {"selfCheck.session", "selfCheck.proxy", "selfCheck.trustAnchors"})
      EXPECT_LT(y(person), y(technical)) << person << ' ' << technical;
  }
}

TEST_F(SelfCheckPageTest, ItsReportGoesOutOnlyWhereSomethingMay) {
  const QTemporaryDir folder;
  outlets.file = folder.filePath("report.txt");
  ASSERT_NO_FATAL_FAILURE(openFromTheTop());
  ASSERT_TRUE(press("selfCheck.copy"));
  EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(server->settings().origin));
  ASSERT_TRUE(press("selfCheck.save"));
  EXPECT_EQ(textOf("selfCheck.saved.where"), QDir::toNativeSeparators(*outlets.file));
  QFile file(*outlets.file);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_TRUE(file.readAll().contains(server->settings().origin.toUtf8()));
  ASSERT_TRUE(press("selfCheck.close"));
  outlets.refused = {app::Outlets::Kind::clipboard, app::Outlets::Kind::file};
  ASSERT_NO_FATAL_FAILURE(openFromTheTop());
  EXPECT_EQ(find("selfCheck.copy"), nullptr);
  EXPECT_EQ(find("selfCheck.save"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
