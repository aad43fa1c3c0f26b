#include "forms/bulk/bulk_cell.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <utility>

#include "tests/unit/forms/application/official_texts.h"
#include "tests/unit/forms/bulk/filled_table.h"

// What stands in a cell of a table, as people and spreadsheets write it.

namespace madoguchi::forms {
namespace {

TEST(BulkCell, TakesTheWordsOfChoicesInAnyForm) {
  for (const char* words :
       {"フィリピン", "Philippines", "フィリピン Philippines", "ﾌｨﾘﾋﾟﾝ　PHILIPPINES", "L12"}) {
    EXPECT_EQ(read("身分事項_国籍・地域", "nationality", words).value, "L12") << words;
  }
  for (const char* words : {"男", "男 male", "Male"}) {
    EXPECT_EQ(read("身分事項_性別", "sex", words).value, "male") << words;
  }
  for (const char* words : {"有", "有 Yes", "はい", "yes"}) {
    EXPECT_EQ(read("身分事項_在留カードの有無", "hasCard", words).value, "yes") << words;
  }
  EXPECT_EQ(read("_再入国許可申請_出国予定年月日", "departureDecided", "未定 Undecided").value,
            "no");
  for (const char* words : {"米国", "アメリカ", "United States of America"}) {
    EXPECT_EQ(read("身分事項_国籍・地域", "nationality", words).value, "L54") << words;
  }
}

TEST(BulkCell, TakesPeriodsAsPeopleWriteThem) {
  for (const char* words : {"1年3月", "１年３月", "1年3か月", "1年 3ヶ月", "1年3ケ月", "0103000"}) {
    EXPECT_EQ(read("身分事項_在留期間", "currentPeriod", words).value, "0103000") << words;
  }
}

TEST(BulkCell, SaysWhatIsNoChoice) {
  const CellValue value = read("身分事項_国籍・地域", "nationality", "フィリビン");
  EXPECT_EQ(value.fault, CellFault::notInList);
  EXPECT_EQ(value.value, "フィリビン");
  EXPECT_EQ(read("身分事項_国籍・地域", "nationality", "　").fault, CellFault::none);
}

TEST(BulkCell, TakesUndecidedForNoAnswerButToWhatAsksForIt) {
  EXPECT_EQ(
      read("身分事項_犯罪を理由とする処分を受けたことの有無", "criminal", "未定 Undecided").fault,
      CellFault::notInList);
}

TEST(BulkCell, TakesSeveralChoicesOfOneCell) {
  const auto columns = bulkTemplate("extension")[0];
  const auto supportR = std::ranges::find_if(
      columns, [](const std::string& one) { return one.starts_with("区分R18_"); });
  ASSERT_NE(supportR, columns.end());
  const CodeList& list = *fieldNamed("supportR")->list;
  const std::string two = list.entries[1].texts.at("ja") + "； " + list.entries[0].texts.at("en");
  EXPECT_EQ(read(*supportR, "supportR", two).value, list.codes[0] + "," + list.codes[1]);
  EXPECT_EQ(read(*supportR, "supportR", two + ", 宝くじ").fault, CellFault::notInList);
}

/// That of the template for extension whose column takes this field.
std::string headingOf(std::string_view field) {
  const auto& columns = bulkColumns("extension");
  const auto found = std::ranges::find(columns, field, &BulkColumn::field);
  return found == columns.end() ? std::string() : found->heading;
}

TEST(BulkCell, TakesTheAgencysLabelsWhoseEnglishIsAnother) {
  const std::map<std::string, std::pair<std::string, std::string>> labels = {
      {"無国籍 statelessness", {"nationality", "L67"}},
      {"無国籍　ｓｔａｔｅｌｅｓｓ person", {"nationality", "L67"}},
      {"専門学校 College of technology", {"education", "vocational"}},
      {"経済学 Econom", {"major", "economics"}},
      {"工学 Engineer", {"major", "engineering"}},
      {"外国からの送金 Carrying from abroad", {"supportR", "remittance"}},
      {"親族負担 Kin, 外国からの送金 Carrying from abroad", {"supportR", "relatives,remittance"}}};
  for (const auto& [label, answer] : labels) {
    const CellValue value = read(headingOf(answer.first), answer.first, label);
    EXPECT_EQ(value.value, answer.second) << label;
    EXPECT_EQ(value.fault, CellFault::none) << label;
  }
  const BulkRow row = rowOf({{"身分事項_在日親族及び同居者1_在日親族及び同居者_続柄",
                              "連れ子 Child of spouse (Please select just below)"}});
  ASSERT_EQ(rowsOf(row.answers, "family").size(), 1U);
  EXPECT_EQ(rowsOf(row.answers, "family").front().values.at("relationship"), "stepChild");
}

TEST(BulkCell, TakesNothingElseForTheWordsBeforeAnotherEnglish) {
  for (const char* words :
       {"無国籍statelessness", "無国籍者 statelessness", "L12 Philippine", "Philippines Manila",
        "無国籍 stateless 日本", " statelessness", "ベトナム Philippines"}) {
    EXPECT_EQ(read("身分事項_国籍・地域", "nationality", words).fault, CellFault::notInList)
        << words;
  }
  EXPECT_EQ(read("身分事項_性別", "sex", "男 female").fault, CellFault::notInList);
  EXPECT_EQ(read("身分事項_在留カードの有無", "hasCard", "有 No").fault, CellFault::notInList);
}

TEST(BulkCell, TakesDaysOfEightDigitsWithPartsUnknown) {
  const std::map<std::string, std::string> days = {{"20000101", "2000-01-01"},
                                                   {"2000/1/1", "2000-01-01"},
                                                   {"平成12年1月1日", "2000-01-01"},
                                                   {"99999999", "unknown"},
                                                   {"20250000", "2025"},
                                                   {"20250500", "2025-05"},
                                                   {"２０２５０５０２", "2025-05-02"}};
  for (const auto& [cell, day] : days) {
    EXPECT_EQ(valueAt(readBulkTable(kHeadings + "A B," + cell).rows.at(0).answers,
                      topField("dateOfBirth")),
              day)
        << cell;
  }
  EXPECT_EQ(read("身分事項_在留期間の満了日", "stayExpiry", "20260210").value, "2026-02-10");
}

/// The heading in the template for extension that begins so.
std::string headingWith(std::string_view beginning) {
  const auto headings = bulkTemplate("extension")[0];
  const auto found = std::ranges::find_if(
      headings, [&](const std::string& one) { return one.starts_with(beginning); });
  return found == headings.end() ? std::string() : *found;
}

TEST(BulkCell, TakesMonths) {
  const std::map<std::string, std::string> months = {{"201204", "2012-04"},
                                                     {"2012-04", "2012-04"},
                                                     {"20120401", "2012-04"},
                                                     {"201200", "2012"},
                                                     {"2012", "2012"}};
  const std::string heading = headingWith("区分N21・V28_職歴1_入社年月");
  for (const auto& [cell, month] : months) {
    const BulkRow row = rowOf({{heading, cell}});
    ASSERT_EQ(rowsOf(row.answers, "career").size(), 1U) << cell;
    EXPECT_EQ(rowsOf(row.answers, "career").front().values.at("joined"), month) << cell;
  }
}

TEST(BulkCell, TakesChoicesOfRowsAndSuchWithCommas) {
  const BulkRow row =
      rowOf({{headingWith("区分V18_合格した技能試験・受験地1_受験地"), "日本国内"}});
  ASSERT_EQ(rowsOf(row.answers, "skillExams").size(), 1U);
  EXPECT_EQ(rowsOf(row.answers, "skillExams").front().values.at("place"), "japan");
  const CodeList& list = *fieldNamed("supportExperience")->list;
  const std::string heading = headingWith("区分V3(36)_特定技能所属機関による支援_該当する事項");
  const std::string first = list.entries[0].texts.at("ja");
  ASSERT_NE(first.find("、"), std::string::npos) << "tries nothing";
  EXPECT_EQ(read(heading, "supportExperience", first).value, list.codes[0]);
  EXPECT_EQ(read(heading, "supportExperience", first + "；" + list.entries[2].texts.at("en")).value,
            list.codes[0] + "," + list.codes[2]);
}

TEST(BulkCell, GivesBackTheZerosThatASpreadsheetThrowsAway) {
  const auto phone = [](const char* cell) {
    return read("身分事項_日本における連絡先_電話番号", "phone", cell);
  };
  for (const char* cell : {"312345678", "３１２３４５６７８", " 312345678 "}) {
    EXPECT_EQ(phone(cell).value, "0312345678") << cell;
    EXPECT_TRUE(phone(cell).zeroAdded) << cell;
  }
  EXPECT_EQ(phone("9012345678").value, "09012345678");
  for (const char* cell :
       {"0312345678", "03-1234-5678", "12345678", "81312345678", "3-1234-5678"}) {
    EXPECT_FALSE(phone(cell).zeroAdded) << cell;
  }
  const auto postal = [](const char* cell) {
    return read("身分事項_日本における連絡先_郵便番号", "postalCode", cell).value;
  };
  EXPECT_EQ(postal("600001"), "0600001");
  EXPECT_EQ(postal("10001"), "0010001");
  EXPECT_EQ(postal("0"), "0000000") << "which says that it is unknown";
  EXPECT_EQ(postal("1234"), "1234");
  EXPECT_EQ(postal("150-004"), "150-004") << "which was no number to the spreadsheet";
  EXPECT_EQ(read("身分事項_ED番号（数字）", "edDigits", "34567").value, "0034567");
  const auto office = [](const char* cell) {
    return read(headingWith("区分N3(4)・V3(3)_"), "orgInsuranceNumber", cell).value;
  };
  EXPECT_EQ(office("1010123456"), "01010123456") << "in Hokkaido";
  EXPECT_EQ(office("13010123456"), "13010123456");
  EXPECT_EQ(office("101012345"), "101012345");
  const auto insurance = [](const char* cell) {
    return read(headingWith("区分V3(10)_勤務させる事業所_労働保険番号"), "sswLabourNumber", cell)
        .value;
  };
  EXPECT_EQ(insurance("1101234567000"), "01101234567000");
  EXPECT_EQ(insurance("13101234567000"), "13101234567000");
}

TEST(BulkCell, AddsNoZeroToWhatNeverBeginsWithOne) {
  const auto columns = bulkTemplate("extension")[0];
  const auto corporate = std::ranges::find_if(
      columns, [](const std::string& one) { return one.find("法人番号") != std::string::npos; });
  ASSERT_NE(corporate, columns.end());
  EXPECT_EQ(read(*corporate, "supporterCorporateNumber", "123456789012").value, "123456789012");
}

TEST(BulkCell, SaysWhereASpreadsheetHasShortenedANumber) {
  const auto phone = [](const std::string& cell) {
    return read("身分事項_日本における連絡先_電話番号", "phone", cell).fault;
  };
  EXPECT_EQ(phone("9.01235E+11"), CellFault::shortenedNumber);
  EXPECT_EQ(phone("９.01235Ｅ＋11 "), CellFault::shortenedNumber);
  EXPECT_EQ(phone("9." + std::string(1'000'000, '1')), CellFault::none) << "and ends";
  EXPECT_EQ(read("身分事項_在留期間の満了日", "stayExpiry", "2.026E+07").fault,
            CellFault::shortenedNumber);
  EXPECT_EQ(read("身分事項_職業", "occupation", "1E+12").fault, CellFault::none);
}

TEST(BulkCell, SaysWhereASpreadsheetTookAHouseNumberForADay) {
  const auto address = [](const char* cell) {
    return read("身分事項_日本における住居地(町名丁目番地号等)", "addressRest", cell).fault;
  };
  for (const char* cell : {"2001/2/3", "2001／2／3", "3月5日", "５月", "5-Mar", "Mar-45",
                           "Ｍａｒ－４５", "Mar-2045"}) {
    EXPECT_EQ(address(cell), CellFault::becameDay) << cell;
  }
  for (const char* cell : {"1-2-3", "霞が関1-2-3", "三月町5日市", "1丁目", "Mar-", "Mars-45"}) {
    EXPECT_EQ(address(cell), CellFault::none) << cell;
  }
}

TEST(BulkCell, SaysWhereAFormulaOfTheSpreadsheetHasFailed) {
  const std::map<std::string, std::string> columns = {
      {"身分事項_日本における住居地(町名丁目番地号等)", "addressRest"},
      {"身分事項_職業", "occupation"},
      {"身分事項_国籍・地域", "nationality"},
      {"身分事項_在留期間の満了日", "stayExpiry"},
      {"身分事項_日本における連絡先_電話番号", "phone"},
      {"身分事項_旅券_（1）番号", "passportNumber"},
      {"身分事項_日本における住居地(都道府県)", "municipalityCode"}};
  for (const auto& [heading, field] : columns) {
    for (const char* cell : {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!",
                             "#SPILL!", "#CALC!", " #N/A ", "＃Ｎ／Ａ", "＃ＮＡＭＥ？"}) {
      EXPECT_EQ(read(heading, field, cell).fault, CellFault::errorValue) << heading << cell;
    }
  }
  const BulkRow besideIt = rowOf({{"身分事項_日本における住居地(都道府県)", "#N/A"},
                                  {"身分事項_日本における住居地(市区町村)", "千代田区"}});
  EXPECT_EQ(besideIt.cells.size(), 1U) << "the other cell may be right";
  for (const char* cell : {"#1", "N/A", "会社員 #N/A"}) {
    EXPECT_EQ(read("身分事項_職業", "occupation", cell).fault, CellFault::none) << cell;
  }
}

TEST(BulkCell, SaysWhereACharacterMayHaveBeenLostInSaving) {
  const auto address = [](const char* cell) {
    return read("身分事項_日本における住居地(町名丁目番地号等)", "addressRest", cell).fault;
  };
  for (const char* cell : {"?田ビル１－２", "霞が関１－２　?", "?"}) {
    EXPECT_EQ(address(cell), CellFault::lostCharacter) << cell;
  }
  EXPECT_EQ(address("？田ビル１－２"), CellFault::none) << "which somebody has typed";
  EXPECT_EQ(read("身分事項_職業", "occupation", "clerk?").fault, CellFault::none)
      << "which may be Latin";
  const BulkRow row = rowOf({{"身分事項_在日親族及び同居者1_在日親族及び同居者_氏名", "?田花子"}});
  ASSERT_EQ(row.cells.size(), 1U);
  EXPECT_EQ(row.cells.front().fault, CellFault::lostCharacter);
}

TEST(BulkCell, FindsMunicipalitiesByTwoCells) {
  const auto place = [](const std::string& prefecture, const std::string& name) {
    const BulkRow row = rowOf({{"身分事項_日本における住居地(都道府県)", prefecture},
                               {"身分事項_日本における住居地(市区町村)", name}});
    return std::pair(valueAt(row.answers, topField("municipalityCode")),
                     row.cells.empty() ? CellFault::none : row.cells.front().fault);
  };
  EXPECT_EQ(place("東京都", "千代田区"), std::pair(std::string("131016"), CellFault::none));
  EXPECT_EQ(place("北海道", "札幌市 中央区"), std::pair(std::string("011011"), CellFault::none));
  EXPECT_EQ(place("", "東京都千代田区").first, "131016");
  EXPECT_EQ(place("", "千代田区").first, "131016");
  EXPECT_EQ(place("東京都", "霞ケ関町").second, CellFault::noSuchPlace);
  EXPECT_EQ(place("大阪府", "千代田区").second, CellFault::noSuchPlace);
  EXPECT_EQ(place("", "府中市").second, CellFault::noSuchPlace) << "Tokyo and Hiroshima have one";
  EXPECT_EQ(place("広島県", "府中市").first, "342084");
  EXPECT_EQ(place("東京都", "東京都千代田区").first, "131016");
  EXPECT_EQ(place("東京", "千代田区").first, "131016");
  EXPECT_EQ(place("広島", "府中市").first, "342084");
  EXPECT_EQ(place("東京都", "").second, CellFault::noSuchPlace);
  EXPECT_EQ(place("東京都", "千代田区1-2-3").second, CellFault::noSuchPlace);
  EXPECT_EQ(place("Osaka", "千代田区").second, CellFault::noSuchPlace);
  EXPECT_EQ(place("", "").second, CellFault::none);
}

}  // namespace
}  // namespace madoguchi::forms
