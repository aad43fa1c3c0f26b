#pragma once

#include <winsock2.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace madoguchi::test {

using Bytes = std::vector<std::uint8_t>;

/// The end of vpcd: virtual_smart_card's protocol over TCP, two bytes of length before each
/// message; one byte is an order.
class CardLink {
 public:
  enum Order : std::uint8_t { powerOff = 0, powerOn = 1, reset = 2, tellAtr = 4 };

  explicit CardLink(SOCKET socket) : m_socket(socket) {}
  ~CardLink() { closesocket(m_socket); }
  CardLink(const CardLink&) = delete;
  CardLink& operator=(const CardLink&) = delete;

  bool order(Order what) { return send({what}); }
  /// Empty where the card has gone.
  Bytes exchange(const Bytes& message) {
    if (!send(message)) return {};
    Bytes length(2);
    if (!receive(length)) return {};
    Bytes answer((std::size_t{length[0]} << 8U) | length[1]);
    if (!receive(answer)) return {};
    return answer;
  }
  /// Nobody speaks without being asked: what can be read then is the end.
  [[nodiscard]] bool hasGone() const {
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(m_socket, &readable);
    timeval now{0, 0};
    return select(0, &readable, nullptr, nullptr, &now) != 0;
  }

 private:
  bool send(const Bytes& message) {
    Bytes whole = {static_cast<std::uint8_t>(message.size() >> 8U),
                   static_cast<std::uint8_t>(message.size() & 0xFFU)};
    whole.insert(whole.end(), message.begin(), message.end());
    return ::send(m_socket, reinterpret_cast<const char*>(whole.data()),
                  static_cast<int>(whole.size()), 0) == static_cast<int>(whole.size());
  }
  bool receive(Bytes& into) {
    std::size_t done = 0;
    while (done < into.size()) {
      const int count = recv(m_socket, reinterpret_cast<char*>(into.data() + done),
                             static_cast<int>(into.size() - done), 0);
      if (count <= 0) return false;
      done += static_cast<std::size_t>(count);
    }
    return true;
  }

  SOCKET m_socket;
};

}  // namespace madoguchi::test
