#pragma once

#include <QByteArray>
#include <QString>

// Files that are read or written as a whole.

namespace madoguchi::app {

struct FileRead {
  QByteArray content = {};  ///< up to one byte more than was wanted at most
  bool isWhole = false;     ///< of what there is, or as much as was wanted
};

/// On a network, a telephone or a stick that goes this takes its time, and may break off: never in
/// the thread of the window (inBackground()).
FileRead readFile(const QString& file, qint64 most);

/// Whether all of it is there; where not, what was there before still is.
bool writeFile(const QString& file, const QByteArray& content);

}  // namespace madoguchi::app
