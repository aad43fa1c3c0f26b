#include "backend/rooms/account/information_service.h"

#include <utility>

#include "backend/accounts/login_store.h"
#include "backend/core/token.h"
#include "backend/rooms/account/account_store.h"
#include "backend/rooms/account/registered_information.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"
#include "forms/registration/information_change.h"

namespace madoguchi::backend {

using protocol::InformationChanged;
using protocol::Reason;
using protocol::Refusal;

namespace {

constexpr std::chrono::hours kADay{24};

std::optional<Refusal> refusalOf(const forms::Answers& change,
                                 const RegisteredInformation& registered,
                                 const forms::Facts& facts) {
  auto findings = forms::strays(forms::informationChangeForm(), change, facts);
  if (findings.empty()) {
    findings = forms::judgeChange(change, registered.answers, facts);
  }
  if (forms::isAcceptable(findings)) {
    return std::nullopt;
  }
  return Refusal{Reason::formInvalid, forms::fieldErrors(change, findings),
                 forms::summaryCodeOfChange(findings)};
}

InformationChanged answerOf(const ChangeRecord& record, const std::string& email) {
  InformationChanged changed{record.changed};
  if (record.confirmUntil) {
    changed.newEmail = {email, rfc3339(*record.confirmUntil)};
  }
  return changed;
}

}  // namespace

InformationService::InformationService(Storage& storage, std::string origin, Clock clock)
    : m_storage(storage), m_origin(std::move(origin)), m_clock(std::move(clock)) {}

std::variant<InformationChanged, Refusal> InformationService::change(const Change& change,
                                                                     Deadline deadline) {
  return m_storage.write(deadline,
                         [&](Transaction& transaction) { return decide(transaction, change); });
}

std::variant<InformationChanged, Refusal> InformationService::decide(Transaction& transaction,
                                                                     const Change& change) const {
  const Seconds time = m_clock();
  const auto account = accountInformation(transaction, change.accountId);
  if (!account || account->status != kActive) {  // it is no more what the session was asked for
    return Refusal{Reason::sessionMissing};
  }
  const auto sent = forms::answersFrom(forms::informationChangeForm(), change.form);
  if (!sent) {
    return Refusal{Reason::malformed};
  }
  const std::string& email = valueAt(*sent, forms::topField("email"));
  RegisteredInformation registered = readRegistered(*account);
  const auto facts = forms::registrationFacts(registered.entrance, forms::dayInJapan(time));
  // With its name, which is not kept: else whoever reads the table could try telephone numbers.
  ChangeRecord record{.requestDigest = sha256Hex(
                          change.attempt + '\n' +
                          forms::canonicalJson(forms::informationChangeForm(), *sent, facts))};
  if (const auto before = changeOf(transaction, change.accountId, change.attempt)) {
    if (before->requestDigest != record.requestDigest) {
      return Refusal{Reason::idempotencyConflict};
    }
    return answerOf(*before, email);
  }
  if (auto refusal = refusalOf(*sent, registered, facts)) {
    return std::move(*refusal);
  }
  for (auto& [field, value] : forms::changesOf(*sent, registered.answers)) {
    if (field != "email") {
      setValue(registered.answers, forms::topField(field), value);
      record.changed.push_back(field);
    } else if (emailChangesWithin(transaction, change.accountId, kADay, time) >= kMostNewEmails) {
      return Refusal{.reason = Reason::formInvalid, .fields = {{"email", "emailsOfToday"}}};
    } else {
      record.confirmUntil = askToConfirm(transaction, change.accountId, *account, email);
    }
  }
  setInformation(transaction, change.accountId, storedForm(registered, time), account->email);
  keepChange(transaction, change.accountId, change.attempt, record, change.subscriber, time);
  return answerOf(record, email);
}

}  // namespace madoguchi::backend
