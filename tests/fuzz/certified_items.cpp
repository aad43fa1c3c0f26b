// Any text as name, address and date of birth of a certificate: apart by line feeds, which no item
// can hold. Certificates themselves hide the items behind their encoding from a fuzzer.
#include "cardreader/certificate/basic_four_items.h"
#include "tests/fuzz/prefill_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi;
  std::string text(data, data + size);
  const auto nextLine = [&text] {
    const std::string line = text.substr(0, text.find('\n'));
    text.erase(0, line.size() + 1);
    return line;
  };
  certificate::RawItems raw;
  for (std::string* item : {&raw.sex, &raw.birth, &raw.nameSubstitution, &raw.addressSubstitution,
                            &raw.name, &raw.address}) {
    *item = nextLine();
  }
  fuzz::checkPrefill(certificate::interpretItems(raw));
  return 0;
}
