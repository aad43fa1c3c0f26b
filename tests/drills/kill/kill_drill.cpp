// Kills the service, its database or the mail server at random moments (SIGKILL) while people
// register, log in, file applications with their files and hand in the documents that the office
// wants then, and starts it again. Whoever gets no answer asks again with
// the same key, and goes on with a file where it has arrived, as the client does.
// Prints one JSON object. Fails where something that was acknowledged is lost or there twice, where
// a mail or a byte of a file is missing, or where more mails came twice than can be in the air when
// something dies.
//
//   [tests/support/private-postgresql] kill-drill [--rounds N] [--processes N] [--people N]
//   [--pause MS] [--only-database 1]
//
// Over a new file of SQLite, or over the PostgreSQL server that private-postgresql runs it with; or
// over several, of which another one takes the place of the one that dies: tests/drills/failover.
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

#include "backend/core/encoding.h"
#include "backend/storage/session_lease.h"
#include "tests/drills/people.h"
#include "tests/integration/backend/several_backends.h"
#include "tests/integration/backend/smtp_sink.h"

namespace {

using namespace madoguchi;
using namespace madoguchi::test;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// As the service has it without another word (mail-senders).
constexpr int kMailSenders = 4;

struct Plan {
  int rounds = 100;
  int processes = 1;
  int people = 6;   ///< at once
  int pause = 250;  ///< between kills, in milliseconds at most
  int onlyDatabase = 0;
};

Plan planFrom(int argc, char** argv) {
  Plan plan;
  const std::map<std::string, int*> numbers = {{"--rounds", &plan.rounds},
                                               {"--processes", &plan.processes},
                                               {"--people", &plan.people},
                                               {"--pause", &plan.pause},
                                               {"--only-database", &plan.onlyDatabase}};
  for (int i = 1; i < argc; i += 2) {
    const auto number = numbers.find(argv[i]);
    if (number == numbers.end() || i + 1 >= argc) {
      throw std::runtime_error("unknown option " + std::string(argv[i]));
    }
    *number->second = std::stoi(argv[i + 1]);
  }
  return plan;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

class Drill {
 public:
  explicit Drill(const Plan& plan)
      : m_plan(plan),
        m_server(variable("MADOGUCHI_TEST_POSTGRESQL")),
        m_database(m_server.empty()
                       ? "sqlite3://db=" + (m_folder.path() / "drill.db").string() + " timeout=60"
                       : "postgresql://" + m_server),
        m_services(startSeveral(static_cast<std::size_t>(plan.processes), m_database, {},
                                {"--password-memory", "8", "--password-passes", "1", "--files",
                                 files().string(), "--smtp", m_mailServer.url()})) {
    backend::registerDatabases();
    makePeople();
  }

  nlohmann::json run() {
    std::map<std::string, int> killed;
    {
      std::vector<std::jthread> people;
      for (const auto& [id, email] : m_people) {
        people.emplace_back([this, id = id] { live(id); });
      }
      for (int round = 0; round < m_plan.rounds; ++round) {
        std::this_thread::sleep_for(milliseconds(random(20, m_plan.pause)));
        ++killed[killOne()];
      }
      m_stopping = true;
    }
    for (const auto& service : m_services) {
      service->stop();
    }
    const nlohmann::json found = judge();
    return {{"rounds", m_plan.rounds},
            {"killed", killed},
            {"registered", m_acknowledged.size()},
            {"loggedIn", m_logins.load()},
            {"filed", m_filed.size()},
            {"handedIn", m_handedIn.size()},
            {"piecesSentAgain", m_piecesAgain.load()},
            {"askedAgain", m_askedAgain.load()},
            {"mailsTwice", m_mailsTwice},
            {"secondsWithoutDatabase", m_outages},
            {"found", found}};
  }

 private:
  [[nodiscard]] std::filesystem::path files() const { return m_folder.path() / "files"; }
  int random(int least, int most) {
    const std::lock_guard lock(m_mutex);
    return std::uniform_int_distribution(least, most)(m_random);
  }

  void makePeople() {
    for (int i = 0; i < m_plan.people; ++i) {
      const std::string email = "login" + std::to_string(i) + "@mail.example";
      m_people[registerOne(email)] = email;
    }
    const std::string hash = hashOfPassword();
    soci::session sql(m_database);
    sql << "UPDATE accounts SET password_hash = :hash, password_set_at = created_at",
        soci::use(hash);
  }

  /// Asks until it is answered: again and again, of any process.
  LoadClient::Answer ask(std::string_view method, std::string_view path, std::string_view body,
                         std::string_view headers) {
    constexpr int kTries = 600;
    for (int i = 0; i < kTries; ++i) {
      const auto& service = *m_services[static_cast<std::size_t>(random(0, m_plan.processes - 1))];
      const auto begun = Clock::now();
      auto answer =
          LoadClient(m_ports.at(&service), service.ca()).send(method, path, body, headers);
      if (answer.status != 0 && answer.status < 500) {
        noteSuccess(path, begun);
        return answer;
      }
      ++m_askedAgain;
      std::this_thread::sleep_for(milliseconds(random(5, 50)));
    }
    throw std::runtime_error("nobody answers " + std::string(path));
  }
  /// The first registration that was asked for after the database died ends the outage.
  void noteSuccess(std::string_view path, Clock::time_point begun) {
    const std::lock_guard lock(m_mutex);
    if (path == "/v1/registrations" && m_databaseDied && begun > *m_databaseDied) {
      m_outages.push_back(std::chrono::duration<double>(Clock::now() - *m_databaseDied).count());
      m_databaseDied.reset();
    }
  }
  Ask asking() {
    return [this](std::string_view method, std::string_view path, std::string_view body,
                  std::string_view headers) { return ask(method, path, body, headers); };
  }
  std::string registerOne(const std::string& email) {
    const Registered made = registerSomebody(asking(), email);
    const std::lock_guard lock(m_mutex);
    m_acknowledged[made.key] = made.authenticationId;
    return made.authenticationId;
  }
  void comeIn(const std::string& id, bool files) {
    const std::string session = logIn(asking(), id);
    // Nobody else logs in with this ID, so that whatever was killed since, the session is there.
    std::this_thread::sleep_for(milliseconds(random(0, 20)));
    const auto still = ask("GET", "/v1/sessions/current", "", session);
    if (still.status != 200) {
      complain("a session was lost: " + still.body);
    }
    ++m_logins;
    if (files) {
      fileOne(session, m_people.at(id));
    }
  }
  void fileOne(const std::string& session, const std::string& email) {
    const FiledOne filed = fileApplication(asking(), session, email);
    m_piecesAgain += filed.piecesAgain;
    {
      const std::lock_guard lock(m_mutex);
      m_filed[filed.id] = filed.provisionalNumber;
    }
    handIn(session, filed.id, filed.paper);
  }

  /// As the office wants documents, but the mail.
  void wantDocuments(const std::string& application) {
    constexpr int kTries = 600;
    for (int i = 0; i < kTries; ++i) {
      try {
        soci::session sql(m_database);
        soci::transaction transaction(sql);
        const long long now = backend::now().time_since_epoch().count();
        constexpr long long kDay = 24LL * 3600;
        const long long until = now + kDay;
        soci::statement update =
            (sql.prepare << "UPDATE applications SET state = 'documentsWanted', wanted_until ="
                            " :until WHERE id = :id AND state = 'filed'",
             soci::use(until), soci::use(application));
        update.execute(true);
        if (update.get_affected_rows() == 1) {
          sql << "INSERT INTO application_steps (application_id, step, state, happened_at)"
                 " VALUES (:id, 1, 'documentsWanted', :at)",
              soci::use(application), soci::use(now);
        }
        transaction.commit();
        return;
      } catch (const soci::soci_error&) {
        std::this_thread::sleep_for(milliseconds(random(5, 50)));
      }
    }
    throw std::runtime_error("the office has no database");
  }
  void handIn(const std::string& session, const std::string& application,
              const std::string& paper) {
    wantDocuments(application);
    const std::string at = "/v1/applications/" + application;
    m_piecesAgain += sendFile(asking(), session, at, paper, "document");
    const auto taken = ask("POST", at + "/documents", "", session);
    if (taken.status != 200) {
      complain("documents were refused: " + taken.body);
      return;
    }
    const std::lock_guard lock(m_mutex);
    m_handedIn.insert(application);
  }
  void live(const std::string& id) {
    try {
      for (int i = 0; !m_stopping; ++i) {
        if (i % 3 == 2) {
          comeIn(id, i % 2 == 0);
        } else {
          registerOne(id + '.' + std::to_string(i) + "@mail.example");
        }
      }
    } catch (const std::exception& error) {
      complain(error.what());
    }
  }
  void complain(const std::string& what) {
    std::cerr << what << '\n';
    ++m_wrong;
  }

  /// One of the processes, the mail server or the database; says which.
  std::string killOne() {
    const int which =
        m_plan.onlyDatabase != 0 ? -2 : random(m_server.empty() ? -1 : -2, m_plan.processes - 1);
    if (which == -2) {
      killDatabase();
      return "database";
    }
    if (which == -1) {
      m_mailServer.kill();
      m_mailServer.start();
      return "mail server";
    }
    auto& service = *m_services[static_cast<std::size_t>(which)];
    service.kill();
    service.start();
    return "service";
  }
  void killDatabase() {
    const std::filesystem::path folder = variable("MADOGUCHI_TEST_POSTGRESQL_FOLDER");
    // Where there are several, somebody else knows which one, and starts it.
    const auto killer = folder / "kill";
    const bool several = std::filesystem::exists(killer);
    pid_t process = 0;
    if (several) {
      if (runCommand({killer.string()}).exitCode != 0) {
        throw std::runtime_error("there is no primary to kill");
      }
    } else {
      std::ifstream(folder / "data/postmaster.pid") >> process;
      ::kill(process, SIGKILL);
    }
    {
      const std::lock_guard lock(m_mutex);
      m_databaseDied = Clock::now();
    }
    // Not before the last of its processes has noticed.
    constexpr int kTries = 100;
    for (int i = 0;
         !several && i < kTries && runCommand({"bash", (folder / "start").string()}).exitCode != 0;
         ++i) {
      std::this_thread::sleep_for(milliseconds(50));
    }
  }

  /// What is there in the end, when everything that waited has left. A process that dies, or whose
  /// mail server or database does, may have handed over so many mails without noting it.
  nlohmann::json judge() {
    soci::session sql(m_database);
    // What a process had taken when it was killed is its own for 45 seconds more.
    sql << "UPDATE outbox SET next_attempt_at = 0 WHERE state = 'waiting'";
    m_services.front()->start();
    const auto number = [&sql](const std::string& what) {
      long long value = 0;
      sql << "SELECT COUNT(*) FROM " + what, soci::into(value);
      return value;
    };
    while (number("outbox WHERE state = 'waiting'") > 0) {
      std::this_thread::sleep_for(milliseconds(50));
    }
    m_services.front()->stop();
    std::set<std::string> ids;
    long long lost = 0;
    for (const auto& [key, id] : m_acknowledged) {
      ids.insert(id);
      lost += number(
                  "accounts a JOIN idempotency i ON i.account_id = a.id WHERE i.idempotency_key"
                  " = '" +
                  key + "' AND a.authentication_id = '" + id + "'") == 1
                  ? 0
                  : 1;
    }
    for (const auto& [application, provisional] : m_filed) {
      const std::string of = "owner_id = '" + application + "' AND whole = 1";
      lost += number("applications WHERE id = '" + application + "' AND provisional_number = '" +
                     provisional + "'") == 1 &&
                      number("attachments WHERE kind = 'photo' AND " + of) == 1
                  ? 0
                  : 1;
    }
    for (const std::string& application : m_handedIn) {
      const std::string of = "application_id = '" + application + "'";
      lost +=
          number("applications WHERE id = '" + application + "' AND state = 'examination'") == 1 &&
                  number("attachments WHERE kind = 'document' AND whole = 1 AND owner_id = '" +
                         application + "'") == 1 &&
                  number("application_steps WHERE state = 'examination' AND " + of) == 1
              ? 0
              : 1;
    }
    const auto expected = static_cast<long long>(m_acknowledged.size());
    const auto filings = static_cast<long long>(m_filed.size());
    const auto arrived = m_mailServer.arrivals();
    for (const auto& [id, times] : arrived) {
      m_mailsTwice += times - 1;
    }
    return {{"wrongAnswers", m_wrong.load()},
            {"lost", lost},
            {"doubled", number("accounts") - static_cast<long long>(ids.size())},
            {"answersMore", number("idempotency") - expected},
            {"filedMore", number("applications") - filings},
            {"bytesLost", bytesLost(sql)},
            {"mailsMore", number("outbox WHERE kind <> 'applicationFiled'") - expected},
            {"noticesMore", number("outbox WHERE kind = 'applicationFiled'") - filings},
            {"mailsNotSent", number("outbox WHERE state <> 'sent'")},
            {"mailsArrivedMore", static_cast<long long>(arrived.size()) - number("outbox")},
            {"mailsTwiceTooOften",
             std::max(0, m_mailsTwice - m_plan.rounds * m_plan.processes * kMailSenders)}};
  }

  /// Of pieces that the database knows of, what does not rest where it says.
  long long bytesLost(soci::session& sql) const {
    long long missing = 0;
    const soci::rowset<soci::row> pieces =
        (sql.prepare << "SELECT name, stored FROM attachment_pieces");
    for (const soci::row& piece : pieces) {
      const auto name = piece.get<std::string>(0);
      std::error_code gone;
      const auto size = std::filesystem::file_size(files() / name.substr(0, 2) / name, gone);
      missing += gone || size != static_cast<std::uintmax_t>(piece.get<long long>(1)) ? 1 : 0;
    }
    return missing;
  }

  Plan m_plan;
  TemporaryFolder m_folder;
  SmtpSink m_mailServer;
  int m_mailsTwice = 0;
  std::string m_server;
  std::string m_database;
  std::vector<std::unique_ptr<BackendUnderTest>> m_services;
  std::map<const BackendUnderTest*, int> m_ports = portsOf(m_services);
  std::map<std::string, std::string> m_people;  ///< e-mail addresses by authentication ID
  std::atomic<bool> m_stopping = false;
  std::atomic<int> m_wrong = 0;
  std::atomic<int> m_logins = 0;
  std::atomic<int> m_askedAgain = 0;
  std::atomic<int> m_piecesAgain = 0;
  std::mutex m_mutex;
  std::mt19937 m_random{std::random_device()()};
  std::map<std::string, std::string> m_acknowledged;  ///< authentication IDs by idempotency key
  std::map<std::string, std::string> m_filed;         ///< provisional numbers by application
  std::optional<Clock::time_point> m_databaseDied;    ///< since nobody has registered
  std::vector<double> m_outages;                      ///< in seconds
  std::set<std::string> m_handedIn;                   ///< applications whose documents were taken

  static std::map<const BackendUnderTest*, int> portsOf(
      const std::vector<std::unique_ptr<BackendUnderTest>>& services) {
    std::map<const BackendUnderTest*, int> ports;
    for (const auto& service : services) {
      ports[service.get()] = service->port();
    }
    return ports;
  }
};

}  // namespace

int main(int argc, char** argv) {
  try {
    Drill drill(planFrom(argc, argv));
    const nlohmann::json result = drill.run();
    std::cout << result.dump(2) << '\n';
    for (const auto& [what, count] : result.at("found").items()) {
      if (count != 0) {
        return 1;
      }
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "kill-drill: " << error.what() << '\n';
    return 1;
  }
}
