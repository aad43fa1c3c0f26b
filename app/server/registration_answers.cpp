#include "app/server/registration_answers.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/server/health.h"
#include "forms/registration/registration_form.h"
#include "protocol/base64.h"
#include "protocol/refusal.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

using Json = nlohmann::json;
using protocol::stringMember;

struct Row {
  protocol::Reason reason;
  FailureCode failure;
};

// Requests that the backend does not understand mean that program and backend do not fit each
// other.
constexpr std::array kFailures = {
    Row{protocol::Reason::malformed, FailureCode::serverAnswer},
    Row{protocol::Reason::headTooLarge, FailureCode::serverAnswer},
    Row{protocol::Reason::bodyTooLarge, FailureCode::requestTooLarge},
    Row{protocol::Reason::unsupportedMediaType, FailureCode::serverAnswer},
    Row{protocol::Reason::notFound, FailureCode::serverAnswer},
    Row{protocol::Reason::methodNotAllowed, FailureCode::serverAnswer},
    Row{protocol::Reason::sessionMissing, FailureCode::serverAnswer},
    Row{protocol::Reason::idempotencyKeyMissing, FailureCode::serverAnswer},
    Row{protocol::Reason::idempotencyConflict, FailureCode::serverAnswer},
    Row{protocol::Reason::formInvalid, FailureCode::formRefused},
    Row{protocol::Reason::formMismatch, FailureCode::certificateMismatch},
    Row{protocol::Reason::signatureInvalid, FailureCode::signatureRefused},
    Row{protocol::Reason::nonceInvalid, FailureCode::nonceExpired},
    Row{protocol::Reason::originMismatch, FailureCode::signatureRefused},
    Row{protocol::Reason::certificateUntrusted, FailureCode::certificateRefused},
    Row{protocol::Reason::certificateExpired, FailureCode::certificateExpiredAtServer},
    Row{protocol::Reason::certificateRevoked, FailureCode::certificateRevoked},
    Row{protocol::Reason::revocationUnknown, FailureCode::serverBusy},
    Row{protocol::Reason::termsOutdated, FailureCode::termsOutdated},
    Row{protocol::Reason::alreadyRegistered, FailureCode::alreadyRegistered},
    Row{protocol::Reason::rateLimited, FailureCode::serverBusy},
    Row{protocol::Reason::internal, FailureCode::serverError},
    Row{protocol::Reason::unavailable, FailureCode::serverBusy},
};
static_assert(protocol::isEnumTable(kFailures, &Row::reason, protocol::kLastReason));

std::optional<Json> parseObject(const HttpAnswer& answer) {
  // The transfer has a limit of its own. A later service may tell more than this program knows.
  constexpr protocol::JsonLimits kLimits = {.bytes = 131'072, .depth = 8};
  auto json = protocol::readStrictJson(answer.body, kLimits);
  return json && json->is_object() ? std::move(json) : std::nullopt;
}

/// What a status alone says, for answers of gateways in between that carry no problem.
FailureCode fromStatus(long status) {
  switch (status) {
    case 413:
      return FailureCode::requestTooLarge;
    case 429:
    case 502:
    case 503:
    case 504:
      return FailureCode::serverBusy;
    default:
      return status >= 500 && status < 600 ? FailureCode::serverError : FailureCode::serverAnswer;
  }
}

FailureCode failureOf(const std::optional<protocol::ReceivedRefusal>& refusal, long status) {
  return refusal && refusal->reason
             ? kFailures.at(static_cast<std::size_t>(*refusal->reason)).failure
             : fromStatus(status);
}

FailureCode problemOf(const HttpAnswer& answer) {
  return failureOf(protocol::refusalFromJson(answer.body), answer.status);
}

/// 6 to 20 half-width letters, digits and signs.
bool isAuthenticationId(const std::string& text) {
  return text.size() >= 6 && text.size() <= 20 &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

RegistrationAnswer readRefusal(const HttpAnswer& answer) {
  auto refusal = protocol::refusalFromJson(answer.body);
  RegistrationAnswer read;
  read.failure = failureOf(refusal, answer.status);
  if (read.failure != FailureCode::formRefused &&
      read.failure != FailureCode::certificateMismatch) {
    return read;
  }
  const bool known = std::ranges::all_of(refusal->fields, [](const auto& error) {
    return forms::findField(forms::registrationForm(), error.field) != nullptr;
  });
  if (refusal->code.empty() || refusal->fields.empty() || !known) {
    read.failure = FailureCode::serverAnswer;
    return read;
  }
  read.summaryCode = QString::fromStdString(refusal->code);
  read.errors = std::move(refusal->fields);
  return read;
}

}  // namespace

FailureCode readHealth(const HttpAnswer& answer) {
  if (answer.failure != FailureCode::none) {
    return answer.failure;
  }
  if (answer.status != 200) {
    return problemOf(answer);
  }
  const auto json = parseObject(answer);
  return json && stringMember(*json, "status") == "ok" ? FailureCode::none
                                                       : FailureCode::serverAnswer;
}

NonceAnswer readNonce(const HttpAnswer& answer) {
  if (answer.failure != FailureCode::none) {
    return {answer.failure, {}};
  }
  if (answer.status != 201) {
    return {problemOf(answer), {}};
  }
  const auto json = parseObject(answer);
  std::string nonce = json ? stringMember(*json, "nonce") : std::string();
  const auto bytes = protocol::fromBase64url(nonce);
  if (!bytes || bytes->size() != 32) {
    return {FailureCode::serverAnswer, {}};
  }
  return {FailureCode::none, std::move(nonce)};
}

RegistrationAnswer readRegistration(const HttpAnswer& answer) {
  RegistrationAnswer read;
  read.failure = answer.failure;
  if (answer.failure != FailureCode::none) {
    return read;
  }
  if (answer.status != 201) {
    return readRefusal(answer);
  }
  const auto json = parseObject(answer);
  const std::string id = json ? stringMember(*json, "authenticationId") : std::string();
  if (isAuthenticationId(id)) {
    read.authenticationId = QString::fromStdString(id);
  } else {
    read.failure = FailureCode::serverAnswer;
  }
  return read;
}

std::vector<Announcement> readAnnouncements(const HttpAnswer& answer) {
  if (answer.failure != FailureCode::none || answer.status != 200) {
    return {};
  }
  const auto json = parseObject(answer);
  const Json list = json ? json->value("announcements", Json()) : Json();
  if (!list.is_array()) {
    return {};
  }
  std::vector<Announcement> read;
  for (const Json& entry : list) {
    const Announcement one{
        QDate::fromString(QString::fromStdString(stringMember(entry, "date")), Qt::ISODate),
        QString::fromStdString(stringMember(entry, "text")).trimmed()};
    if (one.date.isValid() && !one.text.isEmpty()) {
      read.push_back(one);
    }
  }
  return read;
}

}  // namespace madoguchi::app
