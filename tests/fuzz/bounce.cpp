// Any bytes as a mail that has come back, and as the address that it was sent to: nothing, or a
// status and an id that can be stored and shown.
#include <algorithm>
#include <cstdint>
#include <string>

#include "backend/mail/bounce.h"
#include "tests/fuzz/check.h"

namespace {

using namespace madoguchi;
using fuzz::check;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  if (const auto status = backend::finalFailure(bytes)) {
    check((status->starts_with("5.") || status->starts_with("4.")) &&
          status->find_first_not_of(".0123456789") == std::string::npos);
  }
  if (const auto id = backend::mailOfReturnPath(bytes)) {
    check(id->find_first_not_of("0123456789abcdef") == std::string::npos);
    check(backend::mailOfReturnPath(backend::returnPath("no-reply@madoguchi.example", *id)) == *id);
  }
  return 0;
}
