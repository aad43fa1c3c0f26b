// Any text as a signed request: read or refused; what is read can be written again.
#include "protocol/jws.h"

#include "forms/submission.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi::forms;
  const std::string text(data, data + size);
  if (const auto jws = parseJws(text)) {
    if (jwsCompact(jws->signingInput, jws->signature) != text || jws->certificateDer.empty()) {
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
