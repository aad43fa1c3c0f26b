#include "backend/rooms/account/login_history.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "backend/accounts/login_store.h"
#include "backend/core/ip_address.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {
namespace {

using protocol::LoginRecord;
using protocol::LoginResult;
using protocol::LoginWay;
using protocol::Reason;

struct Kind {
  std::string_view event;
  LoginResult result;
  std::optional<LoginWay> way = std::nullopt;
};

const std::vector<Kind>& kinds() {
  using namespace security_events;
  static const std::vector<Kind> all = [] {
    std::vector<Kind> list = {{kLoggedIn, LoginResult::loggedIn, LoginWay::password},
                              {kLoggedInByCard, LoginResult::loggedIn, LoginWay::card},
                              {kLoginFailed, LoginResult::refused, LoginWay::password},
                              {kCardRefused, LoginResult::refused, LoginWay::card},
                              {kAccountLocked, LoginResult::locked, LoginWay::password},
                              {kLoginWhileLocked, LoginResult::locked, LoginWay::password}};
    // States of the account, and what is wrong with a way that was proved.
    for (const Reason reason : {Reason::accountSuspended, Reason::accountDeleted,
                                Reason::accountExpired, Reason::accountInvalid}) {
      list.push_back({protocol::name(reason), LoginResult::refused});
    }
    for (const Reason reason : {Reason::passwordExpired, Reason::cardNeeded}) {
      list.push_back({protocol::name(reason), LoginResult::refused, LoginWay::password});
    }
    return list;
  }();
  return all;
}

/// Whose neighbourhood it is, without saying who: "192.0.2.0/24", "2001:db8:1::/48".
std::string networkOf(const std::string& subscriber) {
  if (const std::size_t dot = subscriber.rfind('.'); dot != std::string::npos) {
    return subscriber.substr(0, dot) + ".0/24";
  }
  auto address = parseIpAddress(subscriber);
  if (!address) {
    return {};
  }
  constexpr std::ptrdiff_t kBytesOfSite = 6;
  std::fill(address->bytes.begin() + kBytesOfSite, address->bytes.end(), std::uint8_t{0});
  return toString(*address) + "/48";
}

}  // namespace

std::vector<LoginRecord> loginHistory(Transaction& transaction, const std::string& accountId,
                                      const std::string& subscriber) {
  const auto newest = [&](bool successes) {
    std::vector<std::string_view> events;
    for (const Kind& kind : kinds()) {
      if ((kind.result == LoginResult::loggedIn) == successes) {
        events.push_back(kind.event);
      }
    }
    return securityEventsOf(transaction, accountId, events, protocol::kMostLoginRecords);
  };
  std::vector<SecurityEvent> logins = newest(true);
  std::vector<SecurityEvent> others = newest(false);
  // Whoever was in could push their own login off the list with as many wrong passwords.
  constexpr std::size_t kMost = protocol::kMostLoginRecords;
  const std::size_t ofOthers = std::min(others.size(), kMost - std::min(logins.size(), kMost / 2));
  others.resize(ofOthers);
  logins.resize(std::min(logins.size(), kMost - ofOthers));
  std::vector<SecurityEvent> events;
  std::ranges::merge(logins, others, std::back_inserter(events), std::greater(),
                     &SecurityEvent::happenedAt, &SecurityEvent::happenedAt);
  std::vector<LoginRecord> history;
  for (const SecurityEvent& event : events) {
    const auto kind = std::ranges::find(kinds(), event.what, &Kind::event);
    history.push_back({.at = rfc3339(event.happenedAt),
                       .result = kind->result,
                       .way = kind->way,
                       .network = networkOf(event.subscriber),
                       .here = event.subscriber == subscriber});
  }
  return history;
}

}  // namespace madoguchi::backend
