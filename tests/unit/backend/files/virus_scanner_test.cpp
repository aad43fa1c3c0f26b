#include "backend/files/virus_scanner.h"

#include <gmock/gmock.h>

#include "backend/files/shelf.h"
#include "tests/unit/backend/files/clamd.h"

namespace madoguchi::backend {
namespace {

using namespace std::string_view_literals;

Deadline inTenSeconds() { return deadlineIn(std::chrono::seconds(10)); }

/// Why a file was not looked at.
std::string faultOf(const VirusScanner& scanner, Deadline deadline = inTenSeconds()) {
  try {
    static_cast<void>(scanner.isInfected("a file", deadline));
  } catch (const FileError& error) {
    return error.what();
  }
  return {};
}

TEST(VirusScanner, TellsWhatClamdFinds) {
  test::Clamd clamd;
  const VirusScanner scanner(clamd.address());
  EXPECT_FALSE(scanner.isInfected("", inTenSeconds()));
  // Over the border of two chunks.
  const std::string large(128UL * 1024 - 5, 'x');
  EXPECT_FALSE(scanner.isInfected(large + large, inTenSeconds()));
  EXPECT_TRUE(scanner.isInfected(large + std::string(test::kTestVirus) + large, inTenSeconds()));
}

TEST(VirusScanner, WhereNobodyLooksIsAFault) {
  EXPECT_THAT(faultOf(VirusScanner("/nowhere/clamd.ctl")), testing::HasSubstr("No such file"));
  EXPECT_THAT(faultOf(VirusScanner('/' + std::string(200, 'x'))), testing::HasSubstr("too long"));
  std::string address;
  {
    const test::Clamd gone;
    address = gone.address();
  }
  EXPECT_THAT(faultOf(VirusScanner(address)), testing::HasSubstr("refused"));
  const test::Clamd limited(std::string("INSTREAM size limit exceeded. ERROR\0"sv));
  EXPECT_THAT(faultOf(VirusScanner(limited.address())), testing::HasSubstr("StreamMaxLength"));
  const test::Clamd broken(std::string("stream: Can't allocate memory ERROR\0"sv));
  EXPECT_THAT(faultOf(VirusScanner(broken.address())), testing::HasSubstr("error"));
}

TEST(VirusScanner, WaitsNoLongerThanItMay) {
  const int silent = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): as the calls want it
  bind(silent, reinterpret_cast<sockaddr*>(&address), length);
  listen(silent, 1);
  getsockname(silent, reinterpret_cast<sockaddr*>(&address), &length);
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  const VirusScanner scanner("127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
  EXPECT_THAT(faultOf(scanner, deadlineIn(std::chrono::milliseconds(20))),
              testing::HasSubstr("in time"));
  close(silent);
}

}  // namespace
}  // namespace madoguchi::backend
