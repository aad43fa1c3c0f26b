// Opens idle TLS connections to the real service, and registers people before, while they are open
// and after. Prints one JSON object.
//
//   http-bench [CONNECTIONS]
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/integration/backend/backend_under_test.h"
#include "tests/integration/backend/crowd.h"

namespace {

using namespace madoguchi::test;
using Milliseconds = std::chrono::duration<double, std::milli>;

nlohmann::json registrations(BackendUnderTest& backend, int count) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    HttpClient client = backend.client();
    const Draft draft = backend.draft(client);
    const std::string body = signedBody(draft);
    const auto start = std::chrono::steady_clock::now();
    const Response response = backend.post(client, draft.idempotencyKey, body);
    times.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
    if (response.status != 201) {
      throw std::runtime_error("a registration failed: " + response.body + response.failure);
    }
  }
  std::ranges::sort(times);
  return {{"count", count},
          {"medianMilliseconds", times[times.size() / 2]},
          {"slowestMilliseconds", times.back()}};
}

int run(std::size_t count) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);

  constexpr int kRegistrations = 40;
  constexpr std::size_t kOfAddress = 50;
  BackendUnderTest backend;
  const int process = backend.process().id();
  nlohmann::json result = {{"before", registrations(backend, kRegistrations)}};
  Crowd crowd(backend.port(), backend.ca(), kOfAddress);
  const std::size_t without = residentKilobytes(process);
  std::size_t before = without;
  nlohmann::json steps = nlohmann::json::array();
  while (crowd.members.size() < count) {
    const std::size_t step = std::min<std::size_t>(1000, count - crowd.members.size());
    crowd.join(step);
    const std::size_t now = residentKilobytes(process);
    steps.push_back((now - before) * 1024 / step);
    before = now;
  }
  const std::size_t open = crowd.countOpen();
  result["idleConnections"] = open;
  result["residentKilobytesWithout"] = without;
  result["residentKilobytesWith"] = before;
  result["bytesOfEach"] = (before - without) * 1024 / std::max<std::size_t>(open, 1);
  result["bytesOfEachByThousand"] = std::move(steps);
  result["during"] = registrations(backend, kRegistrations);
  result["stillOpen"] = crowd.countOpen();
  crowd.leave();
  result["after"] = registrations(backend, kRegistrations);
  result["residentKilobytesAfter"] = residentKilobytes(process);
  std::cout << result.dump(2) << '\n';
  backend.stop();
  return open == count ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    constexpr std::size_t kMany = 10'000;
    return run(argc > 1 ? std::stoul(argv[1]) : kMany);
  } catch (const std::exception& error) {
    std::cerr << "http-bench: " << error.what() << '\n';
    return 1;
  }
}
