// The kiosk's printing by a real CUPS, which tests/support/private-cupsd runs beside this.

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QStringList>
#include <algorithm>
#include <chrono>
#include <thread>

#include "app/kiosk/kiosk_outlets.h"

namespace madoguchi::test {
namespace {

using app::Document;
using app::KioskOutlets;
using app::Outlets;

QDir folderOfPrinter(const char* name) {
  return {qEnvironmentVariable("MADOGUCHI_TEST_CUPS") + u'/' + QLatin1String(name)};
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Jobs and their files that the service still keeps.
QStringList kept() {
  return folderOfPrinter("spool").entryList({QStringLiteral("c*"), QStringLiteral("d*")},
                                            QDir::Files);
}

QStringList printed() {
  return folderOfPrinter("printed").entryList({QStringLiteral("*.job")}, QDir::Files, QDir::Name);
}

/// Until that many jobs have come to the printer and the service has forgotten them.
bool waitForJobs(qsizetype count) {
  constexpr std::chrono::seconds kLongest{60};
  const auto end = std::chrono::steady_clock::now() + kLongest;
  while (printed().size() < count || !kept().isEmpty()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

Document documentOf(int pages) {
  Document document{.title = QStringLiteral("受付票")};
  for (int page = 0; page < pages; ++page)
    document.lines.push_back({.text = QStringLiteral("SUZUKI HANAKO"), .onNewPage = page > 0});
  return document;
}

TEST(RealPrinterTest, PrintsSoManyPagesAndLeavesNothingWithTheService) {
  constexpr int kPagesPerVisit = 3;
  KioskOutlets outlets(QStringLiteral("counter"), kPagesPerVisit);
  ASSERT_EQ(outlets.printNow(documentOf(2)), Outlets::Outcome::done);
  EXPECT_EQ(outlets.printNow(documentOf(2)), Outlets::Outcome::tooManyPages) << "one page is left";
  ASSERT_EQ(outlets.printNow(documentOf(1)), Outlets::Outcome::done);
  EXPECT_EQ(outlets.printNow(documentOf(1)), Outlets::Outcome::tooManyPages) << "none is left";

  ASSERT_TRUE(waitForJobs(2)) << kept().join(u' ').toStdString();
  ASSERT_EQ(printed().size(), 2) << "what was refused came to no printer";
  for (const QString& job : printed()) {
    const QString path = folderOfPrinter("printed").filePath(job);
    EXPECT_EQ(contentOf(path).split('\n').value(1), "受付票") << "what the queue shows";
    EXPECT_TRUE(contentOf(path.chopped(4) + QStringLiteral(".pdf")).startsWith("%PDF-"));
  }
}

TEST(RealPrinterTest, AQueueThatIsNotThereIsNoOther) {
  KioskOutlets outlets(QStringLiteral("elsewhere"), 1);
  const qsizetype before = printed().size();
  EXPECT_EQ(outlets.printNow(documentOf(1)), Outlets::Outcome::failed);
  EXPECT_TRUE(kept().isEmpty());
  EXPECT_EQ(printed().size(), before);
}

}  // namespace
}  // namespace madoguchi::test
