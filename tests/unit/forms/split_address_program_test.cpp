#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

#include "tests/support/temporary_folder.h"

// Runs the program itself, the way its users do.

namespace {

std::string outputFor(const std::string& input) {
  const madoguchi::test::TemporaryFolder folder;
  const auto file = folder.path() / "addresses.txt";
  std::ofstream(file, std::ios::binary) << input;
  const std::string command =
      std::string("'") + MADOGUCHI_SPLIT_ADDRESS + "' < '" + file.string() + "'";
  std::string output;
  {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 4096> buffer{};
    while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
      output.append(buffer.data(), count);
    }
  }
  return output;
}

const std::string kTokyo = "131016\t東京都\t千代田区\t";

TEST(SplitAddressProgram, AnswersLineByLine) {
  EXPECT_EQ(outputFor("東京都千代田区霞が関1\n府中市1\n奈良県高市郡高取町1\n"),
            kTokyo + "霞が関1\n\t\t\t府中市1\n294012\t奈良県\t高市郡高取町\t1\n");
}

TEST(SplitAddressProgram, TakesEveryLineEnd) {
  EXPECT_EQ(outputFor("東京都千代田区1\r\n東京都千代田区2"), kTokyo + "1\n" + kTokyo + "2\n");
  EXPECT_EQ(outputFor(""), "");
  EXPECT_EQ(outputFor("\n\r\n"), "\t\t\t\n\t\t\t\n");
}

TEST(SplitAddressProgram, KeepsStrangeLinesWhole) {
  const std::string tooLong = "東京都千代田区" + std::string(100'000, '1');
  EXPECT_EQ(outputFor(tooLong + "\n東京都千代田区\xff\n東京都千代田区3\n"),
            "\t\t\t" + tooLong + "\n\t\t\t東京都千代田区\xff\n" + kTokyo + "3\n");
}

}  // namespace
