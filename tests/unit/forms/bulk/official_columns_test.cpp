#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "forms/bulk/bulk_columns.h"
#include "forms/engine/field_value.h"
#include "tests/unit/forms/application/official_texts.h"

// The definition against the Agency's bulk templates, column by column: the heading, the rule that
// stands under it, and the example under that.

namespace madoguchi::forms {
namespace {

using namespace std::chrono;
using testing::IsEmpty;

// The templates are of 2026, and so are the days of their examples.
constexpr auto kExampleDay = 2026y / 1 / 15;

bool isChosen(FieldType type) {
  return isChoice(type) || type == FieldType::codes || type == FieldType::municipality;
}

bool isTaken(const Field& field, const std::string& value) {
  return explain(field, value, kExampleDay).cause == Cause::good;
}

std::int64_t largest(int digits) {
  std::int64_t number = 1;
  while (digits-- > 0) {
    number *= 10;
  }
  return number - 1;
}

/// What the rule says of the length that the field does not.
bool hasLength(const Field& field, int length, bool exact) {
  if (field.type == FieldType::number) {
    return field.settings.most == largest(length);
  }
  const bool isDay = field.type == FieldType::date || field.type == FieldType::partialDate;
  return exact ? isDay || (field.rule == "pattern" && field.maxLength == length)
               : field.maxLength == length;
}

bool isOneOfTwo(const Field& field) {
  const Definition& form = applicationForm();
  const auto index = static_cast<std::size_t>(&field - form.fields.data());
  return std::ranges::any_of(form.checks, [&](const Check& check) {
    return check.kind == Check::Kind::oneOf &&
           std::ranges::any_of(check.operands, [&](const Operand& operand) {
             return operand.kind == Operand::Kind::field && operand.index == index;
           });
  });
}

/// Whether the field is asked only where another one is answered in a certain way: by itself, or
/// with all of its section.
bool depends(const Field& field) {
  return field.when || applicationForm().sections[field.section].when;
}

std::string faultOfForm(const Field& field, const std::string& rule) {
  const auto says = [&rule](const char* words) { return rule.find(words) != std::string::npos; };
  if (says("プルダウン") && !isChosen(field.type) && field.type != FieldType::number) {
    return "is not chosen";
  }
  if (says("YYYYMMDD")) {
    const bool partly = says("年月日不詳");
    if (field.type != (partly ? FieldType::partialDate : FieldType::date)) return "date";
    return partly && !(isTaken(field, "unknown") && isTaken(field, "2025") &&
                       isTaken(field, "2025-05"))
               ? "unknown days"
               : "";
  }
  if (says("全角") && field.rule != "fullWidth") {
    return "is not full-width";
  }
  static const std::set<std::string> kLatin = {"latinName",      "pattern", "latin",
                                               "passportNumber", "email",   "phone"};
  const bool latin = kLatin.contains(field.rule) || field.type == FieldType::number;
  return says("半角") && !latin ? "is not half-width" : "";
}

std::string faultOfCondition(const Field& field, const std::string& rule) {
  const auto says = [&rule](const char* words) { return rule.find(words) != std::string::npos; };
  if (says("どちらか必須") && !isOneOfTwo(field)) return "is not one of two";
  if (says("所持している場合のみ") && field.required) return "is required";
  if (says("0000000") && !isTaken(field, "0000000")) return "unknown postal code";
  if (says("円単位") && field.unit != "yen") return "is not in yen";
  if (says("時間単位") && field.unit != "hours") return "is not in hours";
  if (says("未定 Undecided") && field.type != FieldType::yesNo) return "cannot be undecided";
  const bool conditional = says("有 Yesを選択した場合") || says("「有 Yes」を選択した場合") ||
                           says("「無 No」を選択した場合") || says("その他 Othersを選択した場合");
  return conditional && !depends(field) ? "is always asked" : "";
}

std::string faultOfRule(const Field& field, const std::string& rule) {
  static const std::regex kLength("(\\d+)文字(以内)?");
  std::smatch found;
  if (std::regex_search(rule, found, kLength) &&
      !hasLength(field, std::stoi(found[1]), !found[2].matched)) {
    return "length";
  }
  const std::string fault = faultOfForm(field, rule);
  return fault.empty() ? faultOfCondition(field, rule) : fault;
}

class Columns : public testing::TestWithParam<std::pair<const char*, std::size_t>> {};

TEST_P(Columns, HaveFieldsThatTakeTheSame) {
  const auto [name, count] = GetParam();
  const std::string procedure = name == std::string("change") ? "change" : "extension";
  const auto columns = officialColumns(name);
  for (const OfficialColumn& column : columns) {
    if (column.field == "-") {
      EXPECT_NE(column.heading.find("就労資格証明書"), std::string::npos) << column.heading;
      continue;
    }
    const Field* field = fieldNamed(std::string(column.field));
    ASSERT_NE(field, nullptr) << column.heading;
    EXPECT_TRUE(field->numbers.empty() || isOnPaperOf(field->numbers, procedure)) << column.heading;
    EXPECT_EQ(faultOfRule(*field, std::string(column.rule)), "") << column.heading;
  }
  EXPECT_EQ(columns.size(), count);
}

/// As somebody would have typed it: the spreadsheet took telephone numbers and postal codes for
/// numbers and lost their zero in front.
std::string typedExample(const Field& field, const std::string& example) {
  return field.rule == "phone" ? "0" + example : example;
}

TEST_P(Columns, HaveExamplesThatAreTaken) {
  std::vector<std::string> refused;
  std::size_t examples = 0;
  for (const OfficialColumn& column : officialColumns(GetParam().first)) {
    const Field* field = fieldNamed(std::string(column.field));
    if (column.example.empty() || field == nullptr || isChosen(field->type)) continue;
    ++examples;
    if (!isTaken(*field, repaired(*field, typedExample(*field, std::string(column.example))))) {
      refused.push_back(std::string(column.heading) + ": " + std::string(column.example));
    }
  }
  EXPECT_THAT(refused, IsEmpty());
  EXPECT_EQ(examples > 0, GetParam().first != std::string("change")) << "which has no examples";
}

INSTANTIATE_TEST_SUITE_P(OfBulkTemplates, Columns,
                         testing::Values(std::pair("extension", 76U), std::pair("change", 78U),
                                         std::pair("together", 113U)),
                         [](const auto& one) { return std::string(one.param.first); });

TEST(BulkTemplates, TakeAsMuchAsTheyOfferRowsForRelatives) {
  std::set<std::string_view> rows;
  for (const OfficialColumn& column : officialColumns("extension")) {
    if (column.field.starts_with("family.")) {
      rows.insert(column.heading.substr(0, column.heading.find("_在日親族及び同居者_")));
    }
  }
  EXPECT_EQ(rows.size(), 6U);
  EXPECT_GE(findGroup(applicationForm(), "family")->maxRows, rows.size());
}

}  // namespace
}  // namespace madoguchi::forms
