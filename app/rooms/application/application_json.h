#pragma once

#include <QString>
#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "app/core/failure_code.h"
#include "forms/engine/answers.h"

// What answers about drafts and applications have in common.

namespace madoguchi::app {

struct HttpAnswer;

/// Empty where there is no such text.
QString textIn(const nlohmann::json& object, const char* name);
/// 1970 where there is none, or none that can be read: a line of a list is no less for it.
std::chrono::sys_seconds timeIn(const nlohmann::json& object, const char* name);
/// Whether the service's name for something can stand in a path.
bool isPlainId(const QString& id);
/// The failure of an answer about one draft or application: one that is not there is gone.
FailureCode failureOfOne(long hopedFor, const HttpAnswer& answer);
/// The answers that a draft or an application has: its members "values" and "formVersion". None
/// where they are those of no version of the form that this program knows.
std::optional<forms::Answers> answersIn(const nlohmann::json& object);
/// The member "values" of forms::draftJson.
nlohmann::json valuesOf(const std::string& draftJson);
/// A new key for a request that is to be carried out once.
std::string newKey();

}  // namespace madoguchi::app
