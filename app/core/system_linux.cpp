#include "app/core/system.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdlib>

namespace madoguchi::app {

void hardenProcess() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // libcurl writes the secrets of TLS where the first says, and Qt every key that is pressed where
  // the others ask for it.
  for (const char* tap : {"SSLKEYLOGFILE", "QT_LOGGING_RULES", "QT_LOGGING_CONF"}) {
    unsetenv(tap);
  }
}

QString systemName() { return QStringLiteral("linux"); }

QString machinePolicyFile() { return QStringLiteral("/etc/madoguchi/client.json"); }

std::filesystem::path pathOf(const QString& file) { return file.toStdString(); }

void printWhereItIsSeen() {}

bool isStartedFromAnIcon(int argc) {
  return argc == 1 &&
         (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"));
}

}  // namespace madoguchi::app
