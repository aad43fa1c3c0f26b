#include "app/card/surroundings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <system_error>

namespace madoguchi::app {
namespace {

struct Sign {
  const char* variable;
  const char* meaning;
};

// Each is set by the program that makes the session: sshd (ssh(1)), xrdp-sesman, tigervncserver,
// x2goserver and NoMachine. XDG_SESSION_TYPE tells nothing: startx leaves "tty" there.
constexpr std::array kRemoteSigns = {
    Sign{"SSH_CONNECTION", "ssh"}, Sign{"XRDP_SESSION", "xrdp"}, Sign{"VNCDESKTOP", "vnc"},
    Sign{"X2GO_SESSION", "x2go"},  Sign{"NXSESSIONID", "nx"},
};
// flatpak-run(1), snapcraft.io/docs/environment-variables.
constexpr std::array kSandboxSigns = {Sign{"FLATPAK_ID", "flatpak"}, Sign{"SNAP_NAME", "snap"}};

template <std::size_t count>
std::string firstSign(const std::array<Sign, count>& signs, const Environment& environment) {
  for (const Sign& sign : signs) {
    if (!environment(sign.variable).empty()) {
      return sign.meaning;
    }
  }
  return {};
}

/// logind's own word on the session (systemd, logind-session.c writes the file).
bool loginIsRemote(const Environment& environment, const std::filesystem::path& root) {
  const std::string session = environment("XDG_SESSION_ID");
  if (session.empty() || session.find('/') != std::string::npos) {
    return false;
  }
  std::ifstream file(root / "run/systemd/sessions" / session);
  for (std::string line; std::getline(file, line);) {
    if (line == "REMOTE=1") {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string ownEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

Surroundings lookAround(const Environment& environment, const std::filesystem::path& root) {
  Surroundings found;
  found.sandbox = firstSign(kSandboxSigns, environment);
  std::error_code unreadable;
  if (found.sandbox.empty() && std::filesystem::exists(root / ".flatpak-info", unreadable)) {
    found.sandbox = "flatpak";
  }
  found.remote = firstSign(kRemoteSigns, environment);
  if (found.remote.empty() && loginIsRemote(environment, root)) {
    found.remote = "logind";
  }
  return found;
}

bool leavesDialogsToPortal(const Surroundings& found, const Environment& environment) {
  // Qt's names of the one theme (qgenericunixthemes.cpp, the plugin's xdgdesktopportal.json).
  constexpr std::array<std::string_view, 3> kThemes = {"xdgdesktopportal", "flatpak", "snap"};
  const bool wanted =
      std::ranges::find(kThemes, environment("QT_QPA_PLATFORMTHEME")) != kThemes.end();
  // GTK's theme in Qt shows GTK's dialogs, which GTK can leave to the portal as well.
  return wanted || !found.sandbox.empty() || environment("GTK_USE_PORTAL") == "1";
}

bool leavesDialogsToPortal() { return leavesDialogsToPortal(lookAround(), &ownEnvironment); }

}  // namespace madoguchi::app
