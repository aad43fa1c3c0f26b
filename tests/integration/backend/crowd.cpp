#include "crowd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace madoguchi::test {
namespace {

sockaddr_in socketAddress(std::uint32_t address, int port) {
  sockaddr_in result{};
  result.sin_family = AF_INET;
  result.sin_port = htons(static_cast<std::uint16_t>(port));
  result.sin_addr.s_addr = htonl(address);
  return result;
}

}  // namespace

CrowdMember::CrowdMember(SSL_CTX* tls, int port, std::uint32_t from)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), m_tls(SSL_new(tls)) {
  const sockaddr_in source = socketAddress(from, 0);
  const sockaddr_in service = socketAddress(INADDR_LOOPBACK, port);
  // The port only with the connection: otherwise it would be taken for all services at once.
  const int on = 1;
  setsockopt(m_socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  if (bind(m_socket, reinterpret_cast<const sockaddr*>(&source), sizeof source) != 0 ||
      connect(m_socket, reinterpret_cast<const sockaddr*>(&service), sizeof service) != 0 ||
      SSL_set_fd(m_tls, m_socket) != 1 || SSL_connect(m_tls) != 1) {
    SSL_free(m_tls);
    close(m_socket);
    throw std::runtime_error("the service does not take the connection");
  }
}

CrowdMember::~CrowdMember() {
  SSL_free(m_tls);
  close(m_socket);
}

bool CrowdMember::send(std::string_view bytes) {
  return isOpen() && SSL_write(m_tls, bytes.data(), static_cast<int>(bytes.size())) ==
                         static_cast<int>(bytes.size());
}

bool CrowdMember::isOpen() const {
  // A goodbye of TLS comes before the end; nothing else comes unasked.
  char byte = 0;
  return recv(m_socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0;
}

Crowd::Crowd(int port, const std::filesystem::path& ca, std::size_t membersOfAddress)
    : m_port(port), m_membersOfAddress(membersOfAddress), m_tls(SSL_CTX_new(TLS_client_method())) {
  std::signal(SIGPIPE, SIG_IGN);
  SSL_CTX_load_verify_file(m_tls.get(), ca.c_str());
  SSL_CTX_set_verify(m_tls.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_mode(m_tls.get(), SSL_MODE_RELEASE_BUFFERS);
}

void Crowd::join(std::size_t count) {
  constexpr std::uint32_t kFirstAddress = 0x7F010001;  // 127.1.0.1
  for (std::size_t i = 0; i < count; ++i, ++m_joined) {
    members.emplace_back(m_tls.get(), m_port,
                         kFirstAddress + static_cast<std::uint32_t>(m_joined / m_membersOfAddress));
  }
}

std::size_t Crowd::countOpen() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(members, [](const CrowdMember& member) { return member.isOpen(); }));
}

namespace {

std::size_t kilobytesOf(int process, std::string_view what) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string word; status >> word;) {
    if (word == what) {
      std::size_t kilobytes = 0;
      status >> kilobytes;
      return kilobytes;
    }
  }
  throw std::runtime_error("the process tells no memory");
}

}  // namespace

std::size_t residentKilobytes(int process) { return kilobytesOf(process, "VmRSS:"); }
std::size_t mostKilobytes(int process) { return kilobytesOf(process, "VmHWM:"); }

std::size_t openDescriptors(int process) {
  const std::filesystem::directory_iterator entries("/proc/" + std::to_string(process) + "/fd");
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

}  // namespace madoguchi::test
