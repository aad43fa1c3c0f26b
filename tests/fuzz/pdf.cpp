// Any bytes as a PDF file: it gets a verdict, and the same one again.
#include <cstdint>

#include "protocol/filecheck/look_at_pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as qpdf has them
  const auto* bytes = reinterpret_cast<const char*>(data);
  if (madoguchi::filecheck::lookAtPdf(bytes, size) !=
      madoguchi::filecheck::lookAtPdf(bytes, size)) {
    __builtin_trap();
  }
  return 0;
}
