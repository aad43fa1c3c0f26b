#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace madoguchi::app {

/// What stands between the program and the readers of the computer before which the person sits.
struct Surroundings {
  std::string sandbox;  ///< "flatpak", "snap", or empty
  std::string remote;   ///< "ssh", "xrdp", "vnc", "x2go", "nx", "logind", or empty
};

/// Gives a variable of the environment; empty where it is not set.
using Environment = std::function<std::string(const char* name)>;

/// As the program was started. Below `root` lies what the system says of sandbox and session.
Surroundings lookAround(const Environment& environment, const std::filesystem::path& root = "/");
Surroundings lookAround();

}  // namespace madoguchi::app
