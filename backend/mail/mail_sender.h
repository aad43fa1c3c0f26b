#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "backend/mail/mail_transport.h"
#include "backend/mail/outbox.h"

namespace madoguchi::backend {

class StructuredLog;

/// How long to wait after a failed attempt (1 = the first): 2 s, 4 s, ... up to a quarter of an
/// hour.
std::chrono::seconds backOff(int attempts);

/// The thread that sends what waits in the outbox: at its start, when wake() is called, and when a
/// mail is due again.
class MailSender {
 public:
  struct Sender {
    std::string from;
    std::string helpDesk;
  };
  MailSender(Database& database, std::unique_ptr<MailTransport> transport, Sender sender,
             StructuredLog& log);
  /// Finishes the mail that is being sent; the others wait for the next start.
  ~MailSender();
  MailSender(const MailSender&) = delete;
  MailSender& operator=(const MailSender&) = delete;

  /// There is a new mail. From any thread.
  void wake();

 private:
  void run();
  void sendAllDue();
  void send(const OutgoingMail& mail);

  Outbox m_outbox;
  std::unique_ptr<MailTransport> m_transport;
  Sender m_sender;
  StructuredLog& m_log;
  std::mutex m_mutex;
  std::condition_variable m_wakeUp;
  bool m_woken = false;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace madoguchi::backend
