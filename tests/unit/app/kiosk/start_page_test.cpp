#include "app/kiosk/start_page.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "app/core/language.h"
#include "app/kiosk/screen.h"

namespace madoguchi::test {
namespace {

using app::StartPage;

QString wordsOf(const QWidget& page) {
  QString words;
  for (const auto* one : page.findChildren<QLabel*>())
    if (one->isVisible()) words += one->text() + u'\n';
  return words;
}

class StartPageTest : public ::testing::Test {
 protected:
  StartPage& page(const StartPage::Offers& offers = {.languages = app::Language::tags()}) {
    m_page = std::make_unique<StartPage>(offers);
    m_page->resize(1920, 1080);
    m_page->show();
    return *m_page;
  }
  QAbstractButton* button(const char* name) {
    return m_page->findChild<QAbstractButton*>(QLatin1String(name));
  }

 private:
  std::unique_ptr<StartPage> m_page;
};

TEST_F(StartPageTest, InvitesInEveryLanguageAtOnce) {
  page();
  EXPECT_TRUE(button("start.ja")->text().contains(QStringLiteral("日本語")));
  EXPECT_TRUE(button("start.easy")->text().contains(QStringLiteral("やさしい日本語")));
  EXPECT_TRUE(button("start.en")->text().contains(QStringLiteral("Start")));
  EXPECT_TRUE(
      button("start.en")->accessibleDescription().contains(QStringLiteral("My Number Card")));
}

TEST_F(StartPageTest, OffersWhatThePolicyOffers) {
  page({.languages = {QStringLiteral("en")}, .entrances = {"coeByEmail"}});
  EXPECT_EQ(button("start.ja"), nullptr);
  EXPECT_FALSE(
      button("start.en")->accessibleDescription().contains(QStringLiteral("My Number Card")));
}

TEST_F(StartPageTest, ALanguageBeginsTheVisit) {
  QSignalSpy chosen(&page(), &StartPage::languageChosen);
  button("start.easy")->click();
  ASSERT_EQ(chosen.size(), 1);
  EXPECT_EQ(chosen.front().front().toString(), QStringLiteral("easy"));
}

TEST_F(StartPageTest, TellsHowTheLastVisitEndedInItsLanguage) {
  StartPage& start = page();
  EXPECT_EQ(wordsOf(start), QString());
  start.sayEnded(StartPage::Ended::well, QStringLiteral("en"));
  EXPECT_TRUE(wordsOf(start).contains(QStringLiteral("The visit has ended.")));
  start.sayEnded(StartPage::Ended::byFault, QStringLiteral("ja"));
  EXPECT_TRUE(wordsOf(start).contains(QStringLiteral("故障")));
}

TEST_F(StartPageTest, FiveTouchesInTheCornerAreStaffs) {
  StartPage& start = page();
  QSignalSpy wanted(&start, &StartPage::staffWanted);
  const auto touch = [&](QPoint at) { QTest::mouseClick(&start, Qt::LeftButton, {}, at); };
  for (int i = 0; i < 4; ++i) touch({5, 5});
  EXPECT_EQ(wanted.size(), 0);
  touch({1900, 1000});
  touch({5, 5});
  EXPECT_EQ(wanted.size(), 0) << "one after the other";
  for (int i = 0; i < 4; ++i) touch({5, 5});
  EXPECT_EQ(wanted.size(), 1);
}

TEST(ScreenTest, WhatIsTouchedIsFifteenMillimetresHigh) {
  constexpr double kTarget = 44;
  constexpr double kMillimetres = 25.4;
  for (const double dots : {80.0, 92.0, 120.0, 160.0}) {
    const double high = kTarget * app::scaleForTouch(dots) / dots * kMillimetres;
    EXPECT_GE(high, 14.99) << dots;
  }
  EXPECT_EQ(app::scaleForTouch(40), 1.0) << "nothing is smaller than elsewhere";
  EXPECT_EQ(app::scaleForTouch(600), 3.0);
}

}  // namespace
}  // namespace madoguchi::test
