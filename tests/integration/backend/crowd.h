#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace madoguchi::test {

/// One of many TLS connections to a service on 127.0.0.1.
class CrowdMember {
 public:
  /// `from` is the source address, in the order of the host. Throws std::runtime_error where the
  /// service does not take the connection.
  CrowdMember(SSL_CTX* tls, int port, std::uint32_t from);
  ~CrowdMember();
  CrowdMember(CrowdMember&& other) noexcept
      : m_socket(std::exchange(other.m_socket, -1)), m_tls(std::exchange(other.m_tls, nullptr)) {}
  CrowdMember& operator=(CrowdMember&& other) noexcept {
    std::swap(m_socket, other.m_socket);
    std::swap(m_tls, other.m_tls);
    return *this;
  }

  /// False where the service has closed.
  bool send(std::string_view bytes);
  /// Whether the service has not closed yet; does not wait.
  [[nodiscard]] bool isOpen() const;

 private:
  int m_socket;
  SSL* m_tls;
};

/// Many connections at once, as from many people: each has come from an address of the loopback
/// network that it shares with few others.
class Crowd {
 public:
  Crowd(int port, const std::filesystem::path& ca, std::size_t membersOfAddress);

  void join(std::size_t count);
  void leave() { members.clear(); }
  [[nodiscard]] std::size_t countOpen() const;

  std::vector<CrowdMember> members;

 private:
  struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  };
  int m_port;
  std::size_t m_membersOfAddress;
  std::size_t m_joined = 0;
  std::unique_ptr<SSL_CTX, Free> m_tls;
};

/// What a process holds, from /proc.
std::size_t residentKilobytes(int process);
std::size_t mostKilobytes(int process);  ///< that it has ever held
std::size_t openDescriptors(int process);

}  // namespace madoguchi::test
