#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "backend/core/config.h"

namespace madoguchi::backend {

/// What a command line of madoguchi-admin asks.
struct AdminRequest {
  std::string verb;  ///< "find", …; "help" and "version" ask the program itself
  std::vector<std::string> arguments = {};
  std::string database = {};  ///< SOCI connection string
  std::string origin = {};    ///< of links in mails; empty where nobody said it
  std::string ticket = {};  ///< of whoever asked the operator: at most 32 letters, digits, "-._/#"
  std::filesystem::path dataKeys = {};  ///< file of the keys, for what rests encrypted
  std::filesystem::path files = {};     ///< folder of what was handed in; …
  S3Options s3 = {};                    ///< … or where else it is
  std::string procedureFacts = {};      ///< file of an operator's own facts; empty: none
  bool json = false;                    ///< one object a line
  bool personal = false;                ///< name, date of birth and e-mail address, too
  bool withOpenApplications = false;    ///< delete all the same
  bool bounces = false;                 ///< the log with those
};

/// The command line without the program's name. Throws ConfigError with a message for people.
AdminRequest parseAdminRequest(std::span<const std::string> arguments);

}  // namespace madoguchi::backend
