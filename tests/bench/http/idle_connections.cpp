// Opens idle TLS connections to the real service, and registers people before, while they are open
// and after. Prints one JSON object. Fails where a connection is lost or a registration goes wrong,
// and where the second half of the connections takes much more memory than the first.
//
//   http-bench [CONNECTIONS [REGISTRATIONS]]
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

/// So that memory that grows faster than the number of connections is found whatever each takes.
constexpr double kMostGrowth = 1.3;

int run(std::size_t count, int registered) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  constexpr std::size_t kOthers = 500;  // files and connections of both, besides
  if (files.rlim_cur < count + kOthers) {
    throw std::runtime_error(std::to_string(count) + " connections need as many descriptors and " +
                             std::to_string(kOthers) + " more: raise `ulimit -Hn`, which is " +
                             std::to_string(files.rlim_cur));
  }

  constexpr std::size_t kOfAddress = 50;
  BackendUnderTest backend;
  const int process = backend.process().id();
  nlohmann::json result = {{"before", registrations(backend, registered)}};
  Crowd crowd(backend.port(), backend.ca(), kOfAddress);
  const std::size_t without = residentKilobytes(process);
  crowd.join(count / 2);
  const std::size_t half = residentKilobytes(process);
  crowd.join(count - count / 2);
  const std::size_t with = residentKilobytes(process);
  const std::size_t open = crowd.countOpen();
  result["idleConnections"] = open;
  result["residentKilobytesWithout"] = without;
  result["residentKilobytesWith"] = with;
  result["bytesOfEach"] = (with - without) * 1024 / count;
  const double growth = static_cast<double>(with - half) /
                        static_cast<double>(std::max<std::size_t>(half - without, 1));
  result["secondHalfToFirst"] = growth;
  result["during"] = registrations(backend, registered);
  const std::size_t still = crowd.countOpen();
  result["stillOpen"] = still;
  crowd.leave();
  result["after"] = registrations(backend, registered);
  result["residentKilobytesAfter"] = residentKilobytes(process);
  std::cout << result.dump(2) << '\n';
  backend.stop();
  return open == count && still == count && growth <= kMostGrowth ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    constexpr std::size_t kMany = 10'000;
    constexpr int kRegistrations = 40;
    return run(argc > 1 ? std::max(std::stoul(argv[1]), 2UL) : kMany,
               argc > 2 ? std::max(std::stoi(argv[2]), 1) : kRegistrations);
  } catch (const std::exception& error) {
    std::cerr << "http-bench: " << error.what() << '\n';
    return 1;
  }
}
