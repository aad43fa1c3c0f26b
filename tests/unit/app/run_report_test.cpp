#include "app/rooms/registration/run_report.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {
namespace {

class RunReportTest : public FlowTest {};

TEST_F(RunReportTest, IsWrittenAtTheEndOfARegistrationWithoutAnythingPersonal) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("report.json");
  uiLanguage.set("easy");
  app::RunReport report(cards(), uiLanguage, path);
  report.notePlace({.page = "top"});
  report.follow(flow());
  report.notePlace(flow().place());
  QObject::connect(&flow(), &app::Journey::placeChanged, &report,
                   [&] { report.notePlace(flow().place()); });
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  const auto untilPassword = cards().apdus().count;
  givePassword("MADO1234");
  ASSERT_TRUE(waitForPage(app::Page::authenticationPin));
  givePin("1234");
  ASSERT_TRUE(waitForPage(app::Page::step1));
  const auto afterPassword = cards().apdus().count - untilPassword;
  fillForm();
  flow().check();
  ASSERT_EQ(flow().page(), app::Page::step2);
  EXPECT_FALSE(QFile::exists(path));
  const auto values = flow().values();
  flow().submit();
  ASSERT_TRUE(waitForPage(app::Page::step3));
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray text = file.readAll();
  file.close();  // Windows replaces no file that somebody reads
  const QJsonObject json = QJsonDocument::fromJson(text).object();
  EXPECT_EQ(json["authenticationId"], "bcdfg01234");
  EXPECT_EQ(json["language"], "easy");
  const QJsonObject apdu = json["apdu"].toObject();
  EXPECT_EQ(apdu["count"].toInt(), static_cast<int>(cards().apdus().count));
  EXPECT_EQ(apdu["bytes"].toInt(), static_cast<int>(cards().apdus().bytes));
  EXPECT_EQ(apdu["extended"].toInt(), 2);
  EXPECT_EQ(apdu["afterPassword"].toInt(), static_cast<int>(afterPassword));
  for (const char* page : {"top", "beforeYouStart", "signaturePassword", "step1", "submitting"}) {
    EXPECT_TRUE(json["stepMs"].toObject().contains(page)) << page;
  }
  for (const char* field : {"name", "email", "phone", "addressRest", "residenceCardNumber"}) {
    EXPECT_FALSE(text.contains(QByteArray::fromStdString(values.at(field)))) << field;
  }
  EXPECT_TRUE(report.write());
}

TEST_F(RunReportTest, SaysWhereItCannotBeWritten) {
  app::RunReport report(cards(), uiLanguage, "/nowhere/report.json");
  EXPECT_FALSE(report.write());
}

}  // namespace
}  // namespace madoguchi::test
