#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "forms/engine/answers_json.h"
#include "forms/engine/field_value.h"
#include "tests/support/processor_time.h"
#include "tests/unit/forms/engine/small_form.h"

// What is asked, judged and signed is one thing, whatever somebody answers.

namespace madoguchi::forms {
namespace {

/// Values that the fields of the demonstration form take, and some that none does.
const std::vector<std::string>& values() {
  static const std::vector<std::string> kValues = {
      "",           "yes",         "no",           "male",
      "student",    "engineer",    "dependent",    "m6",
      "y1",         "y5",          "self",         "self,other",
      "other",      "parent",      "child",        "spouse",
      "JP",         "2010-11-21",  "1980-01-02",   "2026-12-31",
      "2027-06-30", "2019",        "2019-04",      "unknown",
      "150000",     "0",           "HOUMU TARO",   "法務　太郎",
      "090",        "a@b.example", "AB12345678CD", "131016",
      "true",       " ",           "\xff",         std::string(64, 'a') + " image/jpeg 40000",
      "一\n二",     "nonsense"};
  return kValues;
}

class Random {
 public:
  explicit Random(unsigned seed) : m_engine(seed) {}
  std::size_t below(std::size_t count) { return m_engine() % count; }
  /// Good answers with some others among them, so that many conditions hold.
  Answers answers(std::size_t mostChanges = 12) {
    Answers made = test::demonstrationAnswers();
    made.values["capacity"] = "self";
    made.values["desiredStatus"] = "engineer";
    const Definition& form = test::demonstrationForm();
    for (const Group& group : form.groups) {
      auto& rows = made.groups[group.id];
      while (rows.size() < below(4)) {
        Row row = rows.front();
        row.id = "n" + std::to_string(rows.size());
        row.values[group.id == "family" ? "dateOfBirth" : "joined"] =
            std::to_string(2012 + rows.size());
        rows.push_back(row);
      }
    }
    for (auto changes = below(mostChanges); changes > 0; --changes) {
      const Field& field = form.fields[below(form.fields.size())];
      const std::string& value = values()[below(values().size())];
      if (!field.group) {
        setValue(made, topField(field.id), value);
        continue;
      }
      const std::string& group = form.groups[*field.group].id;
      for (const Row& row : std::vector<Row>(rowsOf(made, group))) {
        setValue(made, {.group = group, .row = row.id, .field = field.id}, value);
      }
    }
    return made;
  }

 private:
  std::mt19937 m_engine;
};

Facts factsOf(Random& random) {
  Facts facts = test::demonstrationFacts();
  facts.values["procedure"] = random.below(2) == 0 ? "extension" : "change";
  return facts;
}

std::set<std::string> pathsIn(const nlohmann::json& answers) {
  std::set<std::string> paths;
  for (const auto& [id, value] : answers.items()) {
    if (findGroup(test::demonstrationForm(), id) == nullptr) {
      paths.insert(id);
      continue;
    }
    for (std::size_t row = 0; row < value.size(); ++row) {
      for (const auto& [field, one] : value[row].items()) {
        paths.insert(id + '[' + std::to_string(row) + "]." + field);
      }
    }
  }
  return paths;
}

TEST(Agreement, NothingIsJudgedOrSignedThatIsNotAsked) {
  const Definition& form = test::demonstrationForm();
  Random random(20261120);
  for (int round = 0; round < 1'000; ++round) {
    const Answers answers = random.answers();
    const Facts facts = factsOf(random);
    std::set<std::string> all;
    for (const FieldPath& path : asked(form, answers, facts)) {
      all.insert(writtenPath(answers, path));
    }
    for (const Finding& finding : judge(form, answers, facts)) {
      const std::string path = writtenPath(answers, finding.path);
      ASSERT_TRUE(all.contains(path) || findGroup(form, path) != nullptr) << path;
    }
    const auto json = nlohmann::json::parse(canonicalJson(form, answers, facts));
    for (const std::string& path : pathsIn(json.at("answers"))) {
      ASSERT_TRUE(all.contains(path)) << path;
    }
    for (const FieldPath& path : answeredUnasked(form, answers, facts)) {
      ASSERT_FALSE(all.contains(writtenPath(answers, path))) << writtenPath(answers, path);
    }
  }
}

TEST(Agreement, WhatIsNotAskedChangesNothing) {
  const Definition& form = test::demonstrationForm();
  Random random(7);
  for (int round = 0; round < 1'000; ++round) {
    const Answers answers = random.answers();
    const Facts facts = factsOf(random);
    Answers without = answers;
    for (const FieldPath& path : answeredUnasked(form, answers, facts)) {
      if (path.field.empty()) {
        without.groups.erase(path.group);
      } else {
        setValue(without, path, "");
      }
    }
    ASSERT_EQ(canonicalJson(form, without, facts), canonicalJson(form, answers, facts));
    ASSERT_EQ(judge(form, without, facts), judge(form, answers, facts));
  }
}

TEST(Agreement, WhatIsJudgedGoodIsReadBackAsItWasSigned) {
  const Definition& form = test::demonstrationForm();
  Random random(42);
  int good = 0;
  for (int round = 0; round < 1'000; ++round) {
    const Answers answers = random.answers(4);
    const Facts facts = factsOf(random);
    if (!isAcceptable(judge(form, answers, facts))) {
      continue;
    }
    ++good;
    const std::string text = canonicalJson(form, answers, facts);
    const auto read = answersFrom(form, text);
    ASSERT_TRUE(read) << text;
    ASSERT_EQ(canonicalJson(form, *read, facts), text);
    ASSERT_TRUE(isAcceptable(judge(form, *read, facts, {.submittedOnly = true}))) << text;
    ASSERT_TRUE(answeredUnasked(form, *read, facts).empty()) << text;
    ASSERT_EQ(repaired(form, *read), *read) << text;
  }
  EXPECT_GT(good, 100);
}

TEST(Agreement, EveryDraftIsReadBack) {
  const Definition& form = test::demonstrationForm();
  Random random(3);
  for (int round = 0; round < 500; ++round) {
    Answers answers = repaired(form, random.answers());
    for (auto& [id, value] : answers.values) {
      value = value == "\xff" ? "?" : value;  // no JSON has it
    }
    const auto read = draftFrom(form, draftJson(form, answers));
    ASSERT_TRUE(read);
    ASSERT_EQ(canonicalJson(form, *read, test::demonstrationFacts()),
              canonicalJson(form, answers, test::demonstrationFacts()));
  }
}

/// Judging `rows` rows costs about so many times as much as judging one.
TEST(Agreement, JudgingIsLinear) {
  const Definition& form = test::demonstrationForm();
  const auto seconds = [&](int rows) {
    Answers answers = test::demonstrationAnswers();
    const Row row = answers.groups["family"][0];
    for (int number = 0; number < rows; ++number) {
      answers.groups["family"].push_back(row);
      answers.groups["family"].back().id = "n" + std::to_string(number);
    }
    const double start = test::threadSeconds();
    judge(form, answers, test::demonstrationFacts());
    return test::threadSeconds() - start;
  };
  seconds(250);
  double few = seconds(250);
  double many = seconds(4'000);
  for (int round = 0; round < 3; ++round) {
    few = std::min(few, seconds(250));
    many = std::min(many, seconds(4'000));
  }
  // 16 when linear, 256 when quadratic.
  EXPECT_LT(many / few, 64) << few << " " << many;
}

}  // namespace
}  // namespace madoguchi::forms
