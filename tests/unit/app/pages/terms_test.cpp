#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/terms_of_use.h"
#include "app/widgets/ruby_label.h"
#include "protocol/terms_version.h"
#include "tests/unit/app/pages/page_fixture.h"

// The terms of use: the sample that comes with the program, and an operator's own.

namespace madoguchi::test {
namespace {

class TermsTest : public PageTest {};

TEST_F(TermsTest, TheSampleSaysThatItIsOneAndHasTheVersionThatIsAgreedTo) {
  EXPECT_EQ(app::termsFault(app::kSampleTerms), "");
  for (const QString& language : app::Language::tags()) {
    const auto terms = app::readTerms(app::kSampleTerms, language);
    EXPECT_EQ(terms.version.toStdString(), protocol::kTermsVersion);
  }
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  ASSERT_TRUE(press("step1.termsAccepted.open"));
  EXPECT_TRUE(shown().contains("This is a sample"));
  speak("ja");
  EXPECT_TRUE(waitToSee(QStringLiteral("見本")));
}

TEST_F(TermsTest, TheBoxCanBeCheckedOnceTheyWereOpened) {
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  const auto* box = find<QAbstractButton>("step1.termsAccepted");
  ASSERT_TRUE(press("step1.termsAccepted"));
  EXPECT_FALSE(box->isChecked());
  EXPECT_EQ(valueOf("termsAccepted"), "");
  EXPECT_TRUE(textOf("step1.termsAccepted.openFirst").contains("open the terms of use first"));
  ASSERT_TRUE(press("step1.termsAccepted.open"));
  ASSERT_TRUE(press("terms.close"));
  EXPECT_TRUE(press("step1.termsAccepted"));
  EXPECT_EQ(valueOf("termsAccepted"), "true");
  EXPECT_EQ(textOf("step1.termsAccepted.openFirst"), "");
}

TEST_F(TermsTest, TheyCanBeOpenedAgainWithTheKeyboard) {
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  ASSERT_TRUE(press("step1.termsAccepted.open"));
  ASSERT_TRUE(press("terms.close"));
  const auto* const open = find<QAbstractButton>("step1.termsAccepted.open");
  const auto* const box = find<QAbstractButton>("step1.termsAccepted");
  ASSERT_TRUE(box->hasFocus());
  // All around, until it is there once more.
  bool reached = false;
  do {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    reached = reached || open->hasFocus();
  } while (!box->hasFocus());
  EXPECT_TRUE(reached);
}

TEST_F(TermsTest, TheyLeadBackToWhereTheyWereOpened) {
  window();
  auto* link = find<QAbstractButton>("top.terms");
  ASSERT_NE(link, nullptr);
  link->setFocus();
  ASSERT_TRUE(press("top.terms"));
  ASSERT_TRUE(press("terms.close"));
  EXPECT_TRUE(link->hasFocus());
}

TEST_F(TermsTest, AnOperatorsOwnAreShownAndAgreedTo) {
  const QTemporaryDir folder;
  for (const QString& language : app::Language::tags()) {
    QFile file(folder.filePath(QStringLiteral("terms.%1.txt").arg(language)));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("2027-04-01\n1. Ours\nFirst of " + language.toUtf8());
    if (language == "ja") file.write("\n\n2. More\nThan the others");
  }
  ASSERT_EQ(app::termsFault(folder.path()), "");
  agreedTerms = {.folder = folder.path(), .version = "2027-04-01"};
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2WithoutCard());
  flow().back();
  ASSERT_TRUE(press("step1.termsAccepted.open"));
  EXPECT_TRUE(shown().contains("First of en"));
  EXPECT_TRUE(shown().contains("1 April 2027"));
  speak("ja");
  EXPECT_TRUE(waitToSee("First of ja"));
  EXPECT_TRUE(waitToSee("Than the others"));
  EXPECT_FALSE(shown().contains("First of en"));
  ASSERT_TRUE(press("terms.close"));
  flow().check();
  flow().submit();
  ASSERT_TRUE(waitForPage(app::Page::step3));
  EXPECT_NE(server->requests("/v1/registrations").at(0).body.find(R"("termsVersion":"2027-04-01")"),
            std::string::npos);
}

}  // namespace
}  // namespace madoguchi::test
