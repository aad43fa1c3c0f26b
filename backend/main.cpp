#include <curl/curl.h>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "backend/accounts/email_change_store.h"
#include "backend/core/config.h"
#include "backend/core/structured_log.h"
#include "backend/http/server.h"
#include "backend/http/tls_files.h"
#include "backend/jobs/regular_jobs.h"
#include "backend/mail/mail_sender.h"
#include "backend/mail/operator_command.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/account/account_endpoints.h"
#include "backend/rooms/account/information_service.h"
#include "backend/rooms/home/announcements.h"
#include "backend/rooms/home/home_endpoints.h"
#include "backend/rooms/login/card_login.h"
#include "backend/rooms/login/login_endpoints.h"
#include "backend/rooms/login/login_service.h"
#include "backend/rooms/password/expiry_reminders.h"
#include "backend/rooms/password/password_endpoints.h"
#include "backend/rooms/password/password_service.h"
#include "backend/rooms/password/password_store.h"
#include "backend/rooms/registration/registration_endpoints.h"
#include "backend/rooms/registration/registration_service.h"
#include "backend/storage/storage.h"
#include "backend/trust/trust_store.h"

namespace {

using namespace madoguchi::backend;

constexpr int kCouldNotStart = 1;
constexpr int kWrongOptions = 2;
constexpr std::chrono::days kUntilForgotten{30};     // without a first password
constexpr std::chrono::days kWithdrawnMailsStay{7};  // they count for what a mailbox gets
constexpr std::chrono::days kEmailLinksStay{30};     // whoever opens one late is told so

/// What the program may leave behind, and what it may use.
void limitProcess() {
  umask(077);                 // database, mails and logs are the service's alone
  prctl(PR_SET_DUMPABLE, 0);  // no core dump with people's data
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a fault of one request
  rlimit files{};                 // each connection is one, and nothing here waits with select()
  if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
  }
}

/// The signals that stop the service, blocked in all threads started from now on.
sigset_t blockStopSignals() {
  sigset_t stopping;
  sigemptyset(&stopping);
  sigaddset(&stopping, SIGTERM);
  sigaddset(&stopping, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stopping, nullptr);
  return stopping;
}

ServerOptions serverOptions(const Config& config) {
  return {.host = config.host,
          .port = config.port,
          .certificate = config.certificate,
          .key = config.key,
          .rateLimit = config.rateLimit,
          .trustedProxies = config.trustedProxies,
          .threads = static_cast<std::size_t>(config.threads),
          .connectionsPerAddress = static_cast<std::size_t>(config.connectionsPerAddress),
          .spool = "/var/tmp",  // on a disk, unlike /tmp in many places
          .patience = {.request = std::chrono::seconds(config.requestSeconds)}};
}

/// A fault of the database passes; the client may try again.
std::optional<madoguchi::protocol::Refusal> explainFault(StructuredLog& log,
                                                         const std::exception& fault) {
  if (dynamic_cast<const StorageError*>(&fault) == nullptr) {
    return std::nullopt;
  }
  log.error("databaseFailed", {{"error", describe(fault)}});
  return madoguchi::protocol::Refusal{madoguchi::protocol::Reason::unavailable};
}

/// Whether something keeps registrations from being stored; the log says what.
bool tellObstacle(Storage& storage, StructuredLog& log) {
  const auto obstacle = storage.obstacle();
  if (obstacle) {
    log.error("databaseFailed", {{"error", *obstacle}});
  }
  return obstacle.has_value();
}

std::vector<RegularJob> regularJobs() {
  return {{"forgetUnfinishedAccounts",
           [](Transaction& transaction, Seconds time) {
             return forgetUnfinishedAccounts(transaction, time - kUntilForgotten);
           }},
          {"remindOfExpiry", remindOfExpiry},
          {"forgetEmailChanges",
           [](Transaction& transaction, Seconds time) {
             return forgetEmailChanges(transaction, time - kEmailLinksStay);
           }},
          {"forgetWithdrawnMails", [](Transaction& transaction, Seconds time) {
             return forgetWithdrawnMails(transaction, time - kWithdrawnMailsStay);
           }}};
}

int serve(const Config& config) {
  limitProcess();
  const sigset_t stopSignals = blockStopSignals();
  StructuredLog log(config.log);
  TrustStore trust(config.trust, log);
  Storage storage(config.database);
  auto transport = config.mailFolder.empty()
                       ? makeSmtpTransport({config.smtpUrl, config.smtpLogin, config.smtpCa})
                       : makeFolderTransport(config.mailFolder);
  HttpServer server(serverOptions(config), log);
  HostAndPort address = config.origin;
  if (address.port == 0) {
    address.port = server.port();
  }
  const std::string origin = originText(address);
  RegistrationService service(storage, trust, {origin, config.termsVersions});
  PasswordHasher hasher(config.passwords);
  LoginService login(storage, hasher);
  CardLogin cardLogin(storage, trust, origin);
  PasswordService passwords(storage, hasher, origin);
  InformationService information(storage, origin);
  MailSender sender(storage, std::move(transport), {config.mailFrom, config.helpDesk}, log);
  std::vector<Endpoint> endpoints =
      homeEndpoints({.obstacle = [&] { return tellObstacle(storage, log); },
                     .announcements = std::make_shared<Announcements>(config.announcements, log),
                     .helpDesk = config.helpDesk});
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
  server.start(
      std::move(endpoints), [&](const std::exception& fault) { return explainFault(log, fault); },
      principalFinder(login));

  const RegularJobs jobs(storage, log, regularJobs());

  log.info("started", {{"port", server.port()}, {"origin", origin}});
  const nlohmann::json ready = {{"host", config.host}, {"port", server.port()}, {"origin", origin}};
  std::cout << ready.dump() << std::endl;

  int signal = 0;
  sigwait(&stopSignals, &signal);
  log.info("stopping", {{"signal", signal}});
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
  } else if (const auto* task = std::get_if<MailTask>(&command)) {
    limitProcess();
    return runMailTask(*task, std::cin, std::cout, std::cerr);
  } else {
    return serve(std::get<Config>(command));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
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
