// Any bytes as what the backend, or something in between, answers: the client reads it or says that
// it cannot. The first byte chooses the status.
#include <array>

#include "app/rooms/home/announcements.h"
#include "app/rooms/registration/registration_answers.h"
#include "app/server/answers.h"
#include "forms/registration/registration_form.h"
#include "tests/fuzz/check.h"

namespace {

using namespace madoguchi;
using fuzz::check;
using namespace madoguchi::app;

constexpr std::array kStatuses = {200L, 201L, 204L, 302L, 400L, 409L, 413L,
                                  422L, 429L, 500L, 502L, 503L, 599L};

void judge(const RegistrationAnswer& read) {
  const bool refused =
      read.failure == FailureCode::formRefused || read.failure == FailureCode::certificateMismatch;
  check(read.authenticationId.isEmpty() == (read.failure != FailureCode::none));
  check(read.errors.empty() == !refused && read.summaryCode.isEmpty() == !refused);
  for (const protocol::FieldError& error : read.errors) {
    check(forms::findField(forms::registrationForm(), error.field) != nullptr);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  HttpAnswer answer;
  answer.status = kStatuses[data[0] % kStatuses.size()];
  answer.body.assign(data + 1, data + size);
  readHealth(answer);
  readAnnouncements(answer);
  const NonceAnswer nonce = readNonce(answer);
  check(nonce.nonce.empty() == (nonce.failure != FailureCode::none));
  judge(readRegistration(answer));
  return 0;
}
