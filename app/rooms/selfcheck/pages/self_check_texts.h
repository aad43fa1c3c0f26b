#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <vector>

#include "app/rooms/selfcheck/self_check_items.h"
#include "app/widgets/ruby_text.h"

namespace madoguchi::app {

/// Markup, but for the details.
struct CheckTexts {
  QString title;
  QString verdict;  ///< the sign in words
  QString text;
  QString code{};    ///< published code of the failure; empty without one
  QString remedy{};  ///< empty where there is nothing to do
  std::vector<RubyText> details{};
};
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
