#include "forms/certified/certified_items.h"

#include <gmock/gmock.h>

#include "tests/support/form_cases.h"

namespace madoguchi::forms {
namespace {

using certificate::BasicFourItems;
using certificate::Sex;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

BasicFourItems latinItems() {
  BasicFourItems items;
  items.name = "ＳＭＩＴＨ　ＪＯＨＮ";
  items.sex = Sex::male;
  items.sexPresent = true;
  items.birth = {1990, 4, 1, "419900401"};
  items.address = "東京都千代田区霞が関1丁目1番1号";
  return items;
}

std::string nameFrom(const std::string& certified) {
  BasicFourItems items;
  items.name = certified;
  const Prefill prefill = prefillFromCertificate(items);
  const auto found = prefill.values.find("name");
  const bool shown = prefill.cardText.contains("name");
  EXPECT_NE(found != prefill.values.end(), shown) << certified;
  if (shown) {
    EXPECT_EQ(prefill.cardText.at("name"), certified);
  }
  return found == prefill.values.end() ? std::string() : found->second;
}

TEST(Prefill, FillsFourItemsFromACertificateInLatinLetters) {
  const Prefill prefill = prefillFromCertificate(latinItems());
  EXPECT_THAT(prefill.values, UnorderedElementsAre(Pair("name", "SMITH JOHN"), Pair("sex", "male"),
                                                   Pair("dateOfBirth", "1990-04-01"),
                                                   Pair("municipalityCode", "131016"),
                                                   Pair("addressRest", "霞が関１丁目１番１号")));
  EXPECT_THAT(prefill.cardText, IsEmpty());
}

TEST(Prefill, FillsOnlyWhatTheFormAccepts) {
  Values values = test::goodForm(Entrance::cardHolder);
  for (const auto& [id, value] : prefillFromCertificate(latinItems()).values) {
    EXPECT_EQ(test::repairedValue(id, value), value);
    values[id] = value;
  }
  EXPECT_THAT(test::errorsOf(values, Entrance::cardHolder), IsEmpty());
}

TEST(Prefill, OfNothingIsNothing) {
  const Prefill prefill = prefillFromCertificate({});
  EXPECT_THAT(prefill.values, IsEmpty());
  EXPECT_THAT(prefill.cardText, IsEmpty());
}

TEST(Prefill, TakesTheLatinNameAndLeavesTheAlias) {
  EXPECT_EQ(nameFrom("SMITH JOHN"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("ｓｍｉｔｈ　ｊｏｈｎ"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("NGUYEN　THI　LAN（山田　花蓮）"), "NGUYEN THI LAN");
  EXPECT_EQ(nameFrom("ＳＭＩＴＨ　ＪＯＨＮ（スミス　ジョン）"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("ＳＭＩＴＨ　ＪＯＨＮ(スミス　ジョン)"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("ＳＭＩＴＨ　ＪＯＨＮ［スミス　ジョン］　"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("ＳＭＩＴＨ　ＪＯＨＮ　（ＳＭＩＴＨ　ＪＯＮ）"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("ＳＵＨＡＲＴＯ（スハルト）"), "SUHARTO");
  EXPECT_EQ(nameFrom("ＳＡＮＴＯＳ　ＪＵＡＮ　Ⅲ（サントス　フアン）"), "SANTOS JUAN III");
  EXPECT_EQ(nameFrom("ＳＭＩＴＨ　ＪＯＨＮ　山田　太郎"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("ＳＭＩＴＨ　ＪＯＨＮ　通称　山田太郎"), "SMITH JOHN");
  EXPECT_EQ(nameFrom("張　偉（ＺＨＡＮＧ　ＷＥＩ）"), "ZHANG WEI");
  EXPECT_EQ(nameFrom("Ｏ’ＮＥＩＬ　ＡＮＮＥ－ＭＡＲＩＥ"), "O'NEIL ANNE-MARIE");
}

TEST(Prefill, TakesTheLatinNameBeforeKanjiAndAlias) {
  struct Case {
    const char* certified;
    const char* latin;
    const char* rest;
  };
  for (const auto& [certified, latin, rest] :
       {Case{"LI　MING（李　明）（山田　太郎）", "LI MING", "（李　明）（山田　太郎）"},
        Case{"ＬＩ　ＭＩＮＧ（李　明）［山田　太郎］", "LI MING", "（李　明）［山田　太郎］"},
        Case{"LI　MING　（李　明）　(山田　太郎)　", "LI MING", "（李　明）　(山田　太郎)　"},
        Case{"LI　MING（LEE　MIN）（李　明）", "LI MING", "（LEE　MIN）（李　明）"},
        Case{"李　明（LI　MING）（山田　太郎）", "LI MING", "李　明（山田　太郎）"},
        Case{"李　明（山田　太郎）（LI　MING）", "LI MING", "李　明（山田　太郎）"},
        Case{"NGUYEN　THI　LAN（山田　花蓮）", "NGUYEN THI LAN", "（山田　花蓮）"},
        Case{"ＳＭＩＴＨ　ＪＯＨＮ　通称　山田太郎", "SMITH JOHN", "通称　山田太郎"}}) {
    BasicFourItems items;
    items.name = certified;
    const Prefill prefill = prefillFromCertificate(items);
    EXPECT_THAT(prefill.values, UnorderedElementsAre(Pair("name", latin))) << certified;
    EXPECT_THAT(prefill.alsoOnCard, UnorderedElementsAre(Pair("name", rest))) << certified;
    EXPECT_THAT(prefill.cardText, IsEmpty()) << certified;
    EXPECT_TRUE(matchesCertificate({{"name", latin}}, items)) << certified;
    EXPECT_FALSE(matchesCertificate({{"name", "YAMADA TARO"}}, items)) << certified;
  }
  BasicFourItems alone;
  alone.name = "LI　MING";
  EXPECT_THAT(prefillFromCertificate(alone).alsoOnCard, IsEmpty());
}

TEST(Prefill, GuessesNoNameInDoubt) {
  for (const char* certified :
       {"山田　太郎", "ヤマダ　タロウ", "山田　ＭＡＲＩＡ", "ＭＡＲＩＡ　山田",
        "山田（ＳＭＩＴＨ）", "ＳＭＩＴＨ　山田　ＪＯＨＮ", "山田　ＳＭＩＴＨ　ＪＯＨＮ",
        "ＳＭＩＴＨ　ＪＯＨＮ（スミス", "ＳＭＩＴＨ　ＪＯＨＮ（スミス（ジョン））",
        "ＳＭＩＴＨ　ＪＯＨＮ（スミス）（ジョン", "ＳＭＩＴＨ　ＪＯＨＮ（スミス）ジョン",
        "ＳＭＩＴＨ　ＪＯＨＮ（スミス）ジョン（山田）",
        "李　明（ＬＩ　ＭＩＮＧ）（ＬＥＥ　ＭＩＮ）", "ＳＭＩＴＨ（スミス）ＪＯＨＮ", "（スミス）",
        "ＳＭＩＴＨ　２世", "\xff", "SMITH\u202eJOHN"}) {
    EXPECT_EQ(nameFrom(certified), "") << certified;
  }
  EXPECT_EQ(nameFrom(std::string(105, 'A')), "");
  EXPECT_EQ(nameFrom(std::string(5000, 'A')), "");
}

TEST(Prefill, LeavesSubstitutedTextToThePerson) {
  BasicFourItems items = latinItems();
  items.nameSubstituted = true;
  items.addressSubstituted = true;
  const Prefill prefill = prefillFromCertificate(items);
  EXPECT_FALSE(prefill.values.contains("name"));
  EXPECT_EQ(prefill.cardText.at("name"), items.name);
  EXPECT_EQ(prefill.values.at("municipalityCode"), "131016");
  EXPECT_FALSE(prefill.values.contains("addressRest"));
  EXPECT_EQ(prefill.cardText.at("addressRest"), "霞が関1丁目1番1号");
}

const std::vector<std::pair<certificate::BirthDate, std::string>>& incompleteDates() {
  static const std::vector<std::pair<certificate::BirthDate, std::string>> kDates = {
      {{1980, {}, {}, "31980    "}, "1980"},   {{1977, {}, {}, "019770000"}, "1977"},
      {{1980, 7, {}, "3198007  "}, "1980-07"}, {{1980, {}, 9, "31980  09"}, "1980"},
      {{{}, 7, 9, "0    0709"}, "unknown"},    {{{}, {}, {}, "000000000"}, "unknown"},
      {{1990, 2, 30, "419900230"}, "1990-02"}};
  return kDates;
}

TEST(Prefill, FillsAsMuchOfADateAsIsKnown) {
  const Field& field = test::registrationField("dateOfBirth");
  for (const auto& [birth, known] : incompleteDates()) {
    BasicFourItems items;
    items.birth = birth;
    const Prefill prefill = prefillFromCertificate(items);
    EXPECT_THAT(prefill.values, UnorderedElementsAre(Pair("dateOfBirth", known))) << birth.text;
    EXPECT_THAT(prefill.cardText, IsEmpty());
    EXPECT_EQ(repaired(field, known), known);
    EXPECT_EQ(explain(field, known, test::factsOf(Entrance::cardHolder).today).cause, Cause::good)
        << known;
  }
  EXPECT_THAT(prefillFromCertificate({}).values, IsEmpty());
}

TEST(Prefill, GuessesNoSex) {
  BasicFourItems items = latinItems();
  items.sex = Sex::unknown;
  EXPECT_FALSE(prefillFromCertificate(items).values.contains("sex"));
  items.sex = Sex::female;
  EXPECT_EQ(prefillFromCertificate(items).values.at("sex"), "female");
}

TEST(Prefill, ShowsAnAddressItCannotTell) {
  BasicFourItems items;
  items.address = "府中市1-1";
  const Prefill unknown = prefillFromCertificate(items);
  EXPECT_THAT(unknown.values, IsEmpty());
  EXPECT_THAT(unknown.cardText, UnorderedElementsAre(Pair("municipalityCode", "府中市1-1"),
                                                     Pair("addressRest", "府中市1-1")));
  items.address = "東京都府中市𠮷野1";  // 外字 to the Agency
  const Prefill external = prefillFromCertificate(items);
  EXPECT_THAT(external.values, UnorderedElementsAre(Pair("municipalityCode", "132063")));
  EXPECT_THAT(external.cardText, UnorderedElementsAre(Pair("addressRest", "𠮷野1")));
  items.address = "東京都府中市";
  const Prefill bare = prefillFromCertificate(items);
  EXPECT_THAT(bare.values, UnorderedElementsAre(Pair("municipalityCode", "132063")));
  EXPECT_THAT(bare.cardText, IsEmpty());
}

Values matchingForm() {
  Values values = test::goodForm(Entrance::cardHolder);
  for (const auto& [id, value] : prefillFromCertificate(latinItems()).values) {
    values[id] = value;
  }
  return values;
}

TEST(Matching, AcceptsWhatTheCertificateSays) {
  EXPECT_TRUE(matchesCertificate(matchingForm(), latinItems()));
  EXPECT_TRUE(matchesCertificate({}, {}));
}

TEST(Matching, RefusesEveryContradiction) {
  const std::vector<std::pair<std::string, std::string>> changes = {{"name", "SMITH JON"},
                                                                    {"name", ""},
                                                                    {"name", "SMITH  JOHN"},
                                                                    {"sex", "female"},
                                                                    {"sex", ""},
                                                                    {"dateOfBirth", "1990-04-02"},
                                                                    {"dateOfBirth", "1990"},
                                                                    {"dateOfBirth", ""},
                                                                    {"dateOfBirth", "1990-04-011"},
                                                                    {"municipalityCode", "131024"},
                                                                    {"municipalityCode", ""}};
  for (const auto& [id, value] : changes) {
    Values values = matchingForm();
    values[id] = value;
    EXPECT_FALSE(matchesCertificate(values, latinItems())) << id << " " << value;
    values.erase(id);
    EXPECT_FALSE(matchesCertificate(values, latinItems())) << id << " missing";
  }
}

TEST(Matching, LeavesTheRestOfTheAddressFree) {
  Values values = matchingForm();
  values["addressRest"] = "霞が関１－１－１　ハイツ１";
  EXPECT_TRUE(matchesCertificate(values, latinItems()));
}

TEST(Matching, IsFreeWhereTheCertificateGivesNothing) {
  BasicFourItems items = latinItems();
  items.name = "山田　太郎";
  items.sex = Sex::unknown;
  items.address = "府中市1";
  Values values = matchingForm();
  values["name"] = "YAMADA TARO";
  values["sex"] = "female";
  values["municipalityCode"] = "342084";
  EXPECT_TRUE(matchesCertificate(values, items));
}

TEST(SamePerson, HasNameSexAndBirthWhereverSheLives) {
  BasicFourItems moved = latinItems();
  moved.address = "大阪府大阪市北区中之島１－３－２０";
  EXPECT_TRUE(isOfSamePerson(matchingForm(), moved));
  for (const char* id : {"name", "sex", "dateOfBirth"}) {
    Values values = matchingForm();
    values.erase(id);
    EXPECT_FALSE(isOfSamePerson(values, latinItems())) << id;
  }
}

TEST(SamePerson, IsNotGuessedFromWhatTheCardDoesNotSay) {
  std::vector<BasicFourItems> unclear(4, latinItems());
  unclear[0].name = "山田　太郎";
  unclear[1].sex = Sex::unknown;
  unclear[2].birth.day.reset();
  unclear[3] = {};
  for (const BasicFourItems& items : unclear) {
    Values values = matchingForm();
    for (const auto& [id, value] : prefillFromCertificate(items).values) {
      values[id] = value;
    }
    EXPECT_FALSE(isOfSamePerson(values, items)) << items.name << items.birth.text;
  }
}

TEST(Matching, TakesNoInventedDay) {
  for (const auto& [birth, known] : incompleteDates()) {
    BasicFourItems items = latinItems();
    items.birth = birth;
    Values values = matchingForm();
    for (const char* date : {"1980", "1977", "1980-07", "1990-02", "unknown", "1980-07-09",
                             "1977-01-01", "1977-05", "1990-02-28", "1991", ""}) {
      values["dateOfBirth"] = date;
      EXPECT_EQ(matchesCertificate(values, items), date == known) << birth.text << " " << date;
    }
  }
}

}  // namespace
}  // namespace madoguchi::forms
