#include "load_client.h"

#include <charconv>
#include <stdexcept>

namespace madoguchi::test {
namespace {

constexpr std::string_view kEnd = "\r\n\r\n";

int numberAt(std::string_view text, std::size_t at) {
  int number = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number;
}

}  // namespace

LoadClient::Answer LoadClient::readAnswer() {
  std::string head;
  while (!head.ends_with(kEnd)) {
    const std::string byte = m_socket->read(1);
    if (byte.empty()) {
      m_socket.reset();
      return {};
    }
    head += byte;
  }
  constexpr std::string_view kVersion = "HTTP/1.1 ";
  constexpr std::string_view kLength = "\r\nContent-Length: ";
  const std::size_t length = head.find(kLength);
  Answer answer{numberAt(head, kVersion.size()), {}};
  if (length != std::string::npos) {
    const auto size = static_cast<std::size_t>(numberAt(head, length + kLength.size()));
    answer.body = m_socket->read(size);
    if (answer.body.size() < size) {
      m_socket.reset();
      return {};
    }
  }
  if (head.find("\r\nConnection: close") != std::string::npos) {
    m_socket.reset();
  }
  return answer;
}

LoadClient::Answer LoadClient::send(std::string_view method, std::string_view path,
                                    std::string_view body, std::string_view headers) {
  try {
    if (!m_socket) {
      m_socket = std::make_unique<TlsSocket>(m_port, m_ca);
    }
  } catch (const std::runtime_error&) {
    return {};
  }
  std::string request =
      std::string(method) + ' ' + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n";
  if (!body.empty() && headers.find("Content-Type:") == std::string_view::npos) {
    request += "Content-Type: application/json\r\n";
  }
  request += std::string(headers) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
             std::string(body);
  if (!m_socket->write(request)) {
    m_socket.reset();
    return {};
  }
  return readAnswer();
}

}  // namespace madoguchi::test
