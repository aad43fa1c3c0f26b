#include "app/rooms/account/account_api.h"

#include <QDateTime>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/server/answers.h"
#include "app/server/server.h"
#include "forms/engine/answers_json.h"
#include "forms/registration/information_change.h"
#include "protocol/information_change.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr long kOk = 200;

/// Of what the service writes: RFC 3339.
std::optional<std::chrono::sys_seconds> timeOf(const std::string& text) {
  const auto time = QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
  return time.isValid() ? std::optional(std::chrono::sys_seconds(
                              std::chrono::seconds(time.toSecsSinceEpoch())))
                        : std::nullopt;
}

AwaitedEmail awaited(const protocol::NewEmail& email) {
  return {.address = QString::fromStdString(email.email), .until = timeOf(email.confirmUntil)};
}

ChangeAnswer readRefusedChange(const HttpAnswer& answer) {
  auto refusal = protocol::refusalFromJson(answer.body);
  ChangeAnswer read{.failure = failureOf(refusal, answer.status)};
  if (read.failure != FailureCode::formRefused) {
    return read;
  }
  const bool known = std::ranges::all_of(refusal->fields, [](const auto& error) {
    return forms::findField(forms::informationChangeForm(), error.field) != nullptr;
  });
  if (refusal->fields.empty() || !known) {
    return {.failure = FailureCode::serverAnswer};
  }
  read.summaryCode = QString::fromStdString(refusal->code);
  read.errors = std::move(refusal->fields);
  return read;
}

}  // namespace

AccountAnswer readAccount(const HttpAnswer& answer) {
  if (const FailureCode failure = failureUnless(kOk, answer); failure != FailureCode::none) {
    return {.failure = failure};
  }
  const auto json = jsonObjectOf(answer);
  const auto form = json ? json->value("form", nlohmann::json()) : nlohmann::json();
  auto answers = forms::answersFrom(forms::registrationForm(), form.dump());
  AccountAnswer read;
  if (!answers || !forms::fromString(protocol::stringMember(*json, "entrance"), read.entrance)) {
    return {.failure = FailureCode::serverAnswer};
  }
  read.answers = std::move(*answers);
  read.mailsComeBack = json->value("mailsComeBack", nlohmann::json()) == true;
  const auto email = json->find("newEmail");
  if (const auto waits =
          email != json->end() ? protocol::newEmailFromJson(email->dump()) : std::nullopt) {
    read.newEmail = awaited(*waits);
  }
  return read;
}

Pending askAccount(Server& server, std::function<void(AccountAnswer)> answer) {
  return server.send(
      {.path = "/v1/account", .inSession = true},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readAccount(what)); });
}

LoginsAnswer readLogins(const HttpAnswer& answer) {
  if (const FailureCode failure = failureUnless(kOk, answer); failure != FailureCode::none) {
    return {.failure = failure};
  }
  const auto records = protocol::loginRecordsFromJson(answer.body);
  if (!records) {
    return {.failure = FailureCode::serverAnswer};
  }
  LoginsAnswer read;
  for (const protocol::LoginRecord& record : *records) {
    const auto at = timeOf(record.at);
    if (!at) {
      return {.failure = FailureCode::serverAnswer};
    }
    read.logins.push_back({.at = *at,
                           .result = record.result,
                           .way = record.way,
                           .network = QString::fromStdString(record.network),
                           .here = record.here});
  }
  return read;
}

Pending askLogins(Server& server, std::function<void(LoginsAnswer)> answer) {
  return server.send(
      {.path = "/v1/account/logins", .inSession = true},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readLogins(what)); });
}

ChangeAnswer readChange(const HttpAnswer& answer) {
  if (answer.failure != FailureCode::none) {
    return {.failure = answer.failure};
  }
  if (answer.status != kOk) {
    return readRefusedChange(answer);
  }
  auto changed = protocol::informationChangedFromJson(answer.body);
  if (!changed) {
    return {.failure = FailureCode::serverAnswer};
  }
  ChangeAnswer read;
  read.changed = std::move(changed->changed);
  if (changed->newEmail) {
    read.newEmail = awaited(*changed->newEmail);
  }
  return read;
}

Pending sendChange(Server& server, const std::string& key, std::string form,
                   std::function<void(ChangeAnswer)> answer) {
  return server.send(
      {.method = HttpMethod::post,
       .path = "/v1/account/changes",
       .json = std::move(form),
       .idempotencyKey = key,
       .inSession = true},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readChange(what)); });
}

}  // namespace madoguchi::app
