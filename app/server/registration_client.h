#pragma once

#include <QObject>
#include <QString>
#include <chrono>
#include <memory>
#include <string>

#include "app/server/registration_answers.h"

namespace madoguchi::app {

struct ServerSettings {
  QString origin;  ///< "https://host[:port]"; see serverOrigin()
  QString caFile;  ///< PEM file of the only CAs to trust; empty for the system's
  std::chrono::milliseconds connectLimit{10'000};
  std::chrono::milliseconds overallLimit{30'000};
};

/// The origin of an address as a person or a policy writes it; empty where it is no https address
/// of a host alone.
QString serverOrigin(const QString& address);

/// Talks with the backend over HTTPS, in a thread of its own that starts with the first request and
/// sleeps between requests. Requests are carried out one after the other and never repeated by
/// themselves. Answers come as signals in the thread of this object.
class RegistrationClient : public QObject {
  Q_OBJECT
 public:
  explicit RegistrationClient(ServerSettings settings, QObject* parent = nullptr);
  ~RegistrationClient() override;

  [[nodiscard]] const QString& origin() const;

  void checkHealth();
  /// `language` is a tag of Language.
  void requestAnnouncements(const QString& language);
  void requestNonce();
  /// `idempotencyKey` is a UUID: the same one for the same form, however often it is sent.
  void sendRegistration(const std::string& idempotencyKey, std::string body);
  /// Ends everything at once; no answer to earlier requests will come.
  void cancel();

 signals:
  void healthChecked(madoguchi::app::FailureCode failure);
  /// In the language that was asked for; none where they could not be had.
  void announcementsReceived(const QString& language,
                             const std::vector<madoguchi::app::Announcement>& announcements);
  void nonceReceived(const madoguchi::app::NonceAnswer& answer);
  void registrationAnswered(const madoguchi::app::RegistrationAnswer& answer);

 private:
  class Worker;
  std::unique_ptr<Worker> m_worker;
};

}  // namespace madoguchi::app
