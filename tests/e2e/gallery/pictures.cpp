#include "tests/e2e/gallery/pictures.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QWidget>
#include <cstdio>

#include "tests/e2e/gallery/page_check.h"

namespace madoguchi::test {

void settle() {
  // What is to be deleted later is gone where a program's own loop runs.
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  for (int i = 0; i < 50; ++i) QCoreApplication::processEvents();
}

int picture(QWidget& window, const QDir& folder, const QString& start) {
  window.grab().save(folder.filePath(start + QStringLiteral(".png")));
  for (const auto* area : window.findChildren<QScrollArea*>()) {
    if (area->isVisible())
      area->widget()->grab().save(folder.filePath(start + QStringLiteral(".full.png")));
  }
  const QStringList complaints = complaintsAbout(window);
  for (const QString& complaint : complaints)
    std::fprintf(stderr, "%s\n", qPrintable(start + u' ' + complaint));
  return static_cast<int>(complaints.size());
}

}  // namespace madoguchi::test
