// Kills the service, or its database, at random moments (SIGKILL) while people register, log in,
// file applications with their files and hand in the documents that the office wants then, and
// starts it again. Whoever gets no answer asks again with
// the same key, and goes on with a file where it has arrived, as the client does.
// Prints one JSON object. Fails where something that was acknowledged is lost or there twice, or
// where a mail or a byte of a file is missing.
//
//   [tests/support/private-postgresql] kill-drill [--rounds N] [--processes N] [--people N]
//   [--pause MS]
//
// Over a new file of SQLite, or over the PostgreSQL server that private-postgresql runs it with.
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

#include "backend/core/encoding.h"
#include "backend/core/password_hash.h"
#include "backend/storage/session_lease.h"
#include "tests/bench/service/load_client.h"
#include "tests/integration/backend/filing.h"
#include "tests/integration/backend/several_backends.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace {

using namespace madoguchi;
using namespace madoguchi::test;
using std::chrono::milliseconds;

constexpr std::string_view kPassword = "AB12345!";

struct Plan {
  int rounds = 100;
  int processes = 1;
  int people = 6;   ///< at once
  int pause = 250;  ///< between kills, in milliseconds at most
};

Plan planFrom(int argc, char** argv) {
  Plan plan;
  const std::map<std::string, int*> numbers = {{"--rounds", &plan.rounds},
                                               {"--processes", &plan.processes},
                                               {"--people", &plan.people},
                                               {"--pause", &plan.pause}};
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
        m_services(startSeveral(
            static_cast<std::size_t>(plan.processes), m_database, mails(),
            {"--password-memory", "8", "--password-passes", "1", "--files", files().string()})) {
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
            {"found", found}};
  }

 private:
  [[nodiscard]] std::filesystem::path mails() const { return m_folder.path() / "mail"; }
  [[nodiscard]] std::filesystem::path files() const { return m_folder.path() / "files"; }
  int random(int least, int most) {
    const std::lock_guard lock(m_mutex);
    return std::uniform_int_distribution(least, most)(m_random);
  }

  void makePeople() {
    const auto hash = backend::PasswordHasher({.memory = 8UL << 10U, .passes = 1, .atOnce = 1})
                          .hash(kPassword, backend::deadlineIn(std::chrono::minutes(1)));
    for (int i = 0; i < m_plan.people; ++i) {
      const std::string email = "login" + std::to_string(i) + "@mail.example";
      m_people[registerOne(email)] = email;
    }
    soci::session sql(m_database);
    sql << "UPDATE accounts SET password_hash = :hash, password_set_at = created_at",
        soci::use(hash.value());
  }

  /// Asks until it is answered: again and again, of any process.
  LoadClient::Answer ask(std::string_view method, std::string_view path, std::string_view body,
                         std::string_view headers) {
    constexpr int kTries = 600;
    for (int i = 0; i < kTries; ++i) {
      const auto& service = *m_services[static_cast<std::size_t>(random(0, m_plan.processes - 1))];
      auto answer =
          LoadClient(m_ports.at(&service), service.ca()).send(method, path, body, headers);
      if (answer.status != 0 && answer.status < 500) {
        return answer;
      }
      ++m_askedAgain;
      std::this_thread::sleep_for(milliseconds(random(5, 50)));
    }
    throw std::runtime_error("nobody answers " + std::string(path));
  }
  std::string registerOne(const std::string& email) {
    const auto nonce = ask("POST", "/v1/nonces", "", "");
    DraftPayload payload = commonPayload(email);
    payload.nonce = nlohmann::json::parse(nonce.body).at("nonce");
    const std::string key = newUuid();
    const auto answer =
        ask("POST", "/v1/registrations", plainBody(payload), "Idempotency-Key: " + key + "\r\n");
    if (answer.status != 201) {
      complain("a registration was refused: " + answer.body);
      return "";
    }
    std::string id = nlohmann::json::parse(answer.body).at("authenticationId");
    const std::lock_guard lock(m_mutex);
    m_acknowledged[key] = id;
    return id;
  }
  void logIn(const std::string& id, bool files) {
    const nlohmann::json body = {{"authenticationId", id}, {"password", kPassword}};
    const auto answer = ask("POST", "/v1/sessions", body.dump(), "");
    if (answer.status != 201) {
      complain("a login was refused: " + answer.body);
      return;
    }
    const std::string token = nlohmann::json::parse(answer.body).at("token");
    // Nobody else logs in with this ID, so that whatever was killed since, the session is there.
    std::this_thread::sleep_for(milliseconds(random(0, 20)));
    const auto session =
        ask("GET", "/v1/sessions/current", "", "Authorization: Bearer " + token + "\r\n");
    if (session.status != 200) {
      complain("a session was lost: " + session.body);
    }
    ++m_logins;
    if (files) {
      fileOne("Authorization: Bearer " + token + "\r\n", m_people.at(id));
    }
  }

  /// Its bytes in pieces, each from where the service says that it stands.
  bool sendFile(const std::string& owner, const std::string& bytes, const std::string& kind,
                const std::string& session) {
    constexpr std::size_t kPiece = 20'000;
    const std::string at = owner + "/attachments";
    const auto made = ask("POST", at, announcement(bytes, kind), session);
    if (made.status != 201) {
      complain("a file was refused: " + made.body);
      return false;
    }
    nlohmann::json file = nlohmann::json::parse(made.body);
    const std::string one = at + '/' + file.at("id").get<std::string>();
    while (file.at("state") != "whole") {
      const auto from = file.at("received").get<std::size_t>();
      const auto sent =
          ask("PUT", one + "/content?from=" + std::to_string(from), bytes.substr(from, kPiece),
              session + "Content-Type: application/octet-stream\r\n");
      m_piecesAgain += sent.status == 409 ? 1 : 0;
      const auto now = sent.status == 200 ? sent : ask("GET", one, "", session);
      if (now.status != 200 || (sent.status != 200 && sent.status != 409)) {
        complain("a piece was refused: " + sent.body);
        return false;
      }
      file = nlohmann::json::parse(now.body);
    }
    return true;
  }

  /// From the first draft to the number.
  void fileOne(const std::string& session, const std::string& email) {
    const std::string photo = backend::test::jpegOf(90, 120);
    const std::string paper = backend::test::goodPdf(std::string(60'000, 'x') + newUuid());
    const auto keyed = [&session](const std::string& key) {
      return session + "Idempotency-Key: " + key + "\r\n";
    };
    const auto made =
        ask("POST", "/v1/drafts", draftBody(valuesToFile(photo, email)), keyed(newUuid()));
    if (made.status != 201) {
      complain("a draft was refused: " + made.body);
      return;
    }
    const std::string draft =
        "/v1/drafts/" + nlohmann::json::parse(made.body).at("id").get<std::string>();
    if (!sendFile(draft, photo, "photo", session) || !sendFile(draft, paper, "document", session)) {
      return;
    }
    const auto filed = ask("POST", draft + "/application", filingBody(true), keyed(newUuid()));
    if (filed.status != 201) {
      complain("a filing was refused: " + filed.body);
      return;
    }
    const auto answer = nlohmann::json::parse(filed.body);
    {
      const std::lock_guard lock(m_mutex);
      m_filed[answer.at("id")] = answer.at("provisionalNumber");
    }
    handIn(session, answer.at("id"), paper);
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
    if (!sendFile(at, paper, "document", session)) {
      return;
    }
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
          logIn(id, i % 2 == 0);
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

  /// One of the processes or the database; says which.
  std::string killOne() {
    const int which = random(m_server.empty() ? 0 : -1, m_plan.processes - 1);
    if (which < 0) {
      killDatabase();
      return "database";
    }
    auto& service = *m_services[static_cast<std::size_t>(which)];
    service.kill();
    service.start();
    return "service";
  }
  static void killDatabase() {
    const std::string folder = variable("MADOGUCHI_TEST_POSTGRESQL_FOLDER");
    pid_t process = 0;
    std::ifstream(folder + "/data/postmaster.pid") >> process;
    ::kill(process, SIGKILL);
    // Not before the last of its processes has noticed.
    constexpr int kTries = 100;
    for (int i = 0; i < kTries && runCommand({"bash", folder + "/start"}).exitCode != 0; ++i) {
      std::this_thread::sleep_for(milliseconds(50));
    }
  }

  /// What is there in the end, when everything that waited has left.
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
    const std::filesystem::directory_iterator files(mails());
    return {{"wrongAnswers", m_wrong.load()},
            {"lost", lost},
            {"doubled", number("accounts") - static_cast<long long>(ids.size())},
            {"answersMore", number("idempotency") - expected},
            {"filedMore", number("applications") - filings},
            {"bytesLost", bytesLost(sql)},
            {"mailsMore", number("outbox WHERE kind <> 'applicationFiled'") - expected},
            {"noticesMore", number("outbox WHERE kind = 'applicationFiled'") - filings},
            {"mailsNotSent", number("outbox WHERE state <> 'sent'")},
            {"filesMore", std::distance(begin(files), end(files)) - number("outbox")}};
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
