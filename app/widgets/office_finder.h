#pragma once

#include <QWidget>

class QComboBox;

namespace madoguchi::app {

class RubyLabel;

/// Where the residents of a prefecture take their papers: the person chooses theirs.
class OfficeFinder : public QWidget {
  Q_OBJECT
 public:
  /// The choice is called `objectName`, what was found "<objectName>.office".
  explicit OfficeFinder(const QString& objectName, QWidget* parent = nullptr);

 private:
  void sayAll();
  void sayOffice();

  RubyLabel* m_label;
  QComboBox* m_prefecture;
  RubyLabel* m_office;
  RubyLabel* m_address;
};

}  // namespace madoguchi::app
