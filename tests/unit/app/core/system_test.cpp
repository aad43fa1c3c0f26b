#include "app/core/system.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <cstdlib>
#include <fstream>
#include <map>
#include <new>
#include <vector>

#include "app/core/language.h"
#include "cardreader/secret_buffer.h"

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
