#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Strict reading of the project's own files. A fault in one is a fault of the program, so it
// throws, with the place where it stands. Private to forms.

namespace madoguchi::forms {

/// A value of a JSON text that knows where it stands: "pages[0].sections[1].id". The text must
/// outlive it.
class JsonPlace {
 public:
  JsonPlace(const nlohmann::json& value, std::string path)
      : m_value(&value), m_path(std::move(path)) {}

  /// Throws std::runtime_error: "<path>: <what>".
  [[noreturn]] void refuse(std::string_view what) const;
  [[nodiscard]] bool isObject() const { return m_value->is_object(); }
  [[nodiscard]] bool isList() const { return m_value->is_array(); }
  [[nodiscard]] bool isTruth() const { return m_value->is_boolean(); }

  /// Refuses what is no object and members of other names.
  void allow(std::initializer_list<std::string_view> names) const;
  void allow(const std::vector<std::string_view>& names) const;
  [[nodiscard]] JsonPlace at(std::string_view name) const;
  [[nodiscard]] std::optional<JsonPlace> find(std::string_view name) const;
  [[nodiscard]] std::vector<std::pair<std::string, JsonPlace>> members() const;
  [[nodiscard]] std::vector<JsonPlace> list() const;

  [[nodiscard]] std::string text() const;  ///< not empty
  /// The list, whose texts are all different.
  [[nodiscard]] std::vector<JsonPlace> distinct() const;
  [[nodiscard]] std::vector<std::string> texts() const;  ///< of distinct()
  [[nodiscard]] bool truth() const;
  [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most) const;
  /// A letter and up to 39 letters and digits.
  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::string date() const;  ///< real, YYYY-MM-DD

  // Of a member, where it is there.
  [[nodiscard]] std::string textOr(std::string_view name, std::string_view otherwise) const;
  [[nodiscard]] bool truthOr(std::string_view name, bool otherwise) const;

 private:
  [[nodiscard]] const nlohmann::json* member(std::string_view name) const;

  const nlohmann::json* m_value;
  std::string m_path;
};

/// The text as strict JSON; refused as `what` otherwise.
nlohmann::json readOwnJson(std::string_view text, std::size_t bytes, int depth,
                           std::string_view what);

}  // namespace madoguchi::forms
