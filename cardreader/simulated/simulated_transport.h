#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cardreader/simulated/simulated_card.h"
#include "cardreader/transport.h"

namespace madoguchi::simulated {

/// Readers and cards within the process. The CardTransport part is for the card thread; what
/// changes the world (insert, remove, ...) may be called from any thread. Connections may outlive
/// neither the transport nor one another's thread: use them in the card thread only.
class InProcessTransport final : public card::CardTransport {
 public:
  /// Readers are named "Simulated reader 0", "Simulated reader 1", ...
  explicit InProcessTransport(std::size_t readers = 1);
  ~InProcessTransport() override;

  card::ReaderSnapshot snapshot() override;
  card::ReaderSnapshot waitForChange(const card::ReaderSnapshot& known) override;
  void cancel() noexcept override;
  std::unique_ptr<card::CardConnection> connect(const std::string& reader) override;

  /// Puts a card on the reader; one that lies there is removed first.
  void insert(std::shared_ptr<SimulatedCard> card, std::size_t reader = 0);
  /// For a card that the card thread may be asking.
  void setBehaviour(const Behaviour& behaviour, std::size_t reader = 0);
  /// Takes the card away: it loses its power, and an open connection its card.
  void remove(std::size_t reader = 0);
  /// Plugs one more reader in and gives its index.
  std::size_t addReader();
  /// Unplugs the reader, card included. Its index is not used again.
  void unplugReader(std::size_t reader);
  /// False: the service looks stopped, with `fault` as its reason.
  void setServiceRunning(bool running,
                         card::TransportFault fault = card::TransportFault::serviceUnavailable);
  /// What a person types at the reader's keypad; empty where the person cancels there.
  using Typing = std::function<std::optional<std::string>()>;
  /// The reader has a keypad from now on. `typing` is called in the card thread, and may block.
  void setPinPad(Typing typing, std::size_t reader = 0);
  /// False: the keypad is announced, and does not understand what it is to ask for.
  void setPinPadUnderstands(bool understands, std::size_t reader = 0);
  /// True: the driver cannot reach the reader.
  void setUnavailable(bool unavailable, std::size_t reader = 0);
  /// True: another program holds the card of the reader.
  void setInUseElsewhere(bool inUse, std::size_t reader = 0);

 private:
  struct Reader {
    std::string name;
    bool plugged = true;
    bool unavailable = false;
    bool inUseElsewhere = false;
    bool connected = false;
    std::shared_ptr<SimulatedCard> card;
    std::uint32_t eventCount = 0;
    Typing typing;
    bool padUnderstands = true;
  };
  class Connection;

  card::ReaderSnapshot snapshotLocked() const;
  void takeCardLocked(Reader& reader);
  Reader& readerAtLocked(std::size_t index);

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::vector<Reader> m_readers;
  bool m_serviceRunning = true;
  card::TransportFault m_serviceFault = card::TransportFault::serviceUnavailable;
  bool m_cancelled = false;
};

}  // namespace madoguchi::simulated
