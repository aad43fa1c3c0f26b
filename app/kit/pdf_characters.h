#pragma once

#include <QByteArray>
#include <QFont>
#include <QString>

namespace madoguchi::app {

/// Makes the characters of a PDF that Qt has written those of `text`: what is searched and copied
/// there. Fonts draw several characters with one shape, ⽤ (a radical) and 用, a tabulator and a
/// blank, and of these Qt names the first in the order of Unicode. No byte moves.
void nameCharacters(QByteArray& pdf, const QString& text, const QFont& font);

}  // namespace madoguchi::app
