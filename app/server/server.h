#pragma once

#include <QObject>
#include <QString>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/core/pending.h"
#include "app/server/http_answer.h"

namespace madoguchi::app {

class Session;

struct ServerSettings {
  QString origin;                     ///< "https://host[:port]"; see serverOrigin()
  QString caFile;                     ///< PEM file of the only CAs to trust; empty for the system's
  std::optional<QString> proxy = {};  ///< of the policy; see proxyFor()
  std::chrono::milliseconds connectLimit{10'000};
  std::chrono::milliseconds overallLimit{30'000};
};

struct ApiRequest {
  HttpMethod method = HttpMethod::get;
  std::string path;        ///< "/v1/health", with its query
  std::string json = {};   ///< empty for a request without content
  std::string bytes = {};  ///< of a file, in place of JSON
  /// A UUID: the same one for the same content, however often it is sent.
  std::optional<std::string> idempotencyKey = {};
  /// What the API names a session for: the only requests that carry its token.
  bool inSession = false;
};

/// The service, over HTTPS, from a thread of its own that starts with the first request and sleeps
/// while there is none. Each request has one answer, heard by who asked, in the asker's thread;
/// dropping what send() gave calls off that request alone. Requests of several askers go side by
/// side, and none is repeated by itself. Rooms wrap it in calls of their own.
class Server {
 public:
  /// What is sent in a session carries the token of `session` while it is open, and an answer that
  /// it counts no more (401) ends it. The service is told while it is used, and when it ends. It
  /// outlives this object.
  explicit Server(ServerSettings settings, Session* session = nullptr);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] const QString& origin() const;
  /// The session has ended here, and the service was told and has not answered yet.
  [[nodiscard]] bool isSayingFarewell() const { return static_cast<bool>(m_farewell); }
  Pending send(ApiRequest request, std::function<void(const HttpAnswer&)> answer);

 private:
  class Worker;
  std::unique_ptr<Worker> m_worker;
  Session* m_session;
  Pending m_use;
  Pending m_farewell;
  QObject m_listener;  ///< to the session
};

}  // namespace madoguchi::app
