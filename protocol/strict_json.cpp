#include "protocol/strict_json.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi::protocol {

std::optional<nlohmann::json> readStrictJson(std::string_view text, JsonLimits limits) {
  // The library takes a NUL byte for the end of the text, and what follows it for nothing.
  if (text.size() > limits.bytes || text.find('\0') != std::string_view::npos) {
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

std::string stringMember(const nlohmann::json& object, std::string_view name) {
  const auto member = object.find(name);  // end() also where it is no object
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

std::string canonicalText(const nlohmann::json& value) {
  // nlohmann::json keeps members sorted by name.
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace madoguchi::protocol
