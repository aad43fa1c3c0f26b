// Any bytes on a connection: a request or a refusal, and the same one however the bytes are cut.
// The first byte says how.
#include <algorithm>

#include "backend/http/target.h"
#include "tests/fuzz/check.h"
#include "tests/support/read_request.h"

namespace {

using namespace madoguchi;
using fuzz::check;
using State = backend::RequestReader::State;

bool isClear(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  const std::string bytes(data + 1, data + size);
  const test::ReadRequest read = test::readRequest(bytes);
  const test::ReadRequest inPieces = test::readRequest(bytes, data[0] % 64U + 1);
  // Why chunks that are none are refused, and when, may differ; that they are may not.
  const bool inChunks = read.head.fields.contains("transfer-encoding");
  check(inPieces.state == read.state ||
        (inChunks && read.state != State::complete && inPieces.state != State::complete));
  check(read.state != State::complete || inPieces == read);
  check(read.body.size() <= std::max<std::size_t>(test::kMostBody, read.head.length.value_or(0)));
  if (read.state == State::complete || read.state == State::body) {
    const auto& fields = read.head.fields;
    check(fields.size() < backend::kMostHeadLines);
    check(!read.head.keepAlive || fields.contains("host"));
    check(!read.head.length || !fields.contains("transfer-encoding"));
    for (const auto& [name, value] : fields) {
      check(isClear(name) && isClear(value));
    }
    if (const auto target = backend::readTarget(read.head.target)) {
      check(std::ranges::all_of(target->path, isClear));
    }
  }
  return 0;
}
