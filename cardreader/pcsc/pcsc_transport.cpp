#include "cardreader/pcsc/pcsc_transport.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "cardreader/pcsc/held_readers.h"
#include "cardreader/pcsc/pcsc_calls.h"
#include "cardreader/pcsc/pcsc_connection.h"
#include "cardreader/pcsc/service_watch.h"

namespace madoguchi::card {

namespace {

using pcsc::WatchedReader;

// A reader with several slots comes as several readers one after another. pcsc-lite before 2.0 does
// not tell of one that came between listing and sleeping, so every change is followed by one more
// look.
constexpr DWORD kSettleMilliseconds = 2000;

// SCardCancel does nothing to a call that is about to sleep but does not yet.
constexpr std::chrono::milliseconds kCancelAgain{5};

ReaderState readerState(const WatchedReader& reader, bool held) {
  constexpr unsigned kEventCountShift = 16;
  ReaderState state;
  state.name = reader.name;
  state.unavailable = (reader.state & SCARD_STATE_UNAVAILABLE) != 0;
  state.cardPresent = (reader.state & SCARD_STATE_PRESENT) != 0;
  state.mute = (reader.state & SCARD_STATE_MUTE) != 0;
  // Who shares the card keeps it from being taken exclusively just as well.
  state.inUse = !held && (reader.state & (SCARD_STATE_EXCLUSIVE | SCARD_STATE_INUSE)) != 0;
  state.atr = reader.atr;
  state.eventCount = static_cast<std::uint32_t>(reader.state >> kEventCountShift);
  return state;
}

ReaderSnapshot withoutService(TransportFault fault) {
  ReaderSnapshot snapshot;
  const bool known =
      fault == TransportFault::serviceIncompatible || fault == TransportFault::accessDenied;
  snapshot.serviceFault = known ? fault : TransportFault::serviceUnavailable;
  return snapshot;
}

}  // namespace

class PcscTransport::Private {
 public:
  explicit Private(ApduLog log) : m_log(std::move(log)), m_canceller([this] { cancelSleeps(); }) {}
  Private(const Private&) = delete;
  Private& operator=(const Private&) = delete;
  ~Private() {
    {
      const std::lock_guard lock(m_mutex);
      m_ending = true;
    }
    m_wanted.notify_one();
    m_canceller.join();
  }

  ReaderSnapshot snapshot() {
    try {
      const pcsc::Context context;
      std::vector<WatchedReader> readers;
      return look(context, readers);
    } catch (const TransportError& error) {
      return withoutService(error.fault());
    }
  }

  ReaderSnapshot waitForChange(const ReaderSnapshot& known) {
    // Not kept: giving it back asks the service, and one that hangs must not hold the destructor.
    std::optional<pcsc::Context> context;
    bool settled = false;
    while (!takeCancel()) {
      std::vector<WatchedReader> readers;
      ReaderSnapshot now = lookFromHere(context, readers);
      if (!now.serviceRunning) {
        m_watch.arm();
        now = lookFromHere(context, readers);
      }
      if (now != known) {
        return now;
      }
      if (now.serviceRunning) {
        sleepInService(context, readers, settled ? INFINITE : kSettleMilliseconds);
        settled = true;
      } else {
        m_watch.wait();
      }
    }
    return known;
  }

  void cancel() noexcept {
    {
      const std::lock_guard lock(m_mutex);
      m_cancelled = true;
    }
    m_watch.interrupt();
    m_wanted.notify_one();
  }

  std::unique_ptr<CardConnection> connect(const std::string& reader) {
    return std::make_unique<GuardedConnection>(pcsc::openConnection(reader, m_held), m_log);
  }

 private:
  ReaderSnapshot look(const pcsc::Context& context, std::vector<WatchedReader>& readers) {
    const std::lock_guard lock(m_held->mutex);
    readers = pcsc::listReaders(context);
    ReaderSnapshot snapshot;
    snapshot.serviceRunning = true;
    for (const WatchedReader& reader : readers) {
      snapshot.readers.push_back(readerState(reader, m_held->names.contains(reader.name)));
    }
    return snapshot;
  }

  /// In the waiting thread's own context, made anew after the service was gone.
  ReaderSnapshot lookFromHere(std::optional<pcsc::Context>& context,
                              std::vector<WatchedReader>& readers) {
    try {
      if (!context) {
        context.emplace();
      }
      return look(*context, readers);
    } catch (const TransportError& error) {
      context.reset();
      return withoutService(error.fault());
    }
  }

  void sleepInService(std::optional<pcsc::Context>& context,
                      const std::vector<WatchedReader>& readers, DWORD milliseconds) {
    {
      const std::lock_guard lock(m_mutex);
      if (m_cancelled) {
        return;
      }
      m_sleepingIn = context->handle();
    }
    std::optional<TransportError> failure;
    try {
      pcsc::sleepUntilChange(*context, readers, milliseconds);
    } catch (const TransportError& error) {
      failure = error;
    }
    {
      std::unique_lock lock(m_mutex);
      m_sleepingIn.reset();
      m_wanted.notify_one();
      m_cancelEnded.wait(lock, [this] { return !m_cancelling; });
    }
    if (failure) {
      context.reset();
      // A service that went away is for the next look to tell. Anything else would come again at
      // once.
      if (failure->fault() != TransportFault::serviceUnavailable) {
        throw *failure;
      }
    }
  }

  /// In a thread of its own: SCardCancel asks the service, and a service that hangs must not hold
  /// whoever calls cancel(). One that comes too late only makes the next sleep look once more.
  void cancelSleeps() {
    const auto wanted = [this] { return m_cancelled && m_sleepingIn; };
    std::unique_lock lock(m_mutex);
    while (true) {
      m_wanted.wait(lock, [&] { return m_ending || wanted(); });
      if (m_ending) {
        return;
      }
      const SCARDCONTEXT context = *m_sleepingIn;
      m_cancelling = true;
      lock.unlock();
      SCardCancel(context);
      lock.lock();
      m_cancelling = false;
      m_cancelEnded.notify_one();
      m_wanted.wait_for(lock, kCancelAgain, [&] { return m_ending || !wanted(); });
    }
  }

  bool takeCancel() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_cancelled, false);
  }

  ApduLog m_log;
  std::shared_ptr<pcsc::HeldReaders> m_held = std::make_shared<pcsc::HeldReaders>();
  pcsc::ServiceWatch m_watch;

  std::mutex m_mutex;  ///< of what follows, which several threads need
  std::condition_variable m_wanted;
  std::condition_variable m_cancelEnded;
  bool m_cancelled = false;
  bool m_cancelling = false;
  bool m_ending = false;
  std::optional<SCARDCONTEXT> m_sleepingIn;

  std::thread m_canceller;
};

PcscTransport::PcscTransport(ApduLog log) : d(std::make_unique<Private>(std::move(log))) {}
PcscTransport::~PcscTransport() = default;
ReaderSnapshot PcscTransport::snapshot() { return d->snapshot(); }
ReaderSnapshot PcscTransport::waitForChange(const ReaderSnapshot& known) {
  return d->waitForChange(known);
}
void PcscTransport::cancel() noexcept { d->cancel(); }
std::unique_ptr<CardConnection> PcscTransport::connect(const std::string& reader) {
  return d->connect(reader);
}

}  // namespace madoguchi::card
