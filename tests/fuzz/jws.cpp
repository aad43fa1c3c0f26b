// Any text as a signed request: read or refused; what is read can be written again.
#include "protocol/jws.h"

#include "protocol/authentication_payload.h"
#include "protocol/base64.h"
#include "protocol/registration_payload.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi::protocol;
  const std::string text(data, data + size);
  if (const auto jws = parseJws(text)) {
    if (jwsCompact(jws->signingInput, jws->signature) != text || jws->certificates.empty()) {
      __builtin_trap();
    }
    registrationPayloadFromJson(jws->payload);
    authenticationPayloadFromJson(jws->payload);
  }
  if (const auto bytes = fromBase64url(text); bytes && base64url(*bytes) != text) {
    __builtin_trap();
  }
  authenticationPayloadFromJson(text);
  return 0;
}
