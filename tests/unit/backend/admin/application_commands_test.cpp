#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "backend/admin/admin.h"
#include "backend/core/config.h"
#include "backend/filing/application_steps.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using std::chrono::days;
using testing::HasSubstr;
using testing::Not;

class ApplicationCommands : public test::ApplicationFixture {
 protected:
  ApplicationCommands() {
    const auto file = m_folder.path() / "keys";
    std::ofstream(file) << test::kTestKey << '\n';
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    m_now = now() - days(2);  // the commands ask the clock of this machine
    m_id = good(this->file(addDraft(answersOfToday()))).id;
    write([this](Transaction& transaction) {
      return numberFiledApplications(transaction, m_keys, now(), 50);
    });
    m_number = m_database.query("SELECT number FROM applications");
  }

  /// The exit code.
  int run(std::vector<std::string> arguments, const std::string& in = {}) {
    const std::vector<std::string> before = {"--json",
                                             "--database",
                                             m_database.connection(),
                                             "--data-keys",
                                             (m_folder.path() / "keys").string(),
                                             "--files",
                                             (m_folder.path() / "files").string()};
    arguments.insert(arguments.begin(), before.begin(), before.end());
    std::istringstream input(in);
    m_out.str("");
    m_errors.str("");
    return runAdmin(parseAdminRequest(arguments), "tanaka", input, m_out, m_errors);
  }
  json answer() const { return json::parse(m_out.str()); }
  std::string audited(const std::string& action) const {
    return count("operator_log WHERE action = 'applications " + action + "'");
  }
  /// What the log calls the application, of each use that is of this action.
  std::string subjects(const std::string& action, const std::string& subject) const {
    return count("operator_log WHERE action = 'applications " + action + "' AND subject = '" +
                 subject + "'");
  }
  static std::string inTwoWeeks() { return rfc3339(now() + days(14)).substr(0, 10); }

  std::string m_id;
  std::string m_number;
  std::ostringstream m_out;
  std::ostringstream m_errors;
};

TEST_F(ApplicationCommands, WhatWaitsIsListedWithoutNames) {
  EXPECT_EQ(run({"applications", "list"}), 0);
  EXPECT_EQ(answer().at("number"), m_number);
  EXPECT_THAT(m_out.str(), Not(HasSubstr("SANTOS")));
  EXPECT_EQ(run({"applications", "list", "done"}), 0);
  EXPECT_EQ(m_out.str(), "");
  EXPECT_EQ(audited("list"), "2");
}

TEST_F(ApplicationCommands, WhatWasFiledIsShownWhereItIsAskedFor) {
  EXPECT_EQ(run({"applications", "show", m_number}), 0);
  EXPECT_THAT(m_out.str(), Not(HasSubstr("SANTOS")));
  EXPECT_EQ(run({"--personal", "applications", "show", m_id}), 0);
  EXPECT_EQ(answer().at("application").at("answers").at("name"), "SANTOS MARIA CLARA");
  EXPECT_EQ(answer().at("files").at(0).at("name"), "me.jpg");
  EXPECT_EQ(count("operator_log WHERE action = 'applications show --personal' AND account_id ="
                  " 'maria'"),
            "1");
  EXPECT_EQ(subjects("show", m_id), "1");
  EXPECT_EQ(subjects("show --personal", m_id), "1");
  EXPECT_EQ(run({"applications", "show", "20000101-000001"}), 3);
  EXPECT_EQ(subjects("show", ""), "1") << "of none";
}

// Without --json, too, where a report of somebody's stands in a list.
TEST_F(ApplicationCommands, ATerminalIsShownNothingThatItObeys) {
  m_now += days(1) + std::chrono::hours(12);
  m_desk.report("maria", m_id, "My name\u202E is SANTOZ.", "key", soon());
  std::istringstream in;
  auto request = parseAdminRequest(std::vector<std::string>{
      "--database", m_database.connection(), "--data-keys", (m_folder.path() / "keys").string(),
      "--personal", "applications", "show", m_number});
  EXPECT_EQ(runAdmin(request, "tanaka", in, m_out, m_errors), 0);
  EXPECT_THAT(m_out.str(), HasSubstr("My name\\u202e is SANTOZ."));
  EXPECT_TRUE(std::ranges::all_of(m_out.str(), [](unsigned char c) { return c < 0x7F; }));
}

TEST_F(ApplicationCommands, WhatIsReportedIsShownAndFed) {
  const std::string changed = rfc3339(m_now + days(1));
  m_now += days(1) + std::chrono::hours(12);
  m_desk.report("maria", m_id, "My name is SANTOZ.", "key", soon());
  EXPECT_EQ(run({"applications", "show", m_number}), 0);
  EXPECT_EQ(answer().at("errorReports"), 1) << "how many";
  EXPECT_EQ(run({"--personal", "applications", "show", m_number}), 0);
  EXPECT_EQ(answer().at("errorReports"),
            json::array({{{"text", "My name is SANTOZ."}, {"at", rfc3339(m_now)}}}));
  EXPECT_EQ(run({"applications", "export", changed}), 0);
  EXPECT_EQ(answer().at("errorReports").size(), 1U);
}

TEST_F(ApplicationCommands, DocumentsAreWantedInTheOfficesWords) {
  EXPECT_THROW(run({"applications", "want", m_number, inTwoWeeks()}), ConfigError) << "no words";
  EXPECT_THROW(run({"applications", "want", m_number, "2020-01-01"}, "a"), ConfigError);
  EXPECT_THROW(run({"applications", "want", m_number, "2099-02-30"}, "a"), ConfigError);
  for (const char* words : {"a\033[2J", "a\u009B2J", "a\u202Eb", "a\u2029b",
                            "\x8F\x5A\x96\xAF\x95\x5B"}) {  // the last in Shift_JIS
    EXPECT_THROW(run({"applications", "want", m_number, inTwoWeeks()}, words), ConfigError)
        << words;
  }
  EXPECT_EQ(run({"applications", "want", m_number, inTwoWeeks()}, "住民票を出してください。\n"), 0);
  const auto row = std::get<OwnApplication>(m_desk.find("maria", m_id, soon()));
  EXPECT_EQ(row.row.state, "documentsWanted");
  EXPECT_EQ(row.content.wanted, "住民票を出してください。");
  EXPECT_EQ(rfc3339(*row.row.wantedUntil), inTwoWeeks() + "T15:00:00Z") << "midnight in Japan";
  EXPECT_EQ(count("outbox WHERE kind = 'documentsWanted'"), "1");
  EXPECT_EQ(audited("want"), "1");
  EXPECT_EQ(subjects("want", m_id), "1");
}

TEST_F(ApplicationCommands, ADecisionNeedsSomebodyWhoMadeIt) {
  const std::vector<std::string> grant = {"applications", "decide", m_number, "granted"};
  EXPECT_THROW(run(grant, "3 years"), ConfigError) << "no ticket";
  std::vector<std::string> signedOff = grant;
  signedOff.insert(signedOff.begin(), {"--ticket", "R-7"});
  EXPECT_EQ(run({"applications", "close", m_number}), 3) << "nothing was granted";
  EXPECT_EQ(run(signedOff, "3 years"), 0);
  EXPECT_EQ(run(signedOff, "3 years"), 3) << "once";
  EXPECT_EQ(count("outbox WHERE kind = 'grantedByPost'"), "1");
  EXPECT_EQ(run({"applications", "close", m_number}), 0);
  EXPECT_EQ(m_database.query("SELECT state FROM applications"), "done");
  EXPECT_EQ(count("operator_log WHERE action = 'applications decide' AND ticket = 'R-7' AND outcome"
                  " = 'done'"),
            "1");
  EXPECT_EQ(subjects("close", m_id), "2");
}

// An agent's account has hundreds of them.
TEST_F(ApplicationCommands, WhoDecidedWhatOfWhichApplicationStandsInTheLog) {
  EXPECT_EQ(run({"--ticket", "R-7", "applications", "decide", m_number, "granted"}, "3 years"), 0);
  EXPECT_EQ(subjects("decide", m_id + " granted"), "1");
  EXPECT_EQ(run({"log", "1"}), 0);
  EXPECT_EQ(answer().at("operator"), "tanaka");
  EXPECT_EQ(answer().at("action"), "applications decide");
  EXPECT_EQ(answer().at("subject"), m_id + " granted");
  EXPECT_EQ(run({"--ticket", "R-8", "applications", "decide", m_number, "refused"}, "no"), 3);
  EXPECT_EQ(count("operator_log WHERE outcome = 'refused' AND subject = '" + m_id + " refused'"),
            "1");
}

TEST_F(ApplicationCommands, TheOfficeHearsWhereNoMailReachesAnybody) {
  EXPECT_EQ(run({"applications", "want", m_number, inTwoWeeks()}, "住民票"), 0);
  EXPECT_EQ(m_errors.str(), "");
  for (const char* status : {"suspended", "deleted"}) {
    m_database.execute("UPDATE accounts SET status = '" + std::string(status) + "';\n");
    EXPECT_EQ(run({"applications", "want", m_number, inTwoWeeks()}, "住民票"), 0) << status;
    EXPECT_THAT(m_errors.str(), HasSubstr("no mail tells of it")) << status;
  }
  EXPECT_EQ(count("outbox WHERE kind = 'documentsWanted'"), "1");
}

TEST_F(ApplicationCommands, AListIsOfAStateThatThereIs) {
  EXPECT_THROW(run({"applications", "list", "examined"}), ConfigError);
  for (const std::string_view state : application_state::kAll) {
    EXPECT_EQ(run({"applications", "list", std::string(state)}), 0) << state;
  }
}

/// What began before the last change that was there is stored after it.
TEST_F(ApplicationCommands, TheFeedHasWhatIsStoredLaterThanItsTime) {
  ASSERT_EQ(run({"applications", "export"}), 0);
  const Seconds last = now();
  const auto changedBefore = [this, last](std::chrono::seconds time) {
    m_database.execute("UPDATE applications SET changed_at = " +
                       std::to_string((last - time).time_since_epoch().count()) + ";\n");
    EXPECT_EQ(run({"applications", "export", rfc3339(last)}), 0);
    return !m_out.str().empty();
  };
  EXPECT_TRUE(changedBefore(kMostRequestTime + kClocksDiffer));
  EXPECT_TRUE(changedBefore(kUntilRequestsEnded));
  EXPECT_FALSE(changedBefore(kUntilRequestsEnded + std::chrono::seconds(1)));
}

TEST_F(ApplicationCommands, OneThatCannotBeOpenedKeepsNobodyElseBack) {
  const std::string other = good(file(addDraft(answersOfToday()), {{"again", true}})).id;
  m_database.execute("UPDATE applications SET content = 'AAAA' WHERE id = '" + m_id + "';\n");
  EXPECT_EQ(run({"applications", "export"}), 1);
  EXPECT_EQ(answer().at("id"), other);
  EXPECT_THAT(m_errors.str(), HasSubstr(m_id));
}

/// In two pieces, of the application.
class FiledFiles : public ApplicationCommands {
 protected:
  FiledFiles() {
    const AttachmentRow file{.id = m_file,
                             .accountId = "maria",
                             .ownerId = m_id,
                             .kind = std::string(kDocument),
                             .digest = sha256Hex("first second"),
                             .bytes = 12,
                             .name = m_keys.seal("a.pdf", attachmentPlace(m_file))};
    write([&](Transaction& transaction) {
      addAttachment(transaction, file);
      noteWhole(transaction, m_file);
    });
    for (const std::string bytes : {"first ", "second"}) {
      PieceRow piece{.begins = m_pieces.size() * 6, .name = FileStore::makeName()};
      const KeptPiece kept = m_files.put(piece.name, bytes);
      piece.stored = kept.stored;
      piece.keyId = kept.keyId;
      write([&](Transaction& transaction) { addPiece(transaction, m_file, piece); });
      m_pieces.push_back(m_folder.path() / "files" / piece.name.substr(0, 2) / piece.name);
    }
    m_database.execute("DELETE FROM attachments WHERE kind = 'photo';\n");  // of which nothing came
  }
  std::string written() const {
    std::ifstream file(m_path);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::string m_file = makeId();
  std::vector<std::filesystem::path> m_pieces;
  std::string m_path = (m_folder.path() / "a.pdf").string();
};

TEST_F(FiledFiles, ComeToTheOfficeAsTheyWereHandedIn) {
  EXPECT_EQ(run({"--personal", "applications", "show", m_number}), 0);
  EXPECT_EQ(answer().at("files").at(0).at("id"), m_file);
  const std::vector<std::string> command = {"applications", "file", m_number, m_file, m_path};
  EXPECT_EQ(run(command), 0) << m_errors.str();
  EXPECT_EQ(written(), "first second");
  EXPECT_EQ(std::filesystem::status(m_path).permissions() & std::filesystem::perms(077),
            std::filesystem::perms::none);
  EXPECT_THROW(run(command), std::system_error) << "nothing is overwritten";
  EXPECT_EQ(count("operator_log WHERE action = 'applications file' AND account_id = 'maria'"), "2");
  EXPECT_EQ(subjects("file", m_id), "2");
}

TEST_F(FiledFiles, AreThoseOfTheApplicationAndWhole) {
  const std::string other = good(file(addDraft(answersOfToday()), {{"again", true}})).id;
  EXPECT_EQ(run({"applications", "file", other, m_file, m_path}), 3);
  EXPECT_EQ(run({"applications", "file", m_id, "nothing", m_path}), 3);
  EXPECT_EQ(run({"applications", "file", "nothing", m_file, m_path}), 3);
  EXPECT_THROW(run({"applications", "file", m_id, m_file}), ConfigError);
  std::filesystem::resize_file(m_pieces.back(), 20);
  EXPECT_THROW(run({"applications", "file", m_id, m_file, m_path}), LoggableError);
  std::filesystem::remove(m_pieces.back());
  EXPECT_THROW(run({"applications", "file", m_id, m_file, m_path}), LoggableError);
  EXPECT_FALSE(std::filesystem::exists(m_path));
  m_database.execute("UPDATE attachments SET whole = 0;\n");
  EXPECT_EQ(run({"applications", "file", m_id, m_file, m_path}), 3);
}

TEST_F(FiledFiles, AreLookedThroughAfterARestore) {
  EXPECT_EQ(run({"applications", "check"}), 0);
  EXPECT_EQ(answer(), (json{{"files", 1}, {"faults", 0}}));
  std::filesystem::remove(m_pieces.front());
  EXPECT_EQ(run({"applications", "check"}), 1);
  const json fault = json::parse(m_out.str().substr(0, m_out.str().find('\n')));
  EXPECT_EQ(fault.at("file"), m_file);
  EXPECT_EQ(fault.at("owner"), m_id);
  EXPECT_EQ(fault.at("fault"), "a file that was kept cannot be read");
}

TEST_F(FiledFiles, OfWhichTheDatabaseKnowsNothingAreDeletedWhereSomebodyHasDecidedIt) {
  const auto putOld = [this] {
    const std::string name = FileStore::makeName();
    m_files.put(name, "of a newer database");
    const auto path = m_folder.path() / "files" / name.substr(0, 2) / name;
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - days(2));
  };
  for (int i = 0; i < 30; ++i) {
    putOld();
  }
  for (const auto& piece : m_pieces) {
    std::filesystem::last_write_time(piece,
                                     std::filesystem::file_time_type::clock::now() - days(2));
  }
  m_files.put(FileStore::makeName(), "is on its way");
  m_database.execute("UPDATE database_age SET made_at = made_at - 40 * 86400;\n");
  EXPECT_THROW(run({"applications", "sweep"}), ConfigError);
  EXPECT_EQ(run({"--ticket", "R-9", "applications", "sweep"}), 0);
  EXPECT_EQ(answer(), (json{{"files", 30}, {"deleted", 30}}));
  EXPECT_EQ(count("operator_log WHERE action = 'applications sweep' AND ticket = 'R-9'"), "1");
  EXPECT_EQ(run({"applications", "check"}), 0) << "what is known stays";
  EXPECT_EQ(run({"--ticket", "R-9", "applications", "sweep"}), 0);
  EXPECT_EQ(answer(), (json{{"files", 0}, {"deleted", 0}}));
}

TEST_F(ApplicationCommands, TheFeedGoesOnFromAChange) {
  EXPECT_EQ(run({"applications", "export"}), 0);
  EXPECT_EQ(answer().at("history").size(), 2U);
  EXPECT_EQ(answer().at("application").at("id"), "application");
  const std::string changed = answer().at("changed");
  EXPECT_EQ(run({"applications", "export", changed}), 0);
  EXPECT_EQ(answer().at("number"), m_number) << "what changed in that second comes once more";
  EXPECT_EQ(run({"applications", "export", "2099-01-01T00:00:00Z"}), 0);
  EXPECT_EQ(m_out.str(), "");
  for (const char* time : {"yesterday", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00+09:00"}) {
    EXPECT_THROW(run({"applications", "export", time}), ConfigError) << time;
  }
}

TEST_F(ApplicationCommands, WithoutKeysNothingIsOpened) {
  std::istringstream in;
  EXPECT_THROW(runAdmin(parseAdminRequest(std::vector<std::string>{
                            "--database", m_database.connection(), "applications", "export"}),
                        "tanaka", in, m_out, m_errors),
               ConfigError);
  EXPECT_THROW(run({"applications", "burn"}), ConfigError);
  EXPECT_EQ(m_out.str(), "");
}

}  // namespace
}  // namespace madoguchi::backend
