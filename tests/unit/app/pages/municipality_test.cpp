#include <gmock/gmock.h>

#include <QComboBox>
#include <QListWidget>

#include "tests/unit/app/pages/page_fixture.h"

// The municipality on STEP1: searched for, chosen, and what a postal code does to the address.

namespace madoguchi::test {
namespace {

using forms::Entrance;

constexpr auto kSearch = "step1.municipalityCode.search";
constexpr auto kSaid = "step1.municipalityCode.search.said";
constexpr auto kFound = "step1.municipalityCode.search.found";

class MunicipalityOnStep1 : public PageTest {
 protected:
  void SetUp() override { ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(Entrance::coeByEmail)); }
  QStringList rows() {
    QStringList texts;
    if (const auto* list = find<QListWidget>(kFound)) {
      for (int i = 0; i < list->count(); ++i) texts << list->item(i)->text();
    }
    return texts;
  }
};

TEST_F(MunicipalityOnStep1, IsFoundInAnyScript) {
  for (const char* typed :
       {"千代田", "ちよだ", "チヨダク", "ﾁﾖﾀﾞ", "chiyoda-ku", "CHIYODA", "tokyo chiyoda"}) {
    ASSERT_TRUE(type(kSearch, {})) << typed;
    find<QLineEdit>(kSearch)->setText(QString::fromUtf8(typed));
    EXPECT_THAT(rows(), ::testing::Contains("Chiyoda-ku, Tokyo")) << typed;
  }
  find<QLineEdit>(kSearch)->setText("Gumma");
  EXPECT_FALSE(rows().isEmpty());
  EXPECT_TRUE(rows().first().endsWith("Gunma")) << rows().first().toStdString();
}

TEST_F(MunicipalityOnStep1, IsChosenByKeyboard) {
  ASSERT_TRUE(type(kSearch, "sapporo"));
  auto* list = find<QListWidget>(kFound);
  ASSERT_NE(list, nullptr);
  EXPECT_GT(list->count(), 5);
  key(find(kSearch), Qt::Key_Return);  // several: into the list, nothing is chosen by itself
  EXPECT_EQ(valueOf("municipalityCode"), "");
  EXPECT_EQ(list->currentRow(), 0);
  key(list, Qt::Key_Down);
  const QString second = list->currentItem()->text();
  key(list, Qt::Key_Return);
  EXPECT_EQ(valueOf("municipalityCode"), "011029");
  EXPECT_EQ(find(kFound), nullptr);
  EXPECT_TRUE(textOf(kSaid).contains(second));
  EXPECT_EQ(flow().page(), app::Page::step1);
  EXPECT_EQ(find<QComboBox>("step1.municipalityCode.municipality")->currentData().toString(),
            "011029");
}

TEST_F(MunicipalityOnStep1, LettersTypedInTheListGoOnWithTheSearch) {
  ASSERT_TRUE(type(kSearch, "sapporo chuo"));
  key(find(kSearch), Qt::Key_Down);
  key(find(kFound), Qt::Key_Backspace);
  EXPECT_EQ(find<QLineEdit>(kSearch)->text(), "sapporo chu");
}

TEST_F(MunicipalityOnStep1, RowsAreLargeEnoughForFingers) {
  ASSERT_TRUE(type(kSearch, "chuo"));
  auto* list = find<QListWidget>(kFound);
  ASSERT_NE(list, nullptr);
  EXPECT_GE(list->sizeHintForRow(0), find(kSearch)->height());
  emit list->itemClicked(list->item(1));
  EXPECT_NE(valueOf("municipalityCode"), "");
}

TEST_F(MunicipalityOnStep1, APostalCodeFillsItAndTheTown) {
  for (const char* typed : {"1000005", "100-0005", "〒１００－０００５"}) {
    flow().setValue("municipalityCode", "");
    flow().setValue("addressRest", "");
    find<QLineEdit>(kSearch)->setText(QString::fromUtf8(typed));
    EXPECT_EQ(valueOf("municipalityCode"), "131016") << typed;
    EXPECT_EQ(valueOf("addressRest"), "丸の内") << typed;
  }
  EXPECT_TRUE(textOf(kSaid).contains("Chiyoda-ku"));
  EXPECT_EQ(find<QLineEdit>("step1.addressRest")->text(), "丸の内");
  EXPECT_TRUE(wordsOf("step1.town").contains("丸の内"));
  EXPECT_EQ(find("step1.town.yes"), nullptr);
}

TEST_F(MunicipalityOnStep1, APostalCodeLosesNothingThatStandsInTheAddress) {
  flow().setValue("addressRest", "１－２－３ コーポ窓口");
  ASSERT_TRUE(type(kSearch, "1000005"));
  EXPECT_EQ(valueOf("municipalityCode"), "131016");
  EXPECT_EQ(valueOf("addressRest"), "１－２－３　コーポ窓口");
  ASSERT_TRUE(press("step1.town.yes"));
  EXPECT_EQ(valueOf("addressRest"), "丸の内１－２－３　コーポ窓口");
  // Another code: the town of the first goes, the rest stays.
  ASSERT_TRUE(type(kSearch, "1000004"));
  EXPECT_EQ(valueOf("addressRest"), "丸の内１－２－３　コーポ窓口");
  ASSERT_TRUE(press("step1.town.yes"));
  EXPECT_EQ(valueOf("addressRest"), "大手町１－２－３　コーポ窓口");
}

TEST_F(MunicipalityOnStep1, TheTownCanBeDeclined) {
  flow().setValue("addressRest", "１－２－３");
  ASSERT_TRUE(type(kSearch, "1000005"));
  ASSERT_TRUE(press("step1.town.no"));
  EXPECT_EQ(valueOf("addressRest"), "１－２－３");
  EXPECT_EQ(find("step1.town"), nullptr);
}

TEST_F(MunicipalityOnStep1, AnAmbiguousPostalCodeLetsThePersonChoose) {
  // 498-0000 lies in Aichi and in Mie.
  ASSERT_TRUE(type(kSearch, "4980000"));
  EXPECT_EQ(valueOf("municipalityCode"), "");
  EXPECT_GE(rows().size(), 2);
  EXPECT_FALSE(textOf(kSaid).isEmpty());
  key(find(kSearch), Qt::Key_Return);
  EXPECT_EQ(valueOf("municipalityCode"), "");
  key(find(kFound), Qt::Key_Return);
  EXPECT_NE(valueOf("municipalityCode"), "");
}

TEST_F(MunicipalityOnStep1, FormerWardsOfHamamatsuLeadToThePresentOnes) {
  find<QLineEdit>(kSearch)->setText(QStringLiteral("浜松市中区"));
  ASSERT_EQ(rows().size(), 1);
  EXPECT_TRUE(rows().first().contains("Chuo-ku, Hamamatsu-shi"));
  EXPECT_TRUE(rows().first().contains("former Naka-ku"));
  find<QLineEdit>(kSearch)->setText(QStringLiteral("浜松市北区"));
  EXPECT_EQ(rows().size(), 2);
  EXPECT_TRUE(rows().last().contains("divided"));
  key(find(kSearch), Qt::Key_Return);
  EXPECT_EQ(valueOf("municipalityCode"), "");
}

TEST_F(MunicipalityOnStep1, SaysThatNothingWasFound) {
  ASSERT_TRUE(type(kSearch, "1"));
  EXPECT_EQ(textOf(kSaid), "");
  ASSERT_TRUE(type(kSearch, "xyzzy"));
  EXPECT_FALSE(textOf(kSaid).isEmpty());
  EXPECT_EQ(find(kFound), nullptr);
  key(find(kSearch), Qt::Key_Return);  // no answer to it is not the page's button
  EXPECT_TRUE(flow().errors().empty());
}

TEST_F(MunicipalityOnStep1, ASwitchOfLanguageKeepsTheSearchAndItsResults) {
  ASSERT_TRUE(type(kSearch, "chiyoda-ku"));
  const qsizetype found = rows().size();
  speak("ja");
  EXPECT_EQ(find<QLineEdit>(kSearch)->text(), "chiyoda-ku");
  EXPECT_EQ(rows().size(), found);
  EXPECT_TRUE(rows().contains(QStringLiteral("東京都千代田区")));
  speak("easy");
  EXPECT_TRUE(rows().contains(QStringLiteral("東京都千代田区（とうきょうと ちよだく）")));
}

}  // namespace
}  // namespace madoguchi::test
