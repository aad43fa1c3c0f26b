#include "backend/admin/request.h"

#include <algorithm>
#include <cctype>

#include "backend/core/config.h"
#include "protocol/plain_text.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kLongestTicket = 32;

/// Too short for a story, so that nothing about a person gets into the log.
bool isTicket(std::string_view text) {
  return !text.empty() && text.size() <= kLongestTicket &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return std::isalnum(c) != 0 ||
                  std::string_view("-._/#").find(static_cast<char>(c)) != std::string_view::npos;
         });
}

}  // namespace

AdminRequest parseAdminRequest(std::span<const std::string> arguments) {
  AdminRequest request;
  Config config;
  config.origin = {};
  std::string database;
  std::string origin;
  std::string dataKeys;
  std::string files;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const auto value = [&]() -> const std::string& {
      if (i + 1 >= arguments.size()) {
        throw ConfigError("'" + argument + "' lacks its value; see --help");
      }
      return arguments[++i];
    };
    if (argument == "--help" || argument == "-h" || argument == "--version") {
      return {.verb = argument == "--version" ? "version" : "help"};
    }
    if (argument == "--json") {
      request.json = true;
    } else if (argument == "--personal") {
      request.personal = true;
    } else if (argument == "--with-open-applications") {
      request.withOpenApplications = true;
    } else if (argument == "--bounces") {
      request.bounces = true;
    } else if (argument == "--config") {
      readConfigFile(config, value());
    } else if (argument == "--database") {
      database = value();
    } else if (argument == "--origin") {
      origin = value();
    } else if (argument == "--data-keys") {
      dataKeys = value();
    } else if (argument == "--files") {
      files = value();
    } else if (argument == "--ticket") {
      request.ticket = value();
      if (!isTicket(request.ticket)) {
        throw ConfigError("--ticket takes at most 32 letters, digits and -._/#");
      }
    } else if (argument.starts_with("--")) {
      throw ConfigError(protocol::isPlainText(argument)
                            ? "unknown option " + argument + "; see --help"
                            : "an option has control characters, or is no text in UTF-8");
    } else if (request.verb.empty()) {
      request.verb = argument;
    } else {
      request.arguments.push_back(argument);
    }
  }
  if (!database.empty()) {
    setOption(config, "database", database);
  }
  if (!origin.empty()) {
    setOption(config, "origin", origin);
  }
  if (!dataKeys.empty()) {
    setOption(config, "data-keys", dataKeys);
  }
  if (!files.empty()) {
    setOption(config, "files", files);
  }
  if (request.verb.empty()) {
    throw ConfigError("no command; see --help");
  }
  if (config.database.empty()) {
    throw ConfigError("neither --config nor --database says which database");
  }
  request.database = config.database;
  request.dataKeys = config.dataKeys;
  request.files = config.files;
  request.s3 = config.s3;
  request.procedureFacts = config.procedureFacts;
  if (!config.origin.host.empty() && config.origin.port != 0) {
    request.origin = originText(config.origin);
  }
  return request;
}

}  // namespace madoguchi::backend
