// A week of a service that nobody restarts, in an hour or however many minutes one has: people
// register with and without a card, log in, mistype their password, ask for another link, file
// applications with files and break off in the middle, by the curve of a day.
//
// The load is open: when somebody comes is planned beforehand and does not depend on how fast
// others are answered, and how long somebody waits is counted from when they meant to come.
// Prints one JSON object. Fails where somebody is answered wrongly, where something acknowledged is
// lost or there twice, where a mail did not arrive once, and, where a day lasts a minute at least,
// where memory, descriptors, threads, connections to the database or temporary files of the service
// are more in the last night than in the second one.
//
//   [tests/support/private-postgresql] week-drill [--minutes N] [--seconds N] [--rate N]
//
// --rate is how many come a second in the busiest hour. Over a new file of SQLite, or over the
// PostgreSQL server that private-postgresql runs it with.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <thread>

#include "backend/core/encoding.h"
#include "backend/storage/session_lease.h"
#include "tests/drills/people.h"
#include "tests/drills/week/service_held.h"
#include "tests/drills/week/week_plan.h"
#include "tests/integration/backend/crowd.h"
#include "tests/integration/backend/several_backends.h"
#include "tests/integration/backend/smtp_sink.h"

namespace {

using namespace madoguchi;
using namespace madoguchi::test;
using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kWorkers = 24;
/// Who files keeps to one session; the others log in whoever else does with their ID.
constexpr std::size_t kFilers = 4;
constexpr std::size_t kPeople = 40;

class Week {
 public:
  explicit Week(const Plan& plan)
      : m_plan(plan),
        m_visits(visitsOf(plan)),
        m_onPostgresql(std::getenv("MADOGUCHI_TEST_POSTGRESQL") != nullptr),
        m_database(m_onPostgresql
                       ? "postgresql://" + std::string(std::getenv("MADOGUCHI_TEST_POSTGRESQL"))
                       : "sqlite3://db=" + (m_folder.path() / "week.db").string() + " timeout=60"),
        m_services(startSeveral(1, m_database, {},
                                {"--password-memory", "8", "--password-passes", "1", "--files",
                                 (m_folder.path() / "files").string(), "--smtp", m_mailServer.url(),
                                 "--connections-per-address", "1000"})) {
    backend::registerDatabases();
    makePeople();
  }

  nlohmann::json run() {
    m_begin = Clock::now();
    {
      const std::jthread watching([this](const std::stop_token& stop) { watch(stop); });
      std::vector<std::jthread> workers;
      for (std::size_t i = 0; i < kWorkers; ++i) {
        workers.emplace_back([this] { work(); });
      }
      for (const Visit& visit : m_visits) {
        std::this_thread::sleep_until(timeOf(visit));
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(visit);
        m_news.notify_one();
      }
      {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
      }
      m_news.notify_all();
      workers.clear();  // waits
    }
    nlohmann::json result = {
        {"seconds", m_plan.seconds}, {"visits", m_visits.size()},
        {"errands", errands()},      {"nights", m_held.nights()},
        {"found", judge()},          {"grown", nlohmann::json(m_held.grown())}};
    m_services.front()->stop();
    return result;
  }

 private:
  using Lock = std::unique_lock<std::mutex>;

  [[nodiscard]] Clock::time_point timeOf(const Visit& visit) const {
    return m_begin + std::chrono::duration_cast<Clock::duration>(Seconds(visit.at));
  }
  [[nodiscard]] double timeNow() const { return Seconds(Clock::now() - m_begin).count(); }

  void makePeople() {
    const Ask ask = asking();
    const auto make = [&](std::vector<Registered>& into, std::size_t count, const char* name) {
      for (std::size_t i = 0; i < count; ++i) {
        into.push_back(registerSomebody(ask, name + std::to_string(i) + "@mail.example"));
        m_acknowledged[into.back().key] = into.back().authenticationId;
      }
    };
    make(m_people, kPeople, "person");
    make(m_clumsy, kPeople, "clumsy");
    std::vector<Registered> filers;
    make(filers, kFilers, "filer");
    const std::string hash = hashOfPassword();
    soci::session sql(m_database);
    sql << "UPDATE accounts SET password_hash = :hash, password_set_at = created_at",
        soci::use(hash);
    for (const Registered& filer : filers) {
      m_filers.push_back(filer.authenticationId);
    }
    for (const Visit& visit : m_visits) {
      if (visit.errand == Errand::card) {
        m_cards[visit.number] = freshCard(m_services.front()->pki(), "maria");
      }
    }
  }

  /// Once, over a connection of its own, as a program does that somebody starts.
  Ask asking() {
    const auto client =
        std::make_shared<LoadClient>(m_services.front()->port(), m_services.front()->ca());
    return [client](std::string_view method, std::string_view path, std::string_view body,
                    std::string_view headers) { return client->send(method, path, body, headers); };
  }

  void work() {
    for (;;) {
      Lock lock(m_mutex);
      m_news.wait(lock, [this] { return m_isOver || !m_waiting.empty(); });
      if (m_waiting.empty()) {
        return;
      }
      const Visit visit = m_waiting.front();
      m_waiting.pop_front();
      lock.unlock();
      std::string wrong;
      try {
        attend(visit);
      } catch (const std::exception& fault) {
        wrong = fault.what();
      }
      lock.lock();
      m_times[visit.errand].push_back(timeNow() - visit.at);
      if (!wrong.empty()) {
        std::cerr << kNames[static_cast<std::size_t>(visit.errand)] << ": " << wrong << '\n';
        ++m_wrong;
      }
    }
  }

  void attend(const Visit& visit) {
    const Ask ask = asking();
    const std::string name = std::to_string(visit.number);
    const Registered& person = m_people[visit.number % m_people.size()];
    switch (visit.errand) {
      case Errand::plain:
        keep(registerSomebody(ask, "week" + name + "@mail.example"));
        break;
      case Errand::card:
        keep(registerSomebody(ask, "week" + name + "@mail.example", &m_cards.at(visit.number)));
        break;
      case Errand::login:
        logIn(ask, person.authenticationId);
        break;
      case Errand::wrong:
        demandRefusal(
            ask("POST", "/v1/sessions",
                nlohmann::json{
                    {"authenticationId", m_clumsy[visit.number % m_clumsy.size()].authenticationId},
                    {"password", "wrong"}}
                    .dump(),
                ""));
        break;
      case Errand::link:
        ask("POST", "/v1/password-links",
            nlohmann::json{{"authenticationId", person.authenticationId},
                           {"email", "person" + std::to_string(visit.number % m_people.size()) +
                                         "@mail.example"}}
                .dump(),
            "");
        break;
      case Errand::filing:
        file(ask, "filed" + name + "@mail.example");
        break;
      case Errand::cut:
        breakOff();
        break;
    }
  }
  static void demandRefusal(const LoadClient::Answer& answer) {
    constexpr int kRefused = 400;
    constexpr int kFailed = 500;
    if (answer.status < kRefused || answer.status >= kFailed) {
      throw std::runtime_error("answered with " + std::to_string(answer.status));
    }
  }
  void keep(const Registered& made) {
    const std::lock_guard lock(m_mutex);
    m_acknowledged[made.key] = made.authenticationId;
  }
  /// Notices go to an address of its own, as a mailbox gets so many a day only.
  void file(const Ask& ask, const std::string& email) {
    Lock lock(m_mutex);
    m_back.wait(lock, [this] { return !m_filers.empty(); });
    const std::string filer = m_filers.front();
    m_filers.pop_front();
    lock.unlock();
    std::exception_ptr fault;
    FiledOne filed;
    try {
      filed = fileApplication(ask, logIn(ask, filer), email);
    } catch (...) {
      fault = std::current_exception();
    }
    lock.lock();
    m_filers.push_back(filer);
    m_back.notify_one();
    if (fault) {
      std::rethrow_exception(fault);
    }
    m_filed[filed.id] = filed.provisionalNumber;
  }
  /// In the middle of a body.
  void breakOff() {
    TlsSocket socket(m_services.front()->port(), m_services.front()->ca());
    socket.write(
        "POST /v1/registrations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        "Idempotency-Key: " +
        newUuid() + "\r\nContent-Length: 2000\r\n\r\n{\"");
  }

  /// Several times an hour of the week.
  void watch(const std::stop_token& stop) {
    const auto pause = Seconds(m_plan.seconds / (kDays * kHours) / 4);
    soci::session sql(m_database);
    const int process = m_services.front()->process().id();
    while (!stop.stop_requested()) {
      m_held.note(timeNow(), heldBy(process, m_onPostgresql ? &sql : nullptr));
      std::this_thread::sleep_for(pause);
    }
  }

  nlohmann::json errands() {
    nlohmann::json all;
    for (auto& [errand, times] : m_times) {
      std::ranges::sort(times);
      const auto at = [&times = times](double part) {
        constexpr double kMilliseconds = 1000;
        return kMilliseconds *
               times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
      };
      constexpr double kHalf = 0.5;
      constexpr double kAlmostAll = 0.99;
      all[kNames[static_cast<std::size_t>(errand)]] = {
          {"count", times.size()}, {"p50", at(kHalf)}, {"p99", at(kAlmostAll)}, {"most", at(1)}};
    }
    return all;
  }

  nlohmann::json judge() {
    soci::session sql(m_database);
    const auto number = [&sql](const std::string& what) {
      long long value = 0;
      sql << "SELECT COUNT(*) FROM " + what, soci::into(value);
      return value;
    };
    // Those that a mailbox gets later, as it had too many, are not waited for.
    const std::string due = "outbox WHERE state = 'waiting' AND planned_at <= " +
                            std::to_string(backend::now().time_since_epoch().count());
    while (number(due) > 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    long long lost = 0;
    for (const auto& [key, id] : m_acknowledged) {
      lost += number(
                  "accounts a JOIN idempotency i ON i.account_id = a.id WHERE i.idempotency_key"
                  " = '" +
                  key + "' AND a.authentication_id = '" + id + "'") == 1
                  ? 0
                  : 1;
    }
    for (const auto& [application, provisional] : m_filed) {
      lost += number("applications WHERE id = '" + application + "' AND provisional_number = '" +
                     provisional + "'") == 1
                  ? 0
                  : 1;
    }
    std::set<std::string> arrived;
    long long twice = 0;
    for (const auto& [messageId, times] : m_mailServer.arrivals()) {
      const std::size_t begin = messageId.find('.') + 1;  // "<kind.id@host>"
      arrived.insert(messageId.substr(begin, messageId.find('@') - begin));
      twice += times - 1;
    }
    long long missing = 0;
    const soci::rowset<std::string> sent = (sql.prepare << "SELECT id FROM outbox WHERE state ="
                                                           " 'sent'");
    for (const std::string& id : sent) {
      missing += arrived.contains(id) ? 0 : 1;
    }
    return {{"wrongAnswers", m_wrong},
            {"lost", lost},
            {"accountsMore", number("accounts") - static_cast<long long>(m_acknowledged.size())},
            {"filedMore", number("applications") - static_cast<long long>(m_filed.size())},
            {"mailsMissing", missing},
            {"mailsNotSent", number("outbox WHERE state NOT IN ('sent', 'dropped') AND planned_at"
                                    " = created_at")},
            {"mailsTwice", twice}};
  }

  Plan m_plan;
  std::vector<Visit> m_visits;
  TemporaryFolder m_folder;
  SmtpSink m_mailServer;
  bool m_onPostgresql;
  std::string m_database;
  std::vector<std::unique_ptr<BackendUnderTest>> m_services;
  std::vector<Registered> m_people;
  std::vector<Registered> m_clumsy;
  std::map<std::size_t, simulated::CardContents> m_cards;  ///< by the number of the visit
  Clock::time_point m_begin;
  std::mutex m_mutex;  ///< of all that follows but what the watch has seen
  std::condition_variable m_news;
  std::condition_variable m_back;
  std::deque<Visit> m_waiting;
  bool m_isOver = false;
  std::deque<std::string> m_filers;  ///< who has nothing to do
  std::map<Errand, std::vector<double>> m_times;
  std::map<std::string, std::string> m_acknowledged;  ///< authentication IDs by idempotency key
  std::map<std::string, std::string> m_filed;         ///< provisional numbers by application
  int m_wrong = 0;
  WeekOfHeld m_held{m_plan.seconds};
};

bool isAllZero(const nlohmann::json& counts) {
  return std::all_of(counts.begin(), counts.end(),
                     [](const nlohmann::json& count) { return count == 0; });
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Week week(planFrom(argc, argv));
    const nlohmann::json result = week.run();
    std::cout << result.dump(2) << '\n';
    return isAllZero(result.at("found")) && isAllZero(result.at("grown")) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "week-drill: " << error.what() << '\n';
    return 1;
  }
}
