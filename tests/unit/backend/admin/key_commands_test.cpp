#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "backend/admin/admin.h"
#include "backend/core/config.h"
#include "backend/core/key_file.h"
#include "backend/filing/error_report_store.h"
#include "backend/filing/resealing.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// An application with its name, photo and error report, a draft, and a file of two pieces, one of
/// which came before it was noted which key has sealed it.
class KeyCommands : public test::ApplicationFixture {
 protected:
  KeyCommands() {
    writeKeys(std::string(test::kTestKey) + '\n');
    m_application = good(file(addDraft())).id;
    m_desk.report("maria", m_application, "My name is SANTOZ.", "key", soon());
    m_draft = addDraft();
    m_file = makeId();
    for (const std::uint64_t begins : {std::uint64_t{0}, std::uint64_t{5}}) {
      PieceRow piece{.begins = begins, .name = makeId(), .keyId = begins == 0 ? "" : "2026"};
      piece.stored = m_files.put(piece.name, begins == 0 ? "first" : "second").stored;
      write([&](Transaction& transaction) { addPiece(transaction, m_file, piece); });
    }
  }

  std::filesystem::path keyFile() const { return m_folder.path() / "keys"; }
  void writeKeys(const std::string& text) const {
    std::filesystem::remove(keyFile());
    std::ofstream(keyFile()) << text;
    std::filesystem::permissions(keyFile(), std::filesystem::perms::owner_read);
    changedAgo(kUntilRequestsEnded);
  }
  /// Whatever the clock of this machine does while a test runs.
  void changedAgo(std::chrono::seconds time) const {
    std::filesystem::last_write_time(keyFile(),
                                     std::filesystem::file_time_type::clock::now() - time);
  }
  DataKeys keysNow() const { return DataKeys::fromFile(keyFile()); }
  /// The exit code.
  int run(std::vector<std::string> arguments) {
    const std::vector<std::string> before = {"--json",
                                             "--database",
                                             m_database.connection(),
                                             "--data-keys",
                                             keyFile().string(),
                                             "--files",
                                             (m_folder.path() / "files").string(),
                                             "data-keys"};
    arguments.insert(arguments.begin(), before.begin(), before.end());
    std::istringstream in;
    m_out.str("");
    m_errors.str("");
    return runAdmin(parseAdminRequest(arguments), "tanaka", in, m_out, m_errors);
  }
  /// What `list` says, a key a line.
  std::vector<json> listed() {
    EXPECT_EQ(run({"list"}), 0);
    std::vector<json> lines;
    std::istringstream all(m_out.str());
    for (std::string line; std::getline(all, line);) {
      lines.push_back(json::parse(line));
    }
    return lines;
  }
  std::string audited(const std::string& step, const std::string& outcome = "done") const {
    return count("operator_log WHERE action = 'data-keys " + step + "' AND outcome = '" + outcome +
                 "'");
  }

  /// All that rests sealed, opened with these keys.
  std::string everything(const DataKeys& keys) {
    const FileStore files(makeFolderShelf(m_folder.path() / "files"), keys);
    return write([&](Transaction& transaction) {
      const auto row = *applicationOf(transaction, "maria", m_application);
      const auto draft = *draftOf(transaction, "maria", m_draft);
      std::string all = openApplication(row.content, keys, row.id).applicant + '|' +
                        keys.open(row.applicant, applicantPlace(row.id)) + '|' +
                        openContent(draft.content, keys, m_draft).page;
      for (const auto& report : errorReportRows(transaction, m_application)) {
        all += '|' + keys.open(report.text, errorReportPlace(m_application, report.report));
      }
      for (const std::string& owner : {m_application, m_draft}) {
        for (const AttachmentRow& one : attachmentsOf(transaction, "maria", owner)) {
          all += '|' + keys.open(one.name, attachmentPlace(one.id));
        }
      }
      for (const PieceRow& piece : piecesOf(transaction, m_file)) {
        files.read(piece.name, piece.stored, [&](std::string_view part) {
          all += '|';
          all += part;
        });
      }
      return all;
    });
  }
  static constexpr auto kEverything =
      "SANTOS MARIA CLARA|SANTOS MARIA CLARA|filing|My name is SANTOZ.|me.jpg|me.jpg|first|second";

  std::string m_application;
  std::string m_draft;
  std::string m_file;
  std::ostringstream m_out;
  std::ostringstream m_errors;
};

TEST_F(KeyCommands, AKeyIsChangedWhileEverythingStaysReadable) {
  EXPECT_EQ(run({"add", "2027"}), 0);
  EXPECT_THAT(m_out.str(), Not(HasSubstr("AAEC"))) << "no key is shown";
  EXPECT_EQ(keysNow().currentId(), "2026") << "it opens first, so that every process can";
  EXPECT_EQ(run({"use", "2027"}), 0);
  EXPECT_EQ(keysNow().currentId(), "2027");
  EXPECT_EQ(run({"remove", "2026"}), 3);
  EXPECT_THAT(m_errors.str(), HasSubstr("8 rows or files need this key"));
  changedAgo(kUntilRequestsEnded);
  EXPECT_EQ(run({"reseal"}), 0) << m_errors.str();
  EXPECT_EQ(json::parse(m_out.str()), (json{{"key", "2027"},
                                            {"drafts", 1},
                                            {"applications", 1},
                                            {"names", 1},
                                            {"attachments", 2},
                                            {"errorReports", 1},
                                            {"pieces", 2}}));
  EXPECT_EQ(everything(keysNow()), kEverything);
  EXPECT_EQ(run({"remove", "2026"}), 0) << m_errors.str();
  EXPECT_THAT(KeyFile(keyFile()).ids(), ElementsAre("2027"));
  EXPECT_EQ(everything(keysNow()), kEverything) << "without the old key";
  EXPECT_EQ(DataKeys::fromFile(keyFile().string() + ".2026.removed").currentId(), "2026")
      << "for the backups from before";
  for (const char* step : {"add", "use", "reseal", "remove"}) {
    EXPECT_EQ(audited(step), "1") << step;
  }
  EXPECT_EQ(audited("remove", "refused"), "1");
}

TEST_F(KeyCommands, TheListTellsWhatEachKeyHasSealed) {
  writeKeys(std::string(test::kOlderKey) + '\n' + std::string(test::kTestKey) + '\n');
  const auto lines = listed();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], (json{{"key", "2025"}, {"does", "seals"}}));
  EXPECT_EQ(lines[1], (json{{"key", "2026"},
                            {"does", "opens"},
                            {"drafts", 1},
                            {"applications", 1},
                            {"names", 1},
                            {"attachments", 2},
                            {"errorReports", 1},
                            {"pieces", 1}}));
  EXPECT_EQ(lines[2], (json{{"key", ""}, {"does", "was not noted"}, {"pieces", 1}}));
  writeKeys(std::string(test::kOlderKey) + '\n');
  EXPECT_EQ(listed().back().at("does"), "is missing");
}

TEST_F(KeyCommands, WhatCannotBeDoneIsRefusedAndChangesNothing) {
  EXPECT_EQ(run({"add", "2026"}), 3);
  EXPECT_EQ(run({"use", "2027"}), 3);
  EXPECT_EQ(run({"remove", "2027"}), 3);
  EXPECT_EQ(run({"remove", "2026"}), 3);
  EXPECT_THAT(m_errors.str(), HasSubstr("this key seals"));
  EXPECT_THROW(run({"add", "a_b"}), ConfigError);
  EXPECT_THROW(run({"add"}), ConfigError);
  EXPECT_THROW(run({"rotate"}), ConfigError);
  writeKeys(std::string(test::kOlderKey) + '\n');
  EXPECT_EQ(run({"add", "2026"}), 3) << "what it has sealed would open no more";
  EXPECT_THROW(run({"reseal"}), LoggableError) << "without the key that has sealed it";
  EXPECT_EQ(everything(m_keys), kEverything);
}

TEST_F(KeyCommands, NothingIsSealedAnewWhileTheEarlierKeyMayStillBeInUse) {
  ASSERT_EQ(run({"add", "2027"}), 0);
  changedAgo(2 * kUntilRequestsEnded);
  const auto before = std::filesystem::last_write_time(keyFile());
  ASSERT_EQ(run({"use", "2027"}), 0);
  EXPECT_GT(std::filesystem::last_write_time(keyFile()), before) << "it tells since when";
  changedAgo(kUntilRequestsEnded - std::chrono::minutes(1));
  EXPECT_EQ(run({"reseal"}), 3);
  EXPECT_THAT(m_errors.str(), HasSubstr("may still seal with the earlier key"));
  EXPECT_THAT(m_errors.str(), HasSubstr("data-keys reseal from 20")) << "when, then";
  EXPECT_EQ(audited("reseal", "refused"), "1");
  EXPECT_EQ(count("drafts WHERE key_id = '2027'"), "0");
  changedAgo(kUntilRequestsEnded);
  EXPECT_EQ(run({"reseal"}), 0) << m_errors.str();
  EXPECT_EQ(count("drafts WHERE key_id = '2027'"), "1");
}

/// Where nothing has to be sealed anew, what is on its way would be sealed with what is gone.
TEST_F(KeyCommands, NoKeyIsRemovedThatMayStillBeInUse) {
  ASSERT_EQ(run({"add", "2027"}), 0);
  changedAgo(kUntilRequestsEnded - std::chrono::minutes(1));
  EXPECT_EQ(run({"remove", "2027"}), 3);
  m_database.execute("UPDATE attachment_pieces SET key_id = '2026';\n");
  EXPECT_EQ(run({"remove", "2027"}), 3);
  EXPECT_THAT(m_errors.str(), HasSubstr("data-keys remove from 20"));
  changedAgo(kUntilRequestsEnded);
  EXPECT_EQ(run({"remove", "2027"}), 0) << m_errors.str();
}

/// As a process that is killed.
struct Killed {};

TEST_F(KeyCommands, WhoeverWasKilledGoesOnWhereItStood) {
  constexpr int kDrafts = 230;  // three batches, with the one that is there
  write([&](Transaction& transaction) {
    for (int i = 1; i < kDrafts; ++i) {
      const std::string id = makeId();
      backend::addDraft(
          transaction,
          {.id = id, .accountId = "maria", .content = m_keys.seal("{}", draftPlace(id))}, id);
    }
  });
  const DataKeys both(std::string(test::kOlderKey) + '\n' + std::string(test::kTestKey));
  FileStore files(makeFolderShelf(m_folder.path() / "files"), both);
  int batches = 0;
  EXPECT_THROW(reseal(m_storage, both, &files,
                      [&](const Resealed&) {
                        if (++batches == 2) {
                          throw Killed{};
                        }
                      }),
               Killed);
  EXPECT_EQ(count("drafts WHERE key_id = '2025'"), "200");
  EXPECT_EQ(everything(both), kEverything) << "half of it is as good as all";
  std::map<std::string, long long> sealed;
  for (const Resealed& done : reseal(m_storage, both, &files, [](const Resealed&) {})) {
    sealed[std::string(done.kind)] = done.sealed;
  }
  EXPECT_EQ(sealed["drafts"], 30);
  EXPECT_EQ(sealed["pieces"], 2);
  EXPECT_EQ(everything(DataKeys(test::kOlderKey)), kEverything);
  for (const Resealed& done : reseal(m_storage, both, &files, [](const Resealed&) {})) {
    EXPECT_EQ(done.sealed, 0) << done.kind;
  }
}

TEST_F(KeyCommands, WhatIsDamagedKeepsNothingElseBack) {
  const std::string damaged = addDraft();
  m_database.execute("UPDATE drafts SET content = 'AAAA' WHERE id = '" + damaged + "';\n");
  write([&](Transaction& transaction) {
    addPiece(transaction, makeId(),
             {.name = makeId(), .stored = 100});  // of which nothing is there
  });
  writeKeys(std::string(test::kOlderKey) + '\n' + std::string(test::kTestKey) + '\n');
  EXPECT_EQ(run({"reseal"}), 1);
  EXPECT_THAT(m_errors.str(), HasSubstr("draft " + damaged));
  EXPECT_EQ(json::parse(m_out.str()).at("drafts"), 1);
  EXPECT_EQ(json::parse(m_out.str()).at("pieces"), 2);
  EXPECT_EQ(everything(DataKeys(test::kOlderKey)), kEverything);
}

TEST_F(KeyCommands, WhereNoFileCanBeReadNothingIsPassedOver) {
  constexpr int kPieces = 12;
  write([&](Transaction& transaction) {
    for (int i = 0; i < kPieces; ++i) {
      addPiece(transaction, makeId(), {.name = makeId(), .stored = 100});
    }
  });
  std::filesystem::rename(m_folder.path() / "files", m_folder.path() / "elsewhere");
  writeKeys(std::string(test::kOlderKey) + '\n' + std::string(test::kTestKey) + '\n');
  EXPECT_THROW(run({"reseal"}), FileError);
}

TEST_F(KeyCommands, AnIdIsGivenOnce) {
  std::ofstream(keyFile().string() + ".2027.removed") << "for a backup";
  EXPECT_EQ(run({"add", "2027"}), 3);
  EXPECT_THAT(m_errors.str(), HasSubstr(".2027.removed"));
}

TEST_F(KeyCommands, FilesAreNotForgotten) {
  const DataKeys both(std::string(test::kOlderKey) + '\n' + std::string(test::kTestKey));
  EXPECT_THROW(reseal(m_storage, both, nullptr, [](const Resealed&) {}), ConfigError);
  EXPECT_EQ(count("attachment_pieces WHERE key_id = '2025'"), "0");
}

/// A file of keys for two operators.
std::filesystem::path keyFileIn(const madoguchi::test::TemporaryFolder& folder) {
  const auto path = folder.path() / "keys";
  std::ofstream(path) << test::kTestKey << '\n';
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  return path;
}

TEST(KeyFile, TakesNoKeyOfSomebodyElsesAway) {
  const madoguchi::test::TemporaryFolder folder;
  const auto path = keyFileIn(folder);
  KeyFile slow(path);  // counts rows for minutes
  KeyFile quick(path);
  quick.add("2027");
  quick.putFirst("2027");  // which seals from now on
  EXPECT_THROW(slow.add("2028"), std::runtime_error);
  EXPECT_THROW(slow.remove("2026"), std::runtime_error);
  EXPECT_FALSE(std::filesystem::exists(slow.asideOf("2026")));
  EXPECT_THAT(KeyFile(path).ids(), ElementsAre("2027", "2026"));
  quick.add("2028");
  EXPECT_THAT(KeyFile(path).ids(), ElementsAre("2027", "2026", "2028"));
}

TEST(KeyFile, IsChangedWhereALinkLeads) {
  const madoguchi::test::TemporaryFolder folder;
  const auto path = keyFileIn(folder);
  const auto link = folder.path() / "link";
  std::filesystem::create_symlink("keys", link);
  KeyFile(link).add("2027");
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_THAT(KeyFile(path).ids(), ElementsAre("2026", "2027"));
}

TEST(KeyFile, IsItsOwnersAloneAndWholeAtEachMoment) {
  const madoguchi::test::TemporaryFolder folder;
  const auto path = folder.path() / "keys";
  std::ofstream(path) << test::kTestKey << "\n\n" << test::kOlderKey;
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  KeyFile file(path);
  EXPECT_THAT(file.ids(), ElementsAre("2026", "2025"));
  std::ofstream(path.string() + ".new") << "of somebody who was killed";
  file.add("2027-04");
  EXPECT_THAT(KeyFile(path).ids(), ElementsAre("2026", "2025", "2027-04"));
  file.putFirst("2027-04");
  EXPECT_THAT(KeyFile(path).ids(), ElementsAre("2027-04", "2026", "2025"));
  EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_read);
  const DataKeys keys = DataKeys::fromFile(path);
  EXPECT_EQ(keys.open(DataKeys(test::kOlderKey).seal("old", "here"), "here"), "old");
  const auto aside = file.remove("2025");
  file.add("2025");
  EXPECT_THROW(file.remove("2025"), std::runtime_error) << "another key of that name lies there";
  EXPECT_TRUE(KeyFile(path).has("2025"));
  EXPECT_EQ(DataKeys::fromFile(aside).currentId(), "2025");
  EXPECT_THROW(file.add("2026"), std::runtime_error);
  EXPECT_THROW(file.add("no id"), std::runtime_error);
  EXPECT_THAT(KeyFile(path).ids(), ElementsAre("2027-04", "2026", "2025"));
}

}  // namespace
}  // namespace madoguchi::backend
