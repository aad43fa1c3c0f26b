#include "backend/pages/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "backend/pages/page_parts.h"

namespace madoguchi::backend {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Page, HasNothingFromElsewhereAndNoScript) {
  const Answer answer =
      page(PageTexts("password", "easy"), {"Title <b>", "<h1>x</h1>", "/password/a?b=c"});
  EXPECT_THAT(answer.body,
              HasSubstr("<title>Title &lt;b&gt; - 在留申請オンラインシステム</title>"));
  EXPECT_THAT(answer.body, HasSubstr("<html lang=\"ja\">"));
  EXPECT_THAT(answer.body, HasSubstr("<ruby>在<rp>（</rp><rt>ざい</rt>"));
  EXPECT_THAT(answer.body, HasSubstr("href=\"/password/a?b=c&amp;language=en\""));
  EXPECT_THAT(answer.body, Not(HasSubstr("<script")));
  EXPECT_THAT(answer.body, Not(HasSubstr("http")));
  const auto policy = std::find_if(answer.headers.begin(), answer.headers.end(), [](const auto& h) {
    return h.first == "Content-Security-Policy";
  });
  ASSERT_NE(policy, answer.headers.end());
  EXPECT_THAT(policy->second, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy->second, HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(policy->second, Not(HasSubstr("unsafe")));
}

TEST(Page, IsInTheLanguageAskedForThenThePersonsThenTheBrowsers) {
  const auto in = [](const std::string& query, const std::string& wanted,
                     const std::string& accepted) {
    Names headers;
    if (!accepted.empty()) {
      headers["accept-language"] = accepted;
    }
    return pageLanguage({{"language", query}}, wanted, headers);
  };
  EXPECT_EQ(in("easy", "en", "ja"), "easy");
  EXPECT_EQ(in("", "en", "ja"), "en");
  EXPECT_EQ(in("xx", "", "ja-JP,en;q=0.5"), "ja");
  EXPECT_EQ(in("", "", "EN-us"), "en");
  EXPECT_EQ(in("", "", "vi,ja;q=0.5"), "en");
  EXPECT_EQ(in("", "", ""), "ja");
}

TEST(Page, IsFoundInOneLanguageHoweverItWasAskedFor) {
  EXPECT_EQ(inLanguage("/a", "en"), "/a?language=en");
  EXPECT_EQ(inLanguage("/a?", "en"), "/a?language=en");
  EXPECT_EQ(inLanguage("/a?language=ja", "en"), "/a?language=en");
  EXPECT_EQ(inLanguage("/a?b=c&l%61nguage=ja&d=%26&language", "en"), "/a?b=c&d=%26&language=en");
}

TEST(Page, HasNoLinksToOtherLanguagesWhereNoneLeadsToIt) {
  const Answer answer = page(PageTexts("password", "en"), {"Title", "<h1>x</h1>", {}});
  EXPECT_THAT(answer.body, Not(HasSubstr("language=")));
  EXPECT_THAT(answer.body, Not(HasSubstr("<nav")));
}

TEST(Page, ExplainsARefusalWhereItWasAskedForAndAFormsNowhere) {
  const auto explain = [](std::string_view language, std::string_view here,
                          const protocol::Refusal& refusal) {
    return refusedPage(PageTexts("password", language), here, refusal);
  };
  const Names query = {{"for", "x"}};
  const Names headers = {{"accept-language", "en"}};
  const Asked asked{.target = "/password/token?for=x", .query = query, .headers = headers};
  for (const auto reason : {protocol::Reason::rateLimited, protocol::Reason::unavailable,
                            protocol::Reason::internal, protocol::Reason::malformed}) {
    const Answer shown = shownPage("/password/{token}", {}, explain).explain({reason}, asked);
    EXPECT_THAT(shown.body, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(shown.body, HasSubstr("href=\"/password/token?for=x&amp;language=ja\""));
    const Answer sent = sentForm("/password", {}, explain).explain({reason}, asked);
    EXPECT_THAT(sent.body, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(sent.body, Not(HasSubstr("language=")));
  }
}

TEST(Page, TakesNoFormOfAnotherSite) {
  constexpr std::string_view kOrigin = "https://service.example";
  EXPECT_TRUE(isOwnForm({}, kOrigin));
  EXPECT_TRUE(isOwnForm({{"origin", "https://service.example"}}, kOrigin));
  EXPECT_TRUE(isOwnForm({{"sec-fetch-site", "same-origin"}}, kOrigin));
  EXPECT_FALSE(isOwnForm({{"origin", "https://elsewhere.example"}}, kOrigin));
  EXPECT_FALSE(isOwnForm({{"origin", "null"}}, kOrigin));
  EXPECT_FALSE(isOwnForm({{"sec-fetch-site", "cross-site"}}, kOrigin));
  EXPECT_FALSE(isOwnForm({{"sec-fetch-site", "same-site"}}, kOrigin));
}

TEST(PageTexts, AreThereInEveryLanguage) {
  EXPECT_THROW(PageTexts("password", "xx"), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(PageTexts("password", "ja").html("nothing")), std::out_of_range);
  EXPECT_EQ(PageTexts("password", "en").plain("first.title"), "Set your password");
}

}  // namespace
}  // namespace madoguchi::backend
