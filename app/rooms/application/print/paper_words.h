#pragma once

#include <QString>
#include <string_view>

#include "forms/engine/definition.h"

// What stands on the paper forms: Japanese with English under it, whatever the person's language
// is. Plain text, the Japanese first.

namespace madoguchi::app {

struct PaperWords {
  QString japanese;
  QString english;
  [[nodiscard]] QString on(QChar between) const;  ///< both, once where they are the same
};

QString qt(std::string_view utf8);

/// Of the application's own words, by id; those of a procedure where it has its own.
PaperWords paperWords(const QString& id, const QString& procedure);

/// "2036-01-31" as it is written on the forms, of what is known, and as it stands.
QString paperDate(const QString& value);
QString paperLabel(const forms::Field& field, const QString& procedure);
/// Of a group, page or section.
QString paperTitle(const QString& id, const QString& procedure);
/// An answer; empty for an empty one.
QString paperAnswer(const forms::Field& field, const QString& value, const QString& procedure);

}  // namespace madoguchi::app
