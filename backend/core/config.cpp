#include "backend/core/config.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

#include "backend/core/config_options.h"
#include "backend/core/mail_address.h"
#include "protocol/strict_json.h"
#include "protocol/terms_version.h"

namespace madoguchi::backend {
namespace {

/// Nobody's number: what mails of a demonstration name.
constexpr std::string_view kNoHelpDesk = "00-0000-0000";

bool isControl(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }

/// No option means something by an empty value, or by what cannot be seen.
void apply(Config& config, std::string_view name, const ConfigOption& option,
           const std::string& value) {
  if (value.empty() || std::ranges::any_of(value, isControl)) {
    throw ConfigError("--" + std::string(name) + " has an empty value or control characters");
  }
  option.set(config, value);
}

void demand(bool given, const std::string& option) {
  if (!given) {
    throw ConfigError("--" + option + " is missing; see --help");
  }
}

/// Other computers cannot reach it.
bool isDemonstration(const Config& config) {
  return protocol::sampleTermsSuffice(config.origin.host);
}

void checkApplications(const Config& config) {
  const S3Options& s3 = config.s3;
  const bool hasStore = !s3.endpoint.empty();
  if (hasStore != !s3.bucket.empty() || hasStore != !s3.login.empty()) {
    throw ConfigError("give --s3-endpoint, --s3-bucket and --s3-login, or none of them");
  }
  if (hasStore && !config.files.empty()) {
    throw ConfigError("give either --files or --s3-endpoint");
  }
  if (config.dataKeys.empty() != (config.files.empty() && !hasStore)) {
    throw ConfigError("give both --data-keys and --files (or --s3-endpoint), or neither");
  }
  if (config.dataKeys.empty() && !(config.clamd.empty() && config.procedureFacts.empty())) {
    throw ConfigError("--clamd and --procedure-facts are of use with --data-keys only");
  }
}

void check(const Config& config) {
  demand(!config.certificate.empty(), "certificate");
  demand(!config.key.empty(), "key");
  demand(!config.database.empty(), "database");
  demand(!config.trust.empty(), "trust");
  demand(!config.mailFrom.empty(), "mail-from");
  if (config.mailFolder.empty() == config.smtpUrl.empty()) {
    throw ConfigError("give either --mail-dir or --smtp");
  }
  checkApplications(config);
  if (!isMailAddress(config.mailFrom)) {
    throw ConfigError("--mail-from is no mail address");
  }
  if (!config.bounces.empty() && !isMailAddress(config.bounces)) {
    throw ConfigError("--bounces is no mail address");
  }
  if (isDemonstration(config)) return;
  // Nobody shall agree to a sample in earnest, or ask somebody else's help desk.
  if (std::ranges::count(config.termsVersions, protocol::kTermsVersion) > 0) {
    throw ConfigError(
        "the sample terms of use are for a demonstration on this machine: name the version of your "
        "own with --terms-version");
  }
  demand(config.helpDesk != kNoHelpDesk, "help-desk");
}

}  // namespace

void setOption(Config& config, std::string_view name, const std::string& value) {
  const auto option = configOptions().find(name);
  if (option == configOptions().end()) {
    throw ConfigError("unknown option --" + std::string(name) + "; see --help");
  }
  apply(config, name, option->second, value);
}

void readConfigFile(Config& config, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  const auto json = protocol::readStrictJson(text.str(), {.bytes = 65'536, .depth = 2});
  if (!file || !json || !json->is_object()) {
    throw ConfigError("the configuration file " + path + " is no JSON object, or cannot be read");
  }
  for (const auto& [name, value] : json->items()) {
    const auto option = configOptions().find(name);
    if (option == configOptions().end()) {
      throw ConfigError("the configuration file has an unknown entry '" + name + "'");
    }
    const auto one = [&](const nlohmann::json& item) {
      if (!item.is_string() && !item.is_number_integer()) {
        throw ConfigError("the entry '" + option->first + "' is neither text nor a whole number");
      }
      apply(config, option->first, option->second,
            item.is_string() ? item.get<std::string>() : item.dump());
    };
    if (value.is_array() && option->second.repeatable) {
      for (const auto& item : value) {
        one(item);
      }
    } else {
      one(value);
    }
  }
}

Command parseCommand(std::span<const std::string> arguments) {
  Config config;
  std::vector<std::pair<std::string, std::string>> given;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--help" || argument == "-h") {
      return ShowHelp{};
    }
    if (argument == "--version") {
      return ShowVersion{};
    }
    if (argument == "--make-tls") {
      if (i + 2 >= arguments.size()) {
        throw ConfigError("--make-tls takes a folder and at least one host name or address");
      }
      return MakeTls{arguments[i + 1],
                     {arguments.begin() + static_cast<std::ptrdiff_t>(i) + 2, arguments.end()}};
    }
    if (!argument.starts_with("--") || i + 1 >= arguments.size()) {
      throw ConfigError("'" + argument + "' is no option, or lacks its value; see --help");
    }
    const std::string& value = arguments[++i];
    if (argument == "--config") {
      readConfigFile(config, value);
      continue;
    }
    given.emplace_back(argument.substr(2), value);
  }
  for (const auto& [name, value] : given) {
    setOption(config, name, value);
  }
  if (config.termsVersions.empty()) {
    config.termsVersions.emplace_back(protocol::kTermsVersion);
  }
  if (config.helpDesk.empty()) {
    config.helpDesk = kNoHelpDesk;
  }
  check(config);
  return config;
}

std::string helpText() {
  std::string text =
      "usage: madoguchi-backend [--config FILE] OPTIONS...\n"
      "       madoguchi-backend --make-tls DIR HOST...\n\n"
      "Receives registrations and applications over HTTPS. When it is ready, it prints one line "
      "of\n"
      "JSON with the address and port. SIGTERM and SIGINT stop it after the requests that are\n"
      "running; SIGHUP makes it read certificate and key, --data-keys and --procedure-facts anew, "
      "and\n"
      "go on in a new file of the log.\n\n";
  for (const auto& [name, option] : configOptions()) {
    std::string head = "  --" + name + ' ' + std::string(option.placeholder);
    constexpr std::size_t kColumn = 28;
    head.resize(std::max(head.size() + 1, kColumn), ' ');
    text += head + std::string(option.help) + '\n';
  }
  text +=
      "  --config FILE             a JSON object with these options by name; options given here "
      "win\n"
      "  --make-tls DIR HOST...    write ca.pem, server.pem and server.key for a demonstration\n"
      "  --help, --version\n\n"
      "Exit codes: 0 done, or stopped as asked; 1 could not start (certificate, trust, database, "
      "port);\n"
      "2 wrong options or configuration.\n";
  return text;
}

}  // namespace madoguchi::backend
