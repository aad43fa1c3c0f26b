#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace madoguchi::backend {

/// The answer of GET /v1/announcements in one language, from a file
/// [{"date":"YYYY-MM-DD","text":{"ja":...,"easy":...,"en":...}}, ...], newest first as it stands
/// there. The file is read each time, so that a new announcement needs no restart. An empty path
/// has none. Throws std::runtime_error where the file cannot be read or lacks a language.
nlohmann::json announcements(const std::filesystem::path& file, std::string_view language);

}  // namespace madoguchi::backend
