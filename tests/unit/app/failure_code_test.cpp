#include "app/core/failure_code.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QRegularExpression>
#include <set>

namespace madoguchi::test {
namespace {

using app::FailureCode;

std::vector<FailureCode> allCodes() {
  std::vector<FailureCode> codes;
  for (int i = 1; i <= static_cast<int>(app::kLastFailureCode); ++i) {
    codes.push_back(static_cast<FailureCode>(i));
  }
  return codes;
}

TEST(FailureCodeTest, EachHasAPublishedCodeOfItsOwn) {
  static const QRegularExpression shape("^MG-[1-6]\\d\\d$");
  std::set<QString> codes;
  std::set<QString> names;
  for (const FailureCode code : allCodes()) {
    EXPECT_TRUE(shape.match(codeText(code)).hasMatch()) << codeText(code).toStdString();
    EXPECT_TRUE(codes.insert(codeText(code)).second) << codeText(code).toStdString();
    EXPECT_TRUE(names.insert(name(code)).second) << name(code).toStdString();
  }
  EXPECT_TRUE(codeText(FailureCode::none).isEmpty());
}

TEST(FailureCodeTest, ThePublishedListIsTheProgramsOwn) {
  QFile file(QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/docs/failure-codes.md"));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  QStringList published;
  for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
    const QStringList cells = line.split('|');
    if (line.startsWith("| MG-")) {
      ASSERT_EQ(cells.size(), 6) << line.toStdString();
      published << cells[1].trimmed() + ' ' + cells[2].trimmed();
      EXPECT_FALSE(cells[3].trimmed().isEmpty()) << line.toStdString();
      EXPECT_FALSE(cells[4].trimmed().isEmpty()) << line.toStdString();
    }
  }
  QStringList known;
  for (const FailureCode code : allCodes()) {
    known << shownCode(code) + ' ' + name(code);
  }
  EXPECT_EQ(published, known);
}

TEST(FailureCodeTest, EachFaultOfTheTransportHasAFailure) {
  for (int i = 0; i <= static_cast<int>(card::TransportFault::other); ++i) {
    const auto fault = static_cast<card::TransportFault>(i);
    EXPECT_NE(app::fromTransport(fault), FailureCode::none) << i;
  }
}

}  // namespace
}  // namespace madoguchi::test
