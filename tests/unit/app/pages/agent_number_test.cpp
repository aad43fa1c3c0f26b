#include <QComboBox>
#include <QDate>

#include "app/kit/texts.h"
#include "tests/unit/app/pages/page_fixture.h"

// The certificate number of an attorney or scrivener on STEP1.

namespace madoguchi::test {
namespace {

constexpr auto kNumber = "step1.agentCertificateNumber";
constexpr auto kUnderstood = "step1.agentCertificateNumber.understood";

class AgentNumberOnStep1 : public PageTest {
 protected:
  void SetUp() override {
    ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::attorneyOrScrivener));
  }
  /// Types it and leaves the field.
  void give(const QString& text) {
    auto* line = find<QLineEdit>(kNumber);
    line->setFocus();
    line->setText(text);
    emit line->editingFinished();
  }
  void choose(const char* part, int data) {
    auto* box = find<QComboBox>(part);
    ASSERT_NE(box, nullptr) << part;
    ASSERT_GE(box->findData(data), 0) << part;
    box->setCurrentIndex(box->findData(data));
  }
};

TEST_F(AgentNumberOnStep1, IsConvertedOnLeavingTheField) {
  for (const char* printed : {"(東)弁10第50号", "（東）弁１０第５０号", "東京 弁護士 2010 50",
                              "【東】弁 平成22年 第50号", "132010700050"}) {
    give(QString::fromUtf8(printed));
    EXPECT_EQ(valueOf("agentCertificateNumber"), "132010700050") << printed;
    EXPECT_EQ(find<QLineEdit>(kNumber)->text(), "132010700050") << printed;
  }
}

TEST_F(AgentNumberOnStep1, SaysInEachLanguageWhatWasUnderstood) {
  give(QStringLiteral("（名）行令和3第123号"));
  EXPECT_EQ(valueOf("agentCertificateNumber"), "162021200123");
  EXPECT_EQ(textOf(kUnderstood),
            "✓ Nagoya (名), administrative scrivener (行), year 2021, No. 123");
  speak("ja");
  EXPECT_EQ(textOf(kUnderstood), QStringLiteral("✓ 名古屋（名）　行政書士（行）　2021年　第123号"));
  speak("easy");
  EXPECT_EQ(textOf(kUnderstood),
            QStringLiteral("✓ なごや（名）　ぎょうせいしょし（行）　2021年　第123号"));
}

TEST_F(AgentNumberOnStep1, SaysWhatWasNotUnderstoodAndKeepsIt) {
  struct Case {
    const char* typed;
    const char* said;
  };
  const std::string future = "(東)弁" + std::to_string(app::dayInJapan().year() + 1) + "第50号";
  for (const Case& one :
       {Case{"(京)弁10第50号", "office"}, Case{"(東)医10第50号", "Attorney or scrivener"},
        Case{"(東)弁10第0号", "serial"}, Case{future.c_str(), "year"},
        Case{"(東)弁10", "could not be understood"}}) {
    give(QString::fromUtf8(one.typed));
    EXPECT_TRUE(textOf(kUnderstood).contains(one.said)) << one.typed;
    EXPECT_NE(valueOf("agentCertificateNumber"), "") << one.typed;
  }
  give({});
  EXPECT_EQ(textOf(kUnderstood), "");
}

TEST_F(AgentNumberOnStep1, SaysNothingAboutWhatIsStillBeingTyped) {
  ASSERT_TRUE(type(kNumber, "1320107"));
  EXPECT_EQ(textOf(kUnderstood), "");
}

TEST_F(AgentNumberOnStep1, CanBePutTogetherFromItsParts) {
  ASSERT_TRUE(press("step1.agentCertificateNumber.parts"));
  ASSERT_NO_FATAL_FAILURE(choose("step1.agentCertificateNumber.office", 24));
  ASSERT_TRUE(press("step1.agentCertificateNumber.use"));
  EXPECT_TRUE(textOf("step1.agentCertificateNumber.fault").contains("Attorney"));
  ASSERT_NO_FATAL_FAILURE(choose("step1.agentCertificateNumber.class", 2));
  ASSERT_NO_FATAL_FAILURE(choose("step1.agentCertificateNumber.year", 2019));
  speak("ja");  // keeps what was chosen
  find<QLineEdit>("step1.agentCertificateNumber.serial")->setText(QStringLiteral("７"));
  ASSERT_TRUE(press("step1.agentCertificateNumber.use"));
  EXPECT_EQ(valueOf("agentCertificateNumber"), "242019200007");
  EXPECT_FALSE(textOf(kUnderstood).isEmpty());
  EXPECT_EQ(find("step1.agentCertificateNumber.office"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
