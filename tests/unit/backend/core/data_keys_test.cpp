#include "backend/core/data_keys.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "backend/core/loggable_error.h"
#include "backend/core/structured_log.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/backend/filing/applicant.h"

namespace madoguchi::backend {
namespace {

using test::kOlderKey;
using test::kTestKey;

std::string twoLines(std::string_view first, std::string_view second) {
  return std::string(first) + '\n' + std::string(second) + '\n';
}

TEST(DataKeys, WhatWasSealedOpensInItsPlaceAndNowhereElse) {
  const DataKeys keys(kTestKey);
  for (const std::string& plain : {std::string(), std::string("a"), std::string(131'072, 'x')}) {
    const Sealed sealed = keys.seal(plain, "draft 1");
    EXPECT_EQ(sealed.keyId, "2026");
    EXPECT_EQ(sealed.bytes.size(), plain.size() + kSealBytes);
    EXPECT_EQ(keys.open(sealed, "draft 1"), plain);
    EXPECT_THROW((void)keys.open(sealed, "draft 2"), LoggableError);
  }
  EXPECT_NE(keys.seal("a", "").bytes, keys.seal("a", "").bytes) << "the nonce is another each time";
}

TEST(DataKeys, NothingThatWasChangedOpens) {
  const DataKeys keys(kTestKey);
  const Sealed sealed = keys.seal("what was typed", "here");
  for (std::size_t i = 0; i < sealed.bytes.size(); ++i) {
    Sealed changed = sealed;
    changed.bytes[i] = static_cast<char>(changed.bytes[i] ^ 1);
    EXPECT_THROW((void)keys.open(changed, "here"), LoggableError) << i;
    changed.bytes.resize(i);
    EXPECT_THROW((void)keys.open(changed, "here"), LoggableError) << i;
  }
}

TEST(DataKeys, TheFirstSealsAndTheOthersOpenWhatTheyHaveSealed) {
  const Sealed old = DataKeys(kOlderKey).seal("old", "here");
  const DataKeys both(twoLines(kTestKey, kOlderKey));
  EXPECT_EQ(both.open(old, "here"), "old");
  EXPECT_EQ(both.seal("new", "here").keyId, "2026");
  EXPECT_THROW((void)DataKeys(kTestKey).open(old, "here"), LoggableError);
}

TEST(DataKeys, ALineThatIsNoKeyIsRefusedWithoutSayingIt) {
  for (const std::string& lines :
       {std::string(), std::string("2026"), std::string("2026 AAEC"),
        "2026  " + std::string(kTestKey), std::string("a_b") + std::string(kTestKey.substr(4)),
        twoLines(kTestKey, kTestKey), std::string(kTestKey) + "="}) {
    try {
      const DataKeys keys(lines);
      ADD_FAILURE() << lines;
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(std::string_view(error.what()).find("AAEC"), std::string_view::npos);
    }
  }
}

TEST(DataKeys, AFileThatOthersCanReadIsNotTaken) {
  const madoguchi::test::TemporaryFolder folder;
  const auto file = folder.path() / "keys";
  EXPECT_THROW(DataKeys::fromFile(file), std::runtime_error);
  std::ofstream(file) << kTestKey << '\n';
  using std::filesystem::perms;
  std::filesystem::permissions(file, perms::owner_read);
  EXPECT_EQ(DataKeys::fromFile(file).currentId(), "2026");
  std::filesystem::permissions(file, perms::owner_read | perms::group_read);
  EXPECT_THROW(DataKeys::fromFile(file), std::runtime_error);
}

class FollowedKeys : public testing::Test {
 protected:
  FollowedKeys() { put(kTestKey); }
  /// As an operator's copy comes: beside it, and renamed.
  void put(std::string_view lines) const {
    const auto fresh = m_folder.path() / "fresh";
    std::ofstream(fresh) << lines << '\n';
    using std::filesystem::perms;
    std::filesystem::permissions(fresh, perms::owner_read);
    std::filesystem::rename(fresh, file());
  }
  std::filesystem::path file() const { return m_folder.path() / "keys"; }
  std::string log() const {
    std::ostringstream text;
    text << std::ifstream(m_folder.path() / "log").rdbuf();
    return text.str();
  }

  madoguchi::test::TemporaryFolder m_folder;
  StructuredLog m_log{(m_folder.path() / "log").string()};
};

TEST_F(FollowedKeys, ANewOneSealsFromTheNextOn) {
  const DataKeys keys(file(), m_log);
  const Sealed before = keys.seal("before", "here");
  put(twoLines(kTestKey, kOlderKey));
  EXPECT_EQ(keys.seal("x", "here").keyId, "2026");
  EXPECT_EQ(keys.open(DataKeys(kOlderKey).seal("of another process", "here"), "here"),
            "of another process");
  put(twoLines(kOlderKey, kTestKey));  // as long as before
  EXPECT_EQ(keys.seal("x", "here").keyId, "2025");
  EXPECT_EQ(keys.currentId(), "2025");
  EXPECT_EQ(keys.open(before, "here"), "before");
  put(kOlderKey);
  EXPECT_THROW((void)keys.open(before, "here"), LoggableError);
}

TEST_F(FollowedKeys, AFileThatCannotBeReadChangesNothing) {
  const DataKeys keys(file(), m_log);
  put("2027 half of a l");
  EXPECT_EQ(keys.seal("x", "here").keyId, "2026");
  EXPECT_EQ(keys.seal("x", "here").keyId, "2026");
  EXPECT_THROW(keys.readWhereChanged(), std::runtime_error);
  const std::string said = log();
  const std::size_t first = said.find("dataKeysUnreadable");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(said.find("dataKeysUnreadable", first + 1), std::string::npos) << "once";
  std::filesystem::remove(file());
  EXPECT_EQ(keys.seal("x", "here").keyId, "2026");
  put(kOlderKey);
  EXPECT_EQ(keys.seal("x", "here").keyId, "2025");
}

}  // namespace
}  // namespace madoguchi::backend
