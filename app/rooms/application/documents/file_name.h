#pragma once

#include <QString>

namespace madoguchi::app {

/// What a file on this computer is called where it is handed in and shown: a name that the service
/// takes (protocol/plain_text.h), composed as people type it (a Mac takes が apart), without what
/// turns the direction of reading, and cut before its ending where it is too long.
QString handedInName(const QString& file);

}  // namespace madoguchi::app
