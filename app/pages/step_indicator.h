#pragma once

#include <QWidget>

#include "app/workflow/registration_flow.h"

namespace madoguchi::app {

class RubyLabel;

/// How far the registration has come: a bar in parts, and the same in words.
class StepIndicator : public QWidget {
  Q_OBJECT
 public:
  explicit StepIndicator(QWidget* parent = nullptr);
  void setPlace(Page page, forms::Entrance entrance);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void say();

  RubyLabel* m_words;
  Page m_page = Page::top;
  forms::Entrance m_entrance = forms::Entrance::cardHolder;
};

}  // namespace madoguchi::app
