#include "scripted_smtp.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <utility>

namespace madoguchi::test {

ScriptedSmtp::ScriptedSmtp(const std::string& step, const std::string& answer,
                           ScriptedConnections connections)
    : m_answers{{"connection", "220 scripted"},
                {"EHLO", "250 scripted"},
                {"MAIL", "250 good"},
                {"RCPT", "250 good"},
                {"DATA", "354 go on"},
                {"message", "250 taken"},
                {"QUIT", "221 bye"}},
      m_connections(std::move(connections)),
      m_listening(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  m_answers[step] = answer;
  if (step == "STARTTLS") {
    m_answers["EHLO"] = "250-scripted\r\n250 STARTTLS";
  }
  m_answers["second mail"] = m_connections.toSecondMail;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(m_listening, generic, length) != 0 || listen(m_listening, 1) != 0 ||
      getsockname(m_listening, generic, &length) != 0) {
    throw std::runtime_error("no port for the mail server");
  }
  m_port = ntohs(address.sin_port);
  m_thread = std::thread([this] { serve(); });
}

ScriptedSmtp::~ScriptedSmtp() {
  shutdown(m_listening, SHUT_RDWR);  // ends accept()
  m_thread.join();
  close(m_listening);
}

void ScriptedSmtp::serve() {
  for (int i = 1; i <= m_connections.connections; ++i) {
    serveOne(i == m_connections.connections);
  }
}

void ScriptedSmtp::serveOne(bool isLast) {
  m_unread.clear();
  int mails = 0;
  m_connection = accept(m_listening, nullptr, nullptr);
  if (m_connection < 0) {
    return;
  }
  bool goesOn = answer("connection");
  while (goesOn) {
    const auto line = readLine();
    if (!line) {
      break;
    }
    {
      const std::lock_guard lock(m_mutex);
      m_lines.push_back(*line);
    }
    const std::string command = line->substr(0, line->find(' '));
    if (command == "MAIL" && ++mails == 2 && !isLast) {
      answer("second mail");
      break;
    }
    goesOn = answer(command);
    if (goesOn && command == "DATA" && m_answers.at("DATA").starts_with("3")) {
      auto data = readLine();
      while (data && *data != ".") {
        data = readLine();
      }
      goesOn = data && answer("message");
    }
  }
  close(m_connection);
}

bool ScriptedSmtp::answer(const std::string& step) {
  {
    const std::lock_guard lock(m_mutex);
    m_step = step;
    m_changed.notify_all();
  }
  const std::string& answer = m_answers[step];
  if (answer == kCut) {
    return false;
  }
  if (answer == kSilence) {
    while (readLine()) {
    }
    return false;
  }
  if (answer == kEndless || answer == kTrickle) {
    const std::string_view piece = answer == kEndless ? "250-more\r\n" : "2";
    while (send(m_connection, piece.data(), piece.size(), MSG_NOSIGNAL) > 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }
  const std::string line = answer + "\r\n";
  return send(m_connection, line.data(), line.size(), MSG_NOSIGNAL) > 0;
}

/// Without its end; nothing where the client has gone.
std::optional<std::string> ScriptedSmtp::readLine() {
  std::size_t end = 0;
  while ((end = m_unread.find("\r\n")) == std::string::npos) {
    char buffer[1024];
    const ssize_t count = recv(m_connection, buffer, sizeof buffer, 0);
    if (count <= 0) {
      return std::nullopt;
    }
    m_unread.append(buffer, static_cast<std::size_t>(count));
  }
  std::string line = m_unread.substr(0, end);
  m_unread.erase(0, end + 2);
  return line;
}

void ScriptedSmtp::waitFor(const std::string& step) {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [&] { return m_step == step; });
}

std::vector<std::string> ScriptedSmtp::lines() {
  const std::lock_guard lock(m_mutex);
  return m_lines;
}

}  // namespace madoguchi::test
