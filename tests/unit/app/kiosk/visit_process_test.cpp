#include "app/kiosk/visit_process.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::VisitProcess;
using Ended = VisitProcess::Ended;

/// Visits by a script: its arguments are the first ones that it gets.
class VisitProcessTest : public ::testing::Test {
 protected:
  Ended visit(const QByteArray& script) {
    QFile file(folder.filePath(QStringLiteral("visit")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    file.close();
    VisitProcess process({QStringLiteral("--kiosk")}, file.fileName());
    std::optional<Ended> how;
    QObject::connect(&process, &VisitProcess::ended, [&](Ended one) { how = one; });
    process.begin(QStringLiteral("home"), QStringLiteral("easy"));
    EXPECT_TRUE(eventually([&] { return how.has_value(); }));
    EXPECT_FALSE(process.isRunning());
    return how.value_or(Ended::byFault);
  }
  QByteArray said() {
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("said")); }
  [[nodiscard]] QByteArray out() const { return " >>" + path().toUtf8() + "\n"; }

  QTemporaryDir folder;
};

TEST_F(VisitProcessTest, EndsWellOrByAFault) {
  EXPECT_EQ(visit("exit 0\n"), Ended::well);
  EXPECT_EQ(visit("exit 1\n"), Ended::byFault);
  EXPECT_EQ(visit("kill -9 $$\n"), Ended::byFault);
}

TEST_F(VisitProcessTest, HearsOfTheRoomAndTheLanguage) {
  EXPECT_EQ(visit("echo \"$@\"" + out()), Ended::well);
  EXPECT_EQ(said(), "--kiosk --visit home --lang easy\n");
}

TEST_F(VisitProcessTest, ItsHomeAndItsTemporaryFilesGoWithIt) {
  EXPECT_EQ(visit("echo draft >$HOME/left\necho draft >$TMPDIR/left2\nprintf %s $HOME" + out()),
            Ended::well);
  const QString home = QString::fromUtf8(said());
  EXPECT_FALSE(home.isEmpty());
  EXPECT_NE(home, QDir::homePath());
  EXPECT_FALSE(QFileInfo::exists(home));
}

TEST_F(VisitProcessTest, TheServiceManagerDoesNotHearItInPlaceOfWhatStays) {
  qputenv("NOTIFY_SOCKET", "/somewhere");
  EXPECT_EQ(visit("echo \"[$NOTIFY_SOCKET]\"" + out()), Ended::well);
  qunsetenv("NOTIFY_SOCKET");
  EXPECT_EQ(said(), "[]\n");
}

TEST_F(VisitProcessTest, WhatDoesNotStartIsAFault) {
  VisitProcess process({}, QStringLiteral("/no/such/program"));
  std::optional<Ended> how;
  QObject::connect(&process, &VisitProcess::ended, [&](Ended one) { how = one; });
  process.begin(QStringLiteral("home"), QStringLiteral("en"));
  EXPECT_TRUE(eventually([&] { return how == Ended::byFault; }));
  EXPECT_FALSE(process.isRunning());
}

TEST_F(VisitProcessTest, OneThatGivesNoSignOfLifeIsEnded) {
  QFile file(folder.filePath(QStringLiteral("hangs")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("#!/bin/sh\nprintf .\nexec sleep 600\n");
  file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
  file.close();
  VisitProcess process({}, file.fileName(), std::chrono::milliseconds(100));
  std::optional<Ended> how;
  QObject::connect(&process, &VisitProcess::ended, [&](Ended one) { how = one; });
  process.begin(QStringLiteral("home"), QStringLiteral("en"));
  EXPECT_TRUE(eventually([&] { return how == Ended::byFault; }));
}

}  // namespace
}  // namespace madoguchi::test
