#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cardreader/transport.h"

namespace madoguchi::test {

/// What a card is asked, in this order, and what it answers.
///
/// Commands and answers are hexadecimal, blanks ignored. In a command, `??` stands for any byte and
/// a
/// `*` at its end for any rest.
class CardScript {
 public:
  CardScript& on(std::string_view command, std::string_view answer);
  CardScript& on(std::string_view command, card::TransportFault fault);

  /// The commands that were not asked for.
  [[nodiscard]] std::vector<std::string> unconsumed() const;
  /// Plays the next step. Throws std::logic_error where the command is not the expected one, and
  /// what the step says where that is a fault.
  std::vector<std::uint8_t> play(std::span<const std::uint8_t> command);

 private:
  struct Step {
    std::string command;  ///< without blanks, capitals
    std::variant<std::vector<std::uint8_t>, card::TransportFault> answer;
  };
  std::deque<Step> m_steps;
};

/// One reader with one card that plays scripts, one for each connection. Scripts stay the test's
/// own, so that it can ask what is left of them.
class ScriptedTransport : public card::CardTransport {
 public:
  static constexpr const char* kReader = "Scripted reader";

  void addConnection(std::shared_ptr<CardScript> script);

  card::ReaderSnapshot snapshot() override;
  /// The state never changes, so only cancel() ends this.
  card::ReaderSnapshot waitForChange(const card::ReaderSnapshot& known) override;
  void cancel() noexcept override;
  /// Guarded like every transport's. Throws std::logic_error where no script is left.
  std::unique_ptr<card::CardConnection> connect(const std::string& reader) override;

 private:
  std::deque<std::shared_ptr<CardScript>> m_scripts;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_cancelled = false;
};

/// A connection that plays a script without any guard before it.
std::unique_ptr<card::CardConnection> scriptedConnection(std::shared_ptr<CardScript> script);

}  // namespace madoguchi::test
