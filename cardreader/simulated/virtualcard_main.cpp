// madoguchi-virtualcard: the simulated My Number Card as a program of its own, plugged into the
// virtual reader driver, so that any client reaches it through the real PC/SC service.

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <span>
#include <string>

#include "cardreader/simulated/persons.h"
#include "cardreader/simulated/pki_folder.h"
#include "cardreader/simulated/virtualcard.h"

namespace {

using namespace madoguchi::simulated;

// Exit status for wrong arguments (sysexits.h, EX_USAGE).
constexpr int kExitUsage = 64;
// The driver does not tell when it starts to listen, so it is asked now and then.
constexpr int kReconnectMilliseconds = 200;

// End by SIGTERM, SIGINT or SIGHUP comes as something to read.
int endSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    sigaddset(&signals, signal);
  }
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  return signalfd(-1, &signals, SFD_CLOEXEC);
}

// Whole lines from a descriptor that is read without waiting for more.
class LineReader {
 public:
  // False at the end of the input.
  template <typename Take>
  bool read(int descriptor, Take take) {
    char buffer[256];
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count <= 0) {
      return false;
    }
    m_pending.append(buffer, static_cast<std::size_t>(count));
    for (std::size_t end = 0; (end = m_pending.find('\n')) != std::string::npos;) {
      take(m_pending.substr(0, end));
      m_pending.erase(0, end + 1);
    }
    return true;
  }

 private:
  std::string m_pending;
};

int run(const VirtualCardOptions& options) {
  const int ending = endSignals();
  VirtualCard::Print log;
  if (options.log) {
    log = [](const std::string& line) { std::cerr << line << '\n'; };
  }
  VirtualCard card(
      options, [](const std::string& line) { std::cout << line << std::endl; }, log);
  LineReader input;
  bool inputOpen = true;
  bool running = true;
  bool waitingSaid = false;
  while (running) {
    if (card.mayConnect() && !card.connect() && !waitingSaid) {
      waitingSaid = true;
      std::cerr << "Nothing listens on " << options.host << " port " << options.port
                << " yet; waiting for the PC/SC service with its virtual reader.\n";
    }
    pollfd waited[] = {{ending, POLLIN, 0},
                       {inputOpen ? STDIN_FILENO : -1, POLLIN, 0},
                       {card.descriptor(), card.events(), 0}};
    if (poll(waited, std::size(waited), card.wantsConnection() ? kReconnectMilliseconds : -1) < 0) {
      throw std::runtime_error("poll failed");
    }
    if (waited[0].revents != 0) {
      running = false;
    }
    if (waited[2].revents != 0) {
      card.serve();
    }
    if (waited[1].revents != 0) {
      inputOpen = input.read(
          STDIN_FILENO, [&](const std::string& line) { running = card.command(line) && running; });
    }
  }
  card.remove();
  close(ending);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto options = parseVirtualCardOptions(
        std::span<char* const>(argv, static_cast<std::size_t>(argc)).subspan(1));
    switch (options.task) {
      case VirtualCardOptions::Task::help:
        std::cout << kVirtualCardUsage;
        return 0;
      case VirtualCardOptions::Task::listPersons:
        for (const Person& person : persons()) {
          std::cout << person.id << '\t' << person.summary << '\n';
        }
        return 0;
      case VirtualCardOptions::Task::makePki:
        openPki(options.pki);
        return 0;
      case VirtualCardOptions::Task::run:
        return run(options);
    }
  } catch (const UsageError& error) {
    std::cerr << "madoguchi-virtualcard: " << error.what() << "\n\n" << kVirtualCardUsage;
    return kExitUsage;
  } catch (const std::exception& error) {
    std::cerr << "madoguchi-virtualcard: " << error.what() << '\n';
  }
  return 1;
}
