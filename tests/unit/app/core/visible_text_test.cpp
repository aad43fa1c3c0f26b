#include "app/core/visible_text.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace madoguchi::test {
namespace {

TEST(VisibleTextTest, WritesOutWhatCannotBeSeen) {
  const std::vector<std::pair<QString, QString>> texts = {
      {QStringLiteral("CN=窓口, O=Škoda 🏠 (ア)　x"), QStringLiteral("CN=窓口, O=Škoda 🏠 (ア)　x")},
      {QStringLiteral("a\u001B[2Jb"), QStringLiteral("a\\u{001B}[2Jb")},
      {QStringLiteral("a\u009B2Jb"), QStringLiteral("a\\u{009B}2Jb")},
      {QStringLiteral("a\u202Eb\u2066c"), QStringLiteral("a\\u{202E}b\\u{2066}c")},
      {QStringLiteral("a\u2028b\u2029c\nd"), QStringLiteral("a\\u{2028}b\\u{2029}c\\u{000A}d")},
      {QStringLiteral("a\u200Bb\uFEFFc"), QStringLiteral("a\\u{200B}b\\u{FEFF}c")},
      {QStringLiteral("a\u3164b\uFFA0\u115F\u2800"),
       QStringLiteral("a\\u{3164}b\\u{FFA0}\\u{115F}\\u{2800}")},
      {QStringLiteral("葛\U000E0100城 ᠠ 한글"), QStringLiteral("葛\U000E0100城 ᠠ 한글")},
      {QStringLiteral("a\U000E0041b\uE000"), QStringLiteral("a\\u{E0041}b\\u{E000}")},
  };
  for (const auto& [given, shown] : texts) {
    EXPECT_EQ(app::visible(given), shown) << shown.toStdString();
  }
}

TEST(VisibleTextTest, ShowsAddressesWithoutTheirPasswords) {
  EXPECT_EQ(app::shownAddress("http://user:p@ss@proxy.example:3128"), "…@proxy.example:3128");
  EXPECT_EQ(app::shownAddress("http://example.jp"), "http://example.jp");
}

}  // namespace
}  // namespace madoguchi::test
