// Registers people, or logs them in, over TLS and many connections, with the real service in one or
// more processes over one database. Prints one JSON object. Fails where a request failed, and where
// the database does not have what was acknowledged, once.
//
//   service-load [--errand plain|card|login] [--count N] [--connections N] [--processes N]
//                [--database CONNECTION] [--password-memory KIB] [--people N]
//
// The database is a new file of SQLite in TMPDIR, unless it is named. With --people it has so many
// accounts before. Where tests/support/private-postgresql runs it, it tells the database's
// processor time, too.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "backend/core/encoding.h"
#include "backend/core/password_hash.h"
#include "backend/storage/session_lease.h"
#include "load_client.h"
#include "load_people.h"
#include "tests/integration/backend/several_backends.h"

namespace {

using namespace madoguchi;
using namespace madoguchi::test;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::string_view kPassword = "AB12345!";

struct Plan {
  std::string errand = "plain";
  int count = 1000;
  int connections = 16;
  int processes = 1;
  int people = 0;
  int passwordKib = 64 * 1024;
  std::string database;
};

Plan planFrom(int argc, char** argv) {
  Plan plan;
  const std::map<std::string, int*> numbers = {{"--count", &plan.count},
                                               {"--connections", &plan.connections},
                                               {"--processes", &plan.processes},
                                               {"--people", &plan.people},
                                               {"--password-memory", &plan.passwordKib}};
  const std::map<std::string, std::string*> texts = {{"--errand", &plan.errand},
                                                     {"--database", &plan.database}};
  for (int i = 1; i < argc; i += 2) {
    const std::string value = i + 1 < argc ? argv[i + 1] : throw std::runtime_error("no value");
    if (const auto number = numbers.find(argv[i]); number != numbers.end()) {
      *number->second = std::stoi(value);
    } else if (const auto text = texts.find(argv[i]); text != texts.end()) {
      *text->second = value;
    } else {
      throw std::runtime_error("unknown option " + std::string(argv[i]));
    }
  }
  return plan;
}

/// Seconds of processor time that a process took so far, with its children that have ended or not.
double processorSeconds(int process, bool withEnded = false) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string word;
  std::getline(file, word, ')');
  constexpr int kBeforeUser = 11;  // fields between the name and utime, see proc(5)
  for (int i = 0; i < kBeforeUser; ++i) {
    file >> word;
  }
  double user = 0;
  double system = 0;
  file >> user >> system;
  if (withEnded) {
    double endedUser = 0;
    double endedSystem = 0;
    file >> endedUser >> endedSystem;
    user += endedUser;
    system += endedSystem;
  }
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// Of a PostgreSQL server: what its processes took that run, and those that have ended.
double serverSeconds(int postmaster) {
  double sum = processorSeconds(postmaster, true);
  std::ifstream children("/proc/" + std::to_string(postmaster) + "/task/" +
                         std::to_string(postmaster) + "/children");
  for (int child = 0; children >> child;) {
    sum += processorSeconds(child, false);
  }
  return sum;
}

/// Of the one that private-postgresql runs; 0 where there is none.
int postmasterHere() {
  const char* folder = std::getenv("MADOGUCHI_TEST_POSTGRESQL_FOLDER");
  int process = 0;
  if (folder != nullptr) {
    std::ifstream(std::string(folder) + "/data/postmaster.pid") >> process;
  }
  return process;
}

class Load {
 public:
  explicit Load(Plan plan) : m_plan(std::move(plan)) {
    if (m_plan.database.empty()) {
      // Its own look at it waits for those who write.
      m_plan.database = "sqlite3://db=" + (m_folder.path() / "load.db").string() + " timeout=60";
    }
    m_services = startSeveral(static_cast<std::size_t>(m_plan.processes), m_plan.database,
                              m_folder.path() / "mail",
                              {"--password-memory", std::to_string(m_plan.passwordKib),
                               "--connections-per-address", "10000"});
    backend::registerDatabases();
    m_sql.open(m_plan.database);
  }

  nlohmann::json run() {
    prepare();
    const long long had = number("SELECT COUNT(*) FROM accounts");
    const int server = postmasterHere();
    const double serverBefore = server == 0 ? 0 : serverSeconds(server);
    const double before = busySeconds();
    const auto start = Clock::now();
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < m_plan.connections; ++i) {
        threads.emplace_back([this, i] { serve(i); });
      }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const double busy = busySeconds() - before;
    std::ranges::sort(m_times);
    const auto at = [this](double part) {
      return m_times.empty() ? 0.0
                             : m_times[static_cast<std::size_t>(
                                   part * static_cast<double>(m_times.size() - 1))];
    };
    nlohmann::json result = {
        {"errand", m_plan.errand},
        {"processes", m_plan.processes},
        {"connections", m_plan.connections},
        {"people", had},
        {"done", m_times.size()},
        {"failed", m_failed.load()},
        {"perSecond", static_cast<double>(m_times.size()) / seconds},
        {"p50", at(0.50)},
        {"p99", at(0.99)},
        {"serviceMillisecondsOfEach",
         busy * 1000 / std::max<double>(1, static_cast<double>(m_times.size()))}};
    if (m_plan.errand != "login") {
      result["mailsSentAfterMilliseconds"] =
          drained(start + std::chrono::duration_cast<Clock::duration>(
                              std::chrono::duration<double>(seconds)));
    }
    if (server != 0) {
      result["databaseMillisecondsOfEach"] =
          (serverSeconds(server) - serverBefore) * 1000 /
          std::max<double>(1, static_cast<double>(m_times.size()));
    }
    if (m_plan.errand != "login") {
      const long long stored = number("SELECT COUNT(*) FROM accounts") - had;
      result["lostOrDoubled"] = stored - static_cast<long long>(m_times.size());
    }
    return result;
  }
  void stop() {
    for (const auto& service : m_services) {
      service->stop();
    }
  }
  [[nodiscard]] bool isGood(const nlohmann::json& result) const {
    return m_failed == 0 && result.value("lostOrDoubled", 0) == 0;
  }

 private:
  DraftPayload payload(int number, const simulated::CardContents* card) const {
    DraftPayload made =
        commonPayload("load" + m_run + '.' + std::to_string(number) + "@mail.example");
    if (card != nullptr) {
      const std::string email = made.form["email"];
      made.entrance = forms::Entrance::cardHolder;
      made.form = formOf(*card);
      made.form["email"] = email;
    }
    return made;
  }
  LoadClient clientOf(int connection) {
    const auto& service = m_services[static_cast<std::size_t>(connection) % m_services.size()];
    return {service->port(), service->ca()};
  }

  void prepare() {
    if (m_plan.people > 0) {
      addPeople(m_sql, m_plan.people);
    }
    if (m_plan.errand == "card") {
      // Ones that no account has: issuing them takes longer than registering with them.
      for (int i = 0; i < m_plan.count; ++i) {
        m_cards.push_back(freshCard(m_services.front()->pki(), "maria"));
      }
    } else if (m_plan.errand == "login") {
      LoadClient client = clientOf(0);
      backend::PasswordHasher hasher(
          {.memory = static_cast<std::size_t>(m_plan.passwordKib) << 10U});
      const std::string hash =
          hasher.hash(kPassword, backend::deadlineIn(std::chrono::minutes(1))).value();
      for (int i = 0; i < m_plan.connections; ++i) {
        const auto answer = registerOne(client, i, nullptr);
        m_ids.push_back(nlohmann::json::parse(answer.body).at("authenticationId"));
      }
      const long long now = backend::now().time_since_epoch().count();
      m_sql << "UPDATE accounts SET password_hash = :hash, password_set_at = :now WHERE"
               " issuer_key IS NULL AND password_hash IS NULL",
          soci::use(hash), soci::use(now);
    }
  }
  LoadClient::Answer registerOne(LoadClient& client, int number,
                                 const simulated::CardContents* card) {
    DraftPayload made = payload(number, card);
    const auto begun = Clock::now();
    const auto nonce = client.post("/v1/nonces", "");
    const auto got = Clock::now();
    if (nonce.status != 201) {
      return nonce;
    }
    made.nonce = nlohmann::json::parse(nonce.body).at("nonce");
    const std::string key = newUuid();
    const std::string body =
        card != nullptr ? signedBody({.card = *card, .payload = made, .idempotencyKey = key})
                        : plainBody(made);
    const auto sent = Clock::now();
    auto answer = client.post("/v1/registrations", body, "Idempotency-Key: " + key + "\r\n");
    m_lastTime = Milliseconds(got - begun + (Clock::now() - sent)).count();
    return answer;
  }
  LoadClient::Answer logIn(LoadClient& client, int connection) {
    const nlohmann::json body = {{"authenticationId", m_ids[static_cast<std::size_t>(connection)]},
                                 {"password", kPassword}};
    const auto begun = Clock::now();
    auto answer = client.post("/v1/sessions", body.dump());
    m_lastTime = Milliseconds(Clock::now() - begun).count();
    return answer;
  }
  void serve(int connection) {
    LoadClient client = clientOf(connection);
    std::vector<double> times;
    for (int number = m_next++; number < m_plan.count; number = m_next++) {
      const bool login = m_plan.errand == "login";
      const auto answer =
          login
              ? logIn(client, connection)
              : registerOne(client, number + m_plan.connections,
                            m_cards.empty() ? nullptr : &m_cards[static_cast<std::size_t>(number)]);
      if (answer.status == 201) {
        times.push_back(m_lastTime);
      } else if (m_failed++ == 0) {
        std::cerr << "answered " << answer.status << ": " << answer.body << '\n';
      }
    }
    const std::lock_guard lock(m_mutex);
    m_times.insert(m_times.end(), times.begin(), times.end());
  }
  double busySeconds() const {
    double sum = 0;
    for (const auto& service : m_services) {
      sum += processorSeconds(service->process().id());
    }
    return sum;
  }
  long long number(const std::string& sql) {
    long long value = 0;
    m_sql << sql, soci::into(value);
    return value;
  }
  double drained(Clock::time_point since) {
    while (number("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'") > 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return Milliseconds(Clock::now() - since).count();
  }

  Plan m_plan;
  const std::string m_run = newUuid();  ///< of addresses: a mailbox gets so many mails a day only
  TemporaryFolder m_folder;
  std::vector<std::unique_ptr<BackendUnderTest>> m_services;
  soci::session m_sql;
  std::vector<simulated::CardContents> m_cards;
  std::vector<std::string> m_ids;
  std::atomic<int> m_next = 0;
  std::atomic<int> m_failed = 0;
  std::mutex m_mutex;
  std::vector<double> m_times;
  static thread_local double m_lastTime;  ///< of the last request, without the client's own work
};

thread_local double Load::m_lastTime = 0;

}  // namespace

int main(int argc, char** argv) {
  try {
    Load load(planFrom(argc, argv));
    const nlohmann::json result = load.run();
    std::cout << result.dump(2) << '\n';
    load.stop();
    return load.isGood(result) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "service-load: " << error.what() << '\n';
    return 1;
  }
}
