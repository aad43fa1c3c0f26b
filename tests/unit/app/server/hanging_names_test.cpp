#include <dlfcn.h>
#include <gtest/gtest.h>
#include <netdb.h>

#include <atomic>
#include <future>
#include <string_view>

#include "app/server/https_transfers.h"

// A computer whose name servers do not answer: a look-up takes half a minute then, and nothing can
// call it off.

namespace madoguchi::test {
namespace {

constexpr std::string_view kHangingName = "hangs.madoguchi.example";

std::atomic<bool> lookingUp = false;
std::atomic<bool> answered = false;
std::atomic<bool> lookedUp = false;

}  // namespace
}  // namespace madoguchi::test

/// Stands before that of the C library, also for libcurl.
extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints,
                           addrinfo** result) {
  using namespace madoguchi::test;
  if (name != nullptr && name == kHangingName) {
    lookingUp = true;
    lookingUp.notify_all();
    answered.wait(false);
    lookedUp = true;
    lookedUp.notify_all();
    return EAI_AGAIN;
  }
  static const auto real =
      reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
  return real(name, service, hints, result);
}

namespace madoguchi::test {
namespace {

TEST(HangingNames, DoNotKeepARequestThatIsCalledOff) {
  app::HttpsTransfers transfers;
  std::atomic<bool> stop = false;
  app::HttpRequest health;
  health.url = "https://" + std::string(kHangingName) + "/v1/health";
  auto request =
      std::async(std::launch::async, [&] { return perform(transfers, health, {}, stop); });
  lookingUp.wait(false);
  stop = true;
  transfers.stop();
  // Only for a broken run to end: it would wait for the answer, which comes last.
  constexpr std::chrono::seconds kPatience{60};
  const bool ended = request.wait_for(kPatience) == std::future_status::ready;
  EXPECT_FALSE(lookedUp);
  answered = true;
  answered.notify_all();
  lookedUp.wait(false);
  EXPECT_TRUE(ended);
  EXPECT_FALSE(request.get().has_value());
}

}  // namespace
}  // namespace madoguchi::test
