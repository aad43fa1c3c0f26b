#include "backend/core/config.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string_view>

#include "backend/core/mail_address.h"
#include "protocol/strict_json.h"
#include "protocol/terms_version.h"

namespace madoguchi::backend {
namespace {

/// Nobody's number: what mails of a demonstration name.
constexpr std::string_view kNoHelpDesk = "00-0000-0000";

int number(std::string_view option, std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw ConfigError(std::string(option) + " takes a number from " + std::to_string(least) +
                      " to " + std::to_string(most) + ", not '" + std::string(text) + "'");
  }
  return value;
}

void setListen(Config& config, const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) {
    throw ConfigError("listen takes HOST:PORT, not '" + text + "'");
  }
  config.host = text.substr(0, colon);
  if (config.host.size() > 2 && config.host.front() == '[' && config.host.back() == ']') {
    config.host = config.host.substr(1, config.host.size() - 2);
  }
  config.port = number("listen", std::string_view(text).substr(colon + 1), 0, 65'535);
}

void setOrigin(Config& config, const std::string& text) {
  const auto origin = parseOrigin(text);
  if (!origin) {
    throw ConfigError("--origin takes https://host[:port] in ASCII, without a path");
  }
  config.origin = *origin;
}

void setSmtp(Config& config, const std::string& text) {
  const std::size_t behindScheme = text.find("//") + 2;
  const bool known = text.starts_with("smtp://") || text.starts_with("smtps://");
  // What stands behind a "/" is the name that this machine gives itself.
  const auto server = known ? parseHostAndPort(std::string_view(text).substr(
                                  behindScheme, text.find('/', behindScheme) - behindScheme))
                            : std::nullopt;
  if (!server || server->port == 0) {
    throw ConfigError("--smtp takes smtp://host:port or smtps://host:port");
  }
  config.smtpUrl = text;
}

/// As clients say it in what they sign, and as it is stored.
void addTermsVersion(Config& config, const std::string& text) {
  constexpr std::size_t kLongest = 64;
  if (text.size() > kLongest || text.find(' ') != std::string::npos) {
    throw ConfigError("--terms-version takes at most 64 characters without blanks");
  }
  config.termsVersions.push_back(text);
}

IpAddress address(std::string_view option, const std::string& text) {
  const auto parsed = parseIpAddress(text);
  if (!parsed) {
    throw ConfigError(std::string(option) + " takes an IP address, not '" + text + "'");
  }
  return *parsed;
}

struct Option {
  std::string_view placeholder;
  std::string_view help;
  std::function<void(Config&, const std::string&)> set;
  bool repeatable = false;
};

/// By name: "--name VALUE" on the command line, "name": value in the file.
const std::map<std::string, Option, std::less<>>& options() {
  static const std::map<std::string, Option, std::less<>> all = {
      {"listen",
       {"HOST:PORT", "address to listen on (127.0.0.1:8443); port 0 takes a free one", setListen}},
      {"certificate",
       {"PEM", "certificate of this server, with its chain",
        [](Config& c, const std::string& v) { c.certificate = v; }}},
      {"key", {"PEM", "its private key", [](Config& c, const std::string& v) { c.key = v; }}},
      {"origin",
       {"URL", "https://host[:port] that clients use; port 0 stands for the one taken", setOrigin}},
      {"database",
       {"CONNECTION", "sqlite3://db=FILE or another SOCI connection string",
        [](Config& c, const std::string& v) { c.database = v; }}},
      {"trust",
       {"DIR", "signing/, authentication/ (CA certificates) and crl/",
        [](Config& c, const std::string& v) { c.trust = v; }}},
      {"terms-version",
       {"VERSION", "an accepted version of the terms of use (the sample's); may be repeated",
        addTermsVersion, true}},
      {"mail-dir",
       {"DIR", "write mails there instead of sending them",
        [](Config& c, const std::string& v) { c.mailFolder = v; }}},
      {"smtp", {"URL", "smtp://host:port or smtps://host:port", setSmtp}},
      {"smtp-login",
       {"FILE", "two lines: user and password; TLS is then demanded",
        [](Config& c, const std::string& v) { c.smtpLogin = v; }}},
      {"smtp-ca",
       {"PEM", "CA of the mail server, where it is not one of the system's",
        [](Config& c, const std::string& v) { c.smtpCa = v; }}},
      {"mail-from",
       {"ADDRESS", "sender of the mails", [](Config& c, const std::string& v) { c.mailFrom = v; }}},
      {"help-desk",
       {"TEXT", "how to reach the help desk (number, hours, page), for mails and clients",
        [](Config& c, const std::string& v) { c.helpDesk = v; }}},
      {"announcements",
       {"FILE", "JSON file with the announcements",
        [](Config& c, const std::string& v) { c.announcements = v; }}},
      {"max-body",
       {"BYTES", "longest request body (65536)",
        [](Config& c, const std::string& v) {
          c.maxBody = static_cast<std::size_t>(number("max-body", v, 1024, 16 * 1024 * 1024));
        }}},
      {"rate-limit",
       {"N", "requests a minute from one address (120); 0 = no limit",
        [](Config& c, const std::string& v) {
          c.rateLimit = number("rate-limit", v, 0, 1'000'000);
        }}},
      {"trusted-proxy",
       {"ADDRESS", "its X-Forwarded-For is believed; may be repeated",
        [](Config& c, const std::string& v) {
          c.trustedProxies.push_back(address("trusted-proxy", v));
        },
        true}},
      {"connections-per-address",
       {"N", "connections at once from one address (100), but not from trusted proxies",
        [](Config& c, const std::string& v) {
          c.connectionsPerAddress = number("connections-per-address", v, 1, 100'000);
        }}},
      {"threads",
       {"N", "requests served at once (32)",
        [](Config& c, const std::string& v) { c.threads = number("threads", v, 1, 500); }}},
      {"request-seconds",
       {"N", "longest time for one request (30)",
        [](Config& c, const std::string& v) {
          c.requestSeconds = number("request-seconds", v, 1, 600);
        }}},
      // From what libsodium takes at least, for tests; more than 4 GiB is a typing error.
      {"password-memory",
       {"KIB", "memory that one password takes (65536)",
        [](Config& c, const std::string& v) {
          c.passwords.memory =
              static_cast<std::size_t>(number("password-memory", v, 8, 4 * 1024 * 1024)) * 1024;
        }}},
      {"password-passes",
       {"N", "passes over that memory (3)",
        [](Config& c, const std::string& v) {
          c.passwords.passes = number("password-passes", v, 1, 100);
        }}},
      {"passwords-at-once",
       {"N", "passwords looked at in one moment (4); the others wait",
        [](Config& c, const std::string& v) {
          c.passwords.atOnce = static_cast<std::size_t>(number("passwords-at-once", v, 1, 500));
        }}},
      {"log",
       {"FILE|-", "JSON lines; - is standard error",
        [](Config& c, const std::string& v) { c.log = v; }}},
  };
  return all;
}

bool isControl(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }

/// No option means something by an empty value, or by what cannot be seen.
void apply(Config& config, std::string_view name, const Option& option, const std::string& value) {
  if (value.empty() || std::ranges::any_of(value, isControl)) {
    throw ConfigError("--" + std::string(name) + " has an empty value or control characters");
  }
  option.set(config, value);
}

void applyFile(Config& config, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  const auto json = protocol::readStrictJson(text.str(), {.bytes = 65'536, .depth = 2});
  if (!file || !json || !json->is_object()) {
    throw ConfigError("the configuration file " + path + " is no JSON object, or cannot be read");
  }
  for (const auto& [name, value] : json->items()) {
    const auto option = options().find(name);
    if (option == options().end()) {
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

/// By name; each ends the program when it is done.
const std::map<std::string, MailTask::Kind, std::less<>>& mailTasks() {
  static const std::map<std::string, MailTask::Kind, std::less<>> all = {
      {"--unsent-mails", MailTask::Kind::list},
      {"--send-again", MailTask::Kind::sendAgain},
      {"--stop-mails", MailTask::Kind::stop},
      {"--allow-mails", MailTask::Kind::allow}};
  return all;
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

void check(const Config& config) {
  demand(!config.certificate.empty(), "certificate");
  demand(!config.key.empty(), "key");
  demand(!config.database.empty(), "database");
  demand(!config.trust.empty(), "trust");
  demand(!config.mailFrom.empty(), "mail-from");
  if (config.mailFolder.empty() == config.smtpUrl.empty()) {
    throw ConfigError("give either --mail-dir or --smtp");
  }
  if (!isMailAddress(config.mailFrom)) {
    throw ConfigError("--mail-from is no mail address");
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

Command parseCommand(std::span<const std::string> arguments) {
  Config config;
  std::vector<std::pair<decltype(options().begin()), std::string>> given;
  std::optional<MailTask> task;
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
    const auto named = mailTasks().find(argument);
    if (named != mailTasks().end()) {
      task = MailTask{named->second};
      if (named->second != MailTask::Kind::sendAgain) {
        continue;
      }
    }
    if (!argument.starts_with("--") || i + 1 >= arguments.size()) {
      throw ConfigError("'" + argument + "' is no option, or lacks its value; see --help");
    }
    const std::string& value = arguments[++i];
    if (named != mailTasks().end()) {
      task->id = value;
      continue;
    }
    if (argument == "--config") {
      applyFile(config, value);
      continue;
    }
    const auto option = options().find(std::string_view(argument).substr(2));
    if (option == options().end()) {
      throw ConfigError("unknown option " + argument + "; see --help");
    }
    given.emplace_back(option, value);
  }
  for (const auto& [option, value] : given) {
    apply(config, option->first, option->second, value);
  }
  if (task) {
    demand(!config.database.empty(), "database");
    task->database = config.database;
    return *task;
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
      "       madoguchi-backend --make-tls DIR HOST...\n"
      "       madoguchi-backend --config FILE --unsent-mails | --send-again ID|all |\n"
      "                         --stop-mails | --allow-mails\n\n"
      "Receives registrations over HTTPS. When it is ready, it prints one line of JSON with the "
      "address\n"
      "and port. SIGTERM and SIGINT stop it after the requests that are running.\n\n";
  for (const auto& [name, option] : options()) {
    std::string head = "  --" + name + ' ' + std::string(option.placeholder);
    constexpr std::size_t kColumn = 28;
    head.resize(std::max(head.size() + 1, kColumn), ' ');
    text += head + std::string(option.help) + '\n';
  }
  text +=
      "  --config FILE             a JSON object with these options by name; options given here "
      "win\n"
      "  --make-tls DIR HOST...    write ca.pem, server.pem and server.key for a demonstration\n"
      "  --unsent-mails            list the mails that were refused, given up or held back, one "
      "JSON "
      "object\n"
      "                            a line; may be called while the service runs\n"
      "  --send-again ID|all       let such a mail wait again; the service sends it within a "
      "minute\n"
      "  --stop-mails              read addresses, one a line, whose owners want no more mails "
      "that "
      "anybody\n"
      "                            can cause by typing an address\n"
      "  --allow-mails             read addresses for which that no longer holds\n"
      "  --help, --version\n\n"
      "Exit codes: 0 done, or stopped as asked; 1 could not start (certificate, trust, database, "
      "port),\n"
      "or there is no such mail or address; 2 wrong options or configuration.\n";
  return text;
}

}  // namespace madoguchi::backend
