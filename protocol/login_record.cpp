#include "protocol/login_record.h"

#include <algorithm>
#include <array>
#include <utility>

#include "protocol/strict_json.h"

namespace madoguchi::protocol {
namespace {

// A record has less than 200 bytes.
constexpr JsonLimits kLoginRecordLimits = {.bytes = 16'384, .depth = 4};

template <typename Value, std::size_t Count>
using Names = std::array<std::pair<Value, std::string_view>, Count>;
constexpr Names<LoginResult, 3> kResults = {{{LoginResult::loggedIn, "loggedIn"},
                                             {LoginResult::refused, "refused"},
                                             {LoginResult::locked, "locked"}}};
constexpr Names<LoginWay, 2> kWays = {{{LoginWay::password, "password"}, {LoginWay::card, "card"}}};

template <typename Value, std::size_t Count>
std::string_view nameIn(const Names<Value, Count>& names, Value value) {
  return names.at(static_cast<std::size_t>(value)).second;
}

template <typename Value, std::size_t Count>
std::optional<Value> valueIn(const Names<Value, Count>& names, std::string_view name) {
  const auto* found = std::ranges::find(names, name, [](const auto& pair) { return pair.second; });
  return found != names.end() ? std::optional(found->first) : std::nullopt;
}

std::optional<LoginRecord> recordIn(const nlohmann::json& json) {
  const auto result = valueIn(kResults, stringMember(json, "result"));
  const auto here = json.find("here");
  LoginRecord record{.at = stringMember(json, "at"),
                     .result = result.value_or(LoginResult::refused),
                     .way = valueIn(kWays, stringMember(json, "way")),
                     .network = stringMember(json, "network")};
  if (!result || record.at.empty() || here == json.end() || !here->is_boolean()) {
    return std::nullopt;
  }
  record.here = here->get<bool>();
  return record;
}

}  // namespace

std::string toJson(const std::vector<LoginRecord>& logins) {
  auto list = nlohmann::json::array();
  for (const LoginRecord& login : logins) {
    list.push_back({{"at", login.at},
                    {"result", nameIn(kResults, login.result)},
                    {"network", login.network},
                    {"here", login.here}});
    if (login.way) {
      list.back()["way"] = nameIn(kWays, *login.way);
    }
  }
  return canonicalText({{"logins", list}});
}

std::optional<std::vector<LoginRecord>> loginRecordsFromJson(std::string_view json) {
  const auto object = readStrictJson(json, kLoginRecordLimits);
  const auto list = object ? object->find("logins") : nlohmann::json::const_iterator();
  if (!object || list == object->end() || !list->is_array()) {
    return std::nullopt;
  }
  std::vector<LoginRecord> logins;
  for (const auto& one : *list) {
    const auto record = recordIn(one);
    if (!record) {
      return std::nullopt;
    }
    logins.push_back(*record);
  }
  return logins;
}

}  // namespace madoguchi::protocol
