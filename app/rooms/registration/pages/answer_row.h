#pragma once

#include <QWidget>

#include "forms/registration/registration_form.h"

namespace madoguchi::app {

class RegistrationFlow;
class RubyButton;
class RubyLabel;

/// One answer for checking, with the way back to it.
class AnswerRow : public QWidget {
  Q_OBJECT
 public:
  AnswerRow(RegistrationFlow& flow, const forms::Field& field, const QString& objectName,
            QWidget* parent = nullptr);

 signals:
  void changeWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void sayAll();

  RegistrationFlow& m_flow;
  const forms::Field& m_definition;
  RubyLabel* m_label;
  RubyLabel* m_value;
  RubyButton* m_change;
};

}  // namespace madoguchi::app
