#pragma once

#include <QCoreApplication>
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
  /// Changes what the card has answered.
  using Altered = std::function<void(std::span<const std::uint8_t>, std::vector<std::uint8_t>&)>;
  /// Comes before the card is powered, and may throw.
  using Connecting = std::function<void()>;

  explicit ObservedTransport(card::CardTransport& inner) : m_inner(inner) {}

  card::ReaderSnapshot snapshot() override {
    if (looking) {
      looking();
    }
    return m_inner.snapshot();
  }
  card::ReaderSnapshot waitForChange(const card::ReaderSnapshot& known) override {
    ++waits;
    waiting = m_inner.snapshot() == known;
    wakeEventLoop();
    card::ReaderSnapshot now = m_inner.waitForChange(known);
    waiting = false;
    return now;
  }
  void cancel() noexcept override { m_inner.cancel(); }
  std::unique_ptr<card::CardConnection> connect(const std::string& reader) override {
    if (connecting) {
      connecting();
    }
    return std::make_unique<Connection>(m_inner.connect(reader), between, altered);
  }

  /// For a test that waits in its event loop for what happened in the card thread.
  static void wakeEventLoop() {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [] {}, Qt::QueuedConnection);
  }

  std::atomic<int> waits = 0;
  /// The card thread has told all that there is to tell, and sleeps.
  std::atomic<bool> waiting = false;
  /// Comes before the readers are listed.
  std::function<void()> looking;
  Connecting connecting;
  // For connections made from now on.
  Between between;
  Altered altered;

 private:
  class Connection final : public card::CardConnection {
   public:
    Connection(std::unique_ptr<card::CardConnection> inner, Between between, Altered altered)
        : m_inner(std::move(inner)), m_between(std::move(between)), m_altered(std::move(altered)) {}
    ~Connection() override {
      m_inner.reset();
      wakeEventLoop();
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
      if (m_between) {
        if (auto answer = m_between(command)) {
          return *answer;
        }
      }
      auto answer = m_inner->transmit(command);
      if (m_altered) {
        m_altered(command, answer);
      }
      return answer;
    }
    bool hasPinPad(std::uint8_t digits) override { return m_inner->hasPinPad(digits); }
    std::vector<std::uint8_t> verifyAtPad(const card::PadEntry& entry) override {
      return m_inner->verifyAtPad(entry);
    }

   private:
    std::unique_ptr<card::CardConnection> m_inner;
    Between m_between;
    Altered m_altered;
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
