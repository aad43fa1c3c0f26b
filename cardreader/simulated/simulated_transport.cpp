#include "cardreader/simulated/simulated_transport.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "cardreader/guarded_connection.h"

namespace madoguchi::simulated {

using card::TransportError;
using card::TransportFault;

// One powered card. What happened to the card meanwhile is told by the reader's event count.
class InProcessTransport::Connection final : public card::CardConnection {
 public:
  Connection(InProcessTransport& transport, std::size_t reader, std::shared_ptr<SimulatedCard> card,
             std::uint32_t eventCount)
      : m_transport(transport),
        m_reader(reader),
        m_card(std::move(card)),
        m_eventCount(eventCount) {}

  ~Connection() override {
    const std::lock_guard lock(m_transport.m_mutex);
    Reader& reader = m_transport.m_readers[m_reader];
    if (reader.eventCount == m_eventCount) {
      m_card->powerOff();
      reader.connected = false;
    }
  }

  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
    const std::lock_guard lock(m_transport.m_mutex);
    if (!m_transport.m_serviceRunning) {
      throw TransportError(m_transport.m_serviceFault, "transmit");
    }
    const Reader& reader = m_transport.m_readers[m_reader];
    if (!reader.plugged || reader.unavailable) {
      throw TransportError(TransportFault::readerUnavailable, "transmit");
    }
    if (reader.eventCount != m_eventCount) {
      throw TransportError(TransportFault::cardRemoved, "transmit");
    }
    auto answer = m_card->process(command);
    if (answer.empty()) {
      throw TransportError(
          m_card->wasReset() ? TransportFault::cardReset : TransportFault::communication,
          "transmit");
    }
    return answer;
  }

  bool hasPinPad(std::uint8_t /*digits*/) override {
    const std::lock_guard lock(m_transport.m_mutex);
    return static_cast<bool>(m_transport.m_readers[m_reader].typing);
  }

  std::vector<std::uint8_t> verifyAtPad(const card::PadEntry& entry) override {
    Typing typing;
    bool understands = true;
    {
      const std::lock_guard lock(m_transport.m_mutex);
      typing = m_transport.m_readers[m_reader].typing;
      understands = m_transport.m_readers[m_reader].padUnderstands;
    }
    if (!typing) {
      return CardConnection::verifyAtPad(entry);
    }
    // A reader's own answers: PC/SC part 10, 2.5.2.
    constexpr std::uint8_t kNotSent = 0x64;
    constexpr std::uint8_t kCancelled = 0x01;
    constexpr std::uint8_t kWrongLength = 0x03;
    if (!understands) {
      return {0x6B, 0x80};
    }
    const std::optional<std::string> typed = typing();
    if (!typed || typed->size() != entry.digits) {
      return {kNotSent, typed ? kWrongLength : kCancelled};
    }
    std::vector<std::uint8_t> command(entry.header.begin(), entry.header.end());
    command.push_back(entry.digits);
    command.insert(command.end(), typed->begin(), typed->end());
    return transmit(command);
  }

 private:
  InProcessTransport& m_transport;
  std::size_t m_reader;
  std::shared_ptr<SimulatedCard> m_card;
  std::uint32_t m_eventCount;
};

InProcessTransport::InProcessTransport(std::size_t readers) {
  for (std::size_t i = 0; i < readers; ++i) {
    addReader();
  }
}

InProcessTransport::~InProcessTransport() = default;

card::ReaderSnapshot InProcessTransport::snapshotLocked() const {
  card::ReaderSnapshot snapshot;
  snapshot.serviceRunning = m_serviceRunning;
  if (!m_serviceRunning) {
    snapshot.serviceFault = m_serviceFault;
    return snapshot;
  }
  for (const Reader& reader : m_readers) {
    if (!reader.plugged) {
      continue;
    }
    card::ReaderState state;
    state.name = reader.name;
    state.eventCount = reader.eventCount;
    state.inUse = reader.inUseElsewhere;
    state.unavailable = reader.unavailable;
    if (reader.card && !reader.unavailable) {
      state.cardPresent = true;
      state.atr = reader.card->answerToReset();
      state.mute = state.atr.empty();
    }
    snapshot.readers.push_back(std::move(state));
  }
  return snapshot;
}

card::ReaderSnapshot InProcessTransport::snapshot() {
  const std::lock_guard lock(m_mutex);
  return snapshotLocked();
}

card::ReaderSnapshot InProcessTransport::waitForChange(const card::ReaderSnapshot& known) {
  std::unique_lock lock(m_mutex);
  card::ReaderSnapshot now;
  m_changed.wait(lock, [&] {
    now = snapshotLocked();
    return m_cancelled || now != known;
  });
  if (std::exchange(m_cancelled, false)) {
    return known;
  }
  return now;
}

void InProcessTransport::cancel() noexcept {
  const std::lock_guard lock(m_mutex);
  m_cancelled = true;
  m_changed.notify_all();
}

std::unique_ptr<card::CardConnection> InProcessTransport::connect(const std::string& name) {
  const std::lock_guard lock(m_mutex);
  if (!m_serviceRunning) {
    throw TransportError(m_serviceFault, "connect");
  }
  const auto reader =
      std::ranges::find_if(m_readers, [&](const Reader& r) { return r.plugged && r.name == name; });
  if (reader == m_readers.end() || reader->unavailable) {
    throw TransportError(TransportFault::readerUnavailable, "connect");
  }
  if (!reader->card) {
    throw TransportError(TransportFault::noCard, "connect");
  }
  if (reader->inUseElsewhere || reader->connected) {
    throw TransportError(TransportFault::sharingViolation, "connect");
  }
  if (reader->card->powerOn().empty()) {
    throw TransportError(TransportFault::unresponsiveCard, "connect");
  }
  reader->connected = true;
  return std::make_unique<card::GuardedConnection>(
      std::make_unique<Connection>(*this, static_cast<std::size_t>(reader - m_readers.begin()),
                                   reader->card, reader->eventCount));
}

InProcessTransport::Reader& InProcessTransport::readerAtLocked(std::size_t index) {
  if (index >= m_readers.size() || !m_readers[index].plugged) {
    throw std::out_of_range("no such simulated reader");
  }
  return m_readers[index];
}

void InProcessTransport::takeCardLocked(Reader& reader) {
  if (reader.card) {
    reader.card->powerOff();
    reader.card.reset();
    reader.connected = false;
    ++reader.eventCount;
  }
}

void InProcessTransport::insert(std::shared_ptr<SimulatedCard> card, std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  Reader& place = readerAtLocked(reader);
  takeCardLocked(place);
  place.card = std::move(card);
  ++place.eventCount;
  m_changed.notify_all();
}

void InProcessTransport::setBehaviour(const Behaviour& behaviour, std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  readerAtLocked(reader).card->setBehaviour(behaviour);
}

void InProcessTransport::remove(std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  takeCardLocked(readerAtLocked(reader));
  m_changed.notify_all();
}

std::size_t InProcessTransport::addReader() {
  const std::lock_guard lock(m_mutex);
  Reader reader;
  reader.name = "Simulated reader " + std::to_string(m_readers.size());
  m_readers.push_back(std::move(reader));
  m_changed.notify_all();
  return m_readers.size() - 1;
}

void InProcessTransport::unplugReader(std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  Reader& place = readerAtLocked(reader);
  takeCardLocked(place);
  place.plugged = false;
  m_changed.notify_all();
}

void InProcessTransport::setServiceRunning(bool running, TransportFault fault) {
  const std::lock_guard lock(m_mutex);
  m_serviceRunning = running;
  m_serviceFault = fault;
  if (!running) {
    // The service powers every card down when it ends.
    for (Reader& reader : m_readers) {
      if (reader.card && reader.connected) {
        reader.card->powerOff();
        reader.connected = false;
        ++reader.eventCount;
      }
    }
  }
  m_changed.notify_all();
}

void InProcessTransport::setPinPad(Typing typing, std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  readerAtLocked(reader).typing = std::move(typing);
}

void InProcessTransport::setPinPadUnderstands(bool understands, std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  readerAtLocked(reader).padUnderstands = understands;
}

void InProcessTransport::setUnavailable(bool unavailable, std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  Reader& place = readerAtLocked(reader);
  place.unavailable = unavailable;
  if (place.card) {
    place.card->powerOff();
    place.connected = false;
    ++place.eventCount;  // a card is seen anew when the reader works again
  }
  m_changed.notify_all();
}

void InProcessTransport::setInUseElsewhere(bool inUse, std::size_t reader) {
  const std::lock_guard lock(m_mutex);
  readerAtLocked(reader).inUseElsewhere = inUse;
  m_changed.notify_all();
}

}  // namespace madoguchi::simulated
