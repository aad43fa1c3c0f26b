#include "backend/mail/mail_sender.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "backend/core/mail_address.h"
#include "backend/core/structured_log.h"
#include "backend/mail/mail_message.h"

namespace madoguchi::backend {
namespace {

// Another process over the same database may have died with mails of its own, or an operator has
// asked for one to be sent again.
constexpr std::chrono::seconds kLookAgain{60};
// As long as mail servers usually try (RFC 5321 section 4.5.4.1), ...
constexpr std::chrono::seconds kGiveUpAfter = std::chrono::days(5);
// ... and a day's worth of attempts at the longest pause.
constexpr int kEnoughAttempts = std::chrono::days(1) / kLongestPause;
// For one transaction.
constexpr std::chrono::seconds kWriteTime{10};
// Else another process could send the mail once more while this one still does.
static_assert(kLongestDelivery + kWriteTime < kMailLease);

nlohmann::json entryOf(const OutgoingMail& mail, const std::string& reason = {}) {
  nlohmann::json entry = {{"mail", mail.id}, {"kind", mail.kind}, {"attempt", mail.attempts}};
  if (!reason.empty()) {
    entry["error"] = reason;
  }
  return entry;
}

}  // namespace

std::chrono::seconds backOff(int attempts) {
  constexpr int kDoublings = 10;  // 2^10 s is beyond the longest already
  return std::min(kLongestPause, std::chrono::seconds(1L << std::clamp(attempts, 1, kDoublings)));
}

bool isTriedLongEnough(const OutgoingMail& mail, Seconds now) {
  return mail.attempts >= kEnoughAttempts && now - mail.plannedAt >= kGiveUpAfter;
}

MailSender::MailSender(Storage& storage, std::unique_ptr<MailTransport> transport, Sender sender,
                       StructuredLog& log, std::chrono::milliseconds grace)
    : m_storage(storage),
      m_transport(std::move(transport)),
      m_sender(std::move(sender)),
      m_log(log),
      m_grace(grace),
      m_thread([this] { run(); }) {}

MailSender::~MailSender() {
  {
    std::unique_lock lock(m_mutex);
    m_stopping = true;
    m_wakeUp.notify_all();
    m_wakeUp.wait_for(lock, m_grace, [this] { return m_ended; });
  }
  m_giveUp.request_stop();
  m_thread.join();
}

void MailSender::wake() {
  const std::lock_guard lock(m_mutex);
  m_woken = true;
  m_wakeUp.notify_all();
}

void MailSender::run() {
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    m_woken = false;
    lock.unlock();
    auto wait = kLookAgain;
    try {
      sendAllDue();
      if (const auto due = m_storage.read(deadlineIn(kWriteTime), nextDueMail)) {
        wait = std::clamp(std::chrono::seconds(*due - now()), std::chrono::seconds(1), kLookAgain);
      }
    } catch (const std::exception& exception) {
      m_log.error("outboxUnavailable", {{"error", describe(exception)}});
    }
    lock.lock();
    m_wakeUp.wait_for(lock, wait, [this] { return m_woken || m_stopping; });
  }
  m_ended = true;
  m_wakeUp.notify_all();
}

void MailSender::sendAllDue() {
  const auto take = [](Transaction& transaction) { return takeDueMail(transaction, now()); };
  while (const auto mail = m_storage.write(deadlineIn(kWriteTime), take)) {
    send(*mail);
    const std::lock_guard lock(m_mutex);
    if (m_stopping) {
      return;
    }
  }
}

std::string MailSender::messageId(const OutgoingMail& mail) const {
  return mail.kind + '.' + mail.id + '@' + std::string(mailDomain(m_sender.from));
}

std::string MailSender::compose(const OutgoingMail& mail) const {
  MailValues values = mail.values;
  values.emplace(kHelpDesk, m_sender.helpDesk);
  return composeMail({.from = m_sender.from,
                      .to = mail.recipient,
                      .messageId = messageId(mail),
                      .language = mail.language,
                      .date = mail.createdAt,
                      .text = fillTemplate(mailTemplate(mail.kind, mail.language), values)});
}

Delivery MailSender::attempt(const OutgoingMail& mail, const std::string& message) {
  try {
    return m_transport->deliver({m_sender.from, mail.recipient, messageId(mail)}, message,
                                m_giveUp.get_token());
  } catch (const std::exception& exception) {
    return {Delivery::Result::postponed, describe(exception)};
  }
}

void MailSender::send(const OutgoingMail& mail) {
  if (mail.uselessAfter && now() > *mail.uselessAfter) {
    close(mail, MailState::useless, "mailUseless", "not sent in time");
    return;
  }
  std::string message;
  try {
    message = compose(mail);
  } catch (const std::exception& exception) {
    close(mail, MailState::failed, "mailUnwritable", describe(exception));
    return;
  }
  const Delivery delivery = attempt(mail, message);
  switch (delivery.result) {
    case Delivery::Result::taken:
      m_storage.write(deadlineIn(kWriteTime),
                      [&](Transaction& transaction) { markSent(transaction, mail); });
      m_log.info("mailSent", entryOf(mail));
      return;
    case Delivery::Result::refused:
      close(mail, MailState::refused, "mailRefused", delivery.reason);
      return;
    case Delivery::Result::stopped:
      postpone(mail, now(), "mailStopped", delivery.reason);
      return;
    case Delivery::Result::misconfigured:
      retry(mail, "mailServerRefusesService", delivery.reason);
      return;
    case Delivery::Result::postponed:
      retry(mail, "mailPostponed", delivery.reason);
      return;
  }
}

void MailSender::retry(const OutgoingMail& mail, std::string_view event,
                       const std::string& reason) {
  if (isTriedLongEnough(mail, now())) {
    close(mail, MailState::failed, "mailGivenUp", reason);
  } else {
    postpone(mail, now() + backOff(mail.attempts), event, reason);
  }
}

void MailSender::postpone(const OutgoingMail& mail, Seconds when, std::string_view event,
                          const std::string& reason) {
  m_storage.write(deadlineIn(kWriteTime),
                  [&](Transaction& transaction) { postponeMail(transaction, mail, when, reason); });
  m_log.error(event, entryOf(mail, reason));
}

void MailSender::close(const OutgoingMail& mail, MailState state, std::string_view event,
                       const std::string& reason) {
  m_storage.write(deadlineIn(kWriteTime),
                  [&](Transaction& transaction) { closeMail(transaction, mail, state, reason); });
  m_log.error(event, entryOf(mail, reason));
}

}  // namespace madoguchi::backend
