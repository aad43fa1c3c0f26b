#include "backend/core/config_options.h"

#include <algorithm>
#include <charconv>

#include "protocol/announcement.h"
#include "protocol/ascii.h"

namespace madoguchi::backend {
namespace {

int number(std::string_view option, std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw ConfigError(std::string(option) + " takes a number from " + std::to_string(least) +
                      " to " + std::to_string(most) + ", not '" + std::string(text) + "'");
  }
  return value;
}

ListenAddress listenAddress(const std::string& option, const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) {
    throw ConfigError(option + " takes HOST:PORT, not '" + text + "'");
  }
  std::string host = text.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  return {std::move(host), number(option, std::string_view(text).substr(colon + 1), 0, 65'535)};
}

void setListen(Config& config, const std::string& text) {
  ListenAddress address = listenAddress("listen", text);
  config.host = std::move(address.host);
  config.port = address.port;
}

bool yesOrNo(std::string_view option, const std::string& text) {
  if (text != "yes" && text != "no") {
    throw ConfigError(std::string(option) + " takes yes or no, not '" + text + "'");
  }
  return text == "yes";
}

/// Not repeated where it is none: a password may stand in it.
void setDatabase(Config& config, const std::string& text) {
  if (!text.starts_with("sqlite3://") && !text.starts_with("postgresql://")) {
    throw ConfigError("--database takes sqlite3://… or postgresql://…");
  }
  config.database = text;
}

/// An address behind its scheme, taken apart at the first "/".
struct BehindScheme {
  std::optional<HostAndPort> server;
  std::string_view rest;
};

BehindScheme behindScheme(std::string_view text) {
  text.remove_prefix(text.find("//") + 2);
  const std::size_t slash = std::min(text.find('/'), text.size());
  return {parseHostAndPort(text.substr(0, slash)), text.substr(slash)};
}

/// RFC 3986, without a fragment.
bool isPathAndQuery(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    constexpr std::string_view kMarks = "/?:@-._~!$&'()*+,;=%";
    return protocol::isLetterOrDigit(c) || kMarks.find(c) != kMarks.npos;
  });
}

void setOcsp(Config& config, const std::string& text) {
  const bool known = text.starts_with("http://") || text.starts_with("https://");
  const BehindScheme parts = known ? behindScheme(text) : BehindScheme();
  if (!parts.server || parts.server->port == 0 || !isPathAndQuery(parts.rest)) {
    throw ConfigError("--ocsp takes http://host[:port][/path] or https://…");
  }
  config.ocsp = text;
}

void setOrigin(Config& config, const std::string& text) {
  const auto origin = parseOrigin(text);
  if (!origin) {
    throw ConfigError("--origin takes https://host[:port] in ASCII, without a path");
  }
  config.origin = *origin;
}

/// Without TLS on this machine only: what is sent is sealed, but how it is asked for is not.
void setEndpoint(Config& config, const std::string& text) {
  const bool inClear = text.starts_with("http://");
  const auto address =
      inClear ? parseHostAndPort(std::string_view(text).substr(7)) : parseOrigin(text);
  const bool here = address && (address->host == "127.0.0.1" || address->host == "localhost" ||
                                address->host == "[::1]");
  if (!address || (inClear && !here)) {
    throw ConfigError("s3-endpoint takes https://host[:port], or http:// of this machine");
  }
  config.s3.endpoint = text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
}

void setClamd(Config& config, const std::string& text) {
  if (!text.starts_with('/')) {
    listenAddress("clamd", text);
  }
  config.clamd = text;
}

void setSmtp(Config& config, const std::string& text) {
  const bool known = text.starts_with("smtp://") || text.starts_with("smtps://");
  const BehindScheme parts = known ? behindScheme(text) : BehindScheme();
  // What stands behind a "/" is the name that this machine gives itself.
  const std::string_view own = parts.rest.substr(std::min<std::size_t>(parts.rest.size(), 1));
  const auto named = parseHostAndPort(own);
  if (!parts.server || parts.server->port == 0 || !(own.empty() || (named && !named->port))) {
    throw ConfigError("--smtp takes smtp://host:port or smtps://host:port, and a name behind /");
  }
  config.smtpUrl = text;
}

/// As mails and clients show it.
void setHelpDesk(Config& config, const std::string& text) {
  if (!protocol::isForEverybody(text)) {
    throw ConfigError(
        "--help-desk takes text in UTF-8 to be read by everybody, without changes of direction");
  }
  config.helpDesk = text;
}

/// It becomes part of an address.
std::string storeName(std::string_view option, const std::string& text) {
  constexpr std::size_t kLongest = 63;
  const bool good = text.size() <= kLongest && std::ranges::all_of(text, [](char c) {
                      return protocol::isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
                    });
  if (!good || text.front() == '.') {
    throw ConfigError(std::string(option) + " takes letters, digits and -._");
  }
  return text;
}

/// As clients say it in what they sign, and as it is stored.
void addTermsVersion(Config& config, const std::string& text) {
  constexpr std::size_t kLongest = 64;
  if (text.size() > kLongest || text.find(' ') != std::string::npos) {
    throw ConfigError("--terms-version takes at most 64 characters without blanks");
  }
  config.termsVersions.push_back(text);
}

void setLeastClient(Config& config, const std::string& text) {
  config.leastClient = protocol::readVersion(text);
  if (!config.leastClient) {
    throw ConfigError("--least-client takes a version like 1.12.3, not '" + text + "'");
  }
}

IpAddress address(std::string_view option, const std::string& text) {
  const auto parsed = parseIpAddress(text);
  if (!parsed) {
    throw ConfigError(std::string(option) + " takes an IP address, not '" + text + "'");
  }
  return *parsed;
}

}  // namespace

const std::map<std::string, ConfigOption, std::less<>>& configOptions() {
  static const std::map<std::string, ConfigOption, std::less<>> all = {
      {"listen",
       {"HOST:PORT", "address to listen on (127.0.0.1:8443); port 0 takes a free one", setListen}},
      {"certificate",
       {"PEM", "certificate of this server, with its chain",
        [](Config& c, const std::string& v) { c.certificate = v; }}},
      {"key", {"PEM", "its private key", [](Config& c, const std::string& v) { c.key = v; }}},
      {"origin",
       {"URL", "https://host[:port] that clients use; port 0 stands for the one taken", setOrigin}},
      {"database",
       {"CONNECTION", "SOCI's connection string: sqlite3://db=FILE or postgresql://…",
        setDatabase}},
      {"trust",
       {"DIR", "signing/, authentication/ (CA certificates) and crl/",
        [](Config& c, const std::string& v) { c.trust = v; }}},
      {"ocsp",
       {"URL", "responder of the CA that is asked besides the revocation lists (none)", setOcsp}},
      {"ocsp-demanded",
       {"yes|no", "let nobody in for whom it gives no answer, whatever the lists say (no)",
        [](Config& c, const std::string& v) { c.ocspIsDemanded = yesOrNo("ocsp-demanded", v); }}},
      {"data-keys",
       {"FILE",
        "keys with which drafts and attachments rest: a line of ID and 32 bytes in base64 "
        "each, the first for what is new; with --files, applications are taken",
        [](Config& c, const std::string& v) { c.dataKeys = v; }}},
      {"files",
       {"DIR", "folder for the attachments of applications, which the service makes",
        [](Config& c, const std::string& v) { c.files = v; }}},
      {"s3-endpoint",
       {"URL",
        "an object store for them in place of a folder: https://host[:port] of S3's protocol",
        setEndpoint}},
      {"s3-bucket",
       {"NAME", "its bucket, which is there",
        [](Config& c, const std::string& v) { c.s3.bucket = storeName("s3-bucket", v); }}},
      {"s3-region",
       {"NAME", "its region (us-east-1)",
        [](Config& c, const std::string& v) { c.s3.region = storeName("s3-region", v); }}},
      {"s3-login",
       {"FILE", "two lines: key and secret",
        [](Config& c, const std::string& v) { c.s3.login = v; }}},
      {"s3-ca",
       {"PEM", "CA of the object store, where it is not one of the system's",
        [](Config& c, const std::string& v) { c.s3.ca = v; }}},
      {"clamd",
       {"PATH|HOST:PORT", "clamd, which looks for viruses in attachments (nobody does)", setClamd}},
      {"procedure-facts",
       {"FILE", "own rows of fees, limits, photos, addresses, eligibility; read anew on SIGHUP",
        [](Config& c, const std::string& v) { c.procedureFacts = v; }}},
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
      {"mail-senders",
       {"N", "mails that leave at the same time, each over a connection of its own (4)",
        [](Config& c, const std::string& v) {
          c.mailSenders = number("mail-senders", v, 1, 100);
        }}},
      {"mail-from",
       {"ADDRESS", "sender of the mails", [](Config& c, const std::string& v) { c.mailFrom = v; }}},
      {"bounces",
       {"ADDRESS", "mailbox for mails that come back: ADDRESS is sent from with an id behind a +",
        [](Config& c, const std::string& v) { c.bounces = v; }}},
      {"help-desk",
       {"TEXT", "how to reach the help desk (number, hours, page), for mails and clients",
        setHelpDesk}},
      {"least-client",
       {"N.N.N", "least version of the client that is still accepted (any)", setLeastClient}},
      {"announcements",
       {"FILE", "JSON file with the announcements",
        [](Config& c, const std::string& v) { c.announcements = v; }}},
      {"max-body",
       {"BYTES", "longest body of a registration (65536); those of other requests are fixed",
        [](Config& c, const std::string& v) {
          c.maxBody = static_cast<std::size_t>(number("max-body", v, 1024, 16 * 1024 * 1024));
        }}},
      {"rate-limit",
       {"N",
        "tokens a minute for one address (120), 0 = no limit; a request takes one, where a "
        "password "
        "or a link is asked for ten, GET /v1/health none",
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
       {"N",
        "longest time for one request (30); a piece of a file that comes slowly has a minute more",
        [](Config& c, const std::string& v) {
          c.requestSeconds =
              number("request-seconds", v, 1, static_cast<int>(kMostRequestTime.count()));
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
      {"proxy-protocol",
       {"yes|no",
        "trusted proxies pass TLS through, and say by a PROXY header (version 2) who comes (no)",
        [](Config& c, const std::string& v) { c.proxyProtocol = yesOrNo("proxy-protocol", v); }}},
      {"metrics",
       {"HOST:PORT", "where Prometheus may ask, in plain HTTP (nowhere)",
        [](Config& c, const std::string& v) { c.metrics = listenAddress("metrics", v); }}},
      {"log",
       {"FILE|-", "JSON lines; - is standard error",
        [](Config& c, const std::string& v) { c.log = v; }}},
  };
  return all;
}

}  // namespace madoguchi::backend
