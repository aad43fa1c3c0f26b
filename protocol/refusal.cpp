#include "protocol/refusal.h"

#include <algorithm>
#include <cctype>

#include "protocol/strict_json.h"

namespace madoguchi::protocol {
namespace {

// A form of the largest size with every field marked stays far below.
constexpr JsonLimits kProblemLimits = {.bytes = 131'072, .depth = 8};

const ReasonRow& rowOf(Reason reason) { return kReasons.at(static_cast<std::size_t>(reason)); }

std::optional<Reason> reasonFrom(std::string_view text) {
  const auto* row = std::ranges::find(kReasons, text, &ReasonRow::name);
  return row != kReasons.end() ? std::optional(row->reason) : std::nullopt;
}

/// WZBAM, three digits, E.
bool isMessageCode(std::string_view text) {
  return text.size() == 9 && text.starts_with("WZBAM") && text.ends_with('E') &&
         std::ranges::all_of(text.substr(5, 3), [](char c) { return c >= '0' && c <= '9'; });
}

/// That, or a form's own: "sameFile".
bool isFieldCode(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  return isMessageCode(text) ||
         (!text.empty() && text.size() <= kLongest && text.front() >= 'a' && text.front() <= 'z' &&
          std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0; }));
}

/// False where the list is not as the API has it.
bool readFields(const nlohmann::json& problem, std::vector<FieldError>& fields) {
  const auto list = problem.find("errors");
  if (list == problem.end()) {
    return true;
  }
  if (!list->is_array()) {
    return false;
  }
  for (const auto& entry : *list) {
    FieldError one{stringMember(entry, "field"), stringMember(entry, "code")};
    if (one.field.empty() || !isFieldCode(one.code)) {
      return false;
    }
    fields.push_back(std::move(one));
  }
  return true;
}

}  // namespace

int httpStatus(Reason reason) { return rowOf(reason).status; }

std::string_view name(Reason reason) { return rowOf(reason).name; }

std::string toJson(const Refusal& refusal, std::string_view requestId) {
  const ReasonRow& row = rowOf(refusal.reason);
  nlohmann::json json = {{"status", row.status},
                         {"code", refusal.code.empty() ? std::string(row.code) : refusal.code},
                         {"reason", row.name},
                         {"requestId", requestId}};
  if (!refusal.fields.empty()) {
    nlohmann::json errors = nlohmann::json::array();
    for (const FieldError& error : refusal.fields) {
      errors.push_back({{"field", error.field}, {"code", error.code}});
    }
    json["errors"] = std::move(errors);
  }
  return json.dump();
}

std::optional<ReceivedRefusal> refusalFromJson(std::string_view json) {
  const auto problem = readStrictJson(json, kProblemLimits);
  const std::string reason = problem ? stringMember(*problem, "reason") : std::string();
  ReceivedRefusal refusal{.reason = reasonFrom(reason), .code = {}, .fields = {}};
  if (reason.empty() || !readFields(*problem, refusal.fields)) {
    return std::nullopt;
  }
  if (std::string code = stringMember(*problem, "code"); isMessageCode(code)) {
    refusal.code = std::move(code);
  }
  return refusal;
}

}  // namespace madoguchi::protocol
