// Any text in the municipality search: never more than was asked for, and places to live only.
#include "forms/places/municipality_search.h"

#include "forms/places/municipalities.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi::forms;
  static const MunicipalitySearch kSearch;
  constexpr std::size_t kLimit = 50;
  const auto hits = kSearch.find(std::string(data, data + size), kLimit);
  if (hits.size() > kLimit) {
    __builtin_trap();
  }
  for (const MunicipalityHit& hit : hits) {
    if (hit.municipality == nullptr ||
        findMunicipality(hit.municipality->code6) != hit.municipality) {
      __builtin_trap();
    }
  }
  return 0;
}
