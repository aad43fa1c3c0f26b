#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct bio_st;

namespace madoguchi::test {

/// TLS without HTTP, for clients that no HTTP library would be.
class TlsSocket {
 public:
  TlsSocket(int port, const std::filesystem::path& ca);
  ~TlsSocket();
  TlsSocket(const TlsSocket&) = delete;
  TlsSocket& operator=(const TlsSocket&) = delete;

  /// False where the other side has closed.
  bool write(std::string_view bytes);
  /// Everything until the other side closes.
  std::string readAll();
  /// So many bytes; fewer where the other side closes.
  std::string read(std::size_t size);

 private:
  struct Free;
  bio_st* m_bio = nullptr;
};

/// A client that connects, and sends nothing unless it is told to.
class SilentSocket {
 public:
  explicit SilentSocket(int port);
  ~SilentSocket();
  SilentSocket(const SilentSocket&) = delete;
  SilentSocket& operator=(const SilentSocket&) = delete;

  void send(std::string_view bytes);
  void endSending();
  /// Waits until the other side has closed; false where it does not.
  bool isClosed();

 private:
  int m_socket = -1;
};

}  // namespace madoguchi::test
