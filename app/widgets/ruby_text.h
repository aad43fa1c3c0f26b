#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace madoguchi::app {

/// One stretch of a text: plain, or base characters with their reading.
struct RubyRun {
  QString base;
  /// Empty for plain text; one for the whole stretch (mono or group ruby); one for each base
  /// character of a compound.
  QStringList readings;

  friend bool operator==(const RubyRun&, const RubyRun&) = default;
};

/// A text whose kanji may carry readings (ruby), as the translations write it:
/// `{在留|ざい.りゅう}の`.
struct RubyText {
  std::vector<RubyRun> runs;
  int mnemonic = -1;       ///< index into base() of the character to be underlined; -1 for none
  bool wellFormed = true;  ///< false where markup had to be shown as it stands

  static RubyText fromMarkup(const QString& markup);
  /// Text that people or cards gave: nothing in it is markup.
  static RubyText plain(const QString& text);

  /// What is copied, and what a screen reader says: the text without readings.
  [[nodiscard]] QString base() const;
  [[nodiscard]] bool hasRuby() const;

  friend bool operator==(const RubyText&, const RubyText&) = default;
};

void append(RubyText& to, const RubyText& more);

/// A pattern (markup) with its places %1, %2, … filled in, in this order, by texts that may be no
/// markup: what people typed.
RubyText filledIn(const QString& pattern, const std::vector<RubyText>& parts);

/// The base text of a markup: for accessible names, window titles and items of lists, which cannot
/// show ruby.
QString spokenText(const QString& markup);

/// The same with all of its reading behind it, where it has one, for items of lists that are read:
/// "夫（おっと）".
QString textWithReading(const QString& markup);

/// The text cut into what people see as characters.
QStringList graphemes(const QString& text);

}  // namespace madoguchi::app
