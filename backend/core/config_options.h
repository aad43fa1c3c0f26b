#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "backend/core/config.h"

namespace madoguchi::backend {

struct ConfigOption {
  std::string_view placeholder;
  std::string_view help;
  /// Throws ConfigError.
  std::function<void(Config&, const std::string&)> set;
  bool repeatable = false;
};

/// By name: "--name VALUE" on the command line, "name": value in the file.
const std::map<std::string, ConfigOption, std::less<>>& configOptions();

}  // namespace madoguchi::backend
