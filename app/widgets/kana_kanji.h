#pragma once

#include <QString>
#include <memory>
#include <vector>

namespace madoguchi::app {

/// One way to write kana, or the first of them.
struct Writing {
  QString text;
  int kana = 0;  ///< how many characters of the reading it stands for, from the first
};

/// Tells how what was typed in kana may be written, by Anthy (libanthy.so.1), which is loaded where
/// it is installed: a kiosk's package brings it, and a computer of the person's own has an input
/// method.
///
/// Nothing is learnt: no choice is ever told to Anthy, which knows nobody here ("anonymous
/// personality") and has no folder, so that no word of a person's gets onto the disk or into the
/// next visit.
class KanaKanji {
 public:
  /// None where Anthy or its dictionary is not there.
  static std::unique_ptr<KanaKanji> load();
  ~KanaKanji();
  KanaKanji(const KanaKanji&) = delete;
  KanaKanji& operator=(const KanaKanji&) = delete;

  /// Of hiragana, the likeliest first: of all of it, then of its first word; in the end all of it
  /// in katakana. Without the reading itself. None twice.
  [[nodiscard]] std::vector<Writing> writings(const QString& reading) const;

 private:
  class Conversion;
  explicit KanaKanji(std::unique_ptr<Conversion> conversion);
  std::unique_ptr<Conversion> m_conversion;
};

/// か to カ; what is no hiragana stays.
QString inKatakana(const QString& text);

}  // namespace madoguchi::app
