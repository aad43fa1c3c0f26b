#include "app/core/system.h"

#include <X11/ICE/ICElib.h>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QSocketNotifier>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <initializer_list>
#include <utility>

namespace madoguchi::app {
namespace {

/// What signals write to and the event loop reads from.
int signalled = -1;

void noteSignal(int /*signal*/) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(signalled, &one, sizeof one);
}

/// Qt goes on to look whether this connection has something to read, and its end counts as that for
/// ever: something takes its number that never has.
void onSessionManagerGone(IceConn connection) {
  const int silent = eventfd(0, EFD_CLOEXEC);
  if (silent == -1) return;
  dup3(silent, IceConnectionNumber(connection), O_CLOEXEC);
  close(silent);
}

}  // namespace

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

void onSystemsEnd(std::function<void()> end) {
  signalled = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (signalled == -1) return;
  auto* const notifier = new QSocketNotifier(signalled, QSocketNotifier::Read, qApp);
  QObject::connect(notifier, &QSocketNotifier::activated, notifier,
                   [notifier, end = std::move(end)] {
                     notifier->setEnabled(false);
                     end();
                   });
  for (const int ending : {SIGTERM, SIGHUP, SIGINT}) {
    struct sigaction before {};
    // Whoever started it may have asked that it outlives them (nohup).
    if (sigaction(ending, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = noteSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(ending, &action, nullptr);
  }
}

void outliveSessionManager() { IceSetIOErrorHandler(onSessionManagerGone); }

// The question is on the screen then, and desktops show the window's name.
void sayWhyShutdownWaits(quintptr /*window*/, const QString& /*why*/) {}

}  // namespace madoguchi::app
