#include "backend/filing/file_sweep.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "backend/accounts/account_end.h"
#include "backend/housekeeping.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using std::chrono::days;
using std::chrono::hours;

/// Of drafts and applications: how long they rest, and what takes them along.
class RestingFiles : public test::ApplicationFixture {
 protected:
  /// Of a file that this draft or application has; gives where it rests.
  std::filesystem::path addFileTo(const std::string& owner) {
    const std::string name = FileStore::makeName();
    m_files.put(name, "x");
    const std::string file =
        m_database.query("SELECT id FROM attachments WHERE owner_id = '" + owner + "' LIMIT 1");
    write([&](Transaction& transaction) {
      addPiece(transaction, file, {.name = name, .stored = 1});
    });
    return m_folder.path() / "files" / name.substr(0, 2) / name;
  }
};

/// A time when it is the turn of names that begin with "00".
Seconds turnOfTheFirst() {
  const auto hour = std::chrono::floor<hours>(now()).time_since_epoch().count();
  return now() + hours(256 - hour % 256);
}

int doJob(const char* name, const DataKeys& keys, FileStore& files, StructuredLog& log,
          Storage& storage, Seconds time) {
  const auto jobs = filingJobs(keys, files, log);
  return std::ranges::find(jobs, name, &RegularJob::name)->apart(storage, time);
}

int sweep(const DataKeys& keys, FileStore& files, StructuredLog& log, Storage& storage) {
  return doJob("sweepFiles", keys, files, log, storage, turnOfTheFirst());
}

TEST_F(RestingFiles, FilesFromBeforeTheDatabaseAreNotItsOwnToSweep) {
  const std::string name = "00" + FileStore::makeName().substr(2);
  m_files.put(name, "of another database");
  const auto path = m_folder.path() / "files/00" / name;
  std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - days(30));
  EXPECT_EQ(sweep(m_keys, m_files, m_log, m_storage), 0);
  m_database.execute("UPDATE database_age SET made_at = made_at - 40 * 86400;\n");
  EXPECT_EQ(sweep(m_keys, m_files, m_log, m_storage), 1);
  EXPECT_FALSE(std::filesystem::exists(path));
}

/// An object store that takes its time: somebody writes to the database meanwhile.
class SlowShelf : public Shelf {
 public:
  SlowShelf(std::vector<std::string>& names, std::function<void()> meanwhile)
      : m_names(names), m_meanwhile(std::move(meanwhile)) {}

  void put(const std::string& name, std::string_view /*bytes*/) override {
    m_names.push_back(name);
  }
  std::string get(const std::string& /*name*/) override { return {}; }
  bool remove(const std::string& name) noexcept override {
    m_meanwhile();
    return std::erase(m_names, name) == 1;
  }
  std::vector<std::string> namesFrom(std::uint8_t /*firstByte*/, PutBetween /*time*/) override {
    m_meanwhile();
    return m_names;
  }

 private:
  std::vector<std::string>& m_names;
  std::function<void()> m_meanwhile;
};

TEST_F(RestingFiles, WhatNothingKnowsIsSweptAndNobodyWaitsForTheStore) {
  std::vector<std::string> names;
  int written = 0;
  const auto meanwhile = [&] {
    write([](Transaction& transaction) { removeDraft(transaction, "maria", "none"); });
    ++written;
  };
  FileStore files(std::make_unique<SlowShelf>(names, meanwhile), m_keys);
  const std::string known = FileStore::makeName();
  write([&](Transaction& transaction) {
    addPiece(transaction, makeId(), {.name = known, .stored = 1});
  });
  for (const std::string& name : {FileStore::makeName(), known, FileStore::makeName()}) {
    files.put(name, "x");
  }
  EXPECT_EQ(sweep(m_keys, files, m_log, m_storage), 2);
  EXPECT_EQ(names, std::vector{known});
  EXPECT_EQ(written, 3) << "while it was listed, and while two were removed";
}

TEST_F(RestingFiles, AnOlderDatabaseDoesNotCostTheFilesThatItDoesNotKnow) {
  std::vector<std::string> names;
  FileStore files(std::make_unique<SlowShelf>(names, [] {}), m_keys);
  for (int i = 0; i < 21; ++i) {
    files.put(FileStore::makeName(), "x");
  }
  write([&](Transaction& transaction) {
    for (int i = 0; i < 300; ++i) {  // of years: those of the last day are a small share
      const std::string known = FileStore::makeName();
      addPiece(transaction, makeId(), {.name = known, .stored = 1});
      names.insert(names.begin(), known);
    }
  });
  EXPECT_EQ(sweep(m_keys, files, m_log, m_storage), 0);
  EXPECT_EQ(names.size(), 321U);
  names.pop_back();
  EXPECT_EQ(sweep(m_keys, files, m_log, m_storage), 20);
}

TEST_F(RestingFiles, WhatHasNoNameOfAFileIsSomebodyElses) {
  std::vector<std::string> names = {"00-backup-2027.dump", "00/1", "cafe"};
  FileStore files(std::make_unique<SlowShelf>(names, [] {}), m_keys);
  EXPECT_EQ(sweep(m_keys, files, m_log, m_storage), 0);
  EXPECT_EQ(names.size(), 3U);
}

/// An object store that takes everything, and then is away.
class ShelfThatGoes : public Shelf {
 public:
  void put(const std::string& /*name*/, std::string_view /*bytes*/) override {}
  std::string get(const std::string& /*name*/) override { return {}; }
  bool remove(const std::string& /*name*/) noexcept override { return false; }
  std::vector<std::string> namesFrom(std::uint8_t /*firstByte*/, PutBetween /*time*/) override {
    return {};
  }
};

TEST_F(RestingFiles, FilesOfDraftsGoWithTheirAccountAndThoseOfApplicationsStay) {
  const std::string filed = examined();
  const std::string draft = addDraft();
  const auto ofFiled = addFileTo(filed);
  const auto ofDraft = addFileTo(draft);
  const auto forget = [&] {
    return doJob("forgetFilesOfDeletedAccounts", m_keys, m_files, m_log, m_storage, m_now);
  };
  EXPECT_EQ(forget(), 0);
  write([this](Transaction& transaction) { return deleteAccount(transaction, "maria", m_now); });
  EXPECT_EQ(count("drafts"), "0");
  EXPECT_EQ(forget(), 1);
  EXPECT_FALSE(std::filesystem::exists(ofDraft));
  EXPECT_TRUE(std::filesystem::exists(ofFiled));
  EXPECT_EQ(count("attachments"), "1");
  EXPECT_EQ(count("attachment_pieces"), "1");
}

TEST_F(RestingFiles, AnAccountLeavesNoRowsOfItsDraftsFiles) {
  const std::string filed = examined();
  addFileTo(filed);
  addFileTo(addDraft());
  write([](Transaction& transaction) { forgetAccount(transaction, "maria"); });
  EXPECT_EQ(count("attachments"), "1");
  EXPECT_EQ(count("attachment_pieces"), "1");
}

TEST_F(RestingFiles, FilesGoWithWhatIsForgottenAndDoNotWaitForTheSweep) {
  const auto forget = [&](const char* job, FileStore& files) {
    return doJob(job, m_keys, files, m_log, m_storage, m_now + days(4 * 365));
  };
  const std::string ended = examined();
  EXPECT_TRUE(decideOn(ended, false));
  const std::string goesOn = examined();
  const std::string draft = addDraft();
  const auto ofEnded = addFileTo(ended);
  const auto ofOther = addFileTo(goesOn);
  const auto ofDraft = addFileTo(draft);
  EXPECT_EQ(forget("forgetApplications", m_files), 1);
  EXPECT_FALSE(std::filesystem::exists(ofEnded));
  EXPECT_TRUE(std::filesystem::exists(ofDraft));
  EXPECT_EQ(forget("forgetDrafts", m_files), 1);
  EXPECT_FALSE(std::filesystem::exists(ofDraft));
  EXPECT_TRUE(std::filesystem::exists(ofOther));
  // An operator hears of it where they stay.
  addFileTo(addDraft());
  FileStore away(std::make_unique<ShelfThatGoes>(), m_keys);
  EXPECT_THROW(forget("forgetDrafts", away), FileError);
}

}  // namespace
}  // namespace madoguchi::backend
