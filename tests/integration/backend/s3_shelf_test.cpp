// Files in an object store: a server of its own that holds the signatures against their
// description.
#include "backend/files/s3_shelf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "child_process.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::test {
namespace {

using backend::FileError;
using std::chrono::hours;
using testing::HasSubstr;

constexpr auto kId = "AKMADEUP";
constexpr auto kSecret = "made/up+secret:of 40";  // whatever stands in it

class S3ShelfTest : public testing::Test {
 protected:
  S3ShelfTest()
      : m_server({"/usr/bin/python3", MADOGUCHI_BACKEND_TESTS "/s3_server.py",
                  m_folder.path().string(), "files", kId, kSecret},
                 m_folder.path() / "errors") {
    m_endpoint = "http://127.0.0.1:" + m_server.readLine();
    writeLogin(kSecret);
  }
  void writeLogin(const std::string& secret) const {
    std::ofstream(m_folder.path() / "login") << kId << '\n' << secret << '\n';
  }
  /// What is done to requests from now on.
  void setMode(const std::string& mode) const { std::ofstream(m_folder.path() / "mode") << mode; }
  std::unique_ptr<backend::Shelf> shelf(
      std::chrono::milliseconds patience = std::chrono::seconds(20)) const {
    return backend::makeS3Shelf({.endpoint = m_endpoint,
                                 .bucket = "files",
                                 .login = m_folder.path() / "login",
                                 .patience = patience});
  }
  static std::string faultOf(backend::Shelf& shelf) {
    try {
      shelf.put("ab00", "x");
    } catch (const FileError& error) {
      return error.what();
    }
    return {};
  }

  TemporaryFolder m_folder;
  ChildProcess m_server;
  std::string m_endpoint;
};

TEST_F(S3ShelfTest, WhatWasPutThereIsThereUntilItIsRemoved) {
  const auto files = shelf();
  std::string bytes(300'000, 'x');
  bytes += std::string("\0\r\n&=", 5);
  files->put("ab00", bytes);
  files->put("ab01", "");
  EXPECT_EQ(files->get("ab00"), bytes);
  EXPECT_EQ(files->get("ab01"), "");
  EXPECT_TRUE(files->remove("ab00"));
  EXPECT_TRUE(files->remove("ab00"));
  EXPECT_THROW(files->get("ab00"), FileError);
}

TEST_F(S3ShelfTest, AListHasAllThatIsOldWhateverItsPages) {
  const auto files = shelf();
  for (const char* name : {"ab00", "ab01", "ab02", "ab03", "ab04", "ac00"}) {
    files->put(name, "x");
  }
  const backend::Seconds soon = backend::now() + hours(1);
  EXPECT_THAT(files->namesFrom(0xAB, {.since = {}, .before = soon}),
              testing::ElementsAre("ab00", "ab01", "ab02", "ab03", "ab04"));
  EXPECT_THAT(files->namesFrom(0xAB, {.since = {}, .before = backend::now() - hours(1)}),
              testing::IsEmpty());
  EXPECT_THAT(files->namesFrom(0xAB, {.since = soon, .before = soon}), testing::IsEmpty());
  EXPECT_THAT(files->namesFrom(0xAD, {.since = {}, .before = soon}), testing::IsEmpty());
}

TEST_F(S3ShelfTest, AnotherSecretOpensNothingUntilTheFileHasTheRightOne) {
  const auto files = shelf();
  writeLogin("wrong");
  EXPECT_THAT(faultOf(*files), HasSubstr("HTTP 403"));
  writeLogin(kSecret);
  EXPECT_EQ(faultOf(*files), "") << "without another start";
  std::ofstream(m_folder.path() / "login") << kId << '\n';
  EXPECT_THROW(shelf(), FileError);
}

TEST_F(S3ShelfTest, AStoreThatIsDownRefusesOrIsSilentIsAFault) {
  const auto files = shelf();
  setMode("503");
  EXPECT_THAT(faultOf(*files), HasSubstr("HTTP 503"));
  EXPECT_FALSE(files->remove("ab00"));
  setMode("silent");
  EXPECT_THAT(faultOf(*shelf(std::chrono::milliseconds(50))), HasSubstr("does not answer"));
  setMode("");
  EXPECT_EQ(faultOf(*files), "");
  m_server.signal(SIGKILL);
  m_server.wait();
  EXPECT_THAT(faultOf(*files), HasSubstr("does not answer"));
}

}  // namespace
}  // namespace madoguchi::test
