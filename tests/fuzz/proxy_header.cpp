// Any bytes as what a proxy says before all else: however they are cut, the same address, and never
// more bytes wanted than it takes.
#include <cstdint>
#include <string_view>

#include "backend/http/proxy_header.h"
#include "tests/fuzz/check.h"

namespace {

using namespace madoguchi;
using fuzz::check;
using State = backend::ProxyHeader::State;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  // As a connection reads: what is said to be missing, and not one byte more.
  std::size_t read = 0;
  backend::ProxyHeader header = backend::readProxyHeader({});
  while (header.state == State::unfinished && header.size <= all.size()) {
    check(header.size > read);
    read = header.size;
    header = backend::readProxyHeader(all.substr(0, read));
  }
  check(header.state != State::complete || header.size == read);
  check(header.state == State::complete || !header.client);
  return 0;
}
