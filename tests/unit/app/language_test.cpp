#include "app/core/language.h"

#include <gtest/gtest.h>

namespace madoguchi::test {
namespace {

using app::Language;
using app::LanguageId;

const QLocale kJapan(QLocale::Japanese, QLocale::Japan);
const QLocale kVietnam(QLocale::Vietnamese, QLocale::Vietnam);

TEST(LanguageTest, TagsGoBothWays) {
  for (const LanguageId id :
       {LanguageId::japanese, LanguageId::easyJapanese, LanguageId::english}) {
    LanguageId back{};
    ASSERT_TRUE(Language::fromTag(Language::tag(id), back));
    EXPECT_EQ(back, id);
  }
  LanguageId untouched = LanguageId::easyJapanese;
  EXPECT_FALSE(Language::fromTag("fr", untouched));
  EXPECT_EQ(untouched, LanguageId::easyJapanese);
}

TEST(LanguageTest, TheOptionComesBeforeTheSavedOneAndThatBeforeTheSystem) {
  EXPECT_EQ(Language::initial("easy", "en", kJapan), LanguageId::easyJapanese);
  EXPECT_EQ(Language::initial("", "en", kJapan), LanguageId::english);
  EXPECT_EQ(Language::initial("", "", kJapan), LanguageId::japanese);
  EXPECT_EQ(Language::initial("", "", kVietnam), LanguageId::english);
  EXPECT_EQ(Language::initial("", "from a later version", kVietnam), LanguageId::english);
}

TEST(LanguageTest, SaysThatItChanged) {
  Language language;
  int changes = 0;
  QObject::connect(&language, &Language::changed, [&] { ++changes; });
  language.set(LanguageId::english);
  language.set(LanguageId::easyJapanese);
  EXPECT_EQ(changes, 2);
  EXPECT_EQ(language.current(), LanguageId::easyJapanese);
}

}  // namespace
}  // namespace madoguchi::test
