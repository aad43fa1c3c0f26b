#include <gmock/gmock.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cardreader/certificate/certificate.h"
#include "forms/places/address_splitter.h"
#include "forms/places/municipality_search.h"
#include "forms/places/postal_codes.h"
#include "forms/registration/registration_form.h"
#include "forms/rules/email_suspicion.h"
#include "forms/rules/field_rules.h"
#include "forms/rules/latin_name.h"
#include "forms/rules/text_repair.h"
#include "tests/support/form_cases.h"

// What the rules know beyond good and refused; tests/data/forms/field_cases.tsv has the rest.

namespace madoguchi::forms {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Explanation explained(std::string_view field, const std::string& typed) {
  return explain(test::registrationField(field), test::repairedValue(field, typed),
                 test::factsOf(Entrance::cardHolder).today);
}

struct Told {
  std::string_view field;
  std::string typed;
  Cause cause;
};

TEST(Causes, AreTold) {
  for (const auto& [field, typed, cause] :
       std::vector<Told>{{"name", "", Cause::missing},
                         {"name", "HOUMU TARO", Cause::good},
                         {"name", "ТАРО", Cause::wrongAlphabet},
                         {"name", "法務　太郎", Cause::wrongAlphabet},
                         {"name", "김민수", Cause::wrongAlphabet},
                         {"name", "Müller", Cause::severalSpellings},
                         {"name", "Əliyev", Cause::severalSpellings},
                         {"name", "HOUMU1", Cause::wrong},
                         {"name", std::string(105, 'A'), Cause::tooLong},
                         {"name", std::string(2000, 'A'), Cause::tooLong},
                         {"name", std::string("A\0B", 3), Cause::invisible},
                         {"name", "SANTOS \u202eAIRAM", Cause::invisible},
                         {"name", "\xff", Cause::invisible},
                         {"sex", "x", Cause::wrong},
                         {"dateOfBirth", "90/4/1", Cause::twoDigitYear},
                         {"dateOfBirth", "90年4月1日", Cause::twoDigitYear},
                         {"dateOfBirth", "昭和65年4月1日", Cause::japaneseEra},
                         {"dateOfBirth", "令和元年4月30日", Cause::japaneseEra},
                         {"dateOfBirth", "H32.4.1", Cause::japaneseEra},
                         {"dateOfBirth", "04/01/1990", Cause::yearNotFirst},
                         {"dateOfBirth", "1-4-1990", Cause::yearNotFirst},
                         {"dateOfBirth", "1990--", Cause::incompleteDate},
                         {"dateOfBirth", "1990-04-", Cause::incompleteDate},
                         {"dateOfBirth", "1990--01", Cause::incompleteDate},
                         {"dateOfBirth", "abc", Cause::wrong},
                         {"dateOfBirth", "1990-02-30", Cause::noSuchDay},
                         {"dateOfBirth", "1990-13", Cause::noSuchDay},
                         {"dateOfBirth", "2099-01-01", Cause::notYet},
                         {"dateOfBirth", "2533-04-01", Cause::yearFarOff},
                         {"dateOfBirth", "1369-01-12", Cause::yearFarOff},
                         {"dateOfBirth", "2999", Cause::yearFarOff},
                         {"dateOfBirth", "115-04-01", Cause::twoDigitYear},
                         {"dateOfBirth", "6-4-1", Cause::twoDigitYear},
                         {"dateOfBirth", "平成元年一月七日", Cause::japaneseEra},
                         {"dateOfBirth", "令和〇年五月一日", Cause::japaneseEra},
                         {"dateOfBirth", "昭和六十四年一月九日", Cause::japaneseEra},
                         {"dateOfBirth", "平成31.5.2", Cause::japaneseEra},
                         {"dateOfBirth", "01 APR 90", Cause::wrong},
                         {"dateOfBirth", "4/5/1990", Cause::yearNotFirst},
                         {"dateOfBirth", "2027", Cause::notYet},
                         {"dateOfBirth", "1899-12-31", Cause::tooEarly},
                         {"municipalityCode", "131017", Cause::wrong},
                         {"addressRest", "本町😀", Cause::external},
                         {"addressRest", "ああ\u202e１－２", Cause::invisible},
                         {"addressRest", std::string(81, '1'), Cause::tooLong},
                         {"phone", "+1 212 555 0100", Cause::foreignNumber},
                         {"phone", "010-1-212-555-0100", Cause::foreignNumber},
                         {"phone", "0082-10-1234-5678", Cause::foreignNumber},
                         {"phone", "9012345678", Cause::noLeadingZero},
                         {"phone", "312345678", Cause::noLeadingZero},
                         {"phone", "1", Cause::tooShort},
                         {"phone", "110", Cause::tooShort},
                         {"phone", "0901234567", Cause::tooShort},
                         {"phone", "0312-3456-78901", Cause::tooLong},
                         {"phone", "8613812345678", Cause::tooLong},
                         {"phone", "09001234567", Cause::undialable},
                         {"phone", "02012345678", Cause::undialable},
                         {"phone", "0012345678", Cause::undialable},
                         {"phone", "電話", Cause::wrong},
                         {"email", "example", Cause::noAt},
                         {"email", "日本@example.jp", Cause::wrongAlphabet},
                         {"email", "a b@example.jp", Cause::wrong},
                         {"email", "a@b", Cause::noHost},
                         {"email", "a@b..jp", Cause::noHost},
                         {"email", "taro@example.jp\u200b\x01", Cause::invisible},
                         {"email", std::string(60, 'a') + "@b.jp", Cause::tooLong},
                         {"residenceCardNumber", "AB1234567CD", Cause::tooShort},
                         {"residenceCardNumber", "AB123456789CD", Cause::tooLong},
                         {"residenceCardNumber",
                          "А"
                          "B12345678CD",
                          Cause::wrongAlphabet},
                         {"residenceCardNumber", "AB1234567OCD", Cause::wrong}}) {
    EXPECT_EQ(explained(field, typed).cause, cause) << field << " " << typed;
  }
}

TEST(Patterns, AreTriedByTheirLength) {
  const FieldRule* rule = findRule("pattern");
  ASSERT_NE(rule, nullptr);
  const auto judged = [rule](std::string_view value) {
    return rule->judge(value, {.pattern = "00|A000|000000"}, {});
  };
  for (const auto& [value, cause] :
       std::map<std::string_view, Cause>{{"1", Cause::tooShort},
                                         {"12", Cause::good},
                                         {"1A", Cause::wrong},
                                         {"A", Cause::tooShort},
                                         {"123", Cause::wrong},
                                         {"A123", Cause::good},
                                         {"1234", Cause::wrong},
                                         {"12345", Cause::wrong},
                                         {"123456", Cause::good},
                                         {"1234567", Cause::tooLong},
                                         {"１２", Cause::wrongAlphabet}}) {
    EXPECT_EQ(judged(value), cause) << value;
  }
}

TEST(Causes, CountCharactersAndNameWhatCannotBeSeen) {
  EXPECT_EQ(explained("addressRest", std::string(81, '1')).characters, 81);
  EXPECT_EQ(explained("name", "SANTOS\u202eMARIA").character, U'\u202e');
  EXPECT_EQ(explained("name", std::string("A\0B", 3)).character, U'\0');
  EXPECT_EQ(explained("name", "A\ufff9B").character, U'\ufff9');
  EXPECT_EQ(explained("name", "A\xffZ").character, U'\ufffd');
  // What was never repaired is told apart from what cannot be.
  EXPECT_EQ(explain(test::registrationField("phone"), "03-1234-5678",
                    test::factsOf(Entrance::cardHolder).today)
                .cause,
            Cause::notRepaired);
}

TEST(Causes, HaveTheCodeOfTheAgency) {
  for (const test::FormCase& formCase : test::loadFormCases()) {
    const Field& field = test::registrationField(formCase.field);
    const Explanation told = explained(field.id, formCase.input);
    // A repetition and a class of another entrance are judged with the rest of the form.
    if (field.sameAs || field.id == "userClass") {
      continue;
    }
    EXPECT_EQ(told.cause == Cause::good, formCase.code.empty()) << formCase.line;
    const auto fault = faultOf(told.cause);
    const std::string code = fault ? test::codeOf(field, *fault) : std::string();
    EXPECT_EQ(code, formCase.code) << formCase.line;
  }
}

TEST(PlainText, AllowsDirectionMarksThatChangeNothing) {
  for (const char* harmless :
       {"\u202d090-1234-5678\u202c", "090-1234-5678\u200e", "\u200f090-1234-5678",
        "\u2068Taro\u2069", "霞が関\u200e１－２", "محمد\u200f", "ab\u061c", "a\nb\tc\r\n\u2028"}) {
    EXPECT_TRUE(isPlainText(harmless)) << harmless;
  }
  for (const char* harmful : {"\u202e87654321", "ab\u202ecd", "(\u202ea)", "１\u202b－２\u202c",
                              "12\u200f-\u200f34", "a\x1b", "a\x7f", "a\u0080", "a\ufffa"}) {
    EXPECT_FALSE(isPlainText(harmful)) << harmful;
  }
}

std::string suggestionFor(const std::string& address) {
  const auto suspicion = emailSuspicion(address);
  return !suspicion ? "none" : suspicion->suggestion.empty() ? "no idea" : suspicion->suggestion;
}

TEST(EmailSuspicion, SuggestsWhatWasProbablyMeant) {
  const std::map<std::string, std::string> kMeant = {{"gmail.con", "gmail.com"},
                                                     {"gmail.co", "gmail.com"},
                                                     {"gmail.cm", "gmail.com"},
                                                     {"gmail.om", "gmail.com"},
                                                     {"gmail.jp", "gmail.com"},
                                                     {"gmail.co.jp", "gmail.com"},
                                                     {"gmail.ne.jp", "gmail.com"},
                                                     {"gmai.com", "gmail.com"},
                                                     {"gmial.com", "gmail.com"},
                                                     {"gmal.com", "gmail.com"},
                                                     {"gmaill.com", "gmail.com"},
                                                     {"gnail.com", "gmail.com"},
                                                     {"gamil.com", "gmail.com"},
                                                     {"g-mail.com", "gmail.com"},
                                                     {"yahoo.co.jo", "yahoo.co.jp"},
                                                     {"yaho.co.jp", "yahoo.co.jp"},
                                                     {"yahooo.co.jp", "yahoo.co.jp"},
                                                     {"yhaoo.co.jp", "yahoo.co.jp"},
                                                     {"yahoo.con", "yahoo.com"},
                                                     {"yahoo.com.vm", "yahoo.com.vn"},
                                                     {"hotmail.com.rw", "hotmail.com.tw"},
                                                     {"docomo.ne.jo", "docomo.ne.jp"},
                                                     {"docomo.co.jp", "docomo.ne.jp"},
                                                     {"docomo.jp", "docomo.ne.jp"},
                                                     {"dcomo.ne.jp", "docomo.ne.jp"},
                                                     {"ezweb.ne.jpp", "ezweb.ne.jp"},
                                                     {"ezwb.ne.jp", "ezweb.ne.jp"},
                                                     {"ezweb.com", "ezweb.ne.jp"},
                                                     {"softbnak.ne.jp", "softbank.ne.jp"},
                                                     {"sofbank.ne.jp", "softbank.ne.jp"},
                                                     {"softban.ne.jp", "softbank.ne.jp"},
                                                     {"icloud.co.jp", "icloud.com"},
                                                     {"iclould.com", "icloud.com"},
                                                     {"icloud.ne.jp", "icloud.com"},
                                                     {"hotmial.com", "hotmail.com"},
                                                     {"hotmaul.co.jp", "hotmail.co.jp"},
                                                     {"outlok.jp", "outlook.jp"},
                                                     {"outloook.com", "outlook.com"},
                                                     {"otulook.com", "outlook.com"},
                                                     {"biglobe.ne.jo", "biglobe.ne.jp"},
                                                     {"bigloeb.ne.jp", "biglobe.ne.jp"},
                                                     {"ca2.so-ner.ne.jp", "ca2.so-net.ne.jp"},
                                                     {"foxmial.com", "foxmail.com"},
                                                     {"example.con", "example.com"},
                                                     {"example.co.jpp", "example.co.jp"},
                                                     {"example.cmo", "example.com"},
                                                     {"uni.nte", "uni.net"},
                                                     {"me.con", "me.com"},
                                                     {"aol.cpm", "aol.com"}};
  for (const auto& [typed, meant] : kMeant) {
    EXPECT_EQ(suggestionFor("maria@" + typed), "maria@" + meant) << typed;
  }
  // A Cyrillic а, сom, о and х; a Turkish ı; what a Vietnamese keyboard makes of "oo" and "dd".
  const std::map<std::string, std::string> kSeen = {
      {"gmаil.com", "gmail.com"},        {"gmail.сom", "gmail.com"},
      {"yаhоо.cо.jp", "yahoo.co.jp"},    {"gmaıl.com", "gmail.com"},
      {"gmáil.com", "gmail.com"},        {"yahô.com", "yahoo.com"},
      {"outlôk.com", "outlook.com"},     {"đocomo.ne.jp", "docomo.ne.jp"},
      {"exаmple.co.jp", "example.co.jp"}};
  for (const auto& [typed, meant] : kSeen) {
    EXPECT_EQ(suggestionFor(test::repairedValue("email", "maria@" + typed)), "maria@" + meant)
        << typed;
  }
  EXPECT_EQ(suggestionFor("maria@example.zzzzzz"), "no idea");
  EXPECT_EQ(suggestionFor("maria@xn--wgv71a119e.xn--wgv71a119e"), "no idea");
}

TEST(EmailSuspicion, LeavesGoodAddressesAlone) {
  for (const char* host : {"gmail.com",
                           "googlemail.com",
                           "yahoo.co.jp",
                           "yahoo.com",
                           "yahoo.com.ph",
                           "yahoo.com.pe",
                           "yahoo.co.id",
                           "ymail.com",
                           "ymail.ne.jp",
                           "docomo.ne.jp",
                           "ezweb.ne.jp",
                           "au.com",
                           "softbank.ne.jp",
                           "softbank.co.jp",
                           "i.softbank.jp",
                           "t.vodafone.ne.jp",
                           "disney.ne.jp",
                           "icloud.com",
                           "me.com",
                           "mac.com",
                           "outlook.jp",
                           "outlook.com.vn",
                           "hotmail.co.th",
                           "live.com",
                           "line.com",
                           "msn.com",
                           "mail.com",
                           "email.com",
                           "qq.com",
                           "vip.qq.com",
                           "163.com",
                           "126.com",
                           "sina.com",
                           "naver.com",
                           "daum.net",
                           "hanmail.net",
                           "nate.com",
                           "rediffmail.com",
                           "mail.ru",
                           "gmx.de",
                           "web.de",
                           "proton.me",
                           "so-net.ne.jp",
                           "ca2.so-net.ne.jp",
                           "jcom.home.ne.jp",
                           "nifty.com",
                           "ocn.ne.jp",
                           "xxx.co.jp",
                           "isa.go.jp",
                           "u-tokyo.ac.jp",
                           "city.osaka.lg.jp",
                           "example.com",
                           "example.co.uk",
                           "bar.museum",
                           "xn--wgv71a119e.jp",
                           "xn--e1afmkfd.xn--p1ai",
                           "xn--bcher-kva.example",
                           "xn--80a1acny.xn--p1ai",
                           "xn--80ak6aa92e.com",
                           "xn--mgba3gch31f060k.com",
                           "mail.example",
                           "a.test",
                           "coldmail.com",
                           "postmail.com",
                           "campus.ac.jp",
                           "company.tokyo",
                           "shop.nagoya",
                           "university.edu.vn",
                           "company.com.br",
                           "company.ph"}) {
    EXPECT_EQ(suggestionFor(std::string("maria@") + host), "none") << host;
  }
  for (const char* none : {"", "maria", "maria@", "@gmail.con", "maria@gmail", "a b@gmail.con"}) {
    EXPECT_EQ(suggestionFor(none), "none") << none;
  }
}

TEST(EmailSuspicion, IsNoRefusal) {
  EXPECT_EQ(explained("email", "maria@gmail.con").cause, Cause::good);
}

TEST(NameSpellings, AreThoseOfPassports) {
  EXPECT_THAT(nameSpellings("Müller Hans"),
              ElementsAre("MUELLER HANS", "MULLER HANS", "MUXXLLER HANS", "MYULLER HANS"));
  EXPECT_THAT(nameSpellings("Əliyev"), ElementsAre("ELIYEV", "ALIYEV"));
  EXPECT_THAT(nameSpellings("ＭＵÑＯＺ"), ElementsAre("MUNOZ", "MUNXXOZ"));
  EXPECT_THAT(nameSpellings("Sørensen, Åse"),
              ElementsAre("SOERENSEN AASE", "SOERENSEN ASE", "SORENSEN AASE", "SORENSEN ASE"));
  EXPECT_THAT(nameSpellings("Mu\u0308ller"), testing::Contains("MUELLER"));
  EXPECT_THAT(nameSpellings("Lǚ"), testing::Contains("LYU"));
  for (const char* one : {"", "MULLER", "Łukasz", "Nguyễn Thị Lan", "Müller1", "Мüller", "法務ü",
                          "\xff", "Müller\u202eXY"}) {
    EXPECT_THAT(nameSpellings(one), IsEmpty()) << one;
  }
}

TEST(NameSpellings, AreAcceptedAndFew) {
  const auto many = nameSpellings("Äöü Åøñ Əɲɣ");
  EXPECT_EQ(many.size(), 12U);
  EXPECT_EQ(std::set<std::string>(many.begin(), many.end()).size(), many.size());
  for (const std::string& spelling : many) {
    EXPECT_EQ(explained("name", spelling).cause, Cause::good) << spelling;
    EXPECT_EQ(toLatinName(spelling), spelling);
  }
}

// ICAO Doc 9303 part 3 (eighth edition), section 6 A: all its letters of the Latin alphabet, each
// with what it becomes; a slash stands between several.
TEST(NameSpellings, CoverTheWholeTable) {
  const std::map<std::string, std::string> kTable = {
      {"ÁÀÂÃĂĀĄ", "A"},     {"Ä", "AE/A"},      {"Å", "AA/A"}, {"Æ", "AE"},    {"ĆĈČĊÇ", "C"},
      {"ÐĎĐ", "D"},         {"ÉÈÊËĚĖĒĘĔ", "E"}, {"ĜĞĠĢ", "G"}, {"ĦĤ", "H"},    {"ıÍÌÎÏĨİĪĮĬ", "I"},
      {"Ĳ", "IJ"},          {"Ĵ", "J"},         {"Ķ", "K"},    {"ŁĹĽĻĿ", "L"}, {"ŃŇŅŊ", "N"},
      {"Ñ", "N/NXX"},       {"ÓÒÔÕŐŌŎ", "O"},   {"Ö", "OE/O"}, {"Ø", "OE/O"},  {"Œ", "OE"},
      {"ŔŘŖ", "R"},         {"ŚŜŠŞ", "S"},      {"ŤŢŦ", "T"},  {"Þ", "TH"},    {"ÚÙÛŨŬŰŮŪŲ", "U"},
      {"Ü", "UE/U/UXX/YU"}, {"Ŵ", "W"},         {"ÝŶŸ", "Y"},  {"ŹŽŻ", "Z"},   {"ẞß", "SS"},
      {"Ə", "E/A"}};
  std::size_t tried = 0;
  for (const auto& [letters, written] : kTable) {
    for (std::size_t at = 0; at < letters.size();) {
      const std::size_t length = static_cast<unsigned char>(letters[at]) >= 0xE0 ? 3 : 2;
      const std::string letter = letters.substr(at, length);
      at += length;
      ++tried;
      const std::string name = "K" + letter + "K";
      if (written.find('/') == std::string::npos) {
        EXPECT_EQ(toLatinName(name), "K" + written + "K") << letter;
      } else {
        EXPECT_EQ(explained("name", name).cause, Cause::severalSpellings) << letter;
        std::string joined;
        for (const std::string& spelling : nameSpellings(name)) {
          joined += (joined.empty() ? "" : "/") + spelling.substr(1, spelling.size() - 2);
        }
        EXPECT_EQ(joined, written) << letter;
      }
    }
  }
  EXPECT_EQ(tried, 97U);
}

/// The places that the search finds.
std::vector<std::string> found(std::string_view text) {
  static const MunicipalitySearch kSearch;
  std::vector<std::string> codes;
  for (const MunicipalityHit& hit : kSearch.find(text, 3)) {
    codes.emplace_back(hit.municipality->code6);
  }
  return codes;
}

TEST(OneFolding, ServesSearchAddressAndCard) {
  struct Place {
    const char* usual;
    const char* typed;
  };
  for (const auto& [usual, typed] : {Place{"東京都八王子市", "東京都八王⼦市"},
                                     Place{"千葉県市川市", "千葉県巿川巿"},
                                     Place{"新潟県長岡市", "新潟県⻑岡市"},
                                     Place{"長野県大町市", "⻑野県⼤町市"},
                                     Place{"福岡県大川市", "福岡県⼤川市"},
                                     Place{"東京都千代田区", "東京都干代田区"},
                                     Place{"東京都日野市", "東京都曰野市"},
                                     Place{"静岡県富士市", "静岡県富土市"},
                                     Place{"岩手県二戸市", "岩手県ニ戸市"},
                                     Place{"北海道夕張市", "北海道タ張市"},
                                     Place{"鳥取県鳥取市", "烏取県烏取市"},
                                     Place{"兵庫県神戸市中央区", "兵庫県神⼾市中央区"},
                                     Place{"東京都目黒区", "東京都⽬⿊区"},
                                     Place{"埼玉県川口市", "埼玉県川囗市"},
                                     Place{"東京都渋谷区", "东京都涩谷区"},
                                     Place{"神奈川県鎌倉市", "神奈川县镰仓市"},
                                     Place{"神奈川県横浜市西区", "神奈川縣橫濱市西區"},
                                     Place{"広島県広島市中区", "广岛县广岛市中区"},
                                     Place{"静岡県静岡市葵区", "静冈县静冈市葵区"},
                                     Place{"新潟県新発田市", "新潟县新发田市"},
                                     Place{"長野県長野市", "长野县长野市"},
                                     Place{"岩手県滝沢市", "岩手县泷泽市"}}) {
    const SplitAddress expected = splitAddress(usual);
    ASSERT_FALSE(expected.code6.empty()) << usual;
    EXPECT_EQ(splitAddress(std::string(typed) + "⼤字⻑湫1─1").code6, expected.code6) << typed;
    EXPECT_THAT(found(typed), testing::Contains(expected.code6)) << typed;
  }
  certificate::BasicFourItems items;
  items.address = "千葉県巿川巿⼤字⻑湫1─1━2ー3";
  const SplitAddress card = splitAddress(items.address);
  EXPECT_EQ(test::repairedValue("addressRest", card.rest), "大字長湫１－１－２－３");
}

TEST(OneFolding, FindsPostalCodesWithEveryDash) {
  for (const char* code :
       {"100─0013", "100━0013", "100‒0013", "100一0013", "100㇐0013", "100ー0013",
        "\u202d100-0013\u202c", "100\u200b-0013", "100﹣0013", "100➖0013"}) {
    EXPECT_EQ(postalDigits(code), "1000013") << code;
  }
}

}  // namespace
}  // namespace madoguchi::forms
