// Any bytes as what a card is said to have signed, or the service to have answered: refused, or the
// same again when it is written anew.
#include <cstdint>
#include <string>
#include <string_view>

#include "protocol/application_payload.h"
#include "protocol/authentication_payload.h"
#include "protocol/card_renewal_payload.h"
#include "protocol/information_change.h"
#include "protocol/login_payload.h"
#include "protocol/login_record.h"
#include "protocol/refusal.h"
#include "tests/fuzz/check.h"

namespace {

using namespace madoguchi;
using fuzz::check;

template <typename Read>
void readAndWrite(std::string_view json, const Read& read) {
  if (const auto payload = read(json)) {
    const std::string written = protocol::toJson(*payload);
    const auto again = read(written);
    check(again && protocol::toJson(*again) == written);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  readAndWrite(json, &protocol::applicationPayloadFromJson);
  readAndWrite(json, &protocol::authenticationPayloadFromJson);
  readAndWrite(json, &protocol::cardRenewalPayloadFromJson);
  readAndWrite(json, &protocol::informationChangedFromJson);
  readAndWrite(json, &protocol::loginPayloadFromJson);
  readAndWrite(json, &protocol::newEmailFromJson);
  readAndWrite(json, &protocol::loginRecordsFromJson);
  static_cast<void>(protocol::refusalFromJson(json));
  return 0;
}
