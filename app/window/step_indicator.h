#pragma once

#include <QWidget>

#include "app/core/journey.h"

namespace madoguchi::app {

class RubyLabel;

/// The place among the steps, with the step's name; nothing where there are none.
QString stepInWords(const Place& place);
/// The same without the name, which the page's heading says too.
QString stepInNumbers(const Place& place);

/// How far a journey has come: a bar in parts, and the same in words.
class StepIndicator : public QWidget {
  Q_OBJECT
 public:
  explicit StepIndicator(QWidget* parent = nullptr);
  void setPlace(const Place& place);
  /// The bar alone.
  void setCompact(bool compact);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void say();

  RubyLabel* m_words;
  Place m_place;
};

}  // namespace madoguchi::app
