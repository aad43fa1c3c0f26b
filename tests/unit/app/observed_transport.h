#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "cardreader/transport.h"

namespace madoguchi::test {

/// Stands before another transport, counts its waits, and can come between the program and the card
/// as a second program would.
class ObservedTransport final : public card::CardTransport {
 public:
  /// Gives the answer in place of the card's, throws, or leaves the command to the card.
  using Between =
      std::function<std::optional<std::vector<std::uint8_t>>(std::span<const std::uint8_t>)>;

  explicit ObservedTransport(card::CardTransport& inner) : m_inner(inner) {}

  card::ReaderSnapshot snapshot() override { return m_inner.snapshot(); }
  card::ReaderSnapshot waitForChange(const card::ReaderSnapshot& known) override {
    ++waits;
    return m_inner.waitForChange(known);
  }
  void cancel() noexcept override { m_inner.cancel(); }
  std::unique_ptr<card::CardConnection> connect(const std::string& reader) override {
    return std::make_unique<Connection>(m_inner.connect(reader), between);
  }

  std::atomic<int> waits = 0;
  Between between;  ///< for connections made from now on

 private:
  class Connection final : public card::CardConnection {
   public:
    Connection(std::unique_ptr<card::CardConnection> inner, Between between)
        : m_inner(std::move(inner)), m_between(std::move(between)) {}
    std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
      if (m_between) {
        if (auto answer = m_between(command)) {
          return *answer;
        }
      }
      return m_inner->transmit(command);
    }
    bool hasPinPad(std::uint8_t digits) override { return m_inner->hasPinPad(digits); }
    std::vector<std::uint8_t> verifyAtPad(const card::PadEntry& entry) override {
      return m_inner->verifyAtPad(entry);
    }

   private:
    std::unique_ptr<card::CardConnection> m_inner;
    Between m_between;
  };

  card::CardTransport& m_inner;
};

constexpr std::uint8_t kVerifyInstruction = 0x20;
constexpr std::uint8_t kPinReference = 0x98;

/// A VERIFY that carries a secret.
inline bool isVerify(std::span<const std::uint8_t> command) {
  return command.size() > 5 && command[1] == kVerifyInstruction;
}

}  // namespace madoguchi::test
