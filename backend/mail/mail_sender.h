#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "backend/mail/mail_transport.h"
#include "backend/mail/outbox.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {

class StructuredLog;

/// How long to wait after a failed attempt (1 = the first): 2 s, 4 s, ... up to kLongestPause.
std::chrono::seconds backOff(int attempts);

/// Whether a mail has been tried long enough: for days, and so often that neither a service that
/// stood still for a week nor a clock that was set has used the days up.
bool isTriedLongEnough(const OutgoingMail& mail, Seconds now);

/// The thread that sends what waits in the outbox: at its start, when wake() is called, and when a
/// mail is due again.
class MailSender {
 public:
  struct Sender {
    std::string from;
    std::string helpDesk;
  };
  /// What the mail that is being sent gets to end by itself, when the service stops.
  static constexpr std::chrono::milliseconds kGrace{5000};

  MailSender(Storage& storage, std::unique_ptr<MailTransport> transport, Sender sender,
             StructuredLog& log, std::chrono::milliseconds grace = kGrace);
  /// Waits for the mail that is being sent, for as long as the grace; the others wait for the next
  /// start.
  ~MailSender();
  MailSender(const MailSender&) = delete;
  MailSender& operator=(const MailSender&) = delete;

  /// There is a new mail. From any thread.
  void wake();

 private:
  void run();
  void sendAllDue();
  void send(const OutgoingMail& mail);
  [[nodiscard]] std::string messageId(const OutgoingMail& mail) const;
  [[nodiscard]] std::string compose(const OutgoingMail& mail) const;
  Delivery attempt(const OutgoingMail& mail, const std::string& message);
  void retry(const OutgoingMail& mail, std::string_view event, const std::string& reason);
  // Both write down what is to become of the mail, then log it.
  void postpone(const OutgoingMail& mail, Seconds when, std::string_view event,
                const std::string& reason);
  void close(const OutgoingMail& mail, MailState state, std::string_view event,
             const std::string& reason);

  Storage& m_storage;
  std::unique_ptr<MailTransport> m_transport;
  Sender m_sender;
  StructuredLog& m_log;
  std::chrono::milliseconds m_grace;
  std::mutex m_mutex;
  std::condition_variable m_wakeUp;
  bool m_woken = false;
  bool m_stopping = false;
  bool m_ended = false;
  std::stop_source m_giveUp;
  std::thread m_thread;
};

}  // namespace madoguchi::backend
