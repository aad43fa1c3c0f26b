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
#include <memory>
#include <utility>

#include "app/kit/printed_document.h"

namespace madoguchi::app {

namespace {

/// Over the window of the page that asks.
QWidget* windowOf(const QObject& asker) {
  const auto* page = qobject_cast<const QWidget*>(&asker);
  return page != nullptr ? page->window() : QApplication::activeWindow();
}

/// Without a loop of its own, in which what has called it could go: the window takes nothing from
/// the person until the dialogue is closed, and everything else goes on.
void open(QDialog& dialog, const QObject& asker, std::function<void()> accepted) {
  QObject::connect(&dialog, &QDialog::finished, &dialog, &QObject::deleteLater);
  QObject::connect(&dialog, &QDialog::accepted, &asker, std::move(accepted));
  QObject::connect(&asker, &QObject::destroyed, &dialog, &QDialog::reject);
  dialog.setModal(true);
  dialog.show();
}

QFileDialog& fileDialog(const FileWish& wish, const QObject& asker) {
  return *new QFileDialog(windowOf(asker), wish.title,
                          QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                          wish.kinds);
}

/// Of files that are there.
void openExisting(const FileWish& wish, const QObject& asker, QFileDialog::FileMode mode,
                  Outlets::SeveralChosen answer) {
  QFileDialog& dialog = fileDialog(wish, asker);
  dialog.setFileMode(mode);
  dialog.setOption(QFileDialog::HideNameFilterDetails);
  open(dialog, asker, [&dialog, answer = std::move(answer)] { answer(dialog.selectedFiles()); });
}

}  // namespace

void DesktopOutlets::print(const Document& document, const QObject& asker, Printed answer) {
  const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  auto* dialog = new QPrintDialog(printer.get(), windowOf(asker));
  QObject::connect(dialog, &QObject::destroyed, [printer] {});  // which it needs to its end
  open(*dialog, asker, [printer, document, answer = std::move(answer)] {
    answer(paint(*printer, document) ? Outcome::done : Outcome::failed);
  });
}

void DesktopOutlets::chooseFile(const FileWish& wish, const QObject& asker, Chosen answer) {
  QFileDialog& dialog = fileDialog(wish, asker);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.selectFile(wish.name);
  // Without it, the name that somebody types has no ending, and the file opens in no program.
  dialog.setDefaultSuffix(QFileInfo(wish.name).suffix());
  open(dialog, asker,
       [&dialog, answer = std::move(answer)] { answer(dialog.selectedFiles().constFirst()); });
}

void DesktopOutlets::chooseExisting(const FileWish& wish, const QObject& asker, Chosen answer) {
  openExisting(
      wish, asker, QFileDialog::ExistingFile,
      [answer = std::move(answer)](const QStringList& files) { answer(files.constFirst()); });
}

void DesktopOutlets::chooseSeveral(const FileWish& wish, const QObject& asker,
                                   SeveralChosen answer) {
  openExisting(wish, asker, QFileDialog::ExistingFiles, std::move(answer));
}

void DesktopOutlets::showFolderOf(const QString& file) {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

void DesktopOutlets::copy(const QString& text) { QApplication::clipboard()->setText(text); }

}  // namespace madoguchi::app
