#include "app/core/machine_file.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <string_view>

#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr std::array<std::string_view, 6> kEntries = {"server",      "caFile",   "reader",
                                                      "termsFolder", "helpDesk", "textSize"};
constexpr protocol::JsonLimits kLimits = {.bytes = 65'536, .depth = 8};

MachineSettings unusable(const QString& why) { return {.entries = {}, .fault = why}; }

}  // namespace

MachineSettings readMachineFile(const QString& path) {
  QFile file(path);
  if (!file.exists()) {
    return {};
  }
  const std::string text = file.open(QIODevice::ReadOnly)
                               ? file.read(qint64{kLimits.bytes} + 1).toStdString()
                               : std::string();
  const auto json = protocol::readStrictJson(text, kLimits);
  if (!json || !json->is_object()) {
    return unusable(path + QStringLiteral(" is not a JSON object"));
  }
  MachineSettings settings;
  for (const auto& [name, value] : json->items()) {
    const QString entry = QString::fromStdString(name);
    if (std::ranges::find(kEntries, name) == kEntries.end()) {
      return unusable(path + QStringLiteral(" has an unknown entry \"%1\"").arg(entry));
    }
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
      return unusable(path + QStringLiteral(": the entry \"%1\" is not text").arg(entry));
    }
    settings.entries.emplace(entry, QString::fromStdString(value.get<std::string>()));
  }
  return settings;
}

}  // namespace madoguchi::app
