// madoguchi-check-pdf: looks at a PDF file on standard input and ends with a PdfVerdict. A program
// of its own, because a file of a stranger's can be made to take all memory and time, or to find a
// fault in what reads it: then it is this program that ends, and holds nothing.

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>

#include "protocol/filecheck/look_at_pdf.h"

namespace {

using madoguchi::filecheck::PdfVerdict;

// Twenty times the largest file; what is packed in it is unpacked here.
[[maybe_unused]] constexpr rlim_t kMostMemory = 512UL * 1024 * 1024;
constexpr rlim_t kMostSeconds = 10;

void limit(__rlimit_resource what, rlim_t most) {
  rlimit both{};
  both.rlim_cur = most;
  both.rlim_max = most;
  setrlimit(what, &both);
}

PdfVerdict lookAtInput() {
  struct stat input {};
  if (fstat(STDIN_FILENO, &input) != 0 || input.st_size <= 0) {
    return PdfVerdict::damaged;
  }
  const auto size = static_cast<std::size_t>(input.st_size);
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  return bytes == MAP_FAILED
             ? PdfVerdict::damaged
             : madoguchi::filecheck::lookAtPdf(static_cast<const char*>(bytes), size);
}

}  // namespace

int main() {
  prctl(PR_SET_DUMPABLE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef MADOGUCHI_SHADOWS_ADDRESSES  // sanitizers take terabytes of them
  limit(RLIMIT_AS, kMostMemory);
#endif
  limit(RLIMIT_CPU, kMostSeconds);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NPROC, 0);
  return static_cast<int>(lookAtInput());
}
