#include "app/widgets/fonts.h"
#include "tests/unit/app/pages/page_fixture.h"

// A computer that cannot show Japanese.

namespace madoguchi::test {
namespace {

class NoJapaneseFontTest : public PageTest {
 protected:
  app::WindowFacts windowFacts() override {
    app::WindowFacts facts = PageTest::windowFacts();
    facts.japaneseFont = false;
    return facts;
  }
};

TEST_F(NoJapaneseFontTest, IsToldOfInWhatItCanShow) {
  for (const QString& language : app::Language::tags()) {
    speak(language);
    const QString words = wordsOf("noJapaneseFont");
    EXPECT_TRUE(words.contains("no Japanese font")) << language.toStdString();
    for (const QChar one : words) EXPECT_LT(one.unicode(), 0x2E80) << language.toStdString();
  }
  ASSERT_TRUE(press("top.coeByEmail"));
  EXPECT_NE(find("noJapaneseFont"), nullptr) << "on every page";
}

class JapaneseFontTest : public PageTest {};

TEST_F(JapaneseFontTest, IsFoundAndNeedsNoWord) {
  window();
  EXPECT_TRUE(app::hasJapaneseFont());
  EXPECT_EQ(find("noJapaneseFont"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
