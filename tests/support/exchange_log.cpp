#include "tests/support/exchange_log.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace madoguchi::test {

void writeDown(const ClientExchange& exchange) {
  const char* const folder = std::getenv("MADOGUCHI_EXCHANGES");
  if (folder == nullptr) {
    return;
  }
  const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
  nlohmann::json line = {
      {"test",
       test == nullptr ? std::string() : std::string(test->test_suite_name()) + '.' + test->name()},
      {"request",
       {{"method", exchange.method},
        {"target", exchange.target},
        {"idempotency-key", exchange.idempotencyKey},
        {"authorization", exchange.authorization},
        {"type", exchange.requestType},
        {"body", exchange.requestBody}}}};
  if (exchange.answered) {
    line["answer"] = {{"status", exchange.status},
                      {"type", exchange.answerType},
                      {"body", exchange.answerBody},
                      {"foreign", exchange.foreign}};
  }
  // One file a process: they run side by side.
  const auto file = std::filesystem::path(folder) / (std::to_string(::getpid()) + ".jsonl");
  std::ofstream(file, std::ios::app)
      << line.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace madoguchi::test
