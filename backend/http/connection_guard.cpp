#include "backend/http/connection_guard.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace madoguchi::backend {
namespace {

using Clock = std::chrono::steady_clock;

// The HTTP library serves a connection from handshake to end in one thread, and gives its handlers
// no way to the connection.
thread_local SSL* currentConnection = nullptr;

int contextIndex() {
  static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

ConnectionGuard* guardOf(const SSL* connection) {
  return static_cast<ConnectionGuard*>(
      SSL_CTX_get_ex_data(SSL_get_SSL_CTX(connection), contextIndex()));
}

/// Closing with bytes unread resets the connection, and the reset can overtake the answer. So this
/// side ends, and what still comes is dropped until the client has heard (RFC 9112, 9.6).
void swallowTheRest(SSL* connection, int descriptor) {
  constexpr std::chrono::seconds kPatience{10};
  SSL_shutdown(connection);
  shutdown(descriptor, SHUT_WR);
  const auto end = Clock::now() + kPatience;
  std::array<char, 16384> rest{};
  pollfd source{descriptor, POLLIN, 0};
  for (auto now = Clock::now(); now < end; now = Clock::now()) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - now).count();
    if (poll(&source, 1, static_cast<int>(left)) <= 0 ||
        recv(descriptor, rest.data(), rest.size(), MSG_DONTWAIT) <= 0) {
      return;
    }
  }
}

}  // namespace

ConnectionGuard::ConnectionGuard(std::chrono::seconds perRequest)
    : m_perRequest(perRequest), m_thread([this] { run(); }) {}

ConnectionGuard::~ConnectionGuard() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_changed.notify_all();
  m_thread.join();
}

void ConnectionGuard::watch(SSL_CTX* context) {
  // OpenSSL frees a connection before its socket is closed, so that a descriptor that is listed
  // here always belongs to its connection.
  static const int connectionIndex = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, &onFree);
  if (connectionIndex < 0 || SSL_CTX_set_ex_data(context, contextIndex(), this) != 1) {
    throw std::runtime_error("OpenSSL refuses to keep data with a connection");
  }
  SSL_CTX_set_info_callback(context, &onState);
}

void ConnectionGuard::onState(const SSL* connection, int where, int /*result*/) {
  if ((where & SSL_CB_HANDSHAKE_START) != 0) {
    guardOf(connection)->add(connection);
  }
}

void ConnectionGuard::onFree(void* parent, void* /*value*/, CRYPTO_EX_DATA* /*data*/, int /*index*/,
                             long /*argument*/, void* /*pointer*/) {
  const auto* connection = static_cast<const SSL*>(parent);
  if (ConnectionGuard* guard = guardOf(connection)) {
    guard->remove(connection);
  }
}

void ConnectionGuard::add(const SSL* connection) {
  currentConnection = const_cast<SSL*>(connection);
  {
    const std::lock_guard lock(m_mutex);
    const auto [added, isNew] = m_connections.try_emplace(
        connection, Watched{SSL_get_fd(connection), Clock::now() + m_perRequest, false, false});
    if (isNew && m_draining) {  // it waited for a thread until now
      shutdown(added->second.descriptor, SHUT_RD);
    }
  }
  m_changed.notify_all();
}

void ConnectionGuard::remove(const SSL* connection) {
  if (currentConnection == connection) {
    currentConnection = nullptr;
  }
  const std::lock_guard lock(m_mutex);
  m_connections.erase(connection);
}

void ConnectionGuard::requestArrived() {
  const std::lock_guard lock(m_mutex);
  if (const auto found = m_connections.find(currentConnection); found != m_connections.end()) {
    found->second.busy = true;
  }
}

void ConnectionGuard::answerSent() {
  int descriptor = -1;
  bool closing = false;
  {
    const std::lock_guard lock(m_mutex);
    const auto found = m_connections.find(currentConnection);
    if (found == m_connections.end()) {
      return;
    }
    found->second.busy = false;
    found->second.deadline = Clock::now() + m_perRequest;
    closing = found->second.closing;
    if (!closing && !m_draining) {
      return;
    }
    descriptor = found->second.descriptor;
  }
  if (closing) {
    swallowTheRest(currentConnection, descriptor);
  }
  // The next read says that the client has closed, which ends the library's loop.
  SSL_set_shutdown(currentConnection, SSL_get_shutdown(currentConnection) | SSL_RECEIVED_SHUTDOWN);
  shutdown(descriptor, SHUT_RD);
}

void ConnectionGuard::closeAfterAnswer() {
  const std::lock_guard lock(m_mutex);
  if (const auto found = m_connections.find(currentConnection); found != m_connections.end()) {
    found->second.closing = true;
  }
}

std::string* ConnectionGuard::note() {
  const std::lock_guard lock(m_mutex);
  const auto found = m_connections.find(currentConnection);
  return found != m_connections.end() ? &found->second.note : nullptr;
}

void ConnectionGuard::drain() {
  const std::lock_guard lock(m_mutex);
  m_draining = true;
  for (const auto& [connection, watched] : m_connections) {
    if (!watched.busy) {
      shutdown(watched.descriptor, SHUT_RD);
    }
  }
}

void ConnectionGuard::run() {
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    const auto first = std::min_element(
        m_connections.begin(), m_connections.end(),
        [](const auto& a, const auto& b) { return a.second.deadline < b.second.deadline; });
    if (first == m_connections.end()) {
      m_changed.wait(lock);
      continue;
    }
    const auto deadline = first->second.deadline;
    if (Clock::now() < deadline) {
      m_changed.wait_until(lock, deadline);
      continue;
    }
    shutdown(first->second.descriptor, SHUT_RDWR);
    first->second.deadline = Clock::time_point::max();
  }
}

}  // namespace madoguchi::backend
