#pragma once

#include <QWidget>

#include "app/workflow/registration_flow.h"

namespace madoguchi::app {

class RubyLabel;
class SvgPicture;

/// One line of a check list: what is checked, a sign, and the result in words.
class CheckRow : public QWidget {
  Q_OBJECT
 public:
  explicit CheckRow(const QString& objectName, QWidget* parent = nullptr);
  /// Markup. `plainDetail` is shown as it is (the name of a reader).
  void setTexts(const QString& title, const QString& state, const QString& plainDetail = {});
  void setResult(CheckResult result);

 private:
  SvgPicture* m_icon;
  RubyLabel* m_title;
  RubyLabel* m_state;
  RubyLabel* m_detail;
};

}  // namespace madoguchi::app
