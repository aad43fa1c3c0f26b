#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace madoguchi::simulated {

/// The TCP connection to the virtual reader driver: messages of two bytes of length, big-endian,
/// and as many bytes (vsmartcard, vpcd.c).
class VpcdLink {
 public:
  VpcdLink() = default;
  ~VpcdLink() { close(); }
  VpcdLink(const VpcdLink&) = delete;
  VpcdLink& operator=(const VpcdLink&) = delete;

  /// False where nobody listens. Throws std::runtime_error where the host name means nothing.
  bool connect(const std::string& host, std::uint16_t port);
  void close() noexcept;
  [[nodiscard]] bool connected() const noexcept { return m_socket >= 0; }
  /// For poll(); -1 while not connected.
  [[nodiscard]] int descriptor() const noexcept { return m_socket; }

  /// The next message. std::nullopt, and the link closed, where the driver has gone.
  std::optional<std::vector<std::uint8_t>> receive();
  /// False, and the link closed, where the driver has gone.
  bool send(std::span<const std::uint8_t> message);

 private:
  bool receiveExactly(std::span<std::uint8_t> into);

  int m_socket = -1;
};

}  // namespace madoguchi::simulated
