#include "app/rooms/application/file_upload.h"

#include <gtest/gtest.h>
#ifdef __linux__
#include <sys/stat.h>
#endif

#include <QFile>
#include <QTemporaryDir>
#include <vector>

#include "app/core/idle_clock.h"
#include "app/core/session.h"
#include "app/server/server.h"
#include "tests/unit/app/event_loop.h"

// What becomes of a file before anything of it is sent.

namespace madoguchi::test {
namespace {

using State = app::FileUpload::State;
using Fault = app::FileFault;

class FileUploadTest : public ::testing::Test {
 protected:
  void begin(const QString& file) {
    upload.begin("/v1/drafts/1", field, forms::topField("document"), file);
  }
  void choose(const QString& file) {
    upload.choose("/v1/drafts/1", field, forms::topField("document"), file);
  }
  Fault refusalOf(const QString& file) {
    begin(file);
    EXPECT_TRUE(eventually([&] { return upload.state() == State::refused; }));
    return upload.fault();
  }
  QString made(const QByteArray& content) {
    QFile file(folder.filePath(QStringLiteral("made")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    return file.fileName();
  }

  const forms::Field field{
      .id = "document", .mediaTypes = {"application/pdf"}, .maxBytes = std::uint64_t{1024}};
  const QTemporaryDir folder;
  app::IdleClock idle;
  app::Session session{idle};
  app::Server server{{.origin = QStringLiteral("https://localhost:1"), .caFile = {}}, &session};
  app::FileUpload upload{server};
};

TEST_F(FileUploadTest, WhatCannotBeSentIsSaidByItsCause) {
  EXPECT_EQ(refusalOf(folder.filePath(QStringLiteral("gone"))), Fault::unreadable);
  EXPECT_EQ(refusalOf(folder.path()), Fault::unreadable) << "a folder";
  EXPECT_EQ(refusalOf(made({})), Fault::noContent);
  EXPECT_EQ(refusalOf(made(QByteArray(1024, 'x'))), Fault::type);
  EXPECT_EQ(refusalOf(made(QByteArray(1025, 'x'))), Fault::tooLarge);
  upload.setRoom(100);
  EXPECT_EQ(refusalOf(made(QByteArray(101, 'x'))), Fault::tooMany);
}

TEST_F(FileUploadTest, WhatWasCalledOffWhileItWasReadIsReadAgain) {
  begin(made(QByteArray(1024, 'x')));
  upload.callOff();
  ASSERT_EQ(upload.state(), State::calledOff);
  upload.again();
  ASSERT_TRUE(eventually([&] { return upload.state() == State::refused; }));
  EXPECT_EQ(upload.fault(), Fault::type);
}

TEST_F(FileUploadTest, APictureWaitsUntilSomebodyMakesTheFileOfIt) {
  std::vector<bool> offered;
  QObject::connect(&upload, &app::FileUpload::pictureChosen, &upload,
                   [&](const QString& /*file*/, bool again) { offered.push_back(again); });
  const QString picture = made("\xff\xd8\xff\xe0 a picture");
  choose(picture);
  EXPECT_TRUE(upload.isUnderWay()) << "while it is looked at";
  ASSERT_TRUE(eventually([&] { return upload.state() == State::picture; }));
  EXPECT_FALSE(upload.isUnderWay()) << "nothing comes by itself";
  EXPECT_EQ(upload.name(), "made");
  upload.again();
  EXPECT_EQ(offered, (std::vector{false, true}));
  choose(picture);
  upload.rest();
  EXPECT_EQ(upload.state(), State::calledOff);
  upload.resume();
  ASSERT_TRUE(eventually([&] { return upload.state() == State::picture; })) << "looked at anew";
  upload.forget();
  EXPECT_EQ(upload.state(), State::none);
  choose(made("neither"));
  ASSERT_TRUE(eventually([&] { return upload.state() == State::refused; }));
  EXPECT_EQ(upload.fault(), Fault::type);
  EXPECT_EQ(offered.size(), 3U);
  // Whoever takes it as it is may begin anew with it.
  QObject::connect(&upload, &app::FileUpload::pictureChosen, &upload,
                   [&](const QString& file, bool /*again*/) { begin(file); });
  choose(made("\xff\xd8\xff\xe0 a picture"));
  ASSERT_TRUE(eventually([&] { return upload.state() == State::refused; }));
  EXPECT_EQ(upload.fault(), Fault::type) << "and it could be read";
  EXPECT_EQ(upload.name(), "made");
}

#ifdef __linux__
TEST_F(FileUploadTest, WhatBreaksOffWhileItIsReadIsNotSentInPart) {
  EXPECT_EQ(refusalOf(QStringLiteral("/proc/self/mem")), Fault::unreadable)
      << "which opens, and gives nothing";
}

TEST_F(FileUploadTest, ASlowPlaceHoldsNobodyUp) {
  const QString slow = folder.filePath(QStringLiteral("slow"));
  ASSERT_EQ(mkfifo(slow.toLocal8Bit().constData(), S_IRUSR | S_IWUSR), 0);
  begin(slow);
  EXPECT_EQ(upload.state(), State::checking) << "nothing has come yet";
  QFile sender(slow);
  ASSERT_TRUE(sender.open(QIODevice::WriteOnly));  // once somebody reads
  sender.write("no PDF");
  sender.close();
  ASSERT_TRUE(eventually([&] { return upload.state() == State::refused; }));
  EXPECT_EQ(upload.fault(), Fault::type);
}
#endif

}  // namespace
}  // namespace madoguchi::test
