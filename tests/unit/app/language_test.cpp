#include "app/core/language.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

#include "protocol/languages.h"

namespace madoguchi::test {
namespace {

using app::Language;

const QStringList kJapan = {"ja-JP", "ja"};
const QStringList kGermany = {"de-DE", "de"};

TEST(LanguageTest, TheOptionComesBeforeTheSavedOneAndThatBeforeTheSystem) {
  const Language language;
  EXPECT_EQ(language.initial("easy", "en", kJapan), "easy");
  EXPECT_EQ(language.initial("", "en", kJapan), "en");
  EXPECT_EQ(language.initial("fr", "easy", kJapan), "easy");
  EXPECT_EQ(language.initial("", "", kJapan), "ja");
  EXPECT_EQ(language.initial("", "", kGermany), "en");
  EXPECT_EQ(language.initial("", "from a later version", kGermany), "en");
}

TEST(LanguageTest, OfThoseThatThePersonReadsTheFirstThatIsThereIsSpoken) {
  const Language language;
  EXPECT_EQ(language.initial("", "", {"pt-BR", "ja-JP", "en-US"}), "ja");
  EXPECT_EQ(language.initial("", "", {"zh-Hans-CN", "en-US", "ja-JP"}), "en");
  EXPECT_EQ(language.initial("", "", {"C"}), "en");
  EXPECT_EQ(language.initial("", "", {}), "en");
}

TEST(LanguageTest, EachIsFoundForASystemThatSpeaksIt) {
  for (const protocol::Language& language : protocol::languages()) {
    const QStringList system = {QString::fromStdString(language.bcp47)};
    const auto* found = protocol::findLanguage(Language().initial("", "", system).toStdString());
    ASSERT_NE(found, nullptr) << language.tag;
    EXPECT_EQ(found->bcp47, language.bcp47);
  }
}

TEST(LanguageTest, NoneIsSpokenThatTheMachineDoesNotOffer) {
  Language language({"easy", "ja"});
  EXPECT_EQ(language.current(), "easy");
  EXPECT_EQ(language.initial("en", "ja", kJapan), "ja");
  EXPECT_EQ(language.initial("en", "en", kGermany), "easy") << "the first that is offered";
  EXPECT_EQ(language.initial("", "", kJapan), "ja") << "as the list of languages has them";
  language.set("en");
  EXPECT_EQ(language.current(), "easy");
}

TEST(LanguageTest, TheDialogsOfQtSpeakTheSame) {
  Language language;
  const auto cancel = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
  for (const char* tag : {"ja", "easy"}) {
    language.set(QLatin1String(tag));
    EXPECT_EQ(cancel(), QStringLiteral("キャンセル")) << tag << ": qt6-translations-l10n";
  }
  language.set("en");
  EXPECT_EQ(cancel(), "Cancel");
}

TEST(LanguageTest, SaysThatItChanged) {
  Language language;
  EXPECT_EQ(language.current(), "ja");
  int changes = 0;
  QObject::connect(&language, &Language::changed, [&] { ++changes; });
  language.set("en");
  language.set("easy");
  EXPECT_EQ(changes, 2);
  EXPECT_EQ(language.current(), "easy");
}

}  // namespace
}  // namespace madoguchi::test
