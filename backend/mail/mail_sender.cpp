#include "backend/mail/mail_sender.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "backend/core/structured_log.h"
#include "backend/mail/mail_message.h"

namespace madoguchi::backend {
namespace {

// Another process over the same database may have died with mails of its own.
constexpr std::chrono::seconds kLookAgain{60};
constexpr std::chrono::seconds kLongestBackOff = std::chrono::minutes(15);
// As long as mail servers usually try (RFC 5321 section 4.5.4.1).
constexpr std::chrono::seconds kGiveUpAfter = std::chrono::days(5);

}  // namespace

std::chrono::seconds backOff(int attempts) {
  constexpr int kDoublings = 10;  // 2^10 s is beyond the longest already
  return std::min(kLongestBackOff, std::chrono::seconds(1L << std::clamp(attempts, 1, kDoublings)));
}

MailSender::MailSender(Database& database, std::unique_ptr<MailTransport> transport, Sender sender,
                       StructuredLog& log)
    : m_outbox(database),
      m_transport(std::move(transport)),
      m_sender(std::move(sender)),
      m_log(log),
      m_thread([this] { run(); }) {}

MailSender::~MailSender() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_wakeUp.notify_all();
  m_thread.join();
}

void MailSender::wake() {
  {
    const std::lock_guard lock(m_mutex);
    m_woken = true;
  }
  m_wakeUp.notify_all();
}

void MailSender::run() {
  while (true) {
    auto wait = kLookAgain;
    try {
      sendAllDue();
      if (const auto due = m_outbox.nextDue()) {
        wait = std::clamp(std::chrono::seconds(*due - now()), std::chrono::seconds(1), kLookAgain);
      }
    } catch (const std::exception& exception) {
      m_log.error("outboxUnavailable", {{"error", describe(exception)}});
    }
    std::unique_lock lock(m_mutex);
    m_wakeUp.wait_for(lock, wait, [this] { return m_woken || m_stopping; });
    m_woken = false;
    if (m_stopping) {
      return;
    }
  }
}

void MailSender::sendAllDue() {
  while (const auto mail = m_outbox.take(now())) {
    send(*mail);
    const std::lock_guard lock(m_mutex);
    if (m_stopping) {
      return;
    }
  }
}

void MailSender::send(const OutgoingMail& mail) {
  nlohmann::json entry = {{"messageId", mail.messageId}, {"attempt", mail.attempts}};
  try {
    const MailText text = fillTemplate(
        registrationTemplate(mail.language),
        {{"authenticationId", mail.authenticationId}, {"helpDesk", m_sender.helpDesk}});
    const std::string message = composeMail({.from = m_sender.from,
                                             .to = mail.recipient,
                                             .messageId = mail.messageId,
                                             .language = mail.language,
                                             .date = mail.createdAt,
                                             .text = text});
    m_transport->deliver({m_sender.from, mail.recipient, mail.messageId}, message);
  } catch (const std::exception& exception) {
    const auto* delivery = dynamic_cast<const DeliveryError*>(&exception);
    entry["error"] = delivery != nullptr ? delivery->what() : describe(exception);
    if (now() - mail.createdAt >= kGiveUpAfter) {
      m_outbox.giveUp(mail);
      m_log.error("mailGivenUp", entry);
    } else {
      m_outbox.postpone(mail, now() + backOff(mail.attempts));
      m_log.error("mailPostponed", entry);
    }
    return;
  }
  m_outbox.markSent(mail);
  m_log.info("mailSent", entry);
}

}  // namespace madoguchi::backend
