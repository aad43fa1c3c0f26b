#include "forms/municipalities.h"

namespace madoguchi::forms {

std::string Municipality::name() const { return std::string(county).append(city).append(ward); }
std::string Municipality::fullName() const { return std::string(prefecture) + name(); }

std::span<const Municipality> municipalities() { return {}; }
const Municipality* findMunicipality(std::string_view) { return nullptr; }
std::vector<std::string_view> prefectures() { return {}; }

}  // namespace madoguchi::forms
