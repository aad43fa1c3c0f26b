#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/core/ip_address.h"
#include "backend/core/origin.h"
#include "backend/core/password_hash.h"
#include "protocol/client_version.h"

namespace madoguchi::backend {

/// The longest time that a request can be given (request-seconds), and what a piece of a file that
/// comes slowly has besides.
inline constexpr std::chrono::seconds kMostRequestTime{600};
inline constexpr std::chrono::seconds kMostPieceTime{64};
/// By then all has been stored that requests do which began before, whatever the clocks of several
/// machines say.
inline constexpr std::chrono::seconds kUntilRequestsEnded =
    std::chrono::ceil<std::chrono::minutes>(kMostRequestTime + kMostPieceTime + kClocksDiffer);

struct ListenAddress {
  std::string host;
  int port = 0;  ///< 0 = any free one
};

/// An object store in place of a folder; see S3Settings.
struct S3Options {
  std::string endpoint = {};  ///< "https://host[:port]"; empty: none
  std::string bucket = {};
  std::string region = "us-east-1";
  std::filesystem::path login = {};  ///< two lines: key and secret
  std::filesystem::path ca = {};     ///< PEM; empty = the system's
};

struct Config {
  std::string host = "127.0.0.1";
  int port = 8443;                     ///< 0 = any free one
  std::filesystem::path certificate;   ///< PEM, the server's certificate and its chain
  std::filesystem::path key;           ///< PEM
  HostAndPort origin{"localhost", 0};  ///< port 0 stands for the port that was taken
  std::string database;                ///< SOCI connection string
  std::filesystem::path trust;
  std::string ocsp;                ///< URL of the CA's responder; empty = revocation lists alone
  bool ocspIsDemanded = false;     ///< where it gives no answer, nobody is let in
  std::filesystem::path dataKeys;  ///< see DataKeys; empty = no applications are taken
  std::filesystem::path files;     ///< folder of attachments, where applications are taken, …
  S3Options s3;                    ///< … or this
  std::string clamd;               ///< see VirusScanner; empty = nobody looks for viruses
  std::filesystem::path procedureFacts;  ///< see OperatorFacts; empty = none
  std::vector<std::string> termsVersions;
  std::filesystem::path mailFolder;  ///< either this or smtpUrl
  std::string smtpUrl;               ///< smtp://host:port or smtps://host:port
  std::filesystem::path smtpLogin;   ///< two lines: user and password
  std::filesystem::path smtpCa;      ///< PEM; empty = the system's
  int mailSenders = 4;               ///< mails that leave at the same time
  std::string mailFrom;
  std::string bounces;   ///< mailbox of return paths; empty = mailFrom
  std::string helpDesk;  ///< as mails and clients name it: number, hours, page
  std::optional<protocol::Version> leastClient;  ///< that is still accepted; none = any
  std::filesystem::path announcements;           ///< JSON file; empty = none
  std::size_t maxBody = 65'536;           ///< bytes of a registration, which has about 12,000
  int rateLimit = 120;                    ///< tokens a minute and address, see Cost; 0 = no limit
  std::vector<IpAddress> trustedProxies;  ///< whose X-Forwarded-For, or PROXY header, is believed
  bool proxyProtocol = false;             ///< they say who comes by a PROXY header before all else
  int connectionsPerAddress = 100;        ///< at once; but not of trusted proxies
  int threads = 32;
  int requestSeconds = 30;  ///< for one request, from its first byte or the handshake
  PasswordCost passwords;
  std::string log = "-";                 ///< file, or - for standard error
  std::optional<ListenAddress> metrics;  ///< plain HTTP for Prometheus; none = nowhere
};

struct MakeTls {
  std::filesystem::path folder;
  std::vector<std::string> hosts;
};
struct ShowHelp {};
struct ShowVersion {};

using Command = std::variant<Config, MakeTls, ShowHelp, ShowVersion>;

class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Sets an option by its name. Throws ConfigError with a message for people, as the others do.
void setOption(Config& config, std::string_view name, const std::string& value);
/// The options of a file as --config names it; whether they are all that is needed is not asked.
void readConfigFile(Config& config, const std::string& path);

/// The command line without the program's name. Options win over the file of --config, whatever
/// their order.
Command parseCommand(std::span<const std::string> arguments);
std::string helpText();

}  // namespace madoguchi::backend
