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

 private:
  struct Free;
  bio_st* m_bio = nullptr;
};

/// Connects and sends nothing; gives true when the other side has closed.
bool silentConnectionIsClosed(int port);

}  // namespace madoguchi::test
