#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "backend/core/ip_address.h"
#include "backend/http/connections.h"
#include "backend/http/tls_channel.h"

namespace madoguchi::backend {

/// One client's connection with what stays of it between its requests. Used in the thread of its
/// socket only.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(boost::asio::ip::tcp::socket socket, const IpAddress& from, bool throughProxy)
      : channel(std::move(socket)),
        peer(from),
        isShared(throughProxy),
        m_timer(channel.socket().get_executor()) {}

  std::optional<Connections::Member> member;  ///< ends after the descriptor
  TlsChannel channel;
  IpAddress peer;
  bool isShared;           ///< several people's requests come here, from a trusted proxy
  std::string input = {};  ///< what has come and was not read yet

  /// The connection ends at this time, unless another one is set before.
  void endAt(Clock::time_point time);
  void endIn(std::chrono::milliseconds time) { endAt(Clock::now() + time); }

 private:
  void wakeAt(Clock::time_point time);

  boost::asio::steady_timer m_timer;
  Clock::time_point m_end = Clock::time_point::max();
  Clock::time_point m_wakesAt = Clock::time_point::max();  ///< not later than m_end
};

}  // namespace madoguchi::backend
