#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace madoguchi::test {

/// Those that a ScriptedSmtp takes, one after the other.
struct ScriptedConnections {
  int connections = 1;
  std::string toSecondMail = {};  ///< of each but the last, which ends with it
};

/// A mail server that does at one step what no real one does when asked. Takes one connection, or
/// several one after the other.
class ScriptedSmtp {
 public:
  // What it can do in place of an answer.
  static constexpr const char* kSilence = "silence";
  static constexpr const char* kCut = "cut";
  static constexpr const char* kEndless = "endless";  ///< lines of an answer that does not end
  static constexpr const char* kTrickle = "trickle";  ///< bytes of a line that does not end

  /// Steps are "connection", a command ("RCPT"), or "message" for the end of the data. Empty for a
  /// server that behaves. It offers TLS where the step is "STARTTLS", and says nothing in it.
  explicit ScriptedSmtp(const std::string& step = {}, const std::string& answer = {},
                        ScriptedConnections connections = {});
  ~ScriptedSmtp();
  ScriptedSmtp(const ScriptedSmtp&) = delete;
  ScriptedSmtp& operator=(const ScriptedSmtp&) = delete;

  [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(m_port); }
  /// Waits until the client waits for the answer to this step.
  void waitFor(const std::string& step);
  /// What the client has sent so far, without the message.
  std::vector<std::string> lines();

 private:
  void serve();
  void serveOne(bool isLast);
  bool answer(const std::string& step);
  std::optional<std::string> readLine();

  std::map<std::string, std::string> m_answers;
  ScriptedConnections m_connections;
  int m_listening = -1;
  int m_port = 0;
  int m_connection = -1;
  std::string m_unread;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::vector<std::string> m_lines;
  std::string m_step;
  std::thread m_thread;
};

}  // namespace madoguchi::test
