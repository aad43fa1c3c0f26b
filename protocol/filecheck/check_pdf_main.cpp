// madoguchi-check-pdf: looks at a PDF file on standard input and ends with a PdfVerdict. A program
// of its own, because a file of a stranger's can be made to take all memory and time, or to find a
// fault in what reads it: then it is this program that ends, and holds nothing.

#include <cstddef>
#include <optional>
#include <string_view>

#include "protocol/filecheck/look_at_pdf.h"
#include "protocol/filecheck/run_apart.h"

namespace {

// Twenty times the largest file; what is packed in it is unpacked here.
[[maybe_unused]] constexpr std::size_t kMostMemory = 512UL * 1024 * 1024;
constexpr unsigned kMostSeconds = 10;

}  // namespace

int main() {
  using namespace madoguchi::filecheck;
#ifdef MADOGUCHI_SHADOWS_ADDRESSES  // sanitizers take terabytes of them
  constexpr std::optional<std::size_t> kMemory;
#else
  constexpr std::optional<std::size_t> kMemory = kMostMemory;
#endif
  boundOneself({.memory = kMemory, .seconds = kMostSeconds, .output = 0, .startsNothing = true});
  const std::string_view input = wholeInput();
  return static_cast<int>(input.empty() ? PdfVerdict::damaged
                                        : lookAtPdf(input.data(), input.size()));
}
