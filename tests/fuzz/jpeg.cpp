// Any bytes as a picture of an application: it is refused, or has a size that somebody could have
// taken. What is taken is a picture still with bytes behind its end, and has the same size.
#include <cstdint>
#include <string>

#include "protocol/filecheck/judge_jpeg.h"
#include "tests/fuzz/check.h"

namespace {

using namespace madoguchi;
using fuzz::check;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto found = filecheck::sizeOfWholeJpeg(bytes);
  if (filecheck::judgeJpeg(bytes)) {
    return 0;
  }
  check(found && found->width > 0 && found->height > 0);
  const auto longer = filecheck::sizeOfWholeJpeg(bytes + "more");
  check(longer && longer->width == found->width && longer->height == found->height);
  return 0;
}
