#include "app/core/components.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "embedded/components.h"

namespace madoguchi::app {
namespace {

/// As components.json names this program.
constexpr auto kProgram = "madoguchi";

QString textAt(const nlohmann::json& object, const std::string& name) {
  return QString::fromStdString(object.at(name).get<std::string>());
}

Components readComponents() {
  const nlohmann::json all = nlohmann::json::parse(embedded::components());
  const auto licenceOf = [&all](const nlohmann::json& one) {
    return textAt(all.at("licences"), one.at("licence").get<std::string>());
  };
  Components result{.source = textAt(all, "source"), .licence = licenceOf(all), .others = {}};
  for (const nlohmann::json& one : all.at("components")) {
    const nlohmann::json& programs = one.at("programs");
    if (std::ranges::find(programs, kProgram) == programs.end()) continue;
    result.others.push_back({.name = textAt(one, "name"),
                             .licence = licenceOf(one),
                             .copyright = textAt(one, "copyright"),
                             .source = textAt(one, "source")});
  }
  return result;
}

}  // namespace

const Components& components() {
  static const Components read = readComponents();
  return read;
}

}  // namespace madoguchi::app
