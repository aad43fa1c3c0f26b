#include <gtest/gtest.h>

#include <string>

#include "app/rooms/application/drafts_api.h"
#include "app/server/http_answer.h"
#include "forms/application/application_form.h"

namespace madoguchi::test {
namespace {

using app::FailureCode;

app::DraftAnswer readDraft(const std::string& id, const std::string& fileId) {
  return app::readDraft(
      200,
      {.status = 200,
       .body = R"({"id":")" + id + R"(","values":{},"formVersion":)" +
               std::to_string(forms::applicationForm().version) + R"(,"attachments":[{"id":")" +
               fileId + R"(","name":"a.pdf","bytes":9,"received":4,"state":"begun"}]})"});
}

TEST(ApplicationAnswersTest, IdsAreTakenThatCanStandInAPath) {
  const auto good = readDraft("abc_-9", "XYZ");
  EXPECT_EQ(good.failure, FailureCode::none);
  ASSERT_EQ(good.draft.files.size(), 1U);
  EXPECT_EQ(good.draft.files[0].id, "XYZ");
  for (const std::string& other :
       {std::string(), std::string(R"(abc\n)"), std::string("../abc"), std::string("a b"),
        std::string("\u3042"), std::string(65, 'a')}) {
    EXPECT_EQ(readDraft(other, "XYZ").failure, FailureCode::serverAnswer) << other;
    EXPECT_TRUE(readDraft("abc", other).draft.files.empty()) << other;
  }
}

}  // namespace
}  // namespace madoguchi::test
