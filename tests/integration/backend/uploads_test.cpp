// Files on their way: the service is killed, its disk full, its store or its scanner gone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "backend_under_test.h"
#include "filing.h"
#include "tests/unit/backend/files/clamd.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace madoguchi::test {
namespace {

namespace fs = std::filesystem;
using madoguchi::backend::test::goodPdf;
using madoguchi::backend::test::jpegOf;
using nlohmann::json;

std::vector<std::string> with(std::vector<std::string> more) {
  more.insert(more.end(), {"--password-memory", "8", "--password-passes", "1"});
  return more;
}

/// A file of a draft, announced.
class FileOnItsWay {
 public:
  FileOnItsWay(Scrivener& owner, std::string bytes, const std::string& kind,
               const json& values = json::object())
      : m_owner(owner), m_bytes(std::move(bytes)), m_draft(owner.draft(values)) {
    announce("/v1/drafts/" + m_draft, kind);
  }
  /// A document of what is at that path.
  static FileOnItsWay to(const std::string& path, Scrivener& owner, std::string bytes) {
    FileOnItsWay file(owner, std::move(bytes));
    file.announce(path, "document");
    return file;
  }

  /// The bytes behind those that have arrived, up to `end`.
  Response sendTo(std::size_t end) {
    const std::size_t from = received();
    return m_owner.send("PUT", m_path + "/content?from=" + std::to_string(from),
                        m_bytes.substr(from, end - from), kOctets);
  }
  Response sendRest() { return sendTo(m_bytes.size()); }
  std::size_t received() {
    return m_owner.send("GET", m_path).json().at("received").get<std::size_t>();
  }
  [[nodiscard]] const std::string& draft() const { return m_draft; }
  [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

 private:
  FileOnItsWay(Scrivener& owner, std::string bytes) : m_owner(owner), m_bytes(std::move(bytes)) {}
  void announce(const std::string& owner, const std::string& kind) {
    const std::string all = owner + "/attachments";
    const Response made = m_owner.send("POST", all, announcement(m_bytes, kind));
    EXPECT_EQ(made.status, 201) << made.body;
    m_path = all + '/' + made.json().value("id", "");
  }

  Scrivener& m_owner;
  std::string m_bytes;
  std::string m_draft;
  std::string m_path;
};

std::size_t filesIn(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    count += entry.is_regular_file() ? 1U : 0U;
  }
  return count;
}

// Killed (SIGKILL) while a piece arrives: as soon as it rests, which is before anything says so, or
// as soon as something does.
TEST(Uploads, AKilledServiceGoesOnWhereTheFileStands) {
  BackendUnderTest backend(with({}));
  Scrivener owner(backend);
  const fs::path folder = backend.folder() / "files";
  FileOnItsWay file(owner, goodPdf(std::string(300'000, 'x')), "document");
  for (std::size_t piece = 1; piece <= 3; ++piece) {
    const std::size_t before = filesIn(folder);
    Response lost;
    {
      const std::jthread sender([&] { lost = file.sendTo(piece * 90'000); });
      const std::string arrived = "SELECT received FROM attachments";
      while (piece == 3 ? backend.query(arrived) != "270000" : filesIn(folder) == before) {
      }
      backend.kill();
    }
    backend.start();
    const std::size_t received = file.received();
    EXPECT_TRUE(received == piece * 90'000 || (piece < 3 && received == (piece - 1) * 90'000))
        << received;
    if (lost.status == 200) {
      EXPECT_EQ(received, piece * 90'000) << "it was acknowledged";
    }
    if (received < piece * 90'000) {
      EXPECT_EQ(file.sendTo(piece * 90'000).status, 200);
    }
  }
  const Response last = file.sendRest();
  EXPECT_EQ(last.json().value("state", ""), "whole") << last.body;
  EXPECT_EQ(backend.query("PRAGMA integrity_check"), "ok");
}

TEST(Uploads, AKilledServiceFilesOnceWithAllFiles) {
  BackendUnderTest backend(with({}));
  Scrivener owner(backend);
  const std::string photo = jpegOf(90, 120);
  FileOnItsWay file(owner, photo, "photo", valuesToFile(photo));
  EXPECT_EQ(file.sendRest().json().value("state", ""), "whole");
  const std::string path = "/v1/drafts/" + file.draft() + "/application";
  const std::string key = newUuid();
  {
    const std::jthread sender([&] { owner.send("POST", path, filingBody(), kJson, key); });
    while (backend.query("SELECT COUNT(*) FROM applications") != "1") {
    }
    backend.kill();
  }
  backend.start();
  const Response again = owner.send("POST", path, filingBody(), kJson, key);
  ASSERT_EQ(again.status, 201) << again.body;
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM applications"), "1");
  EXPECT_EQ(backend.query("SELECT provisional_number FROM applications"),
            again.json().at("provisionalNumber"));
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM drafts"), "0");
  const std::string shown = "/v1/applications/" + again.json().value("id", "");
  EXPECT_EQ(owner.send("GET", shown).json().at("attachments").at(0).at("state"), "whole");
}

/// The application of a draft with its photo, of which the office wants documents; its path.
std::string documentsWantedOf(const BackendUnderTest& backend, Scrivener& owner) {
  const std::string photo = jpegOf(90, 120);
  FileOnItsWay file(owner, photo, "photo", valuesToFile(photo));
  EXPECT_EQ(file.sendRest().json().value("state", ""), "whole");
  const json filed =
      owner.send("POST", "/v1/drafts/" + file.draft() + "/application", filingBody()).json();
  backend.execute("UPDATE applications SET state = 'examination'");  // as on the next day
  const auto asked = runCommand({"sh", "-c", "echo 住民票 | \"$0\" \"$@\"", MADOGUCHI_ADMIN,
                                 "--database", "sqlite3://db=" + backend.database().string(),
                                 "--data-keys", backend.dataKeys().string(), "applications", "want",
                                 filed.value("provisionalNumber", ""), "2099-01-31"});
  EXPECT_EQ(asked.exitCode, 0) << asked.output;
  return "/v1/applications/" + filed.value("id", "");
}

// Killed while a wanted document arrives, and when all of them are handed in.
TEST(Uploads, AKilledServiceTakesWantedDocumentsOnce) {
  BackendUnderTest backend(with({}));
  Scrivener owner(backend);
  const std::string path = documentsWantedOf(backend, owner);
  FileOnItsWay document = FileOnItsWay::to(path, owner, goodPdf(std::string(300'000, 'x')));
  Response lost;
  const auto killWhen = [&](const auto& send, const auto& isSeen) {
    {
      const std::jthread sender([&] { lost = send(); });
      while (!isSeen()) {
      }
      backend.kill();
    }
    backend.start();
  };
  const std::size_t before = filesIn(backend.folder() / "files");
  killWhen([&] { return document.sendTo(90'000); },
           [&] { return filesIn(backend.folder() / "files") > before; });
  const std::size_t received = document.received();
  EXPECT_TRUE(received == 90'000 || (received == 0 && lost.status != 200)) << received;
  EXPECT_EQ(document.sendRest().json().value("state", ""), "whole");
  killWhen([&] { return owner.send("POST", path + "/documents", ""); },
           [&] { return backend.query("SELECT state FROM applications") == "examination"; });
  const Response again = owner.send("POST", path + "/documents", "");
  EXPECT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(again.json().value("state", ""), "examination");
  EXPECT_EQ(again.json().at("attachments").size(), 2U);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM application_steps"), "3")
      << "filed, wanted, handed in";
}

TEST(Uploads, ADiskThatIsFullOrGoneLosesNothing) {
  BackendUnderTest backend(with({}));
  Scrivener owner(backend);
  FileOnItsWay file(owner, goodPdf(std::string(900'000, 'x')), "document");
  EXPECT_EQ(file.sendTo(1000).status, 200);
  const fs::path folder = backend.folder() / "files";
  // Enough for what the database writes, once its log is short.
  backend.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  const rlim_t most = fs::file_size(backend.database()) + 200'000;
  const rlimit full{.rlim_cur = most, .rlim_max = RLIM_INFINITY};
  rlimit former{};
  ASSERT_EQ(prlimit(backend.process().id(), RLIMIT_FSIZE, &full, &former), 0);
  EXPECT_EQ(file.sendRest().reason(), "unavailable");
  EXPECT_EQ(filesIn(folder), 1U) << "no half of a piece takes room";
  ASSERT_EQ(prlimit(backend.process().id(), RLIMIT_FSIZE, &former, nullptr), 0);
  fs::rename(folder, folder.string() + ".away");
  EXPECT_EQ(file.sendRest().reason(), "unavailable");
  EXPECT_EQ(file.received(), 1000U);
  fs::rename(folder.string() + ".away", folder);
  const Response last = file.sendRest();
  EXPECT_EQ(last.json().value("state", ""), "whole") << last.body;
  EXPECT_THAT(backend.log(), testing::HasSubstr("filesFailed"));
}

TEST(Uploads, AnObjectStoreThatIsDownLosesNothing) {
  const TemporaryFolder store;
  ChildProcess server({"/usr/bin/python3", MADOGUCHI_BACKEND_TESTS "/s3_server.py",
                       store.path().string(), "files", "AKMADEUP", "secret"},
                      store.path() / "errors");
  std::ofstream(store.path() / "login") << "AKMADEUP\nsecret\n";
  BackendUnderTest backend(
      with({"--s3-endpoint", "http://127.0.0.1:" + server.readLine(), "--s3-bucket", "files",
            "--s3-login", (store.path() / "login").string()}));
  Scrivener owner(backend);
  const std::string photo = jpegOf(90, 120);
  FileOnItsWay file(owner, photo, "photo", valuesToFile(photo));
  EXPECT_EQ(file.sendTo(10).status, 200);
  for (const char* mode : {"403", "503"}) {
    std::ofstream(store.path() / "mode") << mode;
    EXPECT_EQ(file.sendRest().reason(), "unavailable") << mode;
    EXPECT_EQ(file.received(), 10U);
  }
  fs::remove(store.path() / "mode");
  EXPECT_EQ(file.sendRest().json().value("state", ""), "whole");
  EXPECT_EQ(filesIn(store.path() / "objects"), 2U);
  const std::string path = "/v1/drafts/" + file.draft();
  EXPECT_EQ(owner.send("POST", path + "/application", filingBody()).status, 201);
  FileOnItsWay other(owner, goodPdf(), "document");
  EXPECT_EQ(other.sendRest().json().value("state", ""), "whole");
  EXPECT_EQ(owner.send("DELETE", "/v1/drafts/" + other.draft()).status, 204);
  EXPECT_EQ(filesIn(store.path() / "objects"), 2U) << "what is filed stays";
  EXPECT_FALSE(fs::exists(backend.folder() / "files"));
}

// Limits of files are facts that an operator may add to.
TEST(Uploads, TheOperatorsOwnLimitsHoldAndAreTold) {
  const TemporaryFolder folder;
  const fs::path facts = folder.path() / "facts.json";
  const auto write = [&](int files) {
    std::ofstream(facts) << json{
        {"sources", {{"order", {{"title", "Made up"}, {"checkedAt", "2026-11-26"}}}}},
        {"fileLimits",
         {{{"files", files},
           {"bytesEach", 10'000'000},
           {"bytesTogether", 20'000'000},
           {"countsPhoto", true},
           {"mediaTypes", {"application/pdf"}},
           {"leastDpi", 200},
           {"from", "2026-02-01"},
           {"source", "order"}}}}};
  };
  write(1);
  BackendUnderTest backend(with({"--procedure-facts", facts.string()}));
  Scrivener owner(backend);
  const std::string all = "/v1/drafts/" + owner.draft(json::object()) + "/attachments";
  EXPECT_EQ(owner.send("POST", all, announcement("a", "document")).status, 201);
  EXPECT_EQ(owner.send("POST", all, announcement("b", "document")).reason(), "filesTooMany");
  const auto told = [&] {
    return owner.send("GET", "/v1/announcements?language=en").json().at("procedureFacts");
  };
  EXPECT_EQ(told().at(0).at("fileLimits").at(0).at("files"), 1);
  write(2);
  backend.process().signal(SIGHUP);
  backend.waitForLog("reloaded");
  EXPECT_EQ(owner.send("POST", all, announcement("b", "document")).status, 201);
  EXPECT_EQ(told().at(0).at("fileLimits").at(0).at("files"), 2);
  write(-1);
  backend.process().signal(SIGHUP);
  backend.waitForLog("reloadFailed");
  EXPECT_EQ(told().at(0).at("fileLimits").at(0).at("files"), 2) << "as it was read last";
  expectPublishedAnswers(backend, owner.client());
  backend.stop();
  try {
    backend.start();
    ADD_FAILURE() << "it has started";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("facts.json: fileLimits[0].files"));
  }
}

TEST(Uploads, AVirusIsRefusedAndWhereNobodyLooksForOneTheFileWaits) {
  auto clamd = std::make_unique<madoguchi::backend::test::Clamd>();
  BackendUnderTest backend(with({"--clamd", clamd->address()}));
  Scrivener owner(backend);
  FileOnItsWay infected(owner, goodPdf(std::string(madoguchi::backend::test::kTestVirus)),
                        "document");
  EXPECT_EQ(infected.sendRest().reason(), "fileInfected");
  FileOnItsWay clean(owner, goodPdf(), "document");
  EXPECT_EQ(clean.sendRest().json().value("state", ""), "whole");
  clamd.reset();
  FileOnItsWay waiting(owner, goodPdf("b"), "document");
  EXPECT_EQ(waiting.sendRest().reason(), "unavailable");
  EXPECT_EQ(waiting.received(), waiting.size()) << "to be looked at once more";
  expectPublishedAnswers(backend, owner.client());
}

}  // namespace
}  // namespace madoguchi::test
