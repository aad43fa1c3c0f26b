#include "forms/engine/migration_reader.h"

namespace madoguchi::forms {
namespace {

bool hasField(const Definition& form, std::string_view name) {
  const auto dot = name.find('.');
  const Field* field = dot == std::string_view::npos
                           ? findField(form, name)
                           : findField(form, name.substr(0, dot), name.substr(dot + 1));
  return field != nullptr;
}

std::string_view groupIn(std::string_view name) {
  const auto dot = name.find('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

/// Only what the last step leads to can be held against the form as it is now.
class Reader {
 public:
  Reader(const Definition& form, int from) : m_form(form), m_isLast(from == form.version - 1) {}

  void readRename(const JsonPlace& place, Migration& migration) const {
    for (const auto& [from, to] : place.members()) {
      const std::string name = to.text();
      if (groupIn(name) != groupIn(from)) {
        to.refuse("is in another group");
      }
      needs(to, name, true);
      migration.rename.emplace(from, name);
    }
  }

  void readSplit(const JsonPlace& place, Migration& migration) const {
    for (const auto& [name, how] : place.members()) {
      how.allow({"at", "into"});
      const auto parts = how.at("into").list();
      if (parts.size() != 2) {
        how.at("into").refuse("has not two parts");
      }
      const std::string group(groupIn(name));
      for (const JsonPlace& part : parts) {
        needs(part, group.empty() ? part.name() : group + '.' + part.name(), false);
      }
      migration.split.emplace(
          name, Migration::Split{how.at("at").text(), parts[0].text(), parts[1].text()});
    }
  }

  void readDefaults(const JsonPlace& place, Migration& migration) const {
    for (const auto& [name, value] : place.members()) {
      needs(value, name, false);
      migration.defaults.emplace(name, value.text());
    }
  }

 private:
  void needs(const JsonPlace& place, const std::string& name, bool orGroup) const {
    const bool there = hasField(m_form, name) || (orGroup && findGroup(m_form, name) != nullptr);
    if (m_isLast && !there) {
      place.refuse("leads to " + name + ", which the form does not have");
    }
  }

  const Definition& m_form;
  bool m_isLast;
};

Migration readMigration(const JsonPlace& place, const Definition& form, int from) {
  place.allow({"from", "rename", "drop", "split", "default"});
  Migration migration;
  migration.from = from;
  const Reader reader(form, from);
  if (const auto rename = place.find("rename")) {
    reader.readRename(*rename, migration);
  }
  if (const auto split = place.find("split")) {
    reader.readSplit(*split, migration);
  }
  if (const auto drop = place.find("drop")) {
    migration.drop = drop->texts();
  }
  if (const auto defaults = place.find("default")) {
    reader.readDefaults(*defaults, migration);
  }
  return migration;
}

}  // namespace

std::vector<Migration> readMigrations(const JsonPlace& file, const Definition& form) {
  std::vector<Migration> migrations;
  const auto list = file.find("migrations");
  if (!list) {
    return migrations;
  }
  int least = 1;
  for (const JsonPlace& place : list->list()) {
    const int from = static_cast<int>(place.at("from").integer(least, form.version - 1));
    migrations.push_back(readMigration(place, form, from));
    least = from + 1;
  }
  return migrations;
}

}  // namespace madoguchi::forms
