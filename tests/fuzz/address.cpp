// Any text as an address: what is cut off is an end of what was given, and a code is a real one.
#include "forms/places/address_splitter.h"

#include "forms/places/municipalities.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto split = madoguchi::forms::splitAddress(text);
  if (split.rest.size() > text.size() ||
      text.compare(text.size() - split.rest.size(), split.rest.size(), split.rest) != 0) {
    __builtin_trap();
  }
  if (split.code6.empty() ? split.rest != text
                          : madoguchi::forms::findMunicipality(split.code6) == nullptr) {
    __builtin_trap();
  }
  return 0;
}
