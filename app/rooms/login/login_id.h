#pragma once

#include <QString>

namespace madoguchi::app {

/// The authentication ID as a person types it at a login, and what is wrong with it.
class LoginId {
 public:
  [[nodiscard]] const QString& text() const { return m_text; }
  /// A code of the Agency's table; empty where nothing is wrong.
  [[nodiscard]] const QString& error() const { return m_error; }

  /// True where something else is shown now than what the person has just typed.
  bool type(const QString& typed);
  /// What differs and means nothing is mended. True where it has changed.
  bool repair();
  /// True where it can be one at all.
  bool check();
  /// What the service says of it.
  void setError(const QString& code) { m_error = code; }
  void clear() { m_text.clear(); }

 private:
  QString m_text;
  QString m_error;
};

/// What the Agency says of an answer that is missing, or cannot be right.
inline constexpr auto kMissingAnswer = "WZBAM001E";
inline constexpr auto kWrongAnswer = "WZBAM005E";

}  // namespace madoguchi::app
