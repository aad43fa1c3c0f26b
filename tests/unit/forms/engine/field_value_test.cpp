#include "forms/engine/field_value.h"

#include <gmock/gmock.h>

#include "forms/engine/attachment.h"
#include "forms/rules/partial_date.h"
#include "tests/unit/forms/engine/small_form.h"

namespace madoguchi::forms {
namespace {

constexpr std::optional<Fault> kGood = std::nullopt;

/// One field on its own.
class Alone {
 public:
  explicit Alone(const std::string& members)
      : m_form(smallDefinition(R"({"id":"a",)" + members + "}")) {}
  [[nodiscard]] std::string mended(std::string_view typed) const {
    std::string once = repaired(m_form.fields[0], typed);
    EXPECT_EQ(repaired(m_form.fields[0], once), once);
    return once;
  }
  [[nodiscard]] std::optional<Fault> fault(std::string_view value) const {
    using namespace std::chrono;
    return faultOf(explain(m_form.fields[0], value, 2026y / 11 / 20).cause);
  }
  [[nodiscard]] char32_t characterIn(std::string_view value) const {
    using namespace std::chrono;
    return explain(m_form.fields[0], value, 2026y / 11 / 20).character;
  }
  [[nodiscard]] std::size_t bytes() const { return maxBytes(m_form.fields[0]); }

 private:
  Definition m_form;
};

TEST(FieldValue, LatinOrFullWidth) {
  const Alone field(R"("type":"text","rule":"latinOrFullWidth","maxLength":8)");
  EXPECT_EQ(field.mended("Ｍａｎｉｌａ"), "Manila");
  EXPECT_EQ(field.mended("  New   York "), "New York");
  EXPECT_EQ(field.mended("Café"), "Cafe");
  EXPECT_EQ(field.mended("会社員 A"), "会社員　Ａ");
  EXPECT_EQ(field.mended("ｶｲｼｬ"), "カイシャ");
  EXPECT_EQ(field.fault("Manila"), kGood);
  EXPECT_EQ(field.fault("会社員"), kGood);
  EXPECT_EQ(field.fault("会社員A"), Fault::wrong);
  EXPECT_EQ(field.fault("Москва"), kGood);
  EXPECT_EQ(field.fault("마닐라"), Fault::external);
  EXPECT_EQ(field.fault("会社😀"), Fault::external);
  EXPECT_EQ(field.characterIn("会社😀한"), U'😀');
  EXPECT_EQ(field.characterIn("会社員"), U'\0');
  EXPECT_EQ(field.fault("123456789"), Fault::wrong);
}

TEST(FieldValue, Numbers) {
  const Alone field(R"("type":"number","min":-5,"max":1000000)");
  EXPECT_EQ(field.mended("１２，０００"), "12000");
  EXPECT_EQ(field.mended("12,000"), "12000");
  EXPECT_EQ(field.mended("007"), "7");
  EXPECT_EQ(field.mended("0"), "0");
  EXPECT_EQ(field.mended("－３"), "-3");
  EXPECT_EQ(field.mended("-003"), "-3");
  EXPECT_EQ(field.mended("many"), "many");
  EXPECT_EQ(field.mended("00-005"), "00-005") << "no sign, and no negative number";
  EXPECT_EQ(field.fault("00-005"), Fault::wrong);
  EXPECT_EQ(field.fault("1000000"), kGood);
  EXPECT_EQ(field.fault("-5"), kGood);
  EXPECT_EQ(field.fault("1000001"), Fault::unreal);
  EXPECT_EQ(field.fault("-6"), Fault::unreal);
  EXPECT_EQ(field.fault("99999999999999999999999999"), Fault::unreal);
  for (const char* wrong : {"1.5", "-", "-0", "1e3", "007", "1 ", "many", "0x10"}) {
    EXPECT_EQ(field.fault(wrong), Fault::wrong) << wrong;
  }
}

TEST(FieldValue, PartialDates) {
  const Alone field(R"("type":"partialDate","rule":"pastDate","earliest":"1900-01-01")");
  EXPECT_EQ(field.mended("1990年4月1日"), "1990-04-01");
  EXPECT_EQ(field.mended("1990年4月"), "1990-04");
  EXPECT_EQ(field.mended("1990年"), "1990");
  EXPECT_EQ(field.mended("平成2年4月"), "1990-04");
  EXPECT_EQ(field.mended("平成2年"), "1990");
  EXPECT_EQ(field.mended("1990/4"), "1990-04");
  EXPECT_EQ(field.mended("199004"), "1990-04");
  EXPECT_EQ(field.mended("19900401"), "1990-04-01");
  EXPECT_EQ(field.mended("不明"), "unknown");
  EXPECT_EQ(field.mended("Unknown"), "unknown");
  for (const char* good :
       {"1990-04-01", "1990-04", "1990", "unknown", "2026-11-20", "2026-11", "2026", "1900"}) {
    EXPECT_EQ(field.fault(good), kGood) << good;
  }
  for (const char* unreal :
       {"2026-11-21", "2026-12", "2027", "1990-02-30", "1990-13", "1899", "1899-12-31"}) {
    EXPECT_EQ(field.fault(unreal), Fault::unreal) << unreal;
  }
  for (const char* wrong : {"90", "1990-4", "1990-04-", "1990-04-01-", "19900", "unknow"}) {
    EXPECT_EQ(field.fault(wrong), Fault::wrong) << wrong;
  }
}

TEST(FieldValue, PartialMonths) {
  const Alone field(R"("type":"partialMonth")");
  EXPECT_EQ(field.mended("2019年4月"), "2019-04");
  for (const char* good : {"2019-04", "2019", "unknown", "2099-12"}) {
    EXPECT_EQ(field.fault(good), kGood) << good;
  }
  EXPECT_EQ(field.fault("2019-04-01"), Fault::wrong);
  EXPECT_EQ(field.fault("2019-13"), Fault::unreal);
}

TEST(FieldValue, DatesToCome) {
  const Alone field(R"("type":"date","rule":"futureDate")");
  EXPECT_EQ(field.fault("2026-11-20"), kGood);
  EXPECT_EQ(field.fault("2026-11-19"), Fault::unreal);
  EXPECT_EQ(field.fault("2026-11"), Fault::wrong);
  EXPECT_EQ(field.fault("unknown"), Fault::wrong);
}

TEST(FieldValue, DatesAreOfTheWesternCalendar) {
  const Alone date(R"("type":"date")");
  const Alone later(R"("type":"date","rule":"futureDate")");
  const Alone born(R"("type":"partialDate","rule":"pastDate")");
  for (const char* sound : {"2026-11-20", "2031-01-31", "2076-11-20"}) {
    EXPECT_EQ(date.fault(sound), kGood) << sound;
    EXPECT_EQ(later.fault(sound), kGood) << sound;
  }
  // The year 2031 in Thailand, in Iran and of the Jews; none at all; a year of Taiwan, filled up.
  for (const char* other : {"2574-01-31", "1410-11-11", "5791-02-07", "9999-12-31", "0115-01-31"}) {
    EXPECT_EQ(date.fault(other), Fault::unreal) << other;
    EXPECT_EQ(later.fault(other), Fault::unreal) << other;
    EXPECT_EQ(born.fault(other), Fault::unreal) << other;
  }
}

TEST(FieldValue, LatinText) {
  const Alone field(R"("type":"text","rule":"latin","maxLength":9)");
  EXPECT_EQ(field.mended("ＡＢＣ　１２"), "ABC 12");
  EXPECT_EQ(field.fault("Ltd. (1)"), kGood);
  EXPECT_EQ(field.fault("Société"), Fault::wrong);
  EXPECT_EQ(field.fault("ABCDEFGHIJ"), Fault::wrong);
}

TEST(FieldValue, NumberOfAPassport) {
  const Alone field(R"("type":"text","rule":"passportNumber","maxLength":12)");
  for (const char* typed : {"AB1234567", "ab 123 4567", "ＡＢ１２３４５６７", "AB1234567<<<",
                            " AB\u200b1234567\t", "ab१२३४५६७"}) {
    EXPECT_EQ(field.mended(typed), "AB1234567") << typed;
  }
  EXPECT_EQ(field.mended("AB-1<23"), "AB-1<23") << "signs between are its own";
  EXPECT_EQ(field.fault("AB-1<23"), kGood);
  EXPECT_EQ(field.fault("ab1234567"), Fault::wrong) << "it is not mended";
  EXPECT_EQ(field.fault("АВ1234567"), Fault::wrong) << "Cyrillic letters";
  EXPECT_EQ(field.mended("<<<"), "");
}

TEST(FieldValue, SeveralLines) {
  const Alone field(R"("type":"multilineText","rule":"fullWidth","maxLength":600)");
  EXPECT_EQ(field.mended("\r\nabc \r  def\n\n\nｱ\n \n"), "ａｂｃ\nｄｅｆ\n\n\nア");
  EXPECT_EQ(field.mended(" \n "), "");
  EXPECT_EQ(field.fault("勉強\n\n働く"), kGood);
  EXPECT_EQ(field.fault("勉強\r\n働く"), Fault::wrong);
  EXPECT_EQ(field.fault("勉強\n"), Fault::wrong);
  EXPECT_EQ(field.fault("勉強\nabc"), Fault::wrong);
  EXPECT_EQ(field.fault("勉強\n😀"), Fault::external);
  EXPECT_EQ(field.mended("勉強\n\u202eXY"), "勉強\n\u202eXY") << "unreadable text is left alone";
  EXPECT_EQ(field.fault("勉強\n\u202eXY"), Fault::wrong);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int time = 0; time < times; ++time) {
    all += text;
  }
  return all;
}

TEST(FieldValue, TheLongestLawfulTextIsMendedHoweverItIsTyped) {
  const Alone field(R"("type":"multilineText","rule":"fullWidth","maxLength":600)");
  const std::string voiced = repeated("が", 600);
  EXPECT_EQ(field.fault(voiced), kGood);
  EXPECT_EQ(field.mended(repeated("か\u3099", 600)), voiced);
  EXPECT_EQ(field.mended(repeated("𠮟\U000e0100", 600)), repeated("𠮟", 600));
  EXPECT_EQ(field.fault(voiced + "が"), Fault::wrong);
  const std::string huge = repeated("ｶ", 10'000);
  EXPECT_EQ(field.mended(huge), huge) << "not looked into";
  EXPECT_EQ(Alone(R"("type":"text","rule":"phone","maxLength":12)").bytes(), 1'024U);
}

TEST(FieldValue, CodesOfLists) {
  const Alone one(R"("type":"code","list":"country")");
  EXPECT_EQ(one.mended("ｊｐ"), "JP");
  EXPECT_EQ(one.mended("XX"), "XX");
  EXPECT_EQ(one.fault("JP"), kGood);
  EXPECT_EQ(one.fault("jp"), Fault::wrong);
  const Alone several(R"("type":"codes","list":"support")");
  EXPECT_EQ(several.mended("other,SELF,other"), "self,other");
  EXPECT_EQ(several.mended("self,"), "self");
  EXPECT_EQ(several.mended("self,alms"), "self,alms");
  EXPECT_EQ(several.fault("self,other"), kGood);
  for (const char* wrong : {"other,self", "self,self", "self,,other", ",self", "alms"}) {
    EXPECT_EQ(several.fault(wrong), Fault::wrong) << wrong;
  }
  EXPECT_EQ(several.fault(","), Fault::missing) << "nothing is chosen";
}

TEST(FieldValue, Attachments) {
  const Alone field(R"("type":"attachment","mediaTypes":["application/pdf"],"maxBytes":100)");
  const std::string digest(64, 'a');
  EXPECT_EQ(field.fault(digest + " application/pdf 100"), kGood);
  for (const std::string& wrong :
       {digest + " application/pdf 101", digest + " image/jpeg 1", digest + " application/pdf 007",
        digest + " application/pdf -1", digest + "  application/pdf 1", digest,
        std::string(64, 'A') + " application/pdf 1", digest.substr(1) + " application/pdf 1",
        digest + " pdf 1", digest + " application/pdf 99999999999999999999"}) {
    EXPECT_EQ(field.fault(wrong), Fault::wrong) << wrong;
  }
  const Attachment attachment{digest, "application/pdf", 100};
  EXPECT_EQ(attachmentFrom(toText(attachment)), attachment);
}

TEST(FieldValue, AllOfAFormIsMendedAskedOrNot) {
  const Answers typed{
      .values = {{"name", "houmu taro"}, {"cardNumber", "ab12345678cd"}, {"x", "y"}},
      .groups = {{"family", {{.id = "r", .values = {{"name", "ﾎｾ"}, {"x", "y"}}}}},
                 {"friends", {{.id = "r"}}}}};
  const Answers mended{.values = {{"name", "HOUMU TARO"}, {"cardNumber", "AB12345678CD"}},
                       .groups = {{"family", {{.id = "r", .values = {{"name", "ホセ"}}}}}}};
  EXPECT_EQ(repaired(test::demonstrationForm(), typed), mended);
}

TEST(PartialDate, KnowsItsFirstAndLastDay) {
  using namespace std::chrono;
  EXPECT_EQ(lastDay(*parsePartialDate("2024-02")), 2024y / 2 / 29);
  EXPECT_EQ(lastDay(*parsePartialDate("2024")), 2024y / 12 / 31);
  EXPECT_EQ(firstDay(*parsePartialDate("2024-02")), 2024y / 2 / 1);
  EXPECT_FALSE(parsePartialDate("2024-2"));
  EXPECT_EQ(wholeYears(2008y / 2 / 29, 2024y / 2 / 28), 15);
  EXPECT_EQ(wholeYears(2008y / 2 / 29, 2024y / 2 / 29), 16);
  EXPECT_EQ(wholeYears(2008y / 2 / 29, 2025y / 2 / 28), 16);
  EXPECT_EQ(wholeYears(2008y / 2 / 29, 2025y / 3 / 1), 17);
}

}  // namespace
}  // namespace madoguchi::forms
