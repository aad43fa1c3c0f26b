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
  QFileDialog dialog(QApplication::activeWindow(), wish.title, folder, wish.kinds);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.selectFile(wish.name);
  // Without it, the name that somebody types has no ending, and the file opens in no program.
  dialog.setDefaultSuffix(QFileInfo(wish.name).suffix());
  return dialog.exec() == QDialog::Accepted ? std::optional(dialog.selectedFiles().constFirst())
                                            : std::nullopt;
}

std::optional<QString> DesktopOutlets::chooseExisting(const FileWish& wish) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString file =
      QFileDialog::getOpenFileName(QApplication::activeWindow(), wish.title, folder, wish.kinds,
                                   nullptr, QFileDialog::HideNameFilterDetails);
  return file.isEmpty() ? std::nullopt : std::optional(file);
}

QStringList DesktopOutlets::chooseSeveral(const FileWish& wish) {
  return QFileDialog::getOpenFileNames(
      QApplication::activeWindow(), wish.title,
      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), wish.kinds, nullptr,
      QFileDialog::HideNameFilterDetails);
}

void DesktopOutlets::showFolderOf(const QString& file) {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

void DesktopOutlets::copy(const QString& text) { QApplication::clipboard()->setText(text); }

}  // namespace madoguchi::app
