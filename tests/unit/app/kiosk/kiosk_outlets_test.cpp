#include "app/kiosk/kiosk_outlets.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <vector>

#include "app/core/policy.h"

namespace madoguchi::test {
namespace {

using app::KioskOutlets;
using app::Outlets;

/// A printer whose documents all have so many pages.
struct Printer {
  int pages = 1;
  std::vector<QString> queues = {};
  KioskOutlets::Print print() {
    return [this](const QString& queue, const app::Document& /*document*/,
                  int most) -> std::optional<int> {
      if (pages <= most) queues.push_back(queue);
      return pages;
    };
  }
};

TEST(KioskOutletsTest, NothingLeavesTheWindowWithoutAPrinter) {
  Printer printer;
  KioskOutlets outlets({}, 20, printer.print());
  for (const auto kind : {Outlets::Kind::print, Outlets::Kind::file, Outlets::Kind::clipboard,
                          Outlets::Kind::ownFiles})
    EXPECT_FALSE(outlets.offers(kind));
  EXPECT_EQ(outlets.printNow({}), Outlets::Outcome::failed);
  EXPECT_TRUE(printer.queues.empty());
}

TEST(KioskOutletsTest, AreThoseOfThePolicy) {
  app::Policy policy;
  policy.kiosk.emplace();
  EXPECT_FALSE(app::kioskOutlets(policy)->offers(Outlets::Kind::print)) << "no printer";
  policy.kiosk->printer = QStringLiteral("counter");
  EXPECT_TRUE(app::kioskOutlets(policy)->offers(Outlets::Kind::print));
  policy.closed = {Outlets::Kind::print};
  EXPECT_FALSE(app::kioskOutlets(policy)->offers(Outlets::Kind::print)) << "closed";
}

TEST(KioskOutletsTest, FilesAndTheClipboardAreNotThere) {
  KioskOutlets outlets(QStringLiteral("counter"), 20);
  const QObject page;
  const auto refuse = [](const auto& /*chosen*/) { ADD_FAILURE() << "something was chosen"; };
  outlets.chooseFile({}, page, refuse);
  outlets.chooseExisting({}, page, refuse);
  outlets.chooseSeveral({}, page, refuse);
  outlets.showFolderOf(QStringLiteral("/etc/passwd"));
  QGuiApplication::clipboard()->setText(QStringLiteral("before"));
  outlets.copy(QStringLiteral("wikpn31487"));
  EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
}

TEST(KioskOutletsTest, PrintsOnItsPrinterUpToSoManyPagesAVisit) {
  Printer printer{.pages = 2};
  KioskOutlets outlets(QStringLiteral("counter"), 5, printer.print());
  EXPECT_TRUE(outlets.offers(Outlets::Kind::print));
  EXPECT_FALSE(outlets.offers(Outlets::Kind::file));
  EXPECT_EQ(outlets.printNow({}), Outlets::Outcome::done);
  EXPECT_EQ(outlets.printNow({}), Outlets::Outcome::done);
  EXPECT_EQ(outlets.printNow({}), Outlets::Outcome::tooManyPages) << "one page is left";
  printer.pages = 1;
  EXPECT_EQ(outlets.printNow({}), Outlets::Outcome::done);
  EXPECT_EQ(printer.queues, std::vector<QString>(3, QStringLiteral("counter")));
  EXPECT_EQ(outlets.printNow({}), Outlets::Outcome::tooManyPages) << "none is left";
  EXPECT_EQ(outlets.mostPages(), 5) << "what people are told is of the whole visit";
}

TEST(KioskOutletsTest, APrinterThatIsNotThereIsNoFile) {
  KioskOutlets outlets(QStringLiteral("no-such-printer"), 5);
  EXPECT_EQ(outlets.printNow({.title = QStringLiteral("Receipt")}), Outlets::Outcome::failed);
}

}  // namespace
}  // namespace madoguchi::test
