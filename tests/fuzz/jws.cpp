// Any text as a signed request: read or refused; what is read can be written again.
#include "forms/jws.h"

#include "forms/submission.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi::forms;
  const std::string text(data, data + size);
  if (const auto jws = parseJws(text)) {
    if (jwsCompact(jws->signingInput, jws->signature) != text) __builtin_trap();
  }
  if (const auto payload = registrationPayloadFromJson(text)) {
    const auto again = registrationPayloadFromJson(toJson(*payload));
    if (!again || again->form != payload->form) __builtin_trap();
  }
  authenticationPayloadFromJson(text);
  return 0;
}
