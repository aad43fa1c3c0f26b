#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

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

/// The threads that send what waits in the outbox: at their start, when wake() is called, when a
/// mail is due again, and soon where another process has added one.
class MailSender {
 public:
  struct Sender {
    std::string from;
    std::string helpDesk;
    std::string bounces = {};  ///< mailbox of return paths, see returnPath(); empty = `from`
    int atOnce = 1;            ///< mails that leave at the same time
  };
  /// What the mails that are being sent get to end by themselves, when the service stops.
  static constexpr std::chrono::milliseconds kGrace{5000};

  MailSender(Storage& storage, std::unique_ptr<MailTransport> transport, Sender sender,
             StructuredLog& log, std::chrono::milliseconds grace = kGrace);
  /// Waits for the mails that are being sent, for as long as the grace; the others wait for the
  /// next start.
  ~MailSender();
  MailSender(const MailSender&) = delete;
  MailSender& operator=(const MailSender&) = delete;

  /// There is a new mail. From any thread.
  void wake();

 private:
  /// One that is this process's, but that nobody has begun.
  struct Taken {
    OutgoingMail mail;
    Deadline beginBy;
  };
  void run();
  // All three with the lock, which they leave meanwhile.
  void takeMore(std::unique_lock<std::mutex>& lock);
  void sendNext(std::unique_lock<std::mutex>& lock);
  /// What nobody has begun others may send now.
  void giveBackTaken(std::unique_lock<std::mutex>& lock);
  void write(const std::function<void(Transaction&)>& work);
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
  std::mutex m_mutex;  ///< of all that follows
  std::condition_variable m_wakeUp;
  std::deque<Taken> m_taken;
  bool m_taking = false;  ///< one thread is looking into the outbox
  bool m_woken = true;    ///< there may be something new in it
  std::chrono::steady_clock::time_point m_lookedAt;
  std::chrono::steady_clock::time_point m_lookAgain;
  bool m_stopping = false;
  int m_working = 0;  ///< threads
  std::stop_source m_giveUp;
  std::vector<std::thread> m_threads;
};

}  // namespace madoguchi::backend
