#include "app/kit/desktop_outlets.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QUrl>

#include "app/kit/printed_document.h"

namespace madoguchi::app {

Outlets::Outcome DesktopOutlets::print(const Document& document) {
  QPrinter printer(QPrinter::HighResolution);
  QPrintDialog dialog(&printer, QApplication::activeWindow());
  if (dialog.exec() != QDialog::Accepted) return Outcome::calledOff;
  return paint(printer, document) ? Outcome::done : Outcome::failed;
}

std::optional<QString> DesktopOutlets::chooseFile(const FileWish& wish) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString file = QFileDialog::getSaveFileName(QApplication::activeWindow(), wish.title,
                                                    folder + u'/' + wish.name, wish.kinds);
  return file.isEmpty() ? std::nullopt : std::optional(file);
}

std::optional<QString> DesktopOutlets::chooseExisting(const FileWish& wish) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString file =
      QFileDialog::getOpenFileName(QApplication::activeWindow(), wish.title, folder, wish.kinds);
  return file.isEmpty() ? std::nullopt : std::optional(file);
}

QStringList DesktopOutlets::chooseSeveral(const FileWish& wish) {
  return QFileDialog::getOpenFileNames(
      QApplication::activeWindow(), wish.title,
      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), wish.kinds);
}

void DesktopOutlets::showFolderOf(const QString& file) {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

void DesktopOutlets::copy(const QString& text) { QApplication::clipboard()->setText(text); }

}  // namespace madoguchi::app
