#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "backend/core/ip_address.h"
#include "backend/core/origin.h"
#include "backend/core/password_hash.h"

namespace madoguchi::backend {

struct Config {
  std::string host = "127.0.0.1";
  int port = 8443;                     ///< 0 = any free one
  std::filesystem::path certificate;   ///< PEM, the server's certificate and its chain
  std::filesystem::path key;           ///< PEM
  HostAndPort origin{"localhost", 0};  ///< port 0 stands for the port that was taken
  std::string database;                ///< SOCI connection string
  std::filesystem::path trust;
  std::vector<std::string> termsVersions;
  std::filesystem::path mailFolder;  ///< either this or smtpUrl
  std::string smtpUrl;               ///< smtp://host:port or smtps://host:port
  std::filesystem::path smtpLogin;   ///< two lines: user and password
  std::filesystem::path smtpCa;      ///< PEM; empty = the system's
  std::string mailFrom;
  std::string helpDesk;                   ///< as mails and clients name it: number, hours, page
  std::filesystem::path announcements;    ///< JSON file; empty = none
  std::size_t maxBody = 65'536;           ///< bytes; a registration is about 12,000
  int rateLimit = 120;                    ///< requests a minute and address; 0 = none
  std::vector<IpAddress> trustedProxies;  ///< whose X-Forwarded-For is believed
  int connectionsPerAddress = 100;        ///< at once; but not of trusted proxies
  int threads = 32;
  int requestSeconds = 30;  ///< for one request, from its first byte or the handshake
  PasswordCost passwords;
  std::string log = "-";  ///< file, or - for standard error
};

struct MakeTls {
  std::filesystem::path folder;
  std::vector<std::string> hosts;
};
/// What an operator asks about mails that did not leave.
struct MailTask {
  enum class Kind : std::uint8_t { list, sendAgain, stop, allow };
  Kind kind = Kind::list;
  std::string id = {};        ///< of sendAgain, or "all"
  std::string database = {};  ///< SOCI connection string
};
struct ShowHelp {};
struct ShowVersion {};

using Command = std::variant<Config, MakeTls, MailTask, ShowHelp, ShowVersion>;

class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The command line without the program's name. Options win over the file of --config, whatever
/// their order. Throws ConfigError with a message for people.
Command parseCommand(std::span<const std::string> arguments);
std::string helpText();

}  // namespace madoguchi::backend
