#include "tests/e2e/gallery/pictures.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QScrollArea>
#include <QWidget>
#include <cstdio>
#include <utility>
#include <vector>

#include "tests/e2e/gallery/page_check.h"

namespace madoguchi::test {

void settle() {
  // What is to be deleted later is gone where a program's own loop runs.
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  for (int i = 0; i < 50; ++i) QCoreApplication::processEvents();
}

int picture(QWidget& window, const QDir& folder, const QString& start) {
  static const bool onlyComplaints =
      QCoreApplication::arguments().contains(QLatin1String(kOnlyComplaints));
  // As it stood before the checks walked through it.
  std::vector<std::pair<QString, QPixmap>> pictures = {{QStringLiteral(".png"), window.grab()}};
  for (const auto* area : window.findChildren<QScrollArea*>()) {
    if (area->isVisible())
      pictures.emplace_back(QStringLiteral(".full.png"), area->widget()->grab());
  }
  const QStringList complaints = complaintsAbout(window);
  for (const QString& complaint : complaints)
    std::fprintf(stderr, "%s\n", qPrintable(start + u' ' + complaint));
  if (!onlyComplaints || !complaints.isEmpty()) {
    for (const auto& [ending, pixmap] : pictures) pixmap.save(folder.filePath(start + ending));
  }
  return static_cast<int>(complaints.size());
}

}  // namespace madoguchi::test
