#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <set>

#include "forms/bulk/bulk_columns.h"
#include "protocol/ascii.h"
#include "tests/unit/forms/application/official_texts.h"

// The definition against what the Agency's own forms print, item by item.

namespace madoguchi::forms {
namespace {

using testing::IsEmpty;

/// Without blanks, in lower case.
std::string bare(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ') {
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return result;
}

/// Whether a field says the words: one of the family's table, or one outside with the number.
bool isAsked(const std::string& procedure, const std::string& words, const std::string& number,
             bool inFamily) {
  const Definition& form = applicationForm();
  const std::string language = protocol::isAscii(words) ? "en" : "ja";
  return std::ranges::any_of(form.fields, [&](const Field& field) {
    const std::string group(groupIdOf(form, field));
    const bool placed =
        inFamily ? group == "family" : group.empty() && isOnPaperOf(field.numbers, procedure);
    const auto own = field.numbers.find(procedure);
    const bool numbered =
        number.empty() || (own != field.numbers.end() &&
                           (own->second == number || own->second.starts_with(number + "(")));
    const std::string id = "field." + (group.empty() ? "" : group + ".") + field.id + ".label";
    return placed && numbered &&
           bare(wordsOf(applicationWords(), id, language, procedure)).find(bare(words)) !=
               std::string::npos;
  });
}

/// What the cells of part 1 say that no field asks.
std::vector<std::string> notAsked(const std::string& procedure) {
  // Blanks to fill in, boxes to tick, and the two halves of the name, which is one field.
  static const std::set<std::string> kMarks = {"年",
                                               "月",
                                               "日",
                                               "男",
                                               "女",
                                               "・",
                                               "有",
                                               "無",
                                               "有・無",
                                               "/",
                                               "Year",
                                               "Month",
                                               "Day",
                                               "Male/Female",
                                               "Family name",
                                               "Given name",
                                               "Yes",
                                               "No",
                                               "Married / Single",
                                               "Yes / No",
                                               ")",
                                               "・ 無"};
  static const std::regex kNumber(R"(^(\d{1,2}) (.*)$)");
  static const std::regex kSubNumber(R"(^\(\d\)(.*)$)");
  std::vector<std::string> missing;
  std::set<std::string> numbers;
  bool inFamily = false;
  bool begun = false;
  for (const std::string& line : officialLines(procedure + "_part1.txt")) {
    begun = begun || line.starts_with("1 ");
    if (line.starts_with("※")) {
      break;
    }
    for (std::string cell : split(line, " | ")) {
      std::smatch found;
      std::string number;
      if (std::regex_match(cell, found, kNumber)) {
        number = found[1];
        numbers.insert(number);
        cell = std::string(found[2]);
      }
      if (std::regex_match(cell, found, kSubNumber)) {
        cell = std::string(found[1]);
      }
      inFamily = inFamily || bare(cell) == "続柄";
      // Behind brackets and marks stand explanations, in sentences; they are the fields' helps.
      for (const std::string mark : {"※", " （", "（"}) {
        cell = cell.substr(0, cell.find(mark));
      }
      const bool isSentence = cell.find("。") != std::string::npos || cell.starts_with("(");
      if (begun && !cell.empty() && !isSentence && !kMarks.contains(cell) &&
          !isAsked(procedure, cell, number, inFamily)) {
        missing.push_back(number.append(" ").append(cell));
      }
    }
  }
  EXPECT_EQ(numbers.size(), 16U);
  return missing;
}

TEST(OfficialForms, EveryItemOfPartOneIsAsked) {
  EXPECT_THAT(notAsked("extension"), IsEmpty());
  EXPECT_THAT(notAsked("change"), IsEmpty());
}

/// `by` is the procedure, or it and the part: "extension/T".
bool saysItem(const Field& field, const std::string& by, const std::string& item) {
  const std::string id = applicationWordsId("field", field, "label");
  return wordsOf(applicationWords(), id, "ja", by).find(item) != std::string_view::npos;
}

/// The fields of a group stand under the group's number.
bool isNumbered(const Field& field, const std::string& by, const std::string& number) {
  const Numbers& numbers =
      field.group ? applicationForm().groups[*field.group].numbers : field.numbers;
  const auto found = numbers.find(by);
  return found != numbers.end() && found->second == number;
}

/// Whether one of the fields has the item under this number.
bool isAsked(const std::string& by, const std::string& number, const std::string& item) {
  return std::ranges::any_of(applicationForm().fields, [&](const Field& field) {
    return isNumbered(field, by, number) && saysItem(field, by, item);
  });
}

/// Of a row of parts.tsv; empty where the paper of that procedure has no such item.
std::string numberIn(const std::string& procedure, const std::vector<std::string>& cells) {
  return procedure == "change" && cells.size() > 3 ? cells[3] : cells.at(1);
}

TEST(OfficialForms, EveryItemOfThePartsBehindIsAsked) {
  std::vector<std::string> missing;
  const auto rows = officialRows("parts.tsv");
  for (const auto& cells : rows) {
    for (const std::string procedure : {"extension", "change"}) {
      const std::string number = numberIn(procedure, cells);
      if (!number.empty() && !isAsked(procedure + "/" + cells.at(0), number, cells.at(2))) {
        missing.push_back(procedure + " " + cells.at(0) + " " + number + " " + cells.at(2));
      }
    }
  }
  EXPECT_THAT(missing, IsEmpty());
  EXPECT_GT(rows.size(), 320U);
}

TEST(OfficialForms, EveryItemOfTheAcquisitionIsAsked) {
  std::vector<std::string> missing;
  std::set<int> numbers;
  for (const auto& cells : officialRows("acquisition_items.tsv")) {
    numbers.insert(std::stoi(cells.at(0)));
    const bool inFamily = std::ranges::any_of(applicationForm().fields, [&](const Field& field) {
      return groupIdOf(applicationForm(), field) == "family" && saysItem(field, "", cells.at(1));
    });
    if (!isAsked("acquisition", cells.at(0), cells.at(1)) && !(cells.at(0) == "15" && inFamily)) {
      missing.push_back(cells.at(0) + " " + cells.at(1));
    }
  }
  EXPECT_THAT(missing, IsEmpty());
  EXPECT_EQ(numbers.size(), 17U);
}

/// What some paper form or template asks, by the name of the field.
std::set<std::string> askedOfficially() {
  std::set<std::string> asked;
  for (const char* workbook : {"extension", "change", "together"}) {
    for (const OfficialColumn& column : officialColumns(workbook)) {
      asked.emplace(column.field);
    }
  }
  const auto parts = officialRows("parts.tsv");
  const auto acquisition = officialRows("acquisition_items.tsv");
  for (const Field& field : applicationForm().fields) {
    const auto isOfPart = [&](const auto& cells) {
      const std::string by = "change/" + cells.at(0);
      return isNumbered(field, by, numberIn("change", cells)) && saysItem(field, by, cells.at(2));
    };
    const auto isOfAcquisition = [&](const auto& cells) {
      return isNumbered(field, "acquisition", cells.at(0)) &&
             saysItem(field, "acquisition", cells.at(1));
    };
    if (std::ranges::any_of(parts, isOfPart) || std::ranges::any_of(acquisition, isOfAcquisition)) {
      const std::string group(groupIdOf(applicationForm(), field));
      asked.insert((group.empty() ? "" : group + ".") + field.id);
    }
  }
  return asked;
}

TEST(OfficialForms, LittleIsAskedBesides) {
  const std::set<std::string> kBesides = {
      // What chooses the form and its part, and who fills it in.
      "procedure", "statusApplied", "part", "byRepresentative",
      // The words behind "other", for which the paper has a bracket.
      "acquisitionOther", "positionOther", "transferOther", "supportROther",
      "supporterRelationOther",
      // What the paper leaves empty is said to be left empty.
      "hasWork", "hasPayer", "isSupported",
      // What decides whether a relative may file.
      "unable",
      // What the Agency's own system asks besides the paper, of who has an organization.
      "contentConfirmed", "dutiesChange", "dutiesChanged", "dispatched",
      // Whether there is such a firm at all, which the paper says by leaving its box empty.
      "sswDispatched", "hasPlacementFirm", "hasIntermediary",
      // Whether there is what somebody then says that they agreed to.
      "hasForeignFees", "hasHomeProcedures", "hasRegularCosts",
      // The day on which thirty days begin; what finds the address.
      "acquiredOn", "guarantorPostalCode",
      // What is attached, and what guards against slips.
      "photo", "documents.title", "documents.file", "notificationEmailAgain"};
  const std::set<std::string> asked = askedOfficially();
  std::set<std::string> besides;
  for (const Field& field : applicationForm().fields) {
    const std::string group(groupIdOf(applicationForm(), field));
    const std::string name = (group.empty() ? "" : group + ".") + field.id;
    if (!asked.contains(name)) {
      besides.insert(name);
    }
  }
  EXPECT_EQ(besides, kBesides);
}

std::size_t offeredFor(const std::string& field, const std::string& by) {
  const CodeList& list = *fieldNamed(field)->list;
  return static_cast<std::size_t>(std::ranges::count_if(
      list.codes, [&](const std::string& code) { return isOffered(list, code, by); }));
}

TEST(CodeLists, AreAsLongAsTheAgencysOwn) {
  const std::map<std::string, std::size_t> kLengths = {
      {"nationality", 197 + 1},  // Japan for relatives
      {"currentStatus", 34},
      {"family.relationship", 29},
      {"registeredEvent", 3},
      {"supportT", 5},
      {"supportR", 4},
      {"transfer", 3},
      {"supporterRelation", 7},
      {"reentryPurpose", 5},
      {"duty", 3},
      {"trade", 4},
      {"position", 3 + 2 + 20},
      {"education", 8},
      {"orgIndustry", 47},
      {"languageExams.test", 4},
      {"sswWork.field", 19}};
  for (const auto& [field, length] : kLengths) {
    EXPECT_EQ(fieldNamed(field)->list->codes.size(), length) << field;
  }
  const std::map<std::string, std::size_t> kPeriods = {{"T26", 4},  {"T41", 51}, {"T44", 60},
                                                       {"T61", 4},  {"T62", 4},  {"T63", 4},
                                                       {"T71", 33}, {"T72", 4}};
  for (const auto& [status, count] : kPeriods) {
    EXPECT_EQ(offeredFor("currentPeriod", status), count) << status;
  }
  EXPECT_EQ(offeredFor("position", "T61"), 3U);
  EXPECT_EQ(offeredFor("position", "T62"), 2U);
  EXPECT_EQ(offeredFor("position", "T63"), 20U);
  EXPECT_EQ(offeredFor("major", "doctor"), 25U);
  EXPECT_EQ(offeredFor("major", "vocational"), 10U);
  EXPECT_EQ(offeredFor("jobType", "T26"), 30U);
  EXPECT_EQ(offeredFor("jobType", "T20"), 10U);
  EXPECT_EQ(offeredFor("jobType", "T29"), 1U);
  EXPECT_EQ(offeredFor("sswJobType", "T71"), 90U);
  EXPECT_EQ(offeredFor("sswJobType", "T72"), 90U);
  EXPECT_EQ(offeredFor("sswWork.category", "06"), 3U);
}

/// Numbers without their part in brackets, in the order of the screen.
std::vector<int> numbersOnScreen(const std::string& procedure) {
  std::vector<int> numbers;
  for (const Field& field : applicationForm().fields) {
    if (const auto found = field.numbers.find(procedure); found != field.numbers.end()) {
      numbers.push_back(std::stoi(found->second));
    }
  }
  return numbers;
}

TEST(OfficialForms, AreFollowedInTheirOrder) {
  for (const std::string procedure : {"extension", "change"}) {
    const auto numbers = numbersOnScreen(procedure);
    EXPECT_TRUE(std::ranges::is_sorted(numbers)) << procedure;
  }
}

}  // namespace
}  // namespace madoguchi::forms
