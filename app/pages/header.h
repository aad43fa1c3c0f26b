#pragma once

#include <QWidget>
#include <vector>

#include "app/workflow/registration_flow.h"

namespace madoguchi::app {

class Language;
class RubyButton;
class StepIndicator;

/// The top of the window: the languages, always; the way back, the way out and the steps, where
/// there are any.
class Header : public QWidget {
  Q_OBJECT
 public:
  explicit Header(Language& language, QWidget* parent = nullptr);
  void setPlace(Page page, forms::Entrance entrance);

 signals:
  void backWanted();
  void leaveWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeLanguages(Language& language);

  RubyButton* m_back;
  RubyButton* m_leave;
  QWidget* m_name;
  StepIndicator* m_steps;
};

}  // namespace madoguchi::app
