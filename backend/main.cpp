#include <curl/curl.h>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <memory>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>

#include "backend/accounts/nonces.h"
#include "backend/core/config.h"
#include "backend/core/data_keys.h"
#include "backend/core/file_state.h"
#include "backend/core/standard_files.h"
#include "backend/core/structured_log.h"
#include "backend/files/file_store.h"
#include "backend/filing/draft_content.h"
#include "backend/housekeeping.h"
#include "backend/http/server.h"
#include "backend/http/tls_files.h"
#include "backend/mail/mail_sender.h"
#include "backend/metrics/outbox_gauges.h"
#include "backend/metrics/scrape_server.h"
#include "backend/rooms/account/account_endpoints.h"
#include "backend/rooms/account/information_service.h"
#include "backend/rooms/home/announcements.h"
#include "backend/rooms/home/home_endpoints.h"
#include "backend/rooms/login/card_login.h"
#include "backend/rooms/login/login_endpoints.h"
#include "backend/rooms/login/login_service.h"
#include "backend/rooms/password/password_endpoints.h"
#include "backend/rooms/password/password_service.h"
#include "backend/rooms/registration/registration_endpoints.h"
#include "backend/rooms/registration/registration_service.h"
#include "backend/storage/storage.h"
#include "backend/take_applications.h"
#include "backend/trust/trust_store.h"

namespace {

using namespace madoguchi::backend;

constexpr int kCouldNotStart = 1;
constexpr int kWrongOptions = 2;

/// What the program may leave behind, and what it may use.
void limitProcess() {
  umask(077);                     // database, mails and logs are the service's alone
  prctl(PR_SET_DUMPABLE, 0);      // no core dump with people's data
  std::signal(SIGCHLD, SIG_DFL);  // ignored, as some parents have it, no program's end is learned
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a fault of one request
  rlimit files{};                 // each connection is one, and nothing here waits with select()
  if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
  }
}

/// The signals that are waited for, blocked in all threads started from now on.
sigset_t blockSignals() {
  sigset_t awaited;
  sigemptyset(&awaited);
  sigaddset(&awaited, SIGTERM);
  sigaddset(&awaited, SIGINT);
  sigaddset(&awaited, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &awaited, nullptr);
  return awaited;
}

/// It serves all the same: whoever has a CA of their own knows better. `host` is empty where a
/// proxy meets clients with a certificate of its own.
void tellDoubts(const HttpServer& server, const std::string& host, StructuredLog& log) {
  const auto doubts = host.empty() ? std::vector<std::string>() : server.certificateDoubts(host);
  if (!doubts.empty()) {
    log.error("certificateDoubtful", {{"because", doubts}});
  }
}

/// Gives the signal that ends the service. SIGHUP makes it read its certificate, the data keys and
/// an operator's facts of procedures anew, and go on in a new file of the log; trust folder, data
/// keys and announcements are looked at by themselves, too.
int waitForEnd(const sigset_t& awaited, HttpServer& server, const std::string& host,
               ApplicationRooms* applications, StructuredLog& log) {
  int signal = 0;
  while (sigwait(&awaited, &signal) == 0 && signal == SIGHUP) {
    log.reopen();
    try {
      server.readCertificate();
      tellDoubts(server, host, log);
      if (applications != nullptr) {
        applications->readAnew();
      }
      log.info("reloaded", {{"certificateEnds", rfc3339(server.certificateEnd())}});
    } catch (const std::exception& fault) {
      log.error("reloadFailed", {{"error", fault.what()}});
    }
  }
  return signal;
}

/// Of which one is to raise an alert: to Prometheus a row that begins with 1 has not increased.
constexpr std::array<std::string_view, 10> kAlertingEvents = {
    "applicationUnreadable", "dataKeyMissing", "dataKeysUnreadable",       "filesFailed",
    "filesUnknown",          "jobFailed",      "mailServerRefusesService", "memoryFailed",
    "ocspAnswerRefused",     "ocspUnreachable"};

std::unique_ptr<ScrapeServer> offerMetrics(const std::optional<ListenAddress>& address,
                                           const HttpServer& server, TrustStore& trust,
                                           Metrics& metrics, OutboxGauges& outbox) {
  if (!address) {
    return nullptr;
  }
  for (const std::string_view event : kAlertingEvents) {
    metrics.add(metric::kLogEntries, {"error", event}, 0);
  }
  metrics.add(metric::kDatabaseFailures, {}, 0);
  metrics.set(metric::kBuild, {MADOGUCHI_VERSION}, 1);
  metrics.set(metric::kStarted, {}, static_cast<double>(now().time_since_epoch().count()));
  return std::make_unique<ScrapeServer>(address->host, address->port, [&] {
    outbox.refresh();
    metrics.set(metric::kConnections, {}, static_cast<double>(server.connections()));
    metrics.set(metric::kCertificateEnd, {},
                static_cast<double>(server.certificateEnd().time_since_epoch().count()));
    // Where it cannot be read, nothing is known of it.
    if (const auto end = trust.obstacle() ? std::nullopt : trust.listsEnd()) {
      metrics.set(metric::kRevocationListsEnd, {},
                  static_cast<double>(end->time_since_epoch().count()));
    } else {
      metrics.unset(metric::kRevocationListsEnd, {});
    }
    return metrics.exposition();
  });
}

ServerOptions serverOptions(const Config& config, std::shared_ptr<Metrics> metrics) {
  return {.host = config.host,
          .port = config.port,
          .certificate = config.certificate,
          .key = config.key,
          .rateLimit = config.rateLimit,
          .trustedProxies = config.trustedProxies,
          .proxyProtocol = config.proxyProtocol,
          .threads = static_cast<std::size_t>(config.threads),
          .connectionsPerAddress = static_cast<std::size_t>(config.connectionsPerAddress),
          .spool = "/var/tmp",  // on a disk, unlike /tmp in many places
          .leastClient = config.leastClient,
          .patience = {.request = std::chrono::seconds(config.requestSeconds)},
          .metrics = std::move(metrics)};
}

std::optional<OcspOptions> ocspOptions(const Config& config) {
  return config.ocsp.empty()
             ? std::nullopt
             : std::optional(OcspOptions{.url = config.ocsp, .isDemanded = config.ocspIsDemanded});
}

/// A program that looks at files cannot be started, or the system has nothing left to do it with.
bool isWantOfSystem(const std::exception& fault) {
  const auto* ofSystem = dynamic_cast<const std::system_error*>(&fault);
  return ofSystem != nullptr && dynamic_cast<const std::ios_base::failure*>(&fault) == nullptr;
}

/// Empty for what is no fault of database, disk, trust folder, keys, version or machine.
std::string_view eventOf(const std::exception& fault) {
  if (dynamic_cast<const StorageError*>(&fault) != nullptr) return "databaseFailed";
  if (dynamic_cast<const FileError*>(&fault) != nullptr) return "filesFailed";
  if (dynamic_cast<const MissingKey*>(&fault) != nullptr) return "dataKeyMissing";
  if (dynamic_cast<const KeptByNewer*>(&fault) != nullptr) return "keptByNewer";
  if (dynamic_cast<const MemoryError*>(&fault) != nullptr ||
      dynamic_cast<const std::bad_alloc*>(&fault) != nullptr) {
    return "memoryFailed";
  }
  if (isWantOfSystem(fault)) return "filesFailed";
  return dynamic_cast<const TrustError*>(&fault) != nullptr ? "trustFailed" : "";
}

/// These pass; the client may try again.
std::optional<madoguchi::protocol::Refusal> explainFault(StructuredLog& log,
                                                         const std::exception& fault) {
  const std::string_view event = eventOf(fault);
  if (event.empty()) {
    return std::nullopt;
  }
  log.error(event, {{"error", describe(fault)}});
  return madoguchi::protocol::Refusal{madoguchi::protocol::Reason::unavailable};
}

/// Whether something keeps registrations from being stored; the log says what.
bool tellObstacle(Storage& storage, TrustStore& trust, StructuredLog& log) {
  const auto ofDatabase = storage.obstacle();
  const auto ofTrust = trust.obstacle();
  if (ofDatabase) {
    log.error("databaseFailed", {{"error", *ofDatabase}});
  }
  if (ofTrust) {
    log.error("trustFailed", {{"error", *ofTrust}});
  }
  return ofDatabase || ofTrust;
}

/// What holds secrets or people's data is nobody else's business.
void tellOpenFiles(const Config& config, const Storage& storage, StructuredLog& log) {
  std::vector<std::pair<std::string, std::filesystem::path>> files = {
      {"key", config.key}, {"smtp-login", config.smtpLogin}, {"s3-login", config.s3.login}};
  for (const std::filesystem::path& file : storage.files()) {
    files.emplace_back("database", file);
  }
  for (const auto& [option, file] : files) {
    if (isOpenToOthers(file)) {
      log.error("fileOpenToOthers", {{"option", option}, {"file", file.filename().string()}});
    }
  }
}

int serve(const Config& config) {
  limitProcess();
  const sigset_t awaited = blockSignals();
  const auto metrics = std::make_shared<Metrics>();
  StructuredLog log(config.log, metrics);
  TrustStore trust(config.trust, log, ocspOptions(config));
  Storage storage(config.database, Storage::kSessions, metrics, OldSchema::update,
                  [&log](int from, int to) {
                    log.info("schemaUpgrading", {{"from", from}, {"to", to}});
                  });
  tellOpenFiles(config, storage, log);
  auto transport = config.mailFolder.empty()
                       ? makeSmtpTransport({config.smtpUrl, config.smtpLogin, config.smtpCa})
                       : makeFolderTransport(config.mailFolder);
  HttpServer server(serverOptions(config, metrics), log);
  HostAndPort address = config.origin;
  if (address.port == 0) {
    address.port = server.port();
  }
  const std::string origin = originText(address);
  Nonces nonces(storage);
  RegistrationService service(storage, trust, nonces, {origin, config.termsVersions});
  PasswordHasher hasher(config.passwords);
  CardLogin cardLogin(storage, trust, nonces, origin);
  InformationService information(storage, origin);
  MailSender sender(storage, std::move(transport),
                    {config.mailFrom, config.helpDesk, config.bounces, config.mailSenders}, log);
  std::unique_ptr<ApplicationRooms> applications;
  if (!config.dataKeys.empty()) {
    applications = std::make_unique<ApplicationRooms>(
        ApplicationRooms::Surroundings{.storage = storage,
                                       .trust = trust,
                                       .nonces = nonces,
                                       .origin = origin,
                                       .log = log,
                                       .mailAdded = [&] { sender.wake(); }},
        config);
  }
  const DataKeys* keys = applications != nullptr ? &applications->keys() : nullptr;
  LoginService login(storage, hasher, keys);
  PasswordService passwords(storage, hasher, origin, keys);
  std::vector<Endpoint> endpoints = homeEndpoints(
      {.obstacle = [&] { return tellObstacle(storage, trust, log); },
       .announcements = std::make_shared<Announcements>(config.announcements, log),
       .procedureFacts =
           [&] {
             return applications == nullptr ? std::vector<std::string>() : applications->facts();
           },
       .helpDesk = config.helpDesk,
       .leastClient = config.leastClient});
  std::ranges::move(
      registrationEndpoints(
          {.service = service, .maxBody = config.maxBody, .mailAdded = [&] { sender.wake(); }}),
      std::back_inserter(endpoints));
  std::ranges::move(
      passwordEndpoints(
          {.service = passwords, .origin = origin, .mailAdded = [&] { sender.wake(); }}),
      std::back_inserter(endpoints));
  std::ranges::move(
      loginEndpoints({.password = login, .card = cardLogin, .mailAdded = [&] { sender.wake(); }}),
      std::back_inserter(endpoints));
  std::ranges::move(accountEndpoints({.storage = storage,
                                      .information = information,
                                      .origin = origin,
                                      .mailAdded = [&] { sender.wake(); }}),
                    std::back_inserter(endpoints));
  std::vector<RegularJob> regular = housekeeping();
  if (applications != nullptr) {
    std::ranges::move(applications->endpoints(), std::back_inserter(endpoints));
    std::ranges::move(applications->jobs(), std::back_inserter(regular));
  }
  server.start(
      std::move(endpoints), [&](const std::exception& fault) { return explainFault(log, fault); },
      principalFinder(login));

  const RegularJobs jobs(storage, log, std::move(regular), [&] { sender.wake(); });

  OutboxGauges outbox(storage, *metrics);
  auto scrapes = offerMetrics(config.metrics, server, trust, *metrics, outbox);

  const bool isMet = config.trustedProxies.empty() || config.proxyProtocol;
  const std::string host = isMet ? address.host : std::string();
  tellDoubts(server, host, log);
  log.info("started", {{"port", server.port()}, {"origin", origin}});
  nlohmann::json ready = {{"host", config.host}, {"port", server.port()}, {"origin", origin}};
  if (scrapes) {
    ready["metricsPort"] = scrapes->port();
  }
  std::cout << ready.dump() << std::endl;

  log.info("stopping", {{"signal", waitForEnd(awaited, server, host, applications.get(), log)}});
  scrapes.reset();  // which asks the server
  server.stop();
  return 0;
}

int run(const Command& command) {
  if (std::holds_alternative<ShowHelp>(command)) {
    std::cout << helpText();
  } else if (std::holds_alternative<ShowVersion>(command)) {
    std::cout << "madoguchi-backend " MADOGUCHI_VERSION "\n";
  } else if (const auto* tls = std::get_if<MakeTls>(&command)) {
    makeTlsFiles(tls->folder, tls->hosts);
  } else {
    return serve(std::get<Config>(command));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  occupyStandardFiles();
  unsetenv("SSLKEYLOGFILE");  // into which libcurl would write the secrets of the mail's TLS
  if (sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    std::cerr << "madoguchi-backend: libsodium or libcurl does not start\n";
    return kCouldNotStart;
  }
  try {
    return run(parseCommand(std::vector<std::string>(argv + 1, argv + argc)));
  } catch (const ConfigError& error) {
    std::cerr << "madoguchi-backend: " << error.what() << '\n';
    return kWrongOptions;
  } catch (const std::exception& error) {
    std::cerr << "madoguchi-backend: " << error.what() << '\n';
    return kCouldNotStart;
  }
}
