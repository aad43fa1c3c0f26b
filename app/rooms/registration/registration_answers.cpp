#include "app/rooms/registration/registration_answers.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/server/answers.h"
#include "forms/registration/registration_form.h"
#include "protocol/refusal.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

using protocol::stringMember;

constexpr long kCreated = 201;

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

RegistrationAnswer readRegistration(const HttpAnswer& answer) {
  RegistrationAnswer read;
  read.failure = answer.failure;
  if (answer.failure != FailureCode::none) {
    return read;
  }
  if (answer.status != kCreated) {
    return readRefusal(answer);
  }
  const auto json = jsonObjectOf(answer);
  const std::string id = json ? stringMember(*json, "authenticationId") : std::string();
  if (isAuthenticationId(id)) {
    read.authenticationId = QString::fromStdString(id);
    read.emailCorrected = json->value("emailCorrected", nlohmann::json()) == true;
  } else {
    read.failure = FailureCode::serverAnswer;
  }
  return read;
}

}  // namespace madoguchi::app
