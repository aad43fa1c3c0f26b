#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cardreader/simulated/card_pki.h"
#include "cardreader/simulated/simulated_card.h"
#include "cardreader/simulated/virtualcard_options.h"
#include "cardreader/simulated/vpcd_link.h"

namespace madoguchi::simulated {

/// The hand that lays cards on the virtual reader and takes them away. Tries are remembered for
/// each person as long as this object lives.
class VirtualCard {
 public:
  using Print = std::function<void(const std::string&)>;

  /// Makes the PKI where it is missing. `print` takes what happens (standard output), `log` the
  /// redacted commands; it may be empty.
  VirtualCard(const VirtualCardOptions& options, Print print, Print log);

  /// One line of input, as kVirtualCardUsage names them. False for quit.
  bool command(const std::string& line);
  /// Whether the card ought to be on the reader but the driver is not connected yet.
  [[nodiscard]] bool wantsConnection() const { return m_inserted && !m_link.connected(); }
  /// Whether a hand could have laid the card down by now, after it took the last one away.
  [[nodiscard]] bool mayConnect() const;
  /// Tries once. True where the driver listens.
  bool connect();
  /// For poll(); -1 while not connected.
  [[nodiscard]] int descriptor() const { return m_link.descriptor(); }
  /// And what poll() is to wait for there.
  [[nodiscard]] short events() const { return m_link.events(); }
  /// Deals with what has come from the driver, one message at the most.
  void serve();
  /// Takes the card away.
  void remove();

 private:
  void insert(const std::string& personId);
  SimulatedCard& card() { return *m_cards.at(m_person); }
  void reply(const std::vector<std::uint8_t>& apdu);
  void send(const std::vector<std::uint8_t>& answer);
  void release();
  bool setOddity(const std::string& name);
  std::string status();

  VirtualCardOptions m_options;
  CardPki m_pki;
  std::string m_person;
  std::map<std::string, std::unique_ptr<SimulatedCard>> m_cards;
  VpcdLink m_link;
  Print m_print;
  Print m_log;
  std::chrono::steady_clock::time_point m_takenAway;
  bool m_inserted = false;
  bool m_announced = false;
  std::uint64_t m_commands = 0;
  std::uint64_t m_holdAt = 0;                          ///< the command whose answer is kept back
  std::optional<std::vector<std::uint8_t>> m_held;     ///< that answer
  std::optional<std::vector<std::uint8_t>> m_instead;  ///< of the next answer
};

}  // namespace madoguchi::simulated
