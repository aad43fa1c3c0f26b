#include "protocol/json_reading.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi::forms {

std::optional<nlohmann::json> readStrictJson(std::string_view text, JsonLimits limits) {
  if (text.size() > limits.bytes) {
    return std::nullopt;
  }
  using Event = nlohmann::json::parse_event_t;
  bool strict = true;
  std::vector<std::set<std::string>> names;  // of the objects that are open
  const auto watch = [&](int depth, Event event, nlohmann::json& parsed) {
    switch (event) {
      case Event::object_start:
      case Event::array_start:
        strict = strict && depth < limits.depth;
        names.emplace_back();
        break;
      case Event::object_end:
      case Event::array_end:
        names.pop_back();
        break;
      case Event::key:
        strict = strict && names.back().insert(parsed.get<std::string>()).second;
        break;
      case Event::value:
        break;
    }
    return strict;  // what follows a fault is not kept
  };
  nlohmann::json result = nlohmann::json::parse(text, watch, /*allow_exceptions=*/false);
  if (!strict || result.is_discarded()) {
    return std::nullopt;
  }
  return result;
}

bool takeString(nlohmann::json& object, std::string_view name, std::string& value) {
  const auto member = object.find(std::string(name));
  if (member == object.end() || !member->is_string()) {
    return false;
  }
  value = std::move(member->get_ref<std::string&>());
  object.erase(member);
  return true;
}

}  // namespace madoguchi::forms
