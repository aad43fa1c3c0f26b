#pragma once

#include <QString>

#include "app/rooms/application/new_application.h"

// Whether something can be filed, in the language of the moment. Markup.

namespace madoguchi::app {

/// From when until when.
QString windowWords(const forms::FilingWindow& window);

struct VerdictTexts {
  QString title;
  QString text;
  QString remedy;
};
VerdictTexts verdictTexts(const Prospect& prospect);
/// Why it cannot be filed online on this day, what to do, and when it can.
VerdictTexts outsideTexts(const forms::FilingWindow& window);

}  // namespace madoguchi::app
