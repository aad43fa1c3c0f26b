#include "backend/admin/admin.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "backend/accounts/link_store.h"
#include "backend/accounts/login_store.h"
#include "backend/admin/operator_log.h"
#include "backend/core/config.h"
#include "backend/core/standard_files.h"
#include "backend/filing/application_store.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/registration/registration_store.h"
#include "backend/storage/migrations.h"
#include "backend/storage/storage.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kForm =
    R"({"answers":{"dateOfBirth":"1990-02-03","name":"MARIA SANTOS"},"id":"registration","version":1})";

class AdminTest : public testing::Test {
 protected:
  template <typename Work>
  auto write(Work work) {
    return m_storage.write(deadlineIn(std::chrono::minutes(1)), work);
  }

  AdminTest() {
    m_id = write([](Transaction& transaction) {
      return addAccount(transaction,
                        {.entrance = "cardHolder",
                         .userClass = "foreignNational",
                         .language = "en",
                         .form = std::string(kForm),
                         .email = "Maria.Santos@mail.example",
                         .termsVersion = "2022-10-31",
                         .certificate = CertificateRecord{"fingerprint", "01", "CN=x", "key"},
                         .authentication = AuthenticationRecord{"02", "key"}},
                        "key", {"digest", "wkpnd31487", now()});
    });
  }

  /// The exit code.
  int run(std::vector<std::string> arguments, const std::string& in = {}) {
    arguments.insert(arguments.begin(), {"--json", "--database", m_database.connection()});
    return runHere(arguments, in);
  }
  /// The same for commands that mail links.
  int runWithOrigin(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--origin", "https://service.example"});
    return run(std::move(arguments));
  }
  int runHere(const std::vector<std::string>& arguments, const std::string& in) {
    std::istringstream input(in);
    m_out.str("");
    m_errors.str("");
    return runAdmin(parseAdminRequest(arguments), "tanaka", input, m_out, m_errors);
  }
  nlohmann::json answer() const { return nlohmann::json::parse(m_out.str()); }

  void havePassword() {
    m_database.execute("UPDATE accounts SET password_hash = 'known', password_set_at = 7;\n");
  }
  std::string password() const {
    return m_database.query(
        "SELECT CASE WHEN password_hash IS NULL THEN 'none' ELSE password_hash END FROM accounts");
  }
  void addApplication(const std::string& id, std::string_view state) {
    m_database.execute(
        "INSERT INTO applications (id, account_id, draft_id, attempt, procedure_id,"
        " provisional_number, state, receipt, key_id, content, filed_at, changed_at) VALUES ('" +
        id + "', '" + m_id + "', 'd', '" + id + "', 'extension', '" + id + "', '" +
        std::string(state) + "', 'post', '1', '', 1, 1);\n");
  }
  /// A mail that has left; gives its return path.
  std::string sentMail() {
    write([](Transaction& transaction) {
      addMail(transaction,
              {.kind = "passwordChanged",
               .recipient = "a@mail.example",
               .language = "ja",
               .values = {}},
              now());
    });
    m_database.execute("UPDATE outbox SET state = 'sent';\n");
    return "bounces+" + m_database.query("SELECT id FROM outbox") + "@service.example";
  }
  void lock() {
    for (int i = 0; i < kMostFailures; ++i) {
      write([](Transaction& transaction) { return takeTry(transaction, "wkpnd31487", now()); });
    }
  }
  void logIn() {
    write([this](Transaction& transaction) { addSession(transaction, m_id, "token", now()); });
  }
  std::string status() const { return m_database.query("SELECT status FROM accounts"); }
  std::string count(const std::string& what) const {
    return m_database.query("SELECT COUNT(*) FROM " + what);
  }

  test::TestDatabase m_database;
  Storage m_storage{m_database.connection(), 2};
  std::string m_id;
  std::ostringstream m_out;
  std::ostringstream m_errors;
};

TEST_F(AdminTest, FindsAnAccountByWhatPeopleSayOfIt) {
  for (const char* by : {"wkpnd31487", "ＷＫＰＮＤ 31487", "maria.santos@mail.example"}) {
    EXPECT_EQ(run({"find"}, std::string(by) + '\n'), 0) << by;
    EXPECT_EQ(answer().at("accountId"), m_id) << by;
  }
  EXPECT_EQ(run({"find", m_id}), 0);
  EXPECT_EQ(answer().at("status"), "active");
  EXPECT_EQ(answer().at("passwordSet"), nullptr);
  EXPECT_EQ(run({"find", "bcdfg12345"}), 3);
  EXPECT_EQ(m_out.str(), "");
}

TEST_F(AdminTest, ShowsPersonalItemsOnlyWhereTheyAreAskedFor) {
  run({"find", m_id});
  EXPECT_EQ(answer().at("emailDomain"), "mail.example");
  EXPECT_THAT(m_out.str(), Not(testing::AnyOf(HasSubstr("MARIA"), HasSubstr("aria.Santos"),
                                              HasSubstr("1990-"))));
  run({"find", "--personal", m_id});
  EXPECT_EQ(answer().at("name"), "MARIA SANTOS");
  EXPECT_EQ(answer().at("dateOfBirth"), "1990-02-03");
  EXPECT_EQ(answer().at("email"), "Maria.Santos@mail.example");
  EXPECT_EQ(count("operator_log WHERE action = 'find --personal'"), "1");
}

TEST_F(AdminTest, TakesNoAddressFromTheCommandLine) {
  EXPECT_THROW(run({"find", "maria.santos@mail.example"}), ConfigError);
  EXPECT_THROW(run({"--ticket", "1", "suspend", "maria.santos@mail.example"}), ConfigError);
}

TEST_F(AdminTest, ASuspendedAccountHasNoSessionUntilItIsReinstated) {
  logIn();
  EXPECT_THROW(run({"suspend", m_id}), ConfigError) << "nobody asked for it";
  EXPECT_EQ(run({"--ticket", "R-7/3", "suspend", "wkpnd31487"}), 0);
  EXPECT_EQ(status(), "suspended");
  EXPECT_EQ(count("sessions"), "0");
  EXPECT_EQ(run({"--ticket", "R-7/3", "suspend", m_id}), 3);
  EXPECT_THROW(run({"--ticket", "R-7/4", "reinstate", m_id}), ConfigError)
      << "nobody said where links lead";
  EXPECT_EQ(status(), "suspended");
  EXPECT_EQ(runWithOrigin({"--ticket", "R-7/4", "reinstate", m_id}), 0);
  EXPECT_EQ(status(), "active");
  EXPECT_EQ(runWithOrigin({"--ticket", "R-7/4", "reinstate", m_id}), 3);
  EXPECT_EQ(count("outbox"), "0") << "who never had a password needs none";
  EXPECT_EQ(count("links"), "0");
}

TEST_F(AdminTest, WhoKnewThePasswordOfASuspendedAccountDoesNotGetItBack) {
  havePassword();
  run({"--ticket", "R-7/3", "suspend", m_id});
  EXPECT_EQ(password(), "known") << "to its owner, a login says why";
  EXPECT_EQ(runWithOrigin({"--ticket", "R-7/4", "reinstate", m_id}), 0);
  EXPECT_EQ(answer().at("linkMail"), "waiting");
  EXPECT_EQ(password(), "none");
  EXPECT_EQ(m_database.query("SELECT password_set_at FROM accounts"), "7")
      << "else it would be one that was never finished";
  EXPECT_EQ(m_database.query("SELECT recipient FROM outbox WHERE kind = 'forgottenPassword'"),
            "Maria.Santos@mail.example");
  EXPECT_THAT(m_database.query("SELECT template_values FROM outbox"),
              HasSubstr("https://service.example/password/"));
  EXPECT_EQ(count("links WHERE account_id = '" + m_id + "'"), "1");
  run({"find", m_id});
  EXPECT_EQ(answer().at("hasPassword"), false);
  EXPECT_NE(answer().at("passwordSet"), nullptr);
}

TEST_F(AdminTest, ASecondSuspensionSendsALinkAgainThoughThereIsNoPasswordLeft) {
  havePassword();
  for (int i = 0; i < 2; ++i) {
    run({"--ticket", "R1", "suspend", m_id});
    EXPECT_EQ(runWithOrigin({"--ticket", "R1", "reinstate", m_id}), 0);
    EXPECT_EQ(answer().at("linkMail"), "waiting");
  }
  EXPECT_EQ(count("outbox WHERE state = 'waiting'"), "1") << "the first one's link has ended";
}

TEST_F(AdminTest, WhatHasOnlyExpiredKeepsItsPassword) {
  havePassword();
  for (const char* command : {"expire", "invalidate"}) {
    run({"--ticket", "A1", command, m_id});
    EXPECT_EQ(runWithOrigin({"--ticket", "A2", "reinstate", m_id}), 0);
    EXPECT_EQ(password(), "known") << command;
  }
  EXPECT_EQ(count("outbox"), "0");
  run({"--ticket", "A1", "suspend", m_id});
  run({"--ticket", "A1", "expire", m_id});
  EXPECT_EQ(runWithOrigin({"--ticket", "A2", "reinstate", m_id}), 0);
  EXPECT_EQ(password(), "none") << "it was suspended before it expired";
  EXPECT_EQ(count("outbox WHERE kind = 'forgottenPassword'"), "1");
}

TEST_F(AdminTest, AnAccountExpiresOrIsInvalidUntilItIsReinstated) {
  for (const auto& [command, state] : std::vector<std::pair<std::string, std::string_view>>{
           {"expire", kExpired}, {"invalidate", kInvalid}}) {
    logIn();
    EXPECT_THROW(run({command, m_id}), ConfigError) << "nobody asked for it";
    EXPECT_EQ(run({"--ticket", "A1", command, m_id}), 0);
    EXPECT_EQ(status(), state);
    EXPECT_EQ(count("sessions"), "0");
    EXPECT_EQ(run({"--ticket", "A1", command, m_id}), 3);
    EXPECT_THAT(m_errors.str(), HasSubstr(std::string(state) + " already"));
    EXPECT_EQ(count("operator_log WHERE action = '" + command + "' AND outcome = 'done'"), "1");
  }
  EXPECT_EQ(run({"--ticket", "A1", "suspend", m_id}), 0) << "one state follows the other";
  EXPECT_EQ(runWithOrigin({"--ticket", "A2", "reinstate", m_id}), 0);
  EXPECT_EQ(status(), "active");
}

TEST_F(AdminTest, UnlocksWhatFiveFailuresHaveLocked) {
  EXPECT_EQ(run({"unlock", m_id}), 3);
  lock();
  run({"find", m_id});
  EXPECT_NE(answer().at("lockedUntil"), nullptr);
  EXPECT_EQ(run({"unlock", m_id}), 0);
  EXPECT_TRUE(
      write([](Transaction& transaction) { return takeTry(transaction, "wkpnd31487", now()); }));
}

TEST_F(AdminTest, DeletesWhatAPersonHasRegisteredAndTellsThem) {
  logIn();
  EXPECT_EQ(run({"--ticket", "D1", "delete", m_id}), 0);
  EXPECT_EQ(m_database.query("SELECT status || form || email FROM accounts"), "deleted{}");
  EXPECT_EQ(count("sessions"), "0");
  EXPECT_EQ(count("idempotency"), "0");
  EXPECT_EQ(count("accounts WHERE certificate_serial IS NULL AND authentication_serial = '02'"),
            "1");
  EXPECT_EQ(m_database.query("SELECT recipient FROM outbox WHERE kind = 'accountDeleted'"),
            "Maria.Santos@mail.example");
  EXPECT_EQ(run({"--ticket", "D1", "delete", m_id}), 3);
  EXPECT_EQ(runWithOrigin({"--ticket", "D1", "reinstate", m_id}), 3)
      << "there is nothing to come back to";
}

TEST_F(AdminTest, WhoHasApplicationsPendingIsNotDeletedUnawares) {
  for (const std::string_view state : application_state::kEnds) {
    addApplication("ended " + std::string(state), state);
  }
  addApplication("examined", application_state::kExamination);
  addApplication("granted", application_state::kDecided);
  run({"find", m_id});
  EXPECT_EQ(answer().at("openApplications"), 2);
  EXPECT_EQ(run({"--ticket", "D1", "delete", m_id}), 3);
  EXPECT_THAT(m_errors.str(), HasSubstr("not at their end: 2."));
  EXPECT_THAT(m_errors.str(), HasSubstr("--with-open-applications"));
  EXPECT_EQ(status(), "active");
  EXPECT_EQ(count("outbox"), "0");
  EXPECT_EQ(count("operator_log WHERE action = 'delete' AND outcome = 'refused'"), "1");
  EXPECT_EQ(run({"--with-open-applications", "--ticket", "D1", "delete", m_id}), 0);
  EXPECT_EQ(status(), "deleted");
  EXPECT_EQ(count("applications"), "5") << "the office's";
  EXPECT_EQ(run({"--ticket", "D1", "delete", m_id}), 3);
  EXPECT_THAT(m_errors.str(), HasSubstr("deleted already"));
}

TEST_F(AdminTest, WhoseApplicationsHaveAllEndedIsDeleted) {
  addApplication("a", application_state::kWithdrawn);
  EXPECT_EQ(run({"--ticket", "D1", "delete", m_id}), 0);
}

TEST_F(AdminTest, MailsTheFirstLinkOnceMoreToWhoHasNoPassword) {
  EXPECT_THROW(run({"send-link", m_id}), ConfigError) << "nobody said where it leads";
  const std::vector<std::string> command = {"--origin", "https://service.example", "send-link",
                                            m_id};
  EXPECT_EQ(run(command), 0);
  EXPECT_EQ(answer().at("linkMail"), "waiting");
  EXPECT_THAT(m_database.query("SELECT template_values FROM outbox WHERE kind = 'registration'"),
              HasSubstr("https://service.example/password/"));
  m_database.execute("UPDATE accounts SET password_set_at = 1;\n");
  EXPECT_EQ(run(command), 3);
  EXPECT_EQ(count("outbox"), "1");
}

TEST_F(AdminTest, ListsAndSendsAgainWhatDidNotLeave) {
  write([](Transaction& transaction) {
    addMail(
        transaction,
        {.kind = "passwordChanged", .recipient = "a@mail.example", .language = "ja", .values = {}},
        now());
  });
  EXPECT_EQ(run({"send-again", "all"}), 0);
  m_database.execute("UPDATE outbox SET state = 'refused', failure = '550 to RCPT';\n");
  EXPECT_EQ(run({"unsent-mails"}), 0);
  EXPECT_EQ(answer().at("failure"), "550 to RCPT");
  EXPECT_EQ(run({"send-again", "unknown"}), 3);
  EXPECT_EQ(run({"send-again", "all"}), 0);
  EXPECT_EQ(m_database.query("SELECT state FROM outbox"), "waiting");
}

TEST_F(AdminTest, StopsMailsToTheMailboxesOnItsInput) {
  EXPECT_EQ(run({"stop-mails"}, "a@mail.example\nno address\n"), 3);
  EXPECT_EQ(count("mail_stops"), "1");
  EXPECT_EQ(run({"allow-mails"}, "A@mail.example\n"), 0);
  EXPECT_EQ(count("mail_stops"), "0");
}

TEST_F(AdminTest, CountsWhatThereIs) {
  lock();
  logIn();
  EXPECT_EQ(run({"statistics"}), 0);
  EXPECT_EQ(answer().at("accounts.active"), 1);
  EXPECT_EQ(answer().at("accounts.cardHolder"), 1);
  EXPECT_EQ(answer().at("accounts.withPassword"), 0);
  EXPECT_EQ(answer().at("registrations.lastDay"), 1);
  EXPECT_EQ(answer().at("sessions"), 1);
  EXPECT_EQ(answer().at("locks"), 1);
}

TEST_F(AdminTest, EveryUseIsKeptAndNamesNobodyElse) {
  run({"find", m_id});
  run({"find"}, "nobody@mail.example\n");
  run({"--ticket", "R1", "suspend", m_id});
  EXPECT_EQ(run({"log", "1"}), 0);
  EXPECT_EQ(answer().at("operator"), "tanaka");
  EXPECT_EQ(m_database.query("SELECT operator || ' ' || account_id || ticket || outcome FROM"
                             " operator_log WHERE action = 'suspend'"),
            "tanaka " + m_id + "R1done");
  EXPECT_EQ(count("operator_log WHERE action = 'find' AND outcome = 'refused'"), "1");
  EXPECT_EQ(count("operator_log"), "4") << "and the look at the log itself";
  EXPECT_EQ(count("operator_log WHERE ticket LIKE '%@%' OR action LIKE '%@%'"), "0");
}

constexpr std::string_view kBounce =
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n"
    "Action: failed\nStatus: 5.1.1\n\n--b--\n";

TEST_F(AdminTest, NobodyOutsideFillsTheLogWithMailsThatComeBack) {
  const std::string path = sentMail();
  const std::string bounce(kBounce);
  EXPECT_EQ(run({"bounce", "bounces+" + std::string(32, 'a') + "@service.example"}, bounce), 0);
  m_database.execute("UPDATE outbox SET state = 'waiting';\n");
  EXPECT_EQ(run({"bounce", path}, bounce), 75);
  EXPECT_EQ(count("operator_log"), "0") << "of no mail, or too soon";
  m_database.execute("UPDATE outbox SET state = 'sent';\n");
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(run({"bounce", path}, bounce), 0);
  }
  EXPECT_EQ(m_database.query("SELECT failure FROM outbox"), "came back: 5.1.1");
  EXPECT_EQ(count("operator_log WHERE action = 'bounce' AND outcome = 'done'"), "1");
}

TEST_F(AdminTest, TheLogShowsWhatPeopleDidAndBouncesWhereTheyAreAskedFor) {
  run({"--ticket", "R1", "suspend", m_id});
  EXPECT_EQ(run({"bounce", sentMail()}, std::string(kBounce)), 0);
  m_database.execute(
      "UPDATE operator_log SET happened_at = happened_at + 500"
      " WHERE action = 'bounce';\n");
  EXPECT_EQ(run({"log", "1"}), 0);
  EXPECT_EQ(answer().at("action"), "suspend");
  EXPECT_EQ(run({"--bounces", "log", "1"}), 0);
  EXPECT_EQ(answer().at("action"), "bounce");
}

TEST_F(AdminTest, AStoryIsNoTicket) {
  EXPECT_THROW(run({"--ticket", "Maria asked", "suspend", m_id}), ConfigError);
  EXPECT_THROW(run({"--ticket", std::string(33, 'x'), "suspend", m_id}), ConfigError);
  EXPECT_EQ(status(), "active");
}

TEST(Admin, ATerminalSeesNoControlCharacters) {
  const test::TestDatabase database;
  const Storage storage = database.storage();
  database.execute(
      "INSERT INTO operator_log (id, happened_at, operator, action, account_id, ticket, outcome)"
      " VALUES ('1', 1, 'a\x1B]2;b', 'find', '', '', 'done');\n");
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream errors;
  runAdmin({.verb = "log", .database = database.connection()}, "tanaka", in, out, errors);
  EXPECT_THAT(out.str(), Not(HasSubstr("\x1B")));
  EXPECT_THAT(out.str(), HasSubstr("operator   \"a\\u001b]2;b\"\n"));
}

TEST(Admin, UnknownCommandsAndOptionsAreNamed) {
  const auto parse = [](std::vector<std::string> arguments) {
    return parseAdminRequest(arguments);
  };
  EXPECT_THROW(parse({}), ConfigError);
  EXPECT_THROW(parse({"find"}), ConfigError) << "no database";
  EXPECT_THROW(parse({"--database", "x", "--quiet", "find"}), ConfigError);
  EXPECT_EQ(parse({"--help"}).verb, "help");
  std::istringstream in;
  std::ostringstream out;
  EXPECT_THROW(runAdmin({.verb = "dance", .database = "x"}, "tanaka", in, out, out), ConfigError);
  EXPECT_THROW(runAdmin({.verb = "unlock", .database = "x"}, "tanaka", in, out, out), ConfigError);
}

TEST(Admin, ABackupAndItsReturnAreKeptInTheLog) {
  const test::TemporaryFolder folder;
  const auto run = [&](const std::string& verb, const std::string& database) {
    std::istringstream in;
    std::ostringstream out;
    return runAdmin({.verb = verb,
                     .arguments = {(folder.path() / "backup").string()},
                     .database = "sqlite3://db=" + (folder.path() / database).string()},
                    "tanaka", in, out, out);
  };
  { const Storage live("sqlite3://db=" + (folder.path() / "live.db").string()); }
  EXPECT_EQ(run("backup", "live.db"), 0);
  EXPECT_EQ(run("restore", "restored.db"), 0);
  Storage restored("sqlite3://db=" + (folder.path() / "restored.db").string());
  const auto actions = restored.read(deadlineIn(std::chrono::minutes(1)),
                                     [](Transaction& all) { return operatorActions(all, 10); });
  EXPECT_EQ(actions.size(), 2U);
}

TEST_F(AdminTest, ReadsLinesAsOtherSystemsWriteThem) {
  EXPECT_EQ(run({"find"}, "\r\n  \n wkpnd31487 \r\n\n"), 0) << m_errors.str();
  EXPECT_EQ(answer().at("accountId"), m_id);
  EXPECT_EQ(run({"stop-mails"}, "a@mail.example\r\nb@mail.example"), 0);
  EXPECT_EQ(count("mail_stops"), "2");
  EXPECT_EQ(run({"find"}, "\xFF@mail.example\nwkpnd31487\n"), 3);
  EXPECT_EQ(answer().at("accountId"), m_id) << "the other lines are read";
}

TEST_F(AdminTest, TakesNoArgumentThatSteersATerminal) {
  EXPECT_THROW(run({"find", "\x1B[2J"}), ConfigError);
  EXPECT_THROW(run({"find", "\xFF"}), ConfigError);
  EXPECT_EQ(run({"bounce", "\xFF"}, "not a bounce"), 0) << "which is somebody else's mail";
  try {
    run({"\x1B[2J"});
    ADD_FAILURE() << "it was taken";
  } catch (const ConfigError& error) {
    EXPECT_THAT(error.what(), Not(HasSubstr("\x1B")));
  }
  EXPECT_THROW(run({"--\x1B[2J"}), ConfigError);
}

/// Takes so many bytes and no more, as a disk that is full.
class FullBuffer : public std::stringbuf {
 public:
  int sync() override { return -1; }
};

TEST_F(AdminTest, WhoCannotBeAnsweredIsTold) {
  FullBuffer full;
  std::ostream out(&full);
  std::istringstream in;
  const auto request = parseAdminRequest(
      std::vector<std::string>{"--database", m_database.connection(), "statistics"});
  EXPECT_THROW(runAdmin(request, "tanaka", in, out, m_errors), std::runtime_error);
}

TEST_F(AdminTest, LeavesAnOlderSchemaToTheService) {
  const auto refusal = [this](const std::vector<std::string>& command) -> std::string {
    try {
      return std::to_string(run(command));
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  };
  const std::string version = std::to_string(schemaVersion());
  m_database.execute("DELETE FROM schema_version WHERE version = " + version + ";\n");
  EXPECT_THAT(refusal({"statistics"}), HasSubstr("a service of this version brings it up to date"));
  EXPECT_THAT(refusal({"bounce", "bounces+1@mail.example"}), HasSubstr("schema version"));
  if (m_database.connection().starts_with("sqlite3://")) {
    const madoguchi::test::TemporaryFolder folder;
    EXPECT_EQ(refusal({"backup", (folder.path() / "before").string()}), "0")
        << "who is about to bring the new version needs one";
  }
  EXPECT_EQ(count("schema_version WHERE version = " + version), "0");
  m_database.execute("INSERT INTO schema_version (version) VALUES (1000);\n");
  EXPECT_THAT(refusal({"statistics"}), HasSubstr("schema version 1000"));
}

TEST(Admin, MakesNoDatabaseWhereThereIsNone) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "no.db";
  const auto refusal = [&]() -> std::string {
    std::istringstream in;
    std::ostringstream out;
    try {
      return std::to_string(runAdmin(
          {.verb = "statistics", .database = "sqlite3://db=" + file.string()}, "", in, out, out));
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  };
  EXPECT_THAT(refusal(), HasSubstr("is the path right?"));
  EXPECT_FALSE(std::filesystem::exists(file));
  std::ofstream(file).close();
  EXPECT_THAT(refusal(), HasSubstr("the database is empty"));
}

TEST(Admin, TheManualPageTellsOfEveryCommand) {
  std::ifstream file(MADOGUCHI_TEST_DATA "/../../packaging/man/madoguchi-admin.8");
  std::vector<std::string> bold;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(".B")) {
      std::erase(line, '"');  // around words that stand together
      bold.push_back(line);
    }
  }
  std::istringstream help(adminHelp());
  int commands = 0;
  for (std::string line; std::getline(help, line);) {
    if (line.starts_with("  ") && line[2] >= 'a' && line[2] <= 'z') {
      const std::string verb = line.substr(2, line.find(' ', 2) - 2);
      EXPECT_THAT(bold, testing::Contains(HasSubstr(' ' + verb))) << verb;
      ++commands;
    }
  }
  EXPECT_EQ(commands, 19);
}

/// What is opened by a program that was started without standard files.
int firstFileOpened() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    close(file);
  }
  occupyStandardFiles();
  const int opened = open("/dev/null", O_WRONLY);
  return opened > STDERR_FILENO && write(STDOUT_FILENO, "x", 1) < 0 ? 0 : 1;
}

TEST(StandardFiles, AreNothingElse) {
  EXPECT_EXIT(_exit(firstFileOpened()), testing::ExitedWithCode(0), "");
}

TEST(Admin, TheOperatorIsAUserOfThisMachine) { EXPECT_NE(operatorName(), ""); }

}  // namespace
}  // namespace madoguchi::backend
