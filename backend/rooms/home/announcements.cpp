#include "backend/rooms/home/announcements.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "protocol/strict_json.h"

namespace madoguchi::backend {

nlohmann::json announcements(const std::filesystem::path& file, std::string_view language) {
  nlohmann::json list = nlohmann::json::array();
  if (!file.empty()) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    const auto entries = protocol::readStrictJson(text.str(), {.bytes = 1'048'576, .depth = 3});
    if (!stream || !entries || !entries->is_array()) {
      throw std::runtime_error("the file of announcements cannot be read");
    }
    try {
      for (const auto& entry : *entries) {
        list.push_back(
            {{"date", entry.at("date").get_ref<const std::string&>()},
             {"text", entry.at("text").at(std::string(language)).get_ref<const std::string&>()}});
      }
    } catch (const nlohmann::json::exception&) {
      throw std::runtime_error("an announcement lacks its date or a language");
    }
  }
  return {{"announcements", std::move(list)}};
}

}  // namespace madoguchi::backend
