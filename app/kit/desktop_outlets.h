#pragma once

#include <set>
#include <utility>

#include "app/core/outlets.h"

namespace madoguchi::app {

/// Printers, files and the clipboard of the person's own computer.
class DesktopOutlets : public Outlets {
 public:
  /// `closed` are those that this machine does not have for its people.
  explicit DesktopOutlets(std::set<Kind> closed = {}) : m_closed(std::move(closed)) {}
  [[nodiscard]] bool offers(Kind kind) const override { return !m_closed.contains(kind); }
  void print(const Document& document, const QObject& asker, Printed answer) override;
  void chooseFile(const FileWish& wish, const QObject& asker, Chosen answer) override;
  void chooseExisting(const FileWish& wish, const QObject& asker, Chosen answer) override;
  void chooseSeveral(const FileWish& wish, const QObject& asker, SeveralChosen answer) override;
  void showFolderOf(const QString& file) override;
  void copy(const QString& text) override;

 private:
  const std::set<Kind> m_closed;
};

}  // namespace madoguchi::app
