#include <gtest/gtest.h>

#include "app/form/form_model.h"
#include "tests/support/form_cases.h"
#include "tests/unit/app/flow_fixture.h"

// tests/data/forms/field_cases.tsv through the client's flow, as pages use it: typed, repaired on
// leaving the field, judged on 確認. The backend's endpoint says the same
// (tests/integration/backend).

namespace madoguchi::test {
namespace {

using app::Page;
using forms::Entrance;

class FieldCasesInTheFlow : public FlowTest {
 protected:
  void toStep1By(Entrance entrance) {
    if (entrance == Entrance::cardHolder) {
      ASSERT_NO_FATAL_FAILURE(toStep1());
      return;
    }
    ASSERT_NO_FATAL_FAILURE(toBeforeYouStart(entrance));
    ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
    flow().next();
    ASSERT_TRUE(waitForPage(Page::step1));
  }

  void type(const std::string& field, const std::string& text) {
    flow().setValue(QString::fromStdString(field), QString::fromStdString(text));
  }

  std::string valueOf(const std::string& field) {
    const auto found = flow().values().find(field);
    return found == flow().values().end() ? std::string() : found->second;
  }

  void tryCase(const FormCase& formCase) {
    const std::string where =
        "field_cases.tsv:" + std::to_string(formCase.line) + " " + formCase.field;
    for (const auto& [field, value] : formWith(formCase)) {
      type(field, value);
    }
    flow().repairValue(QString::fromStdString(formCase.field));
    EXPECT_EQ(valueOf(formCase.field), formCase.repaired) << where;
    flow().check();
    std::string code;
    for (const protocol::FieldError& error : flow().errors()) {
      if (error.field == formCase.field) {
        code = error.code;
      }
    }
    EXPECT_EQ(code, formCase.code) << where;
    EXPECT_EQ(valueOf(formCase.field), formCase.repaired) << where << ", after the check";
    ASSERT_EQ(flow().page(), formCase.code.empty() ? Page::step2 : Page::step1) << where;
    if (flow().page() == Page::step2) {
      flow().back();
    }
    ASSERT_EQ(flow().page(), Page::step1);
  }

  void tryAll(Entrance entrance) {
    ASSERT_NO_FATAL_FAILURE(toStep1By(entrance));
    agreedTerms.opened = true;
    flow().form().noteFacts();
    for (const FormCase& formCase : loadFormCases()) {
      if (entranceOf(formCase) == entrance) {
        ASSERT_NO_FATAL_FAILURE(tryCase(formCase));
      }
    }
  }
};

TEST_F(FieldCasesInTheFlow, AreRepairedAndJudgedAlikeWithACard) { tryAll(Entrance::cardHolder); }

TEST_F(FieldCasesInTheFlow, AreRepairedAndJudgedAlikeWithoutACard) {
  tryAll(Entrance::attorneyOrScrivener);
}

// A key or an input method can give half of a surrogate pair, which UTF-8 has no place for: it
// becomes a character that every field refuses, never another one that it takes.
TEST_F(FieldCasesInTheFlow, HalfASurrogatePairIsRefusedInEveryField) {
  ASSERT_NO_FATAL_FAILURE(toStep1By(Entrance::attorneyOrScrivener));
  agreedTerms.opened = true;
  flow().form().noteFacts();
  for (const auto& [field, good] : goodForm(Entrance::attorneyOrScrivener)) {
    for (const QChar half : {QChar(0xD800), QChar(0xDFFF)}) {
      for (const auto& [other, value] : goodForm(Entrance::attorneyOrScrivener)) {
        type(other, value);
      }
      const QString id = QString::fromStdString(field);
      flow().setValue(id, QString::fromStdString(good) + half);
      flow().repairValue(id);
      flow().check();
      EXPECT_EQ(flow().page(), Page::step1) << field;
      const auto errors = flow().errors();
      EXPECT_NE(std::ranges::find(errors, field, &protocol::FieldError::field), errors.end())
          << field;
      if (flow().page() == Page::step2) {
        flow().back();
      }
    }
  }
}

}  // namespace
}  // namespace madoguchi::test
