#include "app/kit/glossary.h"
#include "app/widgets/message_panel.h"
#include "tests/unit/app/pages/page_fixture.h"

// Official words: each explained once on a page that uses it, in the language that needs it.

namespace madoguchi::test {
namespace {

class GlossaryTest : public PageTest {
 protected:
  /// How often the pages that are shown explain a word.
  qsizetype explanations(const QString& word) { return shown().count(word + "＜＝"); }
};

TEST_F(GlossaryTest, ExplainsTheWordsOfAPageOnce) {
  speak("easy");
  ASSERT_TRUE(eventually([&] { return explanations("在留申請オンラインシステム") == 1; }));
  EXPECT_EQ(explanations("法定代理人"), 1) << "which stands on a button";
  EXPECT_EQ(explanations("電子証明書"), 0) << "which is not there";
  ASSERT_TRUE(press("top.coeByEmail"));
  EXPECT_TRUE(eventually([&] { return explanations("在留申請オンラインシステム") == 1; }));
  EXPECT_EQ(explanations("法定代理人"), 0);
}

TEST_F(GlossaryTest, FollowsWhatThePageSays) {
  speak("easy");
  insert("expired");
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(waitForCardProblem(app::FailureCode::authenticationCertificateExpired));
  // In the checks, in what has failed and in what to do about it.
  EXPECT_GE(shown().count("電子証明書"), 3);
  EXPECT_TRUE(eventually([&] { return explanations("電子証明書") == 1; }));
}

TEST_F(GlossaryTest, IsForEasyJapaneseAlone) {
  for (const char* language : {"easy", "ja", "easy", "en"}) {
    speak(QLatin1String(language));
    const bool easy = language == std::string("easy");
    EXPECT_TRUE(eventually([&] { return (find("glossary") != nullptr) == easy; })) << language;
  }
}

TEST_F(GlossaryTest, ExplainsTheWholeOfAWordAndNotAPartOfIt) {
  speak("easy");
  const auto words = [](const char* text) {
    QStringList found;
    for (const QString& line : app::explained(QString::fromUtf8(text)))
      found << app::spokenText(line).section("＜", 0, 0);
    return found;
  };
  EXPECT_EQ(words("在留申請オンラインシステムの 登録"), QStringList{"在留申請オンラインシステム"});
  EXPECT_EQ(words("在留申請オンラインシステムで 在留申請を する"),
            (QStringList{"在留申請オンラインシステム", "在留申請"}));
  EXPECT_EQ(words("認証ID＜＝ログインで 使う 番号＞"), QStringList());
  EXPECT_EQ(words("ログイン"), QStringList());
}

}  // namespace
}  // namespace madoguchi::test
