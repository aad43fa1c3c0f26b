#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <vector>

#include "app/kit/check_row.h"
#include "app/rooms/selfcheck/self_check_items.h"

namespace madoguchi::app {

CheckTexts checkTexts(const CheckItem& item);

/// What the report says besides its items.
struct ReportHead {
  QString server;  ///< origin
  QDateTime made;
};

/// In the language of the moment, for people; plain text, UTF-8.
QString reportText(const std::vector<CheckItem>& items, const ReportHead& head);
/// For programs: docs/self-check.md has the keys. Texts in it are in the language of the moment.
QByteArray reportJson(const std::vector<CheckItem>& items, const ReportHead& head);

}  // namespace madoguchi::app
