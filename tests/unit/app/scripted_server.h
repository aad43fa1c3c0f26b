#pragma once

#include <QString>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/server/server.h"
#include "tests/unit/app/test_tls.h"

namespace madoguchi::test {

/// A real HTTPS server on this machine that says what a test wants, for answers and faults that the
/// real backend cannot be brought to.
class ScriptedServer {
 public:
  struct Answer {
    int status = 200;
    std::string body{};
    std::string type = "application/json";
    bool never = false;  ///< keeps the client waiting until release() or the end
    /// The head promises the whole body; after so many bytes of it the connection breaks.
    std::optional<std::size_t> breaksOffAfter{};
    /// Our service could never say this: it is a gateway's, or broken for the client to notice.
    bool foreign = false;
    std::string date{};  ///< what its clock says (RFC 9110, section 6.6.1); empty for nothing
  };
  struct Request {
    std::string path;
    std::string idempotencyKey;
    std::string body{};
    int clientPort = 0;  ///< one for each connection
    std::string authorization{};
    std::string method{};
  };

  /// What the published API describes, or whatever a test of the connection itself wants said.
  enum class Speaks : std::uint8_t { theApi, anything };
  /// What logging in gives, as the service's tokens look.
  static constexpr const char* kToken = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  explicit ScriptedServer(const TlsFiles& tls, Speaks speaks = Speaks::theApi);
  ~ScriptedServer();
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  /// Without a script: a healthy backend that registers everything under "bcdfg01234".
  /// All answers but those marked as foreign are held against the published API.
  void answer(const std::string& path, Answer what);
  static Answer problem(int status, const std::string& reason, const std::string& more = {});
  /// To who logs in; `more` members of it, each with a comma before it.
  static Answer welcome(const std::string& userName, const std::string& userClass,
                        bool userInformationOnly = false, const std::string& more = {});
  void release();
  /// Ends the server; the port stays closed.
  void stop();

  [[nodiscard]] app::ServerSettings settings() const;
  [[nodiscard]] std::vector<Request> requests(const std::string& path) const;
  [[nodiscard]] std::vector<Request> allRequests() const;

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::test
