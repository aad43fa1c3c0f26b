#include "app/rooms/application/application_json.h"

#include <QDateTime>
#include <QUuid>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/server/answers.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "protocol/ascii.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {

QString textIn(const nlohmann::json& object, const char* name) {
  return QString::fromStdString(protocol::stringMember(object, name));
}

std::chrono::sys_seconds timeIn(const nlohmann::json& object, const char* name) {
  const auto time = QDateTime::fromString(textIn(object, name), Qt::ISODate);
  return std::chrono::sys_seconds(
      std::chrono::seconds(time.isValid() ? time.toSecsSinceEpoch() : 0));
}

bool isPlainId(const QString& id) {
  constexpr qsizetype kLongest = 64;
  return !id.isEmpty() && id.size() <= kLongest &&
         std::ranges::all_of(id.toStdString(), protocol::isBase64Url);
}

FailureCode failureOfOne(long hopedFor, const HttpAnswer& answer) {
  constexpr long kNotFound = 404;
  const FailureCode failure = failureUnless(hopedFor, answer);
  if (answer.failure != FailureCode::none || answer.status != kNotFound) {
    return failure;
  }
  // What stands before a service that is not there answers so, too, and knows no draft.
  const auto refusal = protocol::refusalFromJson(answer.body);
  const bool isOfService = refusal && refusal->reason == protocol::Reason::notFound;
  return isOfService ? FailureCode::draftGone : failure;
}

std::optional<forms::Answers> answersIn(const nlohmann::json& object) {
  const forms::Definition& form = forms::applicationForm();
  const nlohmann::json whole = {{"answers", object.value("values", nlohmann::json())},
                                {"id", form.id},
                                {"version", object.value("formVersion", nlohmann::json())}};
  return forms::draftFrom(form, whole.dump());
}

nlohmann::json valuesOf(const std::string& draftJson) {
  return nlohmann::json::parse(draftJson).at("answers");
}

std::string newKey() { return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(); }

}  // namespace madoguchi::app
