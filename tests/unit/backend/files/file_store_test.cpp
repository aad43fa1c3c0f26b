#include "backend/files/file_store.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "tests/support/temporary_folder.h"
#include "tests/unit/backend/filing/applicant.h"

namespace madoguchi::backend {
namespace {

const std::string kPiece = "ab" + std::string(30, '0');

class FileStoreTest : public testing::Test {
 protected:
  std::string read(std::uint64_t stored, const std::string& name = kPiece) const {
    std::string bytes;
    m_files.read(name, stored, [&bytes](std::string_view piece) { bytes += piece; });
    return bytes;
  }
  std::filesystem::path path() const { return m_folder.path() / "files/ab" / kPiece; }

  madoguchi::test::TemporaryFolder m_folder;
  DataKeys m_keys{test::kTestKey};
  FileStore m_files{makeFolderShelf(m_folder.path() / "files"), m_keys};
};

TEST_F(FileStoreTest, WhatWasPutThereIsReadAgain) {
  const std::string piece(100'000, 'x');
  const std::uint64_t stored = m_files.put(kPiece, piece).stored;
  EXPECT_EQ(stored, std::filesystem::file_size(path()));
  EXPECT_EQ(read(stored), piece);
  EXPECT_THROW(m_files.put(kPiece, "another"), FileError) << "a name is given once";
  EXPECT_EQ(read(stored), piece);
}

TEST_F(FileStoreTest, NothingOfItIsReadableOnTheDisk) {
  m_files.put(kPiece, "passport");
  std::ifstream file(path(), std::ios::binary);
  const std::string rests((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(rests.find("passport"), std::string::npos);
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(path()).permissions() & (perms::group_all | perms::others_all),
            perms::none);
}

TEST_F(FileStoreTest, WhatRootPutsThereIsTheFoldersOwners) {
  if (geteuid() != 0) {
    GTEST_SKIP() << "only root can give a file away";
  }
  constexpr uid_t kService = 4711;
  const auto folder = m_folder.path() / "others";
  std::filesystem::create_directory(folder);
  ASSERT_EQ(chown(folder.c_str(), kService, kService), 0);
  FileStore files(makeFolderShelf(folder), m_keys);
  files.put(kPiece, "sealed anew");
  for (const auto& path : {folder / "ab", folder / "ab" / kPiece}) {
    struct stat state {};
    ASSERT_EQ(stat(path.c_str(), &state), 0);
    EXPECT_EQ(state.st_uid, kService) << path;
    EXPECT_EQ(state.st_gid, kService) << path;
  }
}

TEST_F(FileStoreTest, WhatWasPutAnewIsReadUnderItsOwnName) {
  const std::uint64_t stored = m_files.put(kPiece, "what was handed in").stored;
  const DataKeys keys(std::string(test::kOlderKey) + '\n' + std::string(test::kTestKey));
  FileStore other(makeFolderShelf(m_folder.path() / "files"), keys);
  const auto [name, fresh] = other.putAnew(kPiece, stored);
  EXPECT_EQ(fresh.keyId, "2025");
  EXPECT_NE(name, kPiece);
  EXPECT_EQ(read(stored), "what was handed in") << "until something else names the new one";
  std::string bytes;
  const DataKeys older(test::kOlderKey);
  FileStore(makeFolderShelf(m_folder.path() / "files"), older)
      .read(name, fresh.stored, [&bytes](std::string_view piece) { bytes += piece; });
  EXPECT_EQ(bytes, "what was handed in");
}

TEST_F(FileStoreTest, WhatWasCutChangedOrPutElsewhereIsAnError) {
  const std::uint64_t stored = m_files.put(kPiece, "what was handed in").stored;
  const std::string other = "ab" + std::string(30, '1');
  std::filesystem::copy(path(), path().parent_path() / other);
  EXPECT_THROW(read(stored, other), LoggableError);
  EXPECT_THROW(read(stored + 1), FileError);
  EXPECT_THROW(read(stored - 1), FileError);
  std::fstream(path(), std::ios::in | std::ios::out | std::ios::binary).seekp(-1, std::ios::end)
      << '\1';
  EXPECT_THROW(read(stored), LoggableError);
  std::filesystem::resize_file(path(), 3);
  EXPECT_THROW(read(stored), FileError);
  m_files.remove({kPiece});
  EXPECT_THROW(read(stored), FileError);
  m_files.remove({kPiece});
}

TEST_F(FileStoreTest, AFullDiskIsAnErrorAndNotTheEnd) {
  std::signal(SIGXFSZ, SIG_IGN);  // as the service does
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit little{.rlim_cur = 1000, .rlim_max = before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &little);
  EXPECT_THROW(m_files.put(kPiece, std::string(2000, 'x')), FileError);
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_FALSE(std::filesystem::exists(path())) << "it takes no room";
  EXPECT_EQ(read(m_files.put(kPiece, "again").stored), "again");
}

TEST_F(FileStoreTest, WhoSweepsFindsWhatWasPutThereInATime) {
  const std::string unknown = "ab" + std::string(30, '2');
  m_files.put(kPiece, "known");
  m_files.put(unknown, "unknown");
  const Seconds soon = now() + std::chrono::hours(1);
  const Seconds since = now() - std::chrono::hours(1);
  using testing::IsEmpty;
  EXPECT_THAT(m_files.namesFrom(0xAB, {.since = {}, .before = now() - std::chrono::hours(24)}),
              IsEmpty())
      << "it may be on its way";
  EXPECT_THAT(m_files.namesFrom(0xAB, {.since = soon, .before = soon}), IsEmpty())
      << "it was there before";
  EXPECT_THAT(m_files.namesFrom(0xAC, {.since = {}, .before = soon}), IsEmpty());
  EXPECT_THAT(m_files.namesFrom(0xAB, {.since = since, .before = soon}),
              testing::UnorderedElementsAre(kPiece, unknown));
  EXPECT_EQ(m_files.remove({unknown}), 1);
  EXPECT_TRUE(std::filesystem::exists(path()));
  EXPECT_FALSE(std::filesystem::exists(path().parent_path() / unknown));
}

TEST_F(FileStoreTest, UnderAMountThatWentNothingCountsAsRemoved) {
  const std::filesystem::path mount = m_folder.path() / "files";
  m_files.put(kPiece, "x");
  std::filesystem::rename(mount, m_folder.path() / "away");
  std::filesystem::create_directory(mount);
  EXPECT_EQ(m_files.remove({kPiece}), 0);
  std::filesystem::remove(mount);
  std::filesystem::rename(m_folder.path() / "away", mount);
  EXPECT_EQ(m_files.remove({kPiece}), 1);
}

TEST_F(FileStoreTest, AFolderThatCannotBeMadeIsSaidAtOnce) {
  std::ofstream(m_folder.path() / "file") << "no folder";
  EXPECT_THROW(makeFolderShelf(m_folder.path() / "file/files"), FileError);
}

}  // namespace
}  // namespace madoguchi::backend
