#pragma once

#include <QString>
#include <QWidget>
#include <functional>

#include "app/widgets/ruby_button.h"

namespace madoguchi::app {

class CardVisit;
class SecretAnswerPanel;

/// Where a reader has a keypad: that the PIN is typed there, what the card has answered to that,
/// and the switch to the screen instead. Nothing is shown of it with any other reader.
class PadChoice : public QWidget {
  Q_OBJECT
 public:
  /// `text` says what to do at the reader; `name` begins the object names.
  PadChoice(CardVisit& visit, std::function<QString()> text, const QString& name,
            QWidget* parent = nullptr);

  void setOffered(bool offered);
  /// Whether the PIN will be typed at the reader.
  [[nodiscard]] bool atReader() const;
  /// Where the card has answered: says it. False where there is nothing to say.
  bool presentAnswer();

 signals:
  void changed();

 private:
  void showState();

  QWidget* m_reader;
  SecretAnswerPanel* m_answer;
  RubyCheckBox* m_onScreen;
  bool m_offered = false;
};

}  // namespace madoguchi::app
