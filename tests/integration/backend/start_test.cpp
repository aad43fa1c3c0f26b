#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "backend_under_test.h"

// What the service is told when it starts, and why it does not.

namespace madoguchi::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct StartFailure {
  std::string name;
  std::vector<std::string> options;
  int exitCode;
  std::string message;
};

std::string nameOf(const testing::TestParamInfo<StartFailure>& info) { return info.param.name; }

class WillNotStart : public testing::TestWithParam<StartFailure> {};

TEST_P(WillNotStart, AndSaysWhy) {
  BackendUnderTest good;  // its files, and a port that is in use
  std::vector<std::string> command = {MADOGUCHI_BACKEND,
                                      "--listen",
                                      "localhost:0",
                                      "--certificate",
                                      (good.folder() / "tls/server.pem").string(),
                                      "--key",
                                      (good.folder() / "tls/server.key").string(),
                                      "--trust",
                                      good.trust().string(),
                                      "--database",
                                      "sqlite3://db=" + (good.folder() / "b.db").string(),
                                      "--mail-dir",
                                      (good.folder() / "mail").string(),
                                      "--mail-from",
                                      "no-reply@madoguchi.example"};
  for (std::string option : GetParam().options) {
    const auto replace = [&](std::string_view mark, const std::string& with) {
      if (const std::size_t at = option.find(mark); at != std::string::npos) {
        option.replace(at, mark.size(), with);
      }
    };
    replace("@PORT@", std::to_string(good.port()));
    replace("@FOLDER@", good.folder().string());
    command.push_back(option);
  }
  ASSERT_EQ(mkfifo((good.folder() / "pipe").c_str(), 0600), 0);
  const fs::path errors = good.folder() / "start.txt";
  ChildProcess process(command, errors);
  EXPECT_EQ(process.readLine(), "");
  EXPECT_EQ(process.wait(), GetParam().exitCode);
  EXPECT_THAT(readFile(errors), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Because, WillNotStart,
    testing::Values(
        StartFailure{"NoTrustFolder",
                     {"--trust", "/nonexistent"},
                     1,
                     "trust folder lacks /nonexistent/signing"},
        StartFailure{"KeyOfAnother", {"--key", "@FOLDER@/tls/ca.pem"}, 1, "cannot read the key"},
        StartFailure{
            "NoCertificate", {"--certificate", "/nonexistent"}, 1, "cannot read the certificate"},
        StartFailure{"PortInUse", {"--listen", "localhost:@PORT@"}, 1, "port is in use"},
        StartFailure{"NoDatabase",
                     {"--database", "sqlite3://db=/nonexistent/m.db"},
                     1,
                     "unable to open database"},
        StartFailure{"UnknownDatabase", {"--database", "nonsense://db=x"}, 2, "--database takes"},
        StartFailure{"LogIsAPipeThatNobodyReads", {"--log", "@FOLDER@/pipe"}, 1, "write the log"},
        StartFailure{"NoLogFolder", {"--log", "/nonexistent/log"}, 1, "cannot write the log"},
        StartFailure{"MailFolderIsAFile", {"--mail-dir", "/dev/null"}, 1, "mail"},
        StartFailure{"UnknownOption", {"--colour", "red"}, 2, "unknown option --colour"},
        StartFailure{"WrongPort", {"--listen", "localhost:99999"}, 2, "from 0 to 65535"},
        StartFailure{
            "TwoWaysForMail", {"--smtp", "smtp://localhost"}, 2, "either --mail-dir or --smtp"},
        StartFailure{"HeaderInjection",
                     {"--mail-from", "a@b.example\r\nBcc: c@d.example"},
                     2,
                     "--mail-from"},
        StartFailure{"OriginWithPath", {"--origin", "https://localhost/x"}, 2, "--origin"},
        StartFailure{"OriginWithBlank", {"--origin", "https://a b"}, 2, "--origin"},
        StartFailure{"NoTermsVersion", {"--terms-version", ""}, 2, "--terms-version"},
        StartFailure{"SampleTermsInEarnest",
                     {"--origin", "https://service.example"},
                     2,
                     "the sample terms of use"},
        StartFailure{"NoHelpDeskInEarnest",
                     {"--origin", "https://service.example", "--terms-version", "2027-04-01"},
                     2,
                     "--help-desk is missing"},
        StartFailure{"TermsVersionWithBlank", {"--terms-version", "2026 11 01"}, 2, "blanks"},
        StartFailure{
            "LeastClientIsNoVersion", {"--least-client", "1.2"}, 2, "--least-client takes"},
        StartFailure{"EmptyHelpDesk", {"--help-desk", ""}, 2, "--help-desk has an empty value"},
        StartFailure{"HelpDeskOfTwoLines", {"--help-desk", "a\nb"}, 2, "control characters"},
        StartFailure{"MailServerWithBlank", {"--smtp", "smtp://a b"}, 2, "--smtp takes"},
        StartFailure{"MailServerWithoutName", {"--smtp", "smtp://"}, 2, "--smtp takes"},
        StartFailure{"MailServerOnNoPort", {"--smtp", "smtp://host:0/x"}, 2, "--smtp takes"},
        StartFailure{"NoAnnouncements", {"--announcements", "/nonexistent"}, 1, "announcements"},
        StartFailure{"BrokenAnnouncements", {"--announcements", "/dev/null"}, 1, "announcements"},
        StartFailure{
            "ProxyIsNoAddress", {"--trusted-proxy", "nonsense"}, 2, "trusted-proxy takes an IP"},
        StartFailure{"KeysWithoutFolder", {"--data-keys", "/nonexistent"}, 2, "give both"},
        StartFailure{"NoDataKeys",
                     {"--data-keys", "/nonexistent", "--files", "/nonexistent"},
                     1,
                     "data keys"},
        StartFailure{"NoConfigFile", {"--config", "/nonexistent"}, 2, "configuration file"}),
    nameOf);

TEST(Config, OptionsWinOverTheFile) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "backend.json";
  std::ofstream(file)
      << R"({"rate-limit": 1, "terms-version": ["2020-01-01"], "mail-from": "x@y.example"})";
  BackendUnderTest backend({"--config", file.string()});  // --rate-limit 0 stands before it
  HttpClient client = backend.client();
  for (int i = 0; i < 5; ++i) {
    EXPECT_FALSE(nonceFrom(client).empty());
  }
  EXPECT_EQ(backend.submit(client, backend.draft(client)).reason(), "termsOutdated");
}

}  // namespace
}  // namespace madoguchi::test
