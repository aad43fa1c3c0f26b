#include "forms/engine/json_place.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "forms/rules/partial_date.h"
#include "protocol/ascii.h"
#include "protocol/strict_json.h"

namespace madoguchi::forms {
namespace {

bool isName(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  return !text.empty() && text.size() <= kLongest && protocol::isLetter(text.front()) &&
         std::ranges::all_of(text, protocol::isLetterOrDigit);
}

}  // namespace

void JsonPlace::refuse(std::string_view what) const {
  throw std::runtime_error((m_path.empty() ? std::string("the file") : m_path) + ": " +
                           std::string(what));
}

const nlohmann::json* JsonPlace::member(std::string_view name) const {
  if (!m_value->is_object()) {
    refuse("is no object");
  }
  const auto found = m_value->find(std::string(name));
  return found == m_value->end() ? nullptr : &*found;
}

void JsonPlace::allow(const std::vector<std::string_view>& names) const {
  if (!m_value->is_object()) {
    refuse("is no object");
  }
  for (const auto& [name, value] : m_value->items()) {
    if (std::ranges::find(names, name) == names.end()) {
      refuse("unknown member " + name);
    }
  }
}

void JsonPlace::allow(std::initializer_list<std::string_view> names) const {
  allow(std::vector<std::string_view>(names));
}

JsonPlace JsonPlace::at(std::string_view name) const {
  const auto found = find(name);
  if (!found) {
    refuse("lacks " + std::string(name));
  }
  return *found;
}

std::optional<JsonPlace> JsonPlace::find(std::string_view name) const {
  const nlohmann::json* found = member(name);
  if (found == nullptr) {
    return std::nullopt;
  }
  return JsonPlace(*found, (m_path.empty() ? "" : m_path + '.') + std::string(name));
}

std::vector<std::pair<std::string, JsonPlace>> JsonPlace::members() const {
  if (!m_value->is_object()) {
    refuse("is no object");
  }
  std::vector<std::pair<std::string, JsonPlace>> all;
  for (const auto& [name, value] : m_value->items()) {
    all.emplace_back(name, at(name));
  }
  return all;
}

std::vector<JsonPlace> JsonPlace::list() const {
  if (!m_value->is_array()) {
    refuse("is no list");
  }
  std::vector<JsonPlace> all;
  for (std::size_t index = 0; index < m_value->size(); ++index) {
    all.emplace_back((*m_value)[index], m_path + '[' + std::to_string(index) + ']');
  }
  return all;
}

std::string JsonPlace::text() const {
  if (!m_value->is_string() || m_value->get_ref<const std::string&>().empty()) {
    refuse("is no text");
  }
  return m_value->get<std::string>();
}

std::vector<JsonPlace> JsonPlace::distinct() const {
  std::vector<JsonPlace> all = list();
  std::set<std::string> seen;
  for (const JsonPlace& place : all) {
    if (!seen.insert(place.text()).second) {
      place.refuse(place.text() + " occurs twice");
    }
  }
  return all;
}

std::vector<std::string> JsonPlace::texts() const {
  std::vector<std::string> all;
  std::ranges::transform(distinct(), std::back_inserter(all), &JsonPlace::text);
  return all;
}

bool JsonPlace::truth() const {
  if (!m_value->is_boolean()) {
    refuse("is neither true nor false");
  }
  return m_value->get<bool>();
}

std::int64_t JsonPlace::integer(std::int64_t least, std::int64_t most) const {
  // The library would also take 1e66 for a length, and convert it to whatever comes out.
  const bool is =
      m_value->is_number_integer() && (!m_value->is_number_unsigned() ||
                                       std::in_range<std::int64_t>(m_value->get<std::uint64_t>()));
  if (!is || m_value->get<std::int64_t>() < least || m_value->get<std::int64_t>() > most) {
    refuse("is no whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return m_value->get<std::int64_t>();
}

std::string JsonPlace::name() const {
  std::string found = text();
  if (!isName(found)) {
    refuse(found + " is no name");
  }
  return found;
}

std::string JsonPlace::date() const {
  std::string found = text();
  if (!parseDate(found)) {
    refuse(found + " is no date");
  }
  return found;
}

std::string JsonPlace::textOr(std::string_view name, std::string_view otherwise) const {
  const auto found = find(name);
  return found ? found->text() : std::string(otherwise);
}

bool JsonPlace::truthOr(std::string_view name, bool otherwise) const {
  const auto found = find(name);
  return found ? found->truth() : otherwise;
}

nlohmann::json readOwnJson(std::string_view text, std::size_t bytes, int depth,
                           std::string_view what) {
  auto read = protocol::readStrictJson(text, {.bytes = bytes, .depth = depth});
  if (!read) {
    throw std::runtime_error(std::string(what) + ": not JSON, too long or too deep");
  }
  return std::move(*read);
}

}  // namespace madoguchi::forms
