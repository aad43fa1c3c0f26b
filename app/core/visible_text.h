#pragma once

#include <QString>

namespace madoguchi::app {

/// A text that somebody else has chosen, with all that cannot be seen in it written out as code
/// points ("\u{202E}"): controls, which a terminal may obey, what turns the direction of the text,
/// breaks of the line, letters that are blank, and what is assigned to nothing. Blanks and all that
/// is drawn stay.
QString visible(const QString& text);

/// An address as it may stand on a screen and in logs: visible, and without what is before its "@",
/// as that may be a password.
QString shownAddress(const QString& address);

}  // namespace madoguchi::app
