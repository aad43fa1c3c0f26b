#pragma once

#include <QString>
#include <QWidget>
#include <functional>

#include "app/widgets/ruby_button.h"

namespace madoguchi::app {

class RubyLabel;

/// Where a reader has a keypad: that the PIN is typed there, and the switch to the screen instead.
/// Nothing is shown of it with any other reader.
class PadChoice : public QWidget {
  Q_OBJECT
 public:
  /// `text` says what to do at the reader; `switchName` is the switch's object name.
  PadChoice(std::function<QString()> text, const QString& switchName, QWidget* parent = nullptr);

  void setOffered(bool offered);
  /// Whether the PIN will be typed at the reader.
  [[nodiscard]] bool atReader() const;

 signals:
  void changed();

 private:
  void showState();

  RubyLabel* m_text;
  RubyCheckBox* m_onScreen;
  bool m_offered = false;
};

}  // namespace madoguchi::app
