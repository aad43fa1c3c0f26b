#include "smtp_sink.h"

#include <signal.h>

#include <chrono>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>

namespace madoguchi::test {

namespace fs = std::filesystem;

SmtpSink::SmtpSink(std::vector<std::string> more) : m_more(std::move(more)) { start(); }

void SmtpSink::start() {
  std::vector<std::string> command = {"/usr/bin/python3", MADOGUCHI_BACKEND_TESTS "/smtp_sink.py",
                                      std::to_string(m_port), inbox().string()};
  command.insert(command.end(), m_more.begin(), m_more.end());
  m_process = std::make_unique<ChildProcess>(command, m_folder.path() / "errors.txt");
  const std::string line = m_process->readLine();
  if (line.empty()) {
    throw std::runtime_error("the mail server does not start; is python3-aiosmtpd there?");
  }
  m_port = std::stoi(line);
}

void SmtpSink::stop() {
  m_process->signal(SIGTERM);
  m_process->wait();
}

void SmtpSink::kill() {
  m_process->signal(SIGKILL);
  m_process->wait();
}

std::string SmtpSink::url() const { return "smtp://localhost:" + std::to_string(m_port); }

std::vector<fs::path> SmtpSink::waitForMails(std::size_t count) const {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  std::set<fs::path> found;
  while (found.size() < count && std::chrono::steady_clock::now() < giveUp) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    for (const auto& entry : fs::directory_iterator(inbox())) {
      if (entry.path().extension() == ".eml") {
        found.insert(entry.path());
      }
    }
  }
  return {found.begin(), found.end()};
}

std::map<std::string, int> SmtpSink::arrivals() const {
  constexpr std::string_view kName = "Message-ID: ";
  std::map<std::string, int> times;
  for (const auto& entry : fs::directory_iterator(inbox())) {
    if (entry.path().extension() != ".eml") {
      continue;
    }
    std::ifstream mail(entry.path());
    for (std::string line; std::getline(mail, line) && line != "\r";) {
      if (line.starts_with(kName)) {
        ++times[line.substr(kName.size())];
        break;
      }
    }
  }
  return times;
}

}  // namespace madoguchi::test
