#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "forms/engine/field_value.h"
#include "tests/support/form_cases.h"

namespace madoguchi::forms {
namespace {

using test::FormCase;

std::string describe(const FormCase& formCase) {
  return "field_cases.tsv:" + std::to_string(formCase.line) + " " + formCase.field + " [" +
         formCase.input.substr(0, 100) + "]";
}

std::string codeAt(const std::vector<protocol::FieldError>& errors, const std::string& field) {
  const auto found = std::ranges::find(errors, field, &protocol::FieldError::field);
  return found == errors.end() ? std::string() : found->code;
}

TEST(FieldCases, AreManyAndReachEveryField) {
  const auto cases = test::loadFormCases();
  EXPECT_GE(cases.size(), 400U);
  for (const Field& field : registrationForm().fields) {
    const auto accepts = [&](bool accepted) {
      return std::ranges::any_of(cases, [&](const FormCase& formCase) {
        return formCase.field == field.id && formCase.code.empty() == accepted;
      });
    };
    EXPECT_TRUE(accepts(true)) << field.id;
    EXPECT_TRUE(accepts(false)) << field.id;
  }
}

struct Kind {
  std::string_view name;
  std::vector<std::string> marks;  ///< one of them is in the input
};

// What can be typed, pasted or sent meets every field, whatever it takes otherwise.
TEST(FieldCases, TryEveryKindOfTextOnEveryField) {
  const std::vector<Kind> kKinds = {
      {"full-width", {"\xef\xbc", "\xef\xbd\x81", "\xef\xbd\x86", "\xef\xbd\x8d", "\xef\xbd\x94"}},
      {"half-width kana", {"ｱ", "ﾎ", "ﾀ", "ｶ", "ｾ"}},
      {"combining mark", {"\u0301", "\u0308", "\u20dd", "\u3099"}},
      {"emoji", {"😀"}},
      {"private use", {"\ue000", "\uf8ff"}},
      {"no character", {"\uffff"}},
      {"replacement character", {"\ufffd"}},
      {"variation selector", {"\ufe0f", "\U000e0100"}},
      {"change of direction", {"\u202e", "\u2066"}},
      {"NUL", {std::string(1, '\0')}}};
  const auto cases = test::loadFormCases();
  for (const Field& field : registrationForm().fields) {
    const auto tries = [&](auto wanted) {
      return std::ranges::any_of(cases, [&](const FormCase& formCase) {
        return formCase.field == field.id && wanted(formCase.input);
      });
    };
    for (const Kind& kind : kKinds) {
      EXPECT_TRUE(tries([&](const std::string& input) {
        return std::ranges::any_of(
            kind.marks, [&](const std::string& mark) { return input.find(mark) != input.npos; });
      })) << field.id
          << " " << kind.name;
    }
    EXPECT_TRUE(tries([&](const std::string& input) { return input.size() > maxBytes(field); }))
        << field.id << " very long";
  }
}

TEST(FieldCases, AreRepairedAsWritten) {
  for (const FormCase& formCase : test::loadFormCases()) {
    EXPECT_EQ(test::repairedValue(formCase.field, formCase.input), formCase.repaired)
        << describe(formCase);
  }
}

TEST(FieldCases, AreJudgedAsWrittenAndNothingElseIsBlamed) {
  for (const FormCase& formCase : test::loadFormCases()) {
    const auto errors =
        test::errorsOf(test::repairedValues(test::formWith(formCase)), test::entranceOf(formCase));
    EXPECT_EQ(codeAt(errors, formCase.field), formCase.code) << describe(formCase);
    // Without an address there is none to repeat, so both e-mail fields are missing.
    const bool bothEmpty = formCase.field == "email" && formCase.repaired.empty();
    EXPECT_EQ(errors.size(), bothEmpty ? 2U : (formCase.code.empty() ? 0U : 1U))
        << describe(formCase);
  }
}

TEST(FieldCases, ReachEveryCodeOfTheDefinition) {
  std::set<std::pair<std::string, std::string>> reached;
  for (const FormCase& formCase : test::loadFormCases()) {
    reached.emplace(formCase.field, formCase.code);
  }
  for (const Field& field : registrationForm().fields) {
    for (const std::string& code : field.codes) {
      EXPECT_TRUE(code.empty() || reached.contains({field.id, code})) << field.id << " " << code;
    }
  }
}

}  // namespace
}  // namespace madoguchi::forms
