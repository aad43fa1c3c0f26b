#include "backend/mail/mail_sender.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "backend/core/mail_address.h"
#include "backend/core/structured_log.h"
#include "backend/mail/bounce.h"
#include "backend/mail/mail_message.h"
#include "backend/storage/isolation.h"

namespace madoguchi::backend {
namespace {

// Another process over the same database may have died with mails of its own, or an operator has
// asked for one to be sent again.
constexpr std::chrono::seconds kLookAgain{5};
// When many come, they are taken together: so long after the last look nobody waits in vain.
constexpr std::chrono::milliseconds kGather{50};
// As long as mail servers usually try (RFC 5321 section 4.5.4.1), ...
constexpr std::chrono::seconds kGiveUpAfter = std::chrono::days(5);
// ... and a day's worth of attempts at the longest pause.
constexpr int kEnoughAttempts = std::chrono::days(1) / kLongestPause;
// For one transaction.
constexpr std::chrono::seconds kWriteTime{10};
// Mails are taken several at a time, so that several processes are seldom in each other's way, but
// marked one by one as they leave: no more than one is sent again where a process dies. What was
// not begun in this time is given back, ...
constexpr int kTakenAtOnce = 16;
constexpr std::chrono::seconds kBegunWithin{4};
// ... else another process could send a mail once more while this one still does.
static_assert(kBegunWithin + kLongestDelivery + kWriteTime < kMailLease);

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
      m_working(m_sender.atOnce) {
  for (int i = 0; i < m_sender.atOnce; ++i) {
    m_threads.emplace_back([this] { run(); });
  }
}

MailSender::~MailSender() {
  {
    std::unique_lock lock(m_mutex);
    m_stopping = true;
    m_wakeUp.notify_all();
    m_wakeUp.wait_for(lock, m_grace, [this] { return m_working == 0; });
  }
  m_giveUp.request_stop();
  for (std::thread& thread : m_threads) {
    thread.join();
  }
}

void MailSender::wake() {
  const std::lock_guard lock(m_mutex);
  m_woken = true;
  m_wakeUp.notify_one();
}

void MailSender::run() {
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    const auto look = m_woken ? m_lookedAt + kGather : m_lookAgain;
    if (!m_taken.empty()) {
      sendNext(lock);
    } else if (m_taking) {
      m_wakeUp.wait(lock);
    } else if (std::chrono::steady_clock::now() < look) {
      m_wakeUp.wait_until(lock, look);
    } else {
      takeMore(lock);
    }
  }
  giveBackTaken(lock);
  --m_working;
  m_wakeUp.notify_all();
}

void MailSender::takeMore(std::unique_lock<std::mutex>& lock) {
  m_taking = true;
  const bool wasWoken = std::exchange(m_woken, false);
  lock.unlock();
  const Deadline beginBy = deadlineIn(kBegunWithin);
  std::vector<OutgoingMail> mails;
  std::chrono::seconds wait = kLookAgain;
  try {
    write([&](Transaction& transaction) {
      mails = takeDueMails(transaction, kTakenAtOnce, now());
      if (const auto due = nextDueMail(transaction)) {
        wait = std::clamp(std::chrono::seconds(*due - now()), std::chrono::seconds(1), kLookAgain);
      }
    });
    if (mails.empty() && !wasWoken) {
      m_transport->rest();
    }
  } catch (const std::exception& exception) {
    mails.clear();
    m_log.error("outboxUnavailable", {{"error", describe(exception)}});
  }
  lock.lock();
  m_taking = false;
  const bool mayBeMore = mails.size() == kTakenAtOnce;
  m_woken = m_woken || mayBeMore;
  m_lookedAt = std::chrono::steady_clock::now() - (mayBeMore ? kGather : decltype(kGather)());
  m_lookAgain = m_lookedAt + wait;
  for (OutgoingMail& mail : mails) {
    m_taken.push_back({std::move(mail), beginBy});
  }
  m_wakeUp.notify_all();
}

void MailSender::sendNext(std::unique_lock<std::mutex>& lock) {
  if (timeLeft(m_taken.front().beginBy).count() == 0) {
    m_woken = true;
    giveBackTaken(lock);
    return;
  }
  const OutgoingMail mail = std::move(m_taken.front().mail);
  m_taken.pop_front();
  lock.unlock();
  try {
    send(mail);
  } catch (const std::exception& exception) {
    m_log.error("outboxUnavailable", {{"error", describe(exception)}});
  }
  lock.lock();
}

void MailSender::giveBackTaken(std::unique_lock<std::mutex>& lock) {
  const std::deque<Taken> taken = std::exchange(m_taken, {});
  if (taken.empty()) {
    return;
  }
  lock.unlock();
  try {
    write([&taken](Transaction& transaction) {
      for (const Taken& one : taken) {
        giveBackMail(transaction, one.mail, now());
      }
    });
  } catch (const std::exception& exception) {
    m_log.error("outboxUnavailable", {{"error", describe(exception)}});
  }
  lock.lock();
}

void MailSender::write(const std::function<void(Transaction&)>& work) {
  m_storage.write(deadlineIn(kWriteTime), [&work](Transaction& transaction) {
    mindOwnRowsOnly(transaction);
    work(transaction);
  });
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
    const std::string from =
        m_sender.bounces.empty() ? m_sender.from : returnPath(m_sender.bounces, mail.id);
    return m_transport->deliver({from, mail.recipient, messageId(mail)}, message,
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
    // Perhaps it is of a newer version, which runs beside this one while all are replaced.
    retry(mail, "mailUnwritable", describe(exception));
    return;
  }
  const Delivery delivery = attempt(mail, message);
  switch (delivery.result) {
    case Delivery::Result::taken:
      write([&](Transaction& transaction) { markSent(transaction, mail); });
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
  write([&](Transaction& transaction) { postponeMail(transaction, mail, when, reason); });
  m_log.error(event, entryOf(mail, reason));
}

void MailSender::close(const OutgoingMail& mail, MailState state, std::string_view event,
                       const std::string& reason) {
  write([&](Transaction& transaction) { closeMail(transaction, mail, state, reason); });
  m_log.error(event, entryOf(mail, reason));
}

}  // namespace madoguchi::backend
