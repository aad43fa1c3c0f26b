#include "app/core/system.h"

#include <gtest/gtest.h>
#ifdef __linux__
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <new>
#include <optional>
#include <vector>

#include "app/core/language.h"
#include "cardreader/secret_buffer.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

/// How many buffers can be had at a time, up to `most`.
std::size_t buffersAtATime(std::size_t most) {
  std::vector<card::SecretBuffer> buffers;
  try {
    while (buffers.size() < most) buffers.emplace_back();
  } catch (const std::bad_alloc&) {
    return buffers.size();
  }
  return buffers.size();
}

TEST(SystemTest, LeavesNoLibraryTheWayToWriteSecretsDown) {
  for (const char* tap : {"SSLKEYLOGFILE", "QT_LOGGING_RULES", "QT_LOGGING_CONF"}) {
    // In a process of its own, as there is no way back.
    EXPECT_EXIT(
        {
          qputenv(tap, "secrets");
          app::hardenProcess();
          std::_Exit(std::getenv(tap) == nullptr ? 0 : 1);
        },
        ::testing::ExitedWithCode(0), "")
        << tap;
  }
}

// These rules come after those of any qtlogging.ini.
TEST(SystemTest, LeavesNoCategoryOfQtThatTellsWhatIsTyped) {
  EXPECT_EXIT(
      {
        app::hardenProcess();
        const QLoggingCategory keys("keys", QtDebugMsg);  // which is on by itself
        std::_Exit(keys.isDebugEnabled() || !keys.isWarningEnabled() ? 1 : 0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(SystemTest, HardeningLeavesAsMuchMemoryToLockAsBefore) {
  constexpr std::size_t kMany = 100;
  const std::size_t before = buffersAtATime(kMany);
  EXPECT_EXIT(
      {
        app::hardenProcess();
        std::_Exit(buffersAtATime(kMany) >= before && card::canKeepSecrets() ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(SystemTest, TheLanguagesAreThoseOfTextsAndNotOfNumbers) {
  if (app::systemName() != QLatin1String("linux")) GTEST_SKIP() << "self_check_test.py";
  const std::map<const char*, QByteArray> before = {{"LANGUAGE", qgetenv("LANGUAGE")},
                                                    {"LC_ALL", qgetenv("LC_ALL")},
                                                    {"LC_MESSAGES", qgetenv("LC_MESSAGES")},
                                                    {"LC_NUMERIC", qgetenv("LC_NUMERIC")},
                                                    {"LANG", qgetenv("LANG")}};
  for (const auto& [name, value] : before) qunsetenv(name);
  EXPECT_EQ(app::systemLanguages(), QStringList());
  qputenv("LANG", "en_US.UTF-8");
  qputenv("LC_NUMERIC", "ja_JP.UTF-8");
  EXPECT_EQ(app::systemLanguages(), QStringList{"en_US.UTF-8"});
  EXPECT_EQ(app::Language().initial({}, {}, app::systemLanguages()), "en");
  qputenv("LC_MESSAGES", "ja_JP.UTF-8");
  EXPECT_EQ(app::Language().initial({}, {}, app::systemLanguages()), "ja");
  qputenv("LANGUAGE", "pt_BR:en");
  EXPECT_EQ(app::Language().initial({}, {}, app::systemLanguages()), "en");
  qputenv("LC_ALL", "C.UTF-8");
  EXPECT_EQ(app::systemLanguages(), QStringList());
  for (const auto& [name, value] : before) {
    if (value.isNull()) {
      qunsetenv(name);
    } else {
      qputenv(name, value);
    }
  }
}

#ifdef __linux__
TEST(SystemTest, EndsInItsOwnWayAtTheFirstAskingAndAtOnceAtTheSecond) {
  EXPECT_EXIT(
      {
        std::signal(SIGHUP, SIG_IGN);  // as nohup does
        int asked = 0;
        app::onSystemsEnd([&] { ++asked; });
        std::raise(SIGHUP);
        std::raise(SIGTERM);
        if (!eventually([&] { return asked == 1; })) std::_Exit(1);
        std::raise(SIGTERM);
      },
      ::testing::KilledBySignal(SIGTERM), "");
}

/// What a process finds whose machine has slept for so long; none where nobody may make such a one.
template <typename Check>
std::optional<bool> afterASleep(std::chrono::seconds slept, Check check) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWTIME) != 0) return std::nullopt;
  std::ofstream offsets("/proc/self/timens_offsets");
  offsets << "boottime " << slept.count() << " 0\n" << std::flush;
  const pid_t child = offsets ? fork() : -1;  // it has the new time
  if (child == 0) std::_Exit(check() ? 0 : 1);
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) return std::nullopt;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(SystemTest, TimeGoesOnWhileTheMachineSleeps) {
  constexpr std::chrono::hours kNight{8};
  EXPECT_EXIT(
      {
        const auto before = std::chrono::steady_clock::now();
        const auto isLater =
            afterASleep(kNight, [&] { return app::timeThroughSleep() - before >= kNight; });
        std::_Exit(isLater.value_or(true) ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}
#endif

TEST(SystemTest, ThePolicyOfTheMachineLiesInOnePlaceWhateverTheWorkingFolder) {
  const QString before = QDir::currentPath();
  const QTemporaryDir elsewhere;
  const QString file = app::machinePolicyFile();
  EXPECT_TRUE(app::pathOf(file).is_absolute()) << file.toStdString();
  QDir::setCurrent(elsewhere.path());
  EXPECT_EQ(app::machinePolicyFile(), file);
  QDir::setCurrent(before);
}

TEST(SystemTest, APathMeansTheSameFileToTheLibrariesAsToQt) {
  const QTemporaryDir folder;
  const QString name = folder.filePath(QStringLiteral("窓口 žluť é.pem"));
  std::ofstream(app::pathOf(name)) << "found";
  QFile file(name);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_EQ(file.readAll(), "found");
}

}  // namespace
}  // namespace madoguchi::test
