#include "app/widgets/kana_kanji.h"

#include <gtest/gtest.h>
#include <pwd.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace madoguchi::test {
namespace {

class KanaKanjiTest : public ::testing::Test {
 protected:
  KanaKanjiTest() : conversion(app::KanaKanji::load()) {
    if (conversion == nullptr) throw std::runtime_error("libanthy1 is not installed");
  }
  [[nodiscard]] bool offers(const char* reading, const char* text) const {
    const auto all = conversion->writings(QString::fromUtf8(reading));
    return std::any_of(all.begin(), all.end(), [&](const app::Writing& one) {
      return one.text == QString::fromUtf8(text) && one.kana == QString::fromUtf8(reading).size();
    });
  }
  std::unique_ptr<app::KanaKanji> conversion;
};

TEST_F(KanaKanjiTest, WordsThatFormsAskFor) {
  for (const auto& [reading, text] : {
           std::pair{"にほん", "日本"},
           std::pair{"とうきょうと", "東京都"},
           std::pair{"きょうとしさきょうく", "京都市左京区"},
           std::pair{"しぶやくどうげんざか", "渋谷区道玄坂"},
           std::pair{"さくらだもん", "桜田門"},
           std::pair{"かぶしきがいしゃ", "株式会社"},
           std::pair{"にほんごがっこう", "日本語学校"},
           std::pair{"とうきょうだいがく", "東京大学"},
           std::pair{"りゅうがく", "留学"},
           std::pair{"たなか", "田中"},
           std::pair{"えんじにあ", "エンジニア"},
       })
    EXPECT_TRUE(offers(reading, text)) << reading << " " << text;
}

TEST_F(KanaKanjiTest, TheFirstWordIsOfferedByItself) {
  const auto all = conversion->writings(QStringLiteral("わたしはがくせいです"));
  const auto mine = std::find_if(all.begin(), all.end(), [](const app::Writing& one) {
    return one.text == QStringLiteral("私は");
  });
  ASSERT_NE(mine, all.end());
  EXPECT_EQ(mine->kana, 4);
  EXPECT_EQ(all.front().text, QStringLiteral("私は学生です"));
  EXPECT_EQ(all.back().text, QStringLiteral("ワタシハガクセイデス"));
}

TEST_F(KanaKanjiTest, NoneTwiceAndNeverTheReadingItself) {
  for (const char* reading : {"し", "がっこう", "わたしはがくせいです", "ー", "ぁ"}) {
    const QString read = QString::fromUtf8(reading);
    std::set<std::pair<QString, int>> seen;
    for (const app::Writing& one : conversion->writings(read)) {
      EXPECT_TRUE(seen.insert({one.text, one.kana}).second) << one.text.toStdString();
      EXPECT_NE(one.text, read.left(one.kana));
      EXPECT_GT(one.kana, 0);
      EXPECT_LE(one.kana, read.size());
    }
  }
  EXPECT_TRUE(conversion->writings({}).empty());
}

TEST_F(KanaKanjiTest, OfALongTextTheFirstWordsAreOffered) {
  const QString read = QStringLiteral("わたしはがくせいです").repeated(50);
  const auto all = conversion->writings(read);
  ASSERT_FALSE(all.empty());
  for (const app::Writing& one : all) EXPECT_LE(one.kana, 20) << one.text.toStdString();
}

TEST_F(KanaKanjiTest, NothingIsLearntAndNothingIsWritten) {
  const auto texts = [](const std::vector<app::Writing>& all) {
    QStringList result;
    for (const app::Writing& one : all) result += one.text;
    return result;
  };
  const QString reading = QStringLiteral("こうせい");
  const QStringList before = texts(conversion->writings(reading));
  for (int i = 0; i < 20; ++i) static_cast<void>(conversion->writings(reading));
  EXPECT_EQ(texts(app::KanaKanji::load()->writings(reading)), before);
  // Where Anthy learns for somebody: the home of the list of users, whatever HOME says.
  const passwd* user = getpwuid(getuid());
  ASSERT_NE(user, nullptr);
  QFile maps(QStringLiteral("/proc/self/maps"));
  ASSERT_TRUE(maps.open(QIODevice::ReadOnly));
  EXPECT_TRUE(maps.readAll().contains("/libanthy.so.1")) << "it is at work";
  const QDir descriptors(QStringLiteral("/proc/self/fd"));
  for (const QFileInfo& one : descriptors.entryInfoList(QDir::Files | QDir::System))
    EXPECT_FALSE(one.symLinkTarget().contains(QStringLiteral(".anthy")))
        << one.symLinkTarget().toStdString();
  const QString folder = QString::fromLocal8Bit(user->pw_dir) + QStringLiteral("/.anthy");
  for (const QFileInfo& one : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
    EXPECT_FALSE(one.fileName().endsWith(u'_'))
        << one.filePath().toStdString() << " is the anonymous one's";
}

}  // namespace
}  // namespace madoguchi::test
