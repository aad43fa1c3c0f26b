#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "forms/application/application_form.h"
#include "tests/support/demonstration_form.h"

// What the Agency's own forms and templates ask, as copied into tests/data/applications.

namespace madoguchi::forms {

inline std::vector<std::string> split(const std::string& line, const std::string& separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0;;) {
    const auto end = line.find(separator, start);
    parts.push_back(line.substr(start, end - start));
    if (end == std::string::npos) {
      return parts;
    }
    start = end + separator.size();
  }
}

inline std::vector<std::string> officialLines(const std::string& name) {
  std::istringstream text(test::testData("applications/" + name));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) {
    lines.push_back(line);
  }
  return lines;
}

/// The cells of a table, a row each, without its heading.
inline std::vector<std::vector<std::string>> officialRows(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : officialLines(name)) {
    if (!line.starts_with('#')) {
      rows.push_back(split(line, "\t"));
    }
  }
  return rows;
}

/// By "name" or "group.name"; null where there is none.
inline const Field* fieldNamed(const std::string& name) {
  const auto dot = name.find('.');
  return dot == std::string::npos
             ? findField(applicationForm(), name)
             : findField(applicationForm(), name.substr(0, dot), name.substr(dot + 1));
}

using Numbers = std::map<std::string, std::string, std::less<>>;

/// Whether the paper form of a procedure has the item.
inline bool isOnPaperOf(const Numbers& numbers, const std::string& procedure) {
  return std::ranges::any_of(numbers, [&](const auto& number) {
    return number.first == procedure || number.first.starts_with(procedure + "/");
  });
}

}  // namespace madoguchi::forms
