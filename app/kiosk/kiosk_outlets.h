#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <optional>

#include "app/core/outlets.h"

namespace madoguchi::app {

struct Policy;

/// At a kiosk nothing leaves the window but paper, through the one printer that the policy names,
/// without a dialog and so many pages a visit. Files, folders and the clipboard are not there.
class KioskOutlets : public Outlets {
 public:
  /// Puts a document on the paper of that printer where it has no more than so many pages. How many
  /// it has, also where they are more; none where it could not be printed.
  using Print =
      std::function<std::optional<int>(const QString& printer, const Document& document, int most)>;

  /// `printer` may be empty: then nothing is printed.
  KioskOutlets(QString printer, int pagesPerVisit, Print print = &printOnPaper);

  [[nodiscard]] bool offers(Kind kind) const override;
  void print(const Document& document, const QObject& asker, Printed answer) override;
  [[nodiscard]] int mostPages() const override { return m_mostPages; }
  /// Without anybody being asked.
  Outcome printNow(const Document& document);
  void chooseFile(const FileWish& wish, const QObject& asker, Chosen answer) override;
  void chooseExisting(const FileWish& wish, const QObject& asker, Chosen answer) override;
  void chooseSeveral(const FileWish& wish, const QObject& asker, SeveralChosen answer) override;
  void showFolderOf(const QString& file) override;
  void copy(const QString& text) override;

 private:
  static std::optional<int> printOnPaper(const QString& printer, const Document& document,
                                         int most);

  const QString m_printer;
  const int m_mostPages;
  int m_pagesLeft;
  const Print m_print;
};

/// Those of a policy that has a kiosk.
std::unique_ptr<Outlets> kioskOutlets(const Policy& policy);

}  // namespace madoguchi::app
