#pragma once

#include "app/core/outlets.h"

namespace madoguchi::app {

/// Printers, files and the clipboard of the person's own computer.
class DesktopOutlets : public Outlets {
 public:
  [[nodiscard]] bool offers(Kind /*kind*/) const override { return true; }
  Outcome print(const Document& document) override;
  std::optional<QString> chooseFile(const FileWish& wish) override;
  void showFolderOf(const QString& file) override;
  void copy(const QString& text) override;
};

}  // namespace madoguchi::app
