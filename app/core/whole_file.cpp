#include "app/core/whole_file.h"

#include <QFile>
#include <QSaveFile>

namespace madoguchi::app {

FileRead readFile(const QString& file, qint64 most) {
  QFile source(file);
  FileRead read;
  if (source.open(QIODevice::ReadOnly)) {
    read.content = source.read(most + 1);
    read.isWhole = source.error() == QFileDevice::NoError &&
                   (read.content.size() > most || source.size() <= read.content.size());
  }
  return read;
}

bool writeFile(const QString& file, const QByteArray& content) {
  QSaveFile target(file);
  return target.open(QIODevice::WriteOnly) && target.write(content) == content.size() &&
         target.commit();
}

}  // namespace madoguchi::app
