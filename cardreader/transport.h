#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

// The seam between card commands and whatever carries them: PC/SC, the simulated card in process,
// or a script in a test. Nothing here is thread-safe except CardTransport::cancel().

namespace madoguchi::card {

/// What can go wrong between the program and the card. Each is mapped once to the program's failure
/// codes (app/core/failure_code.h).
enum class TransportFault {
  serviceUnavailable,   ///< the smart-card service is not running or cannot be reached
  serviceIncompatible,  ///< it answers with another protocol version (sandboxed packages, remote
                        ///< desktops)
  serviceHangs,         ///< it runs and does not answer
  accessDenied,         ///< a policy keeps this session away from the service
  noReader,             ///< no reader is connected
  readerUnavailable,    ///< the reader has gone or its driver refuses it
  noCard,               ///< the reader has no card
  cardRemoved,          ///< the card was taken away during the exchange
  cardReset,            ///< another program reset the card
  sharingViolation,     ///< another program holds the card
  unresponsiveCard,     ///< the card does not answer the power-up, or lies the wrong way round
  communication,        ///< time-out or garbled transmission
  malformedAnswer,   ///< an answer that is no APDU answer (shorter than its status word, too long)
  forbiddenCommand,  ///< the command is on the never-send list; nothing was sent
  cancelled,         ///< cancel() was called
  other,
};

class TransportError : public std::runtime_error {
 public:
  /// `function` is the library call that failed, `pcscCode` its answer (0 where there is none).
  TransportError(TransportFault fault, const std::string& function, std::int64_t pcscCode = 0);
  [[nodiscard]] TransportFault fault() const noexcept { return m_fault; }
  [[nodiscard]] std::int64_t pcscCode() const noexcept { return m_pcscCode; }

 private:
  TransportFault m_fault;
  std::int64_t m_pcscCode;
};

/// One reader as the service sees it.
struct ReaderState {
  std::string name;          ///< UTF-8, as the service names it
  bool unavailable = false;  ///< its driver cannot reach it; `cardPresent` is false then
  bool cardPresent = false;
  bool mute = false;   ///< a card is there but does not answer
  bool inUse = false;  ///< another program holds the card, exclusively or shared
  std::vector<std::uint8_t> atr;
  std::uint32_t eventCount = 0;  ///< insertions and removals counted by the service; tells a swap
  bool operator==(const ReaderState&) const = default;
};

/// What the service says at one moment. Without the service, `readers` is empty.
struct ReaderSnapshot {
  bool serviceRunning = false;
  TransportFault serviceFault =
      TransportFault::serviceUnavailable;  ///< meaningful when not running
  std::vector<ReaderState> readers;
  bool operator==(const ReaderSnapshot&) const = default;
};

/// A VERIFY whose secret is typed at the reader's own keypad and never enters this program: so many
/// decimal digits, as ASCII. The person has as much time as the reader gives from these seconds.
struct PadEntry {
  std::array<std::uint8_t, 4> header{};  ///< CLA INS P1 P2
  std::uint8_t digits = 0;
  std::uint8_t seconds = 60;
};

/// A powered card, held exclusively. Destroying it unpowers the card: the verified state of a My
/// Number Card outlives the program that verified it until the card loses power.
class CardConnection {
 public:
  virtual ~CardConnection() = default;
  /// Sends one command APDU and gives the answer including its two status bytes. Throws
  /// TransportError. 61xx and 6Cxx come back as they are; JpkiCard deals with them.
  virtual std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) = 0;
  /// Whether the reader can ask for so many digits at a keypad of its own.
  virtual bool hasPinPad(std::uint8_t digits);
  /// Blocks while the person types. Gives the card's status word, or the reader's: 6400 where
  /// nobody typed in time, 6401 where the person cancelled, 6402 and 6403 for a wrong number of
  /// digits, 6B80 where it does not understand the entry; with those nothing was sent. Throws
  /// TransportError.
  virtual std::vector<std::uint8_t> verifyAtPad(const PadEntry& entry);
};

class CardTransport {
 public:
  virtual ~CardTransport() = default;
  /// The present state, without waiting and without throwing for a missing service.
  virtual ReaderSnapshot snapshot() = 0;
  /// Blocks, without waking up meanwhile, until the state differs from `known` or cancel() is
  /// called; gives the new state (`known` itself when cancelled).
  virtual ReaderSnapshot waitForChange(const ReaderSnapshot& known) = 0;
  /// Ends a waitForChange() in another thread, or the next one if none is running. Does not wait
  /// until it has ended.
  virtual void cancel() noexcept = 0;
  /// Powers the card and takes it exclusively. Throws TransportError.
  virtual std::unique_ptr<CardConnection> connect(const std::string& reader) = 0;
};

}  // namespace madoguchi::card
