#include "app/core/system.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <QLocale>
#include <QLoggingCategory>
#include <cstdlib>
#include <ctime>
#include <initializer_list>

namespace madoguchi::app {

void hardenProcess() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // libcurl writes the secrets of TLS where the first says, and Qt every key that is pressed where
  // the others ask for it, or a file qtlogging.ini in the settings of this user.
  for (const char* tap : {"SSLKEYLOGFILE", "QT_LOGGING_RULES", "QT_LOGGING_CONF"}) {
    unsetenv(tap);
  }
  QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false"));
}

QString systemName() { return QStringLiteral("linux"); }

QStringList systemLanguages() {
  // As gettext has it.
  const auto ofEnvironment = [](std::initializer_list<const char*> names) {
    for (const char* name : names) {
      if (qEnvironmentVariableIsSet(name) && !qEnvironmentVariableIsEmpty(name))
        return qEnvironmentVariable(name);
    }
    return QString();
  };
  const QString locale = ofEnvironment({"LC_ALL", "LC_MESSAGES", "LANG"});
  if (QLocale(locale).language() == QLocale::C) return {};
  return qEnvironmentVariable("LANGUAGE").split(u':', Qt::SkipEmptyParts) << locale;
}

std::chrono::steady_clock::time_point timeThroughSleep() {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return std::chrono::steady_clock::time_point(std::chrono::seconds(now.tv_sec) +
                                               std::chrono::nanoseconds(now.tv_nsec));
}

QString machinePolicyFile() { return QStringLiteral("/etc/madoguchi/client.json"); }

std::filesystem::path pathOf(const QString& file) { return file.toStdString(); }

void printWhereItIsSeen() {}

bool isStartedFromAnIcon(int argc) {
  return argc == 1 &&
         (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"));
}

// The question is on the screen then, and desktops show the window's name.
void sayWhyShutdownWaits(quintptr /*window*/, const QString& /*why*/) {}

}  // namespace madoguchi::app
