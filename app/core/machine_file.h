#pragma once

#include <QString>
#include <map>

#include "app/core/operator_texts.h"

namespace madoguchi::app {

/// The machine's own settings, which its operator writes: {"server": "https://…", "caFile": "…",
/// "reader": "…", "termsFolder": "…", "operator": …, "helpDesk": …, "textSize": "…"}, each
/// optional (packaging/client/client.schema.json).
inline constexpr auto kMachineFile = "/etc/madoguchi/client.json";

struct MachineSettings {
  std::map<QString, QString> entries;  ///< by name; none is empty
  OperatorTexts::All texts;            ///< for people
  /// What keeps the file from being used, in words for its operator; empty where nothing does. An
  /// entry that is passed over could be one on which trust depends.
  QString fault;
};

/// No entries where there is no file.
MachineSettings readMachineFile(const QString& path);

}  // namespace madoguchi::app
