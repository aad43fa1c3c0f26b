#include "forms/bulk/bulk_table.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "forms/bulk/bulk_columns.h"
#include "forms/engine/judge.h"
#include "tests/unit/forms/application/application_answers.h"
#include "tests/unit/forms/application/official_texts.h"
#include "tests/unit/forms/bulk/filled_table.h"

namespace madoguchi::forms {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(BulkTable, HoldsAllThatOneAsksOfAPersonButFilesAndConsent) {
  for (const Answers& whole : {dependentsAnswers(), spousesAnswers(), engineersAnswers(),
                               specifiedSkilledWorkersAnswers()}) {
    Answers answers = withoutWhatNoTableHas(whole);
    const BulkTable table = tableOf(filledIn("extension", {answers}));
    EXPECT_EQ(table.fault, BulkFault::none);
    EXPECT_EQ(table.procedure, "extension");
    EXPECT_THAT(table.unknown, IsEmpty());
    ASSERT_THAT(table.rows, SizeIs(1));
    EXPECT_EQ(table.rows.front().number, 4U);
    EXPECT_THAT(table.rows.front().cells, IsEmpty());
    answers.values["procedure"] = "extension";
    EXPECT_EQ(table.rows.front().answers.values, answers.values);
    for (const std::string group : {"family", "career", "skillExams", "trainings", "sswWork"}) {
      const auto& read = rowsOf(table.rows.front().answers, group);
      ASSERT_THAT(read, SizeIs(rowsOf(answers, group).size()));
      for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(read[i].values, rowsOf(answers, group)[i].values);
      }
    }
  }
}

TEST(BulkTable, LeavesNothingToBeTypedButWhatNoTableHas) {
  for (const Answers& whole : {dependentsAnswers(), spousesAnswers(), engineersAnswers(),
                               specifiedSkilledWorkersAnswers()}) {
    const BulkTable table = tableOf(filledIn("extension", {withoutWhatNoTableHas(whole)}));
    ASSERT_THAT(table.rows, SizeIs(1));
    std::set<std::string> left;
    for (const Finding& finding :
         judge(applicationForm(), table.rows.front().answers, filedBy("attorneyOrScrivener"))) {
      left.insert(finding.path.field);
    }
    std::set<std::string> ofNoTable = {"agentName",
                                       "agentMunicipality",
                                       "agentAddressRest",
                                       "agentOrganization",
                                       "agentPhone",
                                       "photo",
                                       "notificationEmailAgain",
                                       "intentConfirmed"};
    if (whole.values.contains("contentConfirmed")) {
      ofNoTable.insert("contentConfirmed");
    }
    EXPECT_EQ(left, ofNoTable);
  }
}

TEST(BulkTable, KnowsAChangeByItsHeadings) {
  Answers answers = withoutWhatNoTableHas(spousesAnswers());
  answers.values["desiredStatus"] = "T61";
  answers.values["placeOfBirth"] = "MANILA";
  const BulkTable table = tableOf(filledIn("change", {answers, answers}));
  EXPECT_EQ(table.procedure, "change");
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_EQ(valueAt(table.rows.back().answers, topField("placeOfBirth")), "MANILA");
  EXPECT_EQ(valueAt(table.rows.back().answers, topField("desiredStatus")), "T61");
  EXPECT_EQ(valueAt(table.rows.back().answers, topField("procedure")), "change");
}

class Procedures : public testing::TestWithParam<std::string> {};

TEST_P(Procedures, HaveATemplateWithOneColumnForEachThing) {
  const Cells cells = bulkTemplate(GetParam());
  ASSERT_THAT(cells, SizeIs(3));
  EXPECT_GT(cells[0].size(), 150U);
  std::map<std::string, int> times;
  for (std::size_t i = 0; i < cells[0].size(); ++i) {
    EXPECT_NE(cells[0][i], "");
    EXPECT_NE(cells[1][i], "") << cells[0][i];
    ++times[cells[0][i]];
  }
  for (const auto& [heading, count] : times) {
    EXPECT_EQ(count, 1) << heading;
  }
}

TEST_P(Procedures, AreNoOnesRowsWhereNothingWasFilledIn) {
  EXPECT_EQ(tableOf(bulkTemplate(GetParam())).fault, BulkFault::noRows);
}

TEST_P(Procedures, HaveWordsThatMeanOneChoiceOnly) {
  std::vector<std::string> unclear;
  CellReader reader(GetParam());
  for (const BulkColumn& column : bulkColumns(GetParam())) {
    if (column.takes != BulkColumn::Takes::value || fieldOf(column).list == nullptr) {
      continue;
    }
    for (const Code& code : fieldOf(column).list->entries) {
      for (const std::string& words : {code.texts.at("ja"), code.texts.at("en"), code.code}) {
        if (reader.read(fieldOf(column), words).value != code.code) {
          unclear.push_back(column.heading + ": " + words);
        }
      }
    }
  }
  EXPECT_THAT(unclear, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(OfBulkEntry, Procedures, testing::Values("extension", "change"),
                         [](const auto& one) { return one.param; });

TEST(BulkTable, HasNoTemplateOfOtherProcedures) {
  EXPECT_THAT(bulkTemplate("acquisition"), IsEmpty());
}

TEST(BulkTable, TakesTheAgencysOwnFile) {
  Cells cells(4);
  for (const OfficialColumn& column : officialColumns("extension")) {
    cells[0].emplace_back(column.heading);
    cells[1].emplace_back(column.rule);
    cells[2].emplace_back(column.example);
    cells[3].emplace_back(column.field == "sex"           ? "女 female"
                          : column.field == "nationality" ? "フィリピン Philippines"
                                                          : column.example);
  }
  const BulkTable table = tableOf(cells);
  ASSERT_EQ(table.fault, BulkFault::none);
  EXPECT_THAT(table.unknown, IsEmpty());
  ASSERT_THAT(table.rows, SizeIs(1));
  const Answers& answers = table.rows.front().answers;
  EXPECT_EQ(valueAt(answers, topField("name")), "HOUMU TARO");
  EXPECT_EQ(valueAt(answers, topField("sex")), "female");
  EXPECT_EQ(valueAt(answers, topField("municipalityCode")), "131016");
  EXPECT_EQ(valueAt(answers, topField("phone")), "0312345678");
  EXPECT_EQ(valueAt(answers, topField("intentConfirmed")), "");
}

/// What is filed together with an extension, as the Agency's second file has it.
Cells togetherTable(const std::string& more, const std::string& cell) {
  Cells cells = {{"身分事項_更新の理由"}, {"日本で暮らすため"}};
  for (const OfficialColumn& column : officialColumns("together")) {
    cells[0].emplace_back(column.heading);
    cells[1].emplace_back(column.field == "employerDecided"                  ? "有 Yes"
                          : column.heading.find(more) != column.heading.npos ? cell
                                                                             : column.example);
  }
  return cells;
}

TEST(BulkTable, TakesWhatTheAgencyAsksTwiceOnce) {
  const BulkTable table = tableOf(togetherTable("国籍・地域", "フィリピン"));
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_EQ(valueAt(table.rows.front().answers, topField("employerDecided")), "yes");
  EXPECT_EQ(valueAt(table.rows.front().answers, topField("employerPhone")), "0312345678");
}

TEST(BulkTable, NamesWhatIsAnsweredAndNotFiledHere) {
  const BulkTable asked = tableOf(togetherTable("証明を希望する活動の内容", "通訳"));
  EXPECT_THAT(asked.unknown, Contains("就労資格証明書交付申請_証明を希望する活動の内容"));
  Cells empty = togetherTable("国籍・地域", "フィリピン");
  for (std::size_t i = 0; i < empty[0].size(); ++i) {
    if (empty[0][i].find("就労資格証明書") != std::string::npos) empty[1][i].clear();
  }
  EXPECT_THAT(tableOf(empty).unknown, IsEmpty());
}

TEST(BulkTable, DoesNotGuessWhetherItIsAnExtensionOrAChange) {
  Cells together = togetherTable("国籍・地域", "フィリピン");
  together[0].erase(together[0].begin());
  together[1].erase(together[1].begin());
  EXPECT_EQ(tableOf(together).fault, BulkFault::noProcedure);
  EXPECT_EQ(readBulkTable("身分事項_氏名,身分事項_生年月日\nA B,20000101").fault,
            BulkFault::noProcedure);
}

TEST(BulkTable, SaysWhereTwoColumnsOfAFieldDiffer) {
  const BulkRow row = rowOf({{"共通項目_現に有する在留資格", "家族滞在"},
                             {"身分事項_現に有する在留資格", "定住者 Long Term Resident"}});
  EXPECT_EQ(valueAt(row.answers, topField("currentStatus")), "T44");
  ASSERT_THAT(row.cells, SizeIs(1));
  EXPECT_EQ(row.cells.front().fault, CellFault::different);
  EXPECT_EQ(row.cells.front().column, 4U);
}

TEST(BulkTable, TakesHeadingsOfAnyWidth) {
  const BulkTable table = tableOfOne({{"身分事項_氏名", "A B"},
                                      {"身分事項 _ 生年月日", "20000101"},
                                      {"身分事項_更新の理由　", "x"},
                                      {"身分事項_旅券_(1)番号", "AB1234567"}});
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_THAT(table.unknown, IsEmpty());
  EXPECT_EQ(valueAt(table.rows.front().answers, topField("passportNumber")), "AB1234567");
}

TEST(BulkTable, NamesTheHeadingsThatItDoesNotKnow) {
  const BulkTable table = readBulkTable("備考," + kHeadings + "x,A B,20000101\n");
  EXPECT_THAT(table.unknown, ElementsAre("備考"));
}

TEST(BulkTable, NamesTheColumnsWithoutAHeadingThatSomebodyHasFilledIn) {
  const BulkTable table = readBulkTable(
      ",身分事項_氏名,身分事項_生年月日,　,身分事項_更新の理由\n"
      " ,A B,20000101,x,,\n"
      " ,C D,20000101,,,,y\n");
  EXPECT_THAT(table.unnamed, ElementsAre(3U, 6U));
  EXPECT_THAT(table.unknown, IsEmpty());
}

TEST(BulkTable, DoesNotMindWhatTheTemplateHasUnderNoHeading) {
  Cells cells = filledIn("extension", {withoutWhatNoTableHas(dependentsAnswers())});
  const char* const labels[] = {"", "入力ルール", "入力例", ""};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].insert(cells[i].begin(), labels[i]);
  }
  const BulkTable table = tableOf(cells);
  EXPECT_THAT(table.rows, SizeIs(1));
  EXPECT_THAT(table.unnamed, IsEmpty());
}

TEST(BulkTable, TakesColumnsThatAreCalledAlikeByTheirOwnNamesInAnyOrder) {
  const BulkRow row = rowOf({{"_再入国許可申請_渡航目的（内容）", "観光"},
                             {"_再入国許可申請_渡航目的（有・未定）", "有"}});
  EXPECT_EQ(valueAt(row.answers, topField("purposeDecided")), "yes");
  EXPECT_NE(valueAt(row.answers, topField("reentryPurpose")), "");
  EXPECT_THAT(row.cells, IsEmpty());
}

TEST(BulkTable, TakesWhatIsDecidedInParts) {
  Cells cells = togetherTable("国籍・地域", "フィリピン");
  bool first = true;
  for (std::size_t i = 0; i < cells[0].size(); ++i) {
    if (cells[1][i] == "有 Yes" && !std::exchange(first, false)) cells[1][i] = "未定 Undecided";
  }
  const BulkTable table = tableOf(cells);
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_EQ(valueAt(table.rows.front().answers, topField("employerDecided")), "yes");
  EXPECT_THAT(table.rows.front().cells,
              testing::Each(testing::Field(&BulkCell::fault, CellFault::none)));
}

TEST(BulkTable, NumbersTheItemsAsEachPartOfThePaperDoes) {
  const auto headings = bulkTemplate("extension")[0];
  EXPECT_THAT(headings, Contains(testing::StartsWith("区分R2(1)・T21(1)_")));
  EXPECT_THAT(headings, Contains(testing::StartsWith("区分R17・T18_")));
  EXPECT_THAT(headings, Contains(testing::StartsWith("区分R18_")));
  EXPECT_THAT(headings, Contains("区分N21・V28_職歴6_入社年月"));
  EXPECT_THAT(headings, testing::Not(Contains("区分N21・V28_職歴7_入社年月")));
}

/// Another part of the form changes the headings of what it shares with those before.
TEST(BulkTable, KnowsItsHeadingsWhateverPartsTheFormHad) {
  const Answers answers = withoutWhatNoTableHas(engineersAnswers());
  Cells cells = filledIn("extension", {answers});
  std::size_t others = 0;
  for (std::string& heading : cells[0]) {
    if (heading.starts_with(kOfParts)) {
      heading = std::string(kOfParts) + "Q99" + heading.substr(heading.find('_'));
      ++others;
    }
  }
  EXPECT_GT(others, 300U);
  const BulkTable table = tableOf(cells);
  EXPECT_THAT(table.unknown, IsEmpty());
  ASSERT_THAT(table.rows, SizeIs(1));
  for (const char* field : {"orgName", "jobType", "representativeName", "dutiesChanged"}) {
    EXPECT_EQ(valueAt(table.rows.front().answers, topField(field)),
              valueAt(answers, topField(field)))
        << field;
  }
  EXPECT_EQ(rowsOf(table.rows.front().answers, "career").size(), 2U);
}

TEST(BulkTable, ForgetsARelativeOfWhomNothingIsKnown) {
  const BulkRow row =
      rowOf({{"身分事項_在日親族及び同居者1_在日親族及び同居者_在留カード番号_特別永住者証明書番号",
              "-"}});
  EXPECT_TRUE(row.answers.groups.empty());
}

TEST(BulkTable, KeepsRelativesInTheirOrderWhereOneIsLeftOut) {
  const BulkRow row = rowOf({{"身分事項_在日親族及び同居者1_在日親族及び同居者_続柄", ""},
                             {"身分事項_在日親族及び同居者2_在日親族及び同居者_続柄", "夫"},
                             {"身分事項_在日親族及び同居者3_在日親族及び同居者_続柄", "叔父?"}});
  ASSERT_THAT(rowsOf(row.answers, "family"), SizeIs(2));
  EXPECT_EQ(rowsOf(row.answers, "family").front().values.at("relationship"), "husband");
  ASSERT_THAT(row.cells, SizeIs(1));
  EXPECT_EQ(row.cells.front().path.row, rowsOf(row.answers, "family").back().id);
}

TEST(BulkTable, RefusesWhatIsNoTableOfApplications) {
  EXPECT_EQ(readBulkTable("").fault, BulkFault::noTemplate);
  EXPECT_EQ(readBulkTable("a,b\n1,2").fault, BulkFault::noTemplate);
  EXPECT_EQ(readBulkTable("PK\x03\x04").fault, BulkFault::workbook);
  EXPECT_EQ(readBulkTable(kHeadings).fault, BulkFault::noRows);
  std::string many = kHeadings;
  for (std::size_t i = 0; i < kMostBulkRows; ++i) {
    many += "A B,20000101\n";
  }
  EXPECT_EQ(readBulkTable(many).fault, BulkFault::none);
  EXPECT_EQ(readBulkTable(many + "A B,20000101\n").fault, BulkFault::tooManyRows);
}

TEST(BulkTable, PassesOverEmptyRows) {
  const BulkTable table = readBulkTable(kHeadings + ",\nA B,20000101\n　, \nC D,20000101\n");
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_EQ(table.rows.front().number, 3U);
  EXPECT_EQ(table.rows.back().number, 5U);
}

TEST(BulkTable, TakesAnswersThatAreAnExampleByChance) {
  Cells cells = bulkTemplate("extension");
  const auto column = [&](const char* text) {
    return static_cast<std::size_t>(std::ranges::find(cells[0], text) - cells[0].begin());
  };
  cells[2].assign(cells[0].size(), "");
  cells[2].at(column("身分事項_氏名")) = "SANTOS MARIA";
  cells[2].at(column("身分事項_生年月日")) = "19900415";
  cells[2].at(column("身分事項_本国における居住地")) = "米国　ニューヨーク";
  cells[2].at(column("_再入国許可申請_予定渡航先国名（内容）")) = "アメリカ";
  const BulkTable table = tableOf(cells);
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_THAT(table.rows.front().cells, IsEmpty());
}

/// The columns of which it is said that they have the template's example still.
std::set<std::size_t> examplesIn(const BulkTable& table) {
  std::set<std::size_t> examples;
  for (const BulkCell& cell : table.rows.at(0).cells) {
    if (cell.fault == CellFault::example) examples.insert(cell.column);
  }
  return examples;
}

TEST(BulkTable, SaysWhichExamplesWereLeftWhereSomebodyTypedOverThem) {
  Cells cells = bulkTemplate("extension");
  const auto column = [&](const char* text) {
    return static_cast<std::size_t>(std::ranges::find(cells[0], text) - cells[0].begin());
  };
  cells[2].at(column("身分事項_氏名")) = "SANTOS MARIA";
  const BulkTable table = tableOf(cells);
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_EQ(valueAt(table.rows.front().answers, topField("name")), "SANTOS MARIA");
  const auto examples = examplesIn(table);
  EXPECT_THAT(examples, Contains(column("身分事項_日本における住居地(町名丁目番地号等)")));
  EXPECT_THAT(examples, testing::Not(Contains(column("身分事項_日本における連絡先_郵便番号"))))
      << "which somebody may have";
}

TEST(BulkTable, SaysWhichExamplesAreStillLeftInARowThatWasGivenBack) {
  Cells cells = bulkTemplate("extension");
  const auto column = [&](const char* text) {
    return static_cast<std::size_t>(std::ranges::find(cells[0], text) - cells[0].begin());
  };
  const std::size_t name = column("身分事項_氏名");
  const std::size_t birth = column("身分事項_生年月日");
  const std::size_t passport = column("身分事項_旅券_（1）番号");
  const std::size_t homeTown = column("身分事項_本国における居住地");
  const std::size_t email = column("受領方法等_通知送信用メールアドレス");
  cells[2].at(name) = "SANTOS MARIA";
  const BulkTable table = tableOf(cells);
  ASSERT_THAT(table.rows, SizeIs(1));
  const Cells left = remarked(table, {{.number = 3, .remark = "examples"}});
  std::set<std::size_t> moved;
  for (const std::size_t example : examplesIn(table)) {
    moved.insert(example + columnsBefore(table));
  }
  EXPECT_THAT(moved, Contains(passport + 1));
  EXPECT_EQ(examplesIn(tableOf(left)), moved);

  const auto onlyWith = [&](const std::set<std::size_t>& columns) {
    Cells mended = left;
    for (std::size_t i = 0; i < cells[0].size(); ++i) {
      if (i != name && i != birth && !columns.contains(i)) mended[2].at(i + 1).clear();
    }
    return examplesIn(tableOf(mended));
  };
  EXPECT_THAT(onlyWith({passport, homeTown}),
              ElementsAre(std::min(passport, homeTown) + 1, std::max(passport, homeTown) + 1));
  EXPECT_THAT(onlyWith({email}), ElementsAre(email + 1));
  std::set<std::size_t> ofAnybody;
  for (std::size_t i = 0; i < cells[0].size(); ++i) {
    const std::string& text = cells[2].at(i);
    if ((looseKey(text) + text).find_first_of("0123456789@") == std::string::npos) {
      ofAnybody.insert(i);
    }
  }
  EXPECT_THAT(ofAnybody, Contains(homeTown));
  EXPECT_THAT(onlyWith(ofAnybody), IsEmpty()) << "which somebody may have";
}

TEST(BulkTable, TakesAPersonWhoIsCalledLikeTheExample) {
  const BulkTable table = readBulkTable(kHeadings + "HOUMU TARO,20000101\n");
  EXPECT_THAT(table.rows, SizeIs(1));
}

TEST(BulkTable, NamesColumnsAsSpreadsheetsDo) {
  EXPECT_EQ(columnLetters(0), "A");
  EXPECT_EQ(columnLetters(25), "Z");
  EXPECT_EQ(columnLetters(26), "AA");
  EXPECT_EQ(columnLetters(701), "ZZ");
  EXPECT_EQ(columnLetters(702), "AAA");
  const BulkTable table = tableOfOne(kPerson);
  EXPECT_EQ(table.columns,
            (std::map<FieldPath, std::size_t>{
                {topField("name"), 0}, {topField("reason"), 2}, {topField("dateOfBirth"), 1}}));
}

TEST(BulkTable, GivesTheRowsBackThatAreToBeMended) {
  Cells cells = bulkTemplate("extension");
  const auto heading = [&](const char* text) {
    return static_cast<std::size_t>(std::ranges::find(cells[0], text) - cells[0].begin());
  };
  for (const char* name : {"ａ　ｂ", "c d"}) {
    cells.emplace_back(cells[0].size());
    cells.back()[heading("身分事項_氏名")] = name;
    cells.back()[heading("身分事項_生年月日")] = "20000101";
    cells.back()[heading("身分事項_国籍・地域")] = "フィリビン";
    cells.back()[heading("身分事項_日本における連絡先_電話番号")] = "312345678";
  }
  const BulkTable table = tableOf(cells);
  const Cells left = remarked(table, {{.number = 5, .remark = "A5: nationality"}});
  const std::size_t nationality = table.columns.at(topField("nationality"));
  EXPECT_EQ(left.at(firstRemarked(table) - 1).at(nationality + columnsBefore(table)), "フィリビン");
  ASSERT_THAT(left, SizeIs(4));
  EXPECT_EQ(left[0].front(), kRemarkHeading);
  EXPECT_EQ(left[3].front(), "A5: nationality");
  EXPECT_THAT(left[3], Contains("C D"));
  EXPECT_THAT(left[3], Contains("フィリビン"));
  EXPECT_THAT(left[3], Contains("0312345678"));
  const BulkTable again = tableOf(left);
  EXPECT_THAT(again.unknown, IsEmpty());
  ASSERT_THAT(again.rows, SizeIs(1));
  EXPECT_EQ(again.rows.front().answers.values, table.rows.back().answers.values);
  EXPECT_EQ(remarked(again, {{.number = 4, .remark = "once more"}})[3].size(), left[3].size());
  const Cells examples = {{std::string(kRemarkHeading), "身分事項_氏名", "身分事項_生年月日",
                           "身分事項_職業", "身分事項_更新の理由"},
                          {"wrong", "HOUMU TARO", "20000101", "専門的・技術的職業従業者", ""}};
  EXPECT_THAT(tableOf(examples).rows, SizeIs(1)) << "somebody's, whatever it looks like";
}

}  // namespace
}  // namespace madoguchi::forms
