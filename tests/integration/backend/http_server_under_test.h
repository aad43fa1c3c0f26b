// The HTTP engine with endpoints of the test's own.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "backend/core/structured_log.h"
#include "backend/http/server.h"
#include "backend/http/tls_files.h"
#include "backend_under_test.h"
#include "tls_socket.h"

namespace madoguchi::backend {

class HttpServerTest : public testing::Test {
 private:
  test::TemporaryFolder m_folder;

 protected:
  HttpServerTest() {
    std::signal(SIGPIPE, SIG_IGN);
    makeTlsFiles(m_folder.path(), {"localhost", "127.0.0.1"});
  }

  ServerOptions options{.host = "localhost",
                        .port = 0,
                        .certificate = m_folder.path() / "server.pem",
                        .key = m_folder.path() / "server.key",
                        .rateLimit = 0,
                        .trustedProxies = {},
                        .threads = 2,
                        .connectionsPerAddress = 100,
                        .spool = m_folder.path(),
                        .patience = {}};

  void start(std::vector<Endpoint> endpoints, FindPrincipal findPrincipal = {}) {
    m_server = std::make_unique<HttpServer>(options, m_log);
    m_server->start(
        std::move(endpoints),
        [](const std::exception& fault) -> std::optional<protocol::Refusal> {
          if (dynamic_cast<const std::out_of_range*>(&fault) == nullptr) {
            return std::nullopt;
          }
          return protocol::Refusal{protocol::Reason::unavailable};
        },
        std::move(findPrincipal));
  }
  void stop() { m_server.reset(); }

  [[nodiscard]] int port() const { return m_server->port(); }
  [[nodiscard]] std::filesystem::path ca() const { return m_folder.path() / "ca.pem"; }
  [[nodiscard]] std::string log() const { return test::readFile(m_folder.path() / "log"); }
  /// Needs no descriptor.
  [[nodiscard]] std::size_t logSize() const { return file_size(m_folder.path() / "log"); }
  test::Response send(const test::Request& request) {
    return test::HttpClient("https://localhost:" + std::to_string(port()), ca()).send(request);
  }
  /// Everything that is answered to these bytes until the server closes.
  std::string exchange(std::string_view bytes) {
    test::TlsSocket socket(port(), ca());
    socket.write(bytes);
    return socket.readAll();
  }

 private:
  StructuredLog m_log{(m_folder.path() / "log").string()};
  std::unique_ptr<HttpServer> m_server;
};

/// Answers with this text.
inline Endpoint saying(std::string method, std::string pattern, std::string text) {
  return {.method = std::move(method),
          .pattern = std::move(pattern),
          .answer = [text = std::move(text)](const Request&) -> Outcome {
            return Answer{.body = text, .contentType = "text/plain"};
          }};
}

inline const std::string kEnd = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

}  // namespace madoguchi::backend
