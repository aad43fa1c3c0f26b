#include "app/rooms/application/file_upload.h"

#include <gtest/gtest.h>
#ifdef __linux__
#include <sys/stat.h>
#endif

#include <QFile>
#include <QTemporaryDir>

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
    const forms::Field field{
        .id = "document", .mediaTypes = {"application/pdf"}, .maxBytes = std::uint64_t{1024}};
    upload.begin("/v1/drafts/1", field, forms::topField("document"), file);
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
