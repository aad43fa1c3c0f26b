#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "backend_under_test.h"

namespace madoguchi::test {

/// One way to be refused: what is done, and what the API has to answer.
struct Refusal {
  std::string name;
  int status;
  std::string reason;
  std::function<Response(BackendUnderTest&, HttpClient&)> attempt;
  std::vector<std::string> options = {};  ///< of the backend
};
void PrintTo(const Refusal& refusal, std::ostream* out);

/// Refusals of what the card signed: signatures, certificates, binding, form.
std::vector<Refusal> registrationRefusals();
/// Refusals of the request as such: framing, JSON, headers, limits; and faults of the service.
std::vector<Refusal> requestRefusals();

}  // namespace madoguchi::test
