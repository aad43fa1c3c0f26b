// Any bytes as commands and as the answers to them: taken apart, described, and held back by the
// guard. Commands and answers take turns; each is one length byte and that many bytes.
#include "cardreader/apdu.h"

#include <algorithm>

#include "cardreader/guarded_connection.h"

namespace {

using namespace madoguchi::card;
using Bytes = std::span<const std::uint8_t>;

Bytes takePart(Bytes& data) {
  if (data.empty()) {
    return {};
  }
  const std::size_t length = std::min<std::size_t>(data[0], data.size() - 1);
  const Bytes part = data.subspan(1, length);
  data = data.subspan(length + 1);
  return part;
}

bool contains(Bytes bytes, std::initializer_list<std::uint8_t> what) {
  return std::search(bytes.begin(), bytes.end(), what.begin(), what.end()) != bytes.end();
}

/// Answers whatever comes next, and knows what must never have come.
class Card : public CardConnection {
 public:
  explicit Card(Bytes& data) : m_data(data) {}
  std::vector<std::uint8_t> transmit(Bytes command) override {
    // One application is selected by name, and nothing passes before that or beside it.
    const bool byName = command.size() > 3 && command[1] == 0xA4 && command[2] == 0x04;
    const bool jpki = contains(command, {0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0, 0, 0, 0x01});
    const bool plain = command.size() > 3 && (command[0] == 0x00 || command[0] == 0x80);
    if (!plain || (byName ? !jpki : !m_selected)) {
      __builtin_trap();
    }
    const Bytes answer = takePart(m_data);
    if (byName) {
      m_selected =
          answer.size() >= 2 && (answer[answer.size() - 2] == 0x61 ||
                                 (answer[answer.size() - 2] == 0x90 && answer.back() == 0));
    }
    return {answer.begin(), answer.end()};
  }

 private:
  Bytes& m_data;
  bool m_selected = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes rest(data, size);
  GuardedConnection connection(std::make_unique<Card>(rest), [](const std::string&) {});
  while (!rest.empty()) {
    const Bytes command = takePart(rest);
    if (const auto view = apdu::parse(command); view && view->data.size() > command.size()) {
      __builtin_trap();
    }
    try {
      connection.transmit(command);
    } catch (const TransportError& error) {
      if (error.fault() != TransportFault::forbiddenCommand) {
        __builtin_trap();
      }
    }
  }
  return 0;
}
