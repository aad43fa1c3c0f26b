#include "protocol/filecheck/run_apart.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>

namespace madoguchi::filecheck {
namespace {

using std::chrono::steady_clock;

// No test waits for it: it is there so that one that fails ends.
constexpr std::chrono::minutes kLong{1};

struct Ran {
  std::optional<int> status;
  std::string output;
};

Ran run(const std::string& input, steady_clock::duration patience = kLong) {
  const MemoryFile file(input);
  MemoryFile output;
  const auto status =
      runApart(programBesideThis("apart_program"), file, &output, steady_clock::now() + patience);
  return {status, std::string(output.bytes())};
}

TEST(RunApartTest, WhatGoesInComesOutByteByByte) {
  // More than a pipe holds, and each byte that a system may take for the end of a line or file.
  std::string all;
  while (all.size() < 1'000'000) {
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  }
  const Ran ran = run(all);
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(ran.output == all) << ran.output.size() << " of " << all.size();
}

TEST(RunApartTest, OutputThatNobodyWantsIsLost) {
  const MemoryFile file("hello");
  EXPECT_EQ(
      runApart(programBesideThis("apart_program"), file, nullptr, steady_clock::now() + kLong), 0);
}

#ifndef _WIN32
TEST(RunApartTest, WhoIsEndedBySomebodyElseHasSaidNothing) {
  EXPECT_THROW(run("killed"), std::system_error) << "as the kernel does for want of memory";
  EXPECT_EQ(run("break").status, std::nullopt);
}
#endif

TEST(RunApartTest, WhoeverHangsIsEnded) {
  EXPECT_EQ(run("hang", std::chrono::milliseconds(200)).status, std::nullopt);
}

TEST(RunApartTest, AStatusIsOneThatTheProgramGave) { EXPECT_EQ(run("break").status, std::nullopt); }

TEST(RunApartTest, NothingOfOurEnvironmentIsHandedOn) {
  ASSERT_NE(std::getenv("PATH"), nullptr);
  EXPECT_EQ(run("environment").status, 0);
}

TEST(RunApartTest, OutputHasABound) { EXPECT_NE(run(std::string(3'000'000, 'x')).status, 0); }

TEST(RunApartTest, AProgramThatIsNotThereIsSaid) {
  const MemoryFile file("hello");
  EXPECT_THROW(runApart(programBesideThis("nothing"), file, nullptr, steady_clock::now() + kLong),
               std::system_error);
}

#ifndef MADOGUCHI_SHADOWS_ADDRESSES  // sanitizers take terabytes of them
TEST(RunApartTest, MemoryHasABound) {
  constexpr int kOutOfMemory = 9;
  EXPECT_EQ(run("fill").status, kOutOfMemory);
}
#endif

}  // namespace
}  // namespace madoguchi::filecheck
