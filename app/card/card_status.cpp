#include "app/card/card_status.h"

#include <algorithm>

#include "app/core/visible_text.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::app {
namespace {

/// The present cards, as far as they decide whether to look again.
bool sameCards(const card::ReaderSnapshot& a, const card::ReaderSnapshot& b) {
  return std::ranges::equal(a.readers, b.readers,
                            [](const card::ReaderState& x, const card::ReaderState& y) {
                              return x.name == y.name && x.cardPresent == y.cardPresent &&
                                     x.mute == y.mute && x.eventCount == y.eventCount;
                            });
}

/// Whether a card that another program held is free.
bool anyLetGo(const card::ReaderSnapshot& before, const card::ReaderSnapshot& now) {
  return std::ranges::any_of(now.readers, [&](const card::ReaderState& reader) {
    const auto known = std::ranges::find(before.readers, reader.name, &card::ReaderState::name);
    return known != before.readers.end() && known->inUse && !reader.inUse;
  });
}

bool holds(const card::ReaderSnapshot& readers, const CardIdentity& identity) {
  return std::ranges::any_of(readers.readers, [&](const card::ReaderState& reader) {
    return reader.cardPresent && reader.name == identity.reader &&
           reader.eventCount == identity.eventCount;
  });
}

CheckResult certificatesOf(FailureCode failure) {
  switch (failure) {
    case FailureCode::none:
    case FailureCode::passwordBlocked:
    case FailureCode::pinBlocked:
      return CheckResult::good;
    case FailureCode::noSigningCertificate:
    case FailureCode::noAuthenticationCertificate:
    case FailureCode::signingCertificateExpired:
    case FailureCode::authenticationCertificateExpired:
    case FailureCode::certificateNotYetValid:
      return CheckResult::bad;
    default:
      return CheckResult::unknown;
  }
}

}  // namespace

FailureCode judged(const CardInspection& card, const CardWants& wants) {
  if (card.failure != FailureCode::none) {
    return card.failure;
  }
  if (wants.pin && !card.authentication) {
    return FailureCode::noAuthenticationCertificate;
  }
  if ((wants.password || wants.signingCertificate) && card.presence && !card.presence->signing) {
    return FailureCode::noSigningCertificate;
  }
  const FailureCode date =
      wants.pin ? inDate(*card.authentication, FailureCode::authenticationCertificateExpired)
                : FailureCode::none;
  if (date != FailureCode::none) {
    return date;
  }
  if (wants.password && card.passwordTries == 0) {
    return FailureCode::passwordBlocked;
  }
  return wants.pin && card.pinTries == 0 ? FailureCode::pinBlocked : FailureCode::none;
}

QDate dayInJapan(std::chrono::sys_seconds time) {
  const auto day = forms::dayInJapan(time);
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

CardTracker::Change CardTracker::update(const card::ReaderSnapshot& readers) {
  // To look at a card again only because another program has used it would disturb that program.
  const bool freed =
      m_readers && m_found && m_found->heldElsewhere && anyLetGo(*m_readers, readers);
  const bool news = freed || !m_readers || !sameCards(*m_readers, readers);
  m_readers = readers;
  if (card() != nullptr) {
    if (!holds(readers, m_found->identity)) {
      forgetCard();
      return Change::lost;
    }
    // What is known of the card stays known until it is looked at again.
    const bool known = certificatesOf(judged(*m_found, m_wants)) != CheckResult::unknown;
    return news && !known ? Change::inspect : Change::none;
  }
  if (!news) {
    return Change::none;
  }
  m_found.reset();
  return anyCard() ? Change::inspect : Change::none;
}

FailureCode CardTracker::whyLost(const std::string& reader) const {
  if (!m_readers) {
    return FailureCode::cardRemoved;
  }
  if (!m_readers->serviceRunning) {
    return fromTransport(m_readers->serviceFault);
  }
  const bool works = std::ranges::any_of(m_readers->readers, [&](const card::ReaderState& one) {
    return one.name == reader && !one.unavailable;
  });
  return works ? FailureCode::cardRemoved : FailureCode::readerUnavailable;
}

void CardTracker::forgetCard() {
  m_found.reset();
  m_inspecting = false;
}

void CardTracker::inspected(const CardInspection& found) {
  m_inspecting = false;
  m_found = found;
}

void CardTracker::setTries(card::Secret which, std::optional<card::TriesLeft> tries) {
  if (!m_found) {
    return;
  }
  const bool password = which == card::Secret::signaturePassword;
  (password ? m_found->passwordTries : m_found->pinTries) = tries;
}

void CardTracker::pinPadFails() {
  if (m_found) {
    m_found->pinPad = false;
  }
}

std::optional<card::TriesLeft> CardTracker::tries(card::Secret which) const {
  if (!m_found) {
    return std::nullopt;
  }
  return which == card::Secret::signaturePassword ? m_found->passwordTries : m_found->pinTries;
}

bool CardTracker::anyCard() const {
  return m_readers && std::ranges::any_of(m_readers->readers, &card::ReaderState::cardPresent);
}

const CardInspection* CardTracker::card() const {
  return m_found && m_found->isMyNumberCard ? &*m_found : nullptr;
}

FailureCode CardTracker::explained(FailureCode code) const {
  return m_explain ? m_explain(code) : code;
}

CardStatus CardTracker::status() const {
  CardStatus status;
  status.busy = m_inspecting;
  if (!m_readers) {
    return status;
  }
  if (!m_readers->serviceRunning) {
    status.service = CheckResult::bad;
    status.problem = explained(fromTransport(m_readers->serviceFault));
    return status;
  }
  status.service = CheckResult::good;
  if (m_readers->readers.empty()) {
    status.reader = CheckResult::bad;
    status.problem = explained(FailureCode::noReader);
    return status;
  }
  const bool fails = std::ranges::all_of(m_readers->readers, &card::ReaderState::unavailable);
  status.reader = fails ? CheckResult::bad : CheckResult::good;
  status.readerName = visible(
      QString::fromStdString(m_found ? m_found->identity.reader : m_readers->readers.front().name));
  for (const card::ReaderState& reader : m_readers->readers) {
    if (reader.cardPresent) {
      status.readersWithCard << visible(QString::fromStdString(reader.name));
    }
  }
  if (fails) {
    status.problem = FailureCode::readerUnavailable;
    return status;
  }
  if (!anyCard()) {
    status.card = CheckResult::bad;
    status.problem = FailureCode::noCard;
    return status;
  }
  if (!m_found) {
    return status;
  }
  status.card = m_found->isMyNumberCard ? CheckResult::good : CheckResult::bad;
  status.problem = judged(*m_found, m_wants);
  status.certificates = certificatesOf(status.problem);
  status.passwordTries = m_found->passwordTries;
  status.pinTries = m_found->pinTries;
  status.pinPad = m_found->pinPad;
  if (m_wants.pin && m_found->authentication) {
    status.validUntil = dayInJapan(m_found->authentication->notAfter);
  }
  if (status.problem == FailureCode::certificateNotYetValid) {
    status.validFrom = m_found->authentication->notBefore;
  }
  return status;
}

}  // namespace madoguchi::app
