#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "child_process.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::test {

/// A real SMTP server on this machine that keeps what it receives.
class SmtpSink {
 public:
  /// `more` are a certificate and its key, and a user and password; see smtp_sink.py. Throws
  /// std::runtime_error where it does not start.
  explicit SmtpSink(std::vector<std::string> more = {});

  /// Once more, at the same port.
  void start();
  void stop();
  void kill();  ///< SIGKILL
  [[nodiscard]] std::string url() const;
  /// Waits until so many have come (and gives up after a minute).
  [[nodiscard]] std::vector<std::filesystem::path> waitForMails(std::size_t count) const;
  /// How often each Message-ID came.
  [[nodiscard]] std::map<std::string, int> arrivals() const;

 private:
  [[nodiscard]] std::filesystem::path inbox() const { return m_folder.path() / "in"; }

  TemporaryFolder m_folder;
  std::vector<std::string> m_more;
  int m_port = 0;
  std::unique_ptr<ChildProcess> m_process;
};

}  // namespace madoguchi::test
