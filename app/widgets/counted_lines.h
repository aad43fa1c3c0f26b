#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace madoguchi::app {

class RubyLabel;

/// A text of several lines, with how many characters of those that are possible.
class CountedLines : public QWidget {
  Q_OBJECT
 public:
  /// `most` is not enforced, and not said where it is 0. `name` is that of the text.
  CountedLines(int most, const QString& name, QWidget* parent);

  [[nodiscard]] QString text() const;
  /// As if it were typed, so that it can be taken back by Ctrl+Z; tells nobody.
  void setText(const QString& text);
  [[nodiscard]] QPlainTextEdit& lines() const { return *m_lines; }

 signals:
  void edited();
  /// The person went on.
  void left();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void sayCount();

  int m_most;
  QPlainTextEdit* m_lines;
  RubyLabel* m_count;
};

}  // namespace madoguchi::app
