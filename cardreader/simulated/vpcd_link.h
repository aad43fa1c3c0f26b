#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace madoguchi::simulated {

/// The TCP connection to the virtual reader driver: messages of two bytes of length, big-endian,
/// and as many bytes (vsmartcard, vpcd.c). Waits for nothing but a connection: a driver may stall
/// in the middle of a message, or read no answers, and who holds the card can end all the same.
class VpcdLink {
 public:
  VpcdLink() = default;
  ~VpcdLink() { close(); }
  VpcdLink(const VpcdLink&) = delete;
  VpcdLink& operator=(const VpcdLink&) = delete;

  /// False where nobody listens, or does not say so within a second. Throws std::runtime_error
  /// where the host name means nothing.
  bool connect(const std::string& host, std::uint16_t port);
  void close() noexcept;
  [[nodiscard]] bool connected() const noexcept { return m_socket >= 0; }
  /// For poll(); -1 while not connected.
  [[nodiscard]] int descriptor() const noexcept { return m_socket; }

  /// What poll() is to wait for there. While an answer has not been taken, no message is read.
  [[nodiscard]] short events() const noexcept;

  /// The next message as soon as all of it has come. The link is closed where the driver has gone.
  std::optional<std::vector<std::uint8_t>> receive();
  /// Gives as much as is taken now. The link is closed where the driver has gone.
  void send(std::span<const std::uint8_t> message);
  /// The rest of what was sent; called when poll() says so.
  void finishSending();

 private:
  int m_socket = -1;
  std::vector<std::uint8_t> m_incoming;  ///< the beginning of a message, its length included
  std::vector<std::uint8_t> m_outgoing;
};

}  // namespace madoguchi::simulated
