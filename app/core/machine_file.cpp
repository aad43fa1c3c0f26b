#include "app/core/machine_file.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <string_view>

#include "protocol/languages.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr std::array<std::string_view, 5> kEntries = {"server", "caFile", "reader", "termsFolder",
                                                      "textSize"};
constexpr std::array<std::string_view, 2> kTexts = {OperatorTexts::kHelpDesk, OperatorTexts::kName};
constexpr protocol::JsonLimits kLimits = {.bytes = 65'536, .depth = 8};

MachineSettings unusable(const QString& why) { return {.entries = {}, .texts = {}, .fault = why}; }

bool isText(const nlohmann::json& value) {
  return value.is_string() && !value.get_ref<const std::string&>().empty();
}

/// One text for all languages, or one for each; nothing where it is neither.
OperatorTexts::Words wordsOf(const nlohmann::json& value) {
  if (isText(value)) return {{QString(), QString::fromStdString(value.get<std::string>())}};
  OperatorTexts::Words words;
  for (const protocol::Language& language : protocol::languages()) {
    const std::string own = protocol::stringMember(value, language.tag);
    if (own.empty()) return {};
    words.emplace(QString::fromStdString(language.tag), QString::fromStdString(own));
  }
  return value.size() == words.size() ? words : OperatorTexts::Words();
}

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
    if (std::ranges::find(kTexts, name) != kTexts.end()) {
      settings.texts[entry] = wordsOf(value);
      if (!settings.texts[entry].empty()) continue;
      return unusable(path + QStringLiteral(": the entry \"%1\" is no text, nor one for each of %2")
                                 .arg(entry, QString::fromStdString(protocol::listOfTags())));
    }
    if (std::ranges::find(kEntries, name) == kEntries.end()) {
      return unusable(path + QStringLiteral(" has an unknown entry \"%1\"").arg(entry));
    }
    if (!isText(value)) {
      return unusable(path + QStringLiteral(": the entry \"%1\" is not text").arg(entry));
    }
    settings.entries.emplace(entry, QString::fromStdString(value.get<std::string>()));
  }
  return settings;
}

}  // namespace madoguchi::app
