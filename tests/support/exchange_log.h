#pragma once

#include <string>

namespace madoguchi::test {

/// What a client sent to a server of the test's own, and what that said.
struct ClientExchange {
  std::string method;
  std::string target;  ///< path and query
  std::string idempotencyKey;
  std::string authorization;
  std::string requestType;
  std::string requestBody;
  bool answered = true;  ///< false: kept waiting, or cut off
  int status = 0;
  std::string answerType;
  std::string answerBody;
  bool foreign = false;  ///< said by what is not our service; judged to be so
};

/// Writes it down, under the test that runs, for tests/support/independent/check_client.mjs, which
/// holds all of them against the published API when the tests have run. Where MADOGUCHI_EXCHANGES
/// names no folder (a program run by hand) nothing is written.
void writeDown(const ClientExchange& exchange);

}  // namespace madoguchi::test
