#include "app/kit/texts.h"

#include <gtest/gtest.h>

#include <QLocale>

namespace madoguchi::test {
namespace {

TEST(Texts, HaveTheirOwnDigitsWhateverTheSystemHas) {
  constexpr std::uint64_t kSize = 1'572'864;
  const QLocale before;
  const QString size = app::writtenSize(kSize);
  EXPECT_TRUE(size.startsWith(QStringLiteral("1.5 "))) << size.toStdString();
  for (const QLocale::Language language :
       {QLocale::Arabic, QLocale::Persian, QLocale::Nepali, QLocale::Burmese, QLocale::German}) {
    QLocale::setDefault(QLocale(language));
    EXPECT_EQ(app::writtenSize(kSize), size) << language;
  }
  QLocale::setDefault(before);
}

}  // namespace
}  // namespace madoguchi::test
