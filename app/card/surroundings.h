#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace madoguchi::app {

/// What stands between the program and the readers of the computer before which the person sits.
struct Surroundings {
  std::string sandbox;  ///< "flatpak", "snap", or empty
  std::string remote;   ///< "ssh", "xrdp", "vnc", "x2go", "nx", "logind", "rdp", or empty
};

/// Gives a variable of the environment; empty where it is not set.
using Environment = std::function<std::string(const char* name)>;

/// The environment of this process.
std::string ownEnvironment(const char* name);

/// As the program was started. One file for each system.
Surroundings lookAround();
/// The same of Linux. Below `root` lies what the system says of sandbox and session.
Surroundings lookAround(const Environment& environment, const std::filesystem::path& root);

/// Whether Qt would leave dialogs to another program, a portal of the desktop: in a sandbox, or
/// where the environment wants it. A portal looks first who asks, in what this process shows to
/// nobody (app/core/system.h), and then shows no dialog and says nothing.
bool leavesDialogsToPortal(const Surroundings& found, const Environment& environment);
/// As the program was started.
bool leavesDialogsToPortal();

}  // namespace madoguchi::app
