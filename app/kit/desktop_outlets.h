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
  Outcome print(const Document& document) override;
  std::optional<QString> chooseFile(const FileWish& wish) override;
  std::optional<QString> chooseExisting(const FileWish& wish) override;
  QStringList chooseSeveral(const FileWish& wish) override;
  void showFolderOf(const QString& file) override;
  void copy(const QString& text) override;

 private:
  const std::set<Kind> m_closed;
};

}  // namespace madoguchi::app
