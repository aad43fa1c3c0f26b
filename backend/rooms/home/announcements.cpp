#include "backend/rooms/home/announcements.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "backend/core/structured_log.h"
#include "protocol/announcement.h"
#include "protocol/languages.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {
namespace {

/// Throws std::runtime_error.
nlohmann::json entriesOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  auto entries = protocol::readStrictJson(text.str(), {.bytes = 1'048'576, .depth = 3});
  if (!stream || !entries || !entries->is_array()) {
    throw std::runtime_error("the file of announcements is no JSON array, or cannot be read");
  }
  return std::move(*entries);
}

std::string textOf(const nlohmann::json& entry, const std::string& language) {
  const auto texts = entry.is_object() ? entry.find("text") : entry.end();
  return texts != entry.end() ? protocol::stringMember(*texts, language) : std::string();
}

bool canBeShown(const nlohmann::json& entry) {
  const std::string date = protocol::stringMember(entry, "date");
  return std::ranges::all_of(protocol::languages(), [&](const protocol::Language& language) {
    return protocol::isAnnouncement(date, textOf(entry, language.tag));
  });
}

}  // namespace

Announcements::Announcements(std::filesystem::path file, StructuredLog& log)
    : m_file(std::move(file)), m_log(log) {
  for (const protocol::Language& language : protocol::languages()) {
    m_lists[language.tag] = nlohmann::json::array();
  }
  if (!m_file.empty()) {
    read(stateOf(m_file).value_or(FileState()));
  }
}

void Announcements::read(const FileState& state) {
  FileRead read{state, std::filesystem::file_time_type::clock::now()};
  const nlohmann::json entries = entriesOf(m_file);
  std::size_t unshowable = 0;
  std::size_t shown = 0;
  for (auto& [language, list] : m_lists) {
    list.clear();
  }
  for (const auto& entry : entries) {
    if (!canBeShown(entry)) {
      ++unshowable;
    } else if (shown < protocol::kMostAnnouncements) {
      ++shown;
      for (auto& [language, list] : m_lists) {
        list.push_back({{"date", entry["date"]}, {"text", textOf(entry, language)}});
      }
    }
  }
  const std::size_t tooMany = entries.size() - unshowable - shown;
  if (unshowable + tooMany > 0 && state != m_read.state) {
    m_log.error("announcementsLeftOut", {{"unshowable", unshowable}, {"tooMany", tooMany}});
  }
  m_read = std::move(read);
  m_unreadable = false;
}

void Announcements::readWhereChanged() {
  const auto state = stateOf(m_file);
  if (state && m_read.isStill(*state)) {
    return;
  }
  try {
    read(state.value_or(FileState()));
  } catch (const std::runtime_error&) {
    if (!std::exchange(m_unreadable, true)) {
      m_log.error("unreadableAnnouncements", {{"file", m_file.filename().string()}});
    }
  }
}

nlohmann::json Announcements::in(std::string_view language) {
  const std::lock_guard lock(m_mutex);
  if (!m_file.empty()) {
    readWhereChanged();
  }
  return {{"announcements", m_lists.find(language)->second}};
}

}  // namespace madoguchi::backend
