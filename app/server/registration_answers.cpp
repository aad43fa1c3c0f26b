#include "app/server/registration_answers.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "app/server/health.h"
#include "protocol/jws.h"

namespace madoguchi::app {
namespace {

using Json = nlohmann::json;

struct Reason {
  std::string_view text;
  FailureCode code;
};

// Every reason of the API. Requests that the backend does not understand mean that program and
// backend do not fit each other.
constexpr std::array kReasons = {
    Reason{"malformed", FailureCode::serverAnswer},
    Reason{"unsupportedMediaType", FailureCode::serverAnswer},
    Reason{"notFound", FailureCode::serverAnswer},
    Reason{"methodNotAllowed", FailureCode::serverAnswer},
    Reason{"idempotencyKeyMissing", FailureCode::serverAnswer},
    Reason{"idempotencyConflict", FailureCode::serverAnswer},
    Reason{"bodyTooLarge", FailureCode::requestTooLarge},
    Reason{"formInvalid", FailureCode::formRefused},
    Reason{"formMismatch", FailureCode::certificateMismatch},
    Reason{"signatureInvalid", FailureCode::signatureRefused},
    Reason{"originMismatch", FailureCode::signatureRefused},
    Reason{"nonceInvalid", FailureCode::nonceExpired},
    Reason{"certificateUntrusted", FailureCode::certificateRefused},
    Reason{"certificateExpired", FailureCode::certificateExpiredAtServer},
    Reason{"certificateRevoked", FailureCode::certificateRevoked},
    Reason{"revocationUnknown", FailureCode::serverBusy},
    Reason{"termsOutdated", FailureCode::termsOutdated},
    Reason{"alreadyRegistered", FailureCode::alreadyRegistered},
    Reason{"rateLimited", FailureCode::serverBusy},
    Reason{"unavailable", FailureCode::serverBusy},
    Reason{"internal", FailureCode::serverError},
};

std::optional<Json> parseObject(const HttpAnswer& answer) {
  Json json = Json::parse(answer.body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) {
    return std::nullopt;
  }
  return json;
}

std::string stringMember(const Json& object, const char* key) {
  const auto member = object.find(key);  // end() also where it is no object
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
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

FailureCode fromReason(const std::string& text, long status) {
  const auto* reason = std::ranges::find(kReasons, text, &Reason::text);
  return reason != kReasons.end() ? reason->code : fromStatus(status);
}

FailureCode problemOf(const HttpAnswer& answer) {
  const auto json = parseObject(answer);
  return json ? fromReason(stringMember(*json, "reason"), answer.status)
              : fromStatus(answer.status);
}

/// 6 to 20 half-width letters, digits and signs.
bool isAuthenticationId(const std::string& text) {
  return text.size() >= 6 && text.size() <= 20 &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

/// WZBAM, three digits, E.
bool isMessageCode(const std::string& text) {
  return text.size() == 9 && text.starts_with("WZBAM") && text.ends_with('E') &&
         std::ranges::all_of(text.substr(5, 3), [](char c) { return c >= '0' && c <= '9'; });
}

/// False where the list is not as the API has it.
bool readErrors(const Json& problem, RegistrationAnswer& read) {
  const std::string code = stringMember(problem, "code");
  const auto errors = problem.find("errors");
  if (!isMessageCode(code) || errors == problem.end() || !errors->is_array() || errors->empty()) {
    return false;
  }
  const forms::FormDefinition& form = forms::FormDefinition::registration();
  for (const Json& error : *errors) {
    if (!error.is_object()) {
      return false;
    }
    forms::FieldError one{stringMember(error, "field"), stringMember(error, "code")};
    if (form.field(one.field) == nullptr || !isMessageCode(one.code)) {
      return false;
    }
    read.errors.push_back(std::move(one));
  }
  read.summaryCode = QString::fromStdString(code);
  return true;
}

RegistrationAnswer readRefusal(const HttpAnswer& answer) {
  RegistrationAnswer read;
  read.failure = problemOf(answer);
  if (read.failure != FailureCode::formRefused &&
      read.failure != FailureCode::certificateMismatch) {
    return read;
  }
  const auto json = parseObject(answer);
  if (!json || !readErrors(*json, read)) {
    read = {};
    read.failure = FailureCode::serverAnswer;
  }
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
  const auto bytes = forms::fromBase64url(nonce);
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
