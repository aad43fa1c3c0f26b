#pragma once

#include <QWidget>

#include "app/rooms/registration/registration_flow.h"

namespace madoguchi::app {

class RubyLabel;

/// The place of a page among the steps, with the step's name.
QString stepInWords(Page page, forms::Entrance entrance);
/// The same without the name, which the page's heading says too.
QString stepInNumbers(Page page, forms::Entrance entrance);

/// How far the registration has come: a bar in parts, and the same in words.
class StepIndicator : public QWidget {
  Q_OBJECT
 public:
  explicit StepIndicator(QWidget* parent = nullptr);
  void setPlace(Page page, forms::Entrance entrance);
  /// The bar alone.
  void setCompact(bool compact);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void say();

  RubyLabel* m_words;
  Page m_page = Page::top;
  forms::Entrance m_entrance = forms::Entrance::cardHolder;
};

}  // namespace madoguchi::app
