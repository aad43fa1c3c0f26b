#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "tests/integration/backend/tls_socket.h"

namespace madoguchi::test {

/// A client that keeps its connection, and costs little beside the service: both run on the same
/// processors. For one thread.
class LoadClient {
 public:
  LoadClient(int port, std::filesystem::path ca) : m_port(port), m_ca(std::move(ca)) {}

  struct Answer {
    int status = 0;  ///< 0: the connection broke
    std::string body;
  };
  /// `headers` are whole lines; a body is JSON where they do not say otherwise.
  Answer send(std::string_view method, std::string_view path, std::string_view body,
              std::string_view headers = {});
  Answer post(std::string_view path, std::string_view body, std::string_view headers = {}) {
    return send("POST", path, body, headers);
  }

 private:
  Answer readAnswer();

  int m_port;
  std::filesystem::path m_ca;
  std::unique_ptr<TlsSocket> m_socket;
};

}  // namespace madoguchi::test
