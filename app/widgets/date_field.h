#pragma once

#include <QWidget>
#include <vector>

class QComboBox;
class QLineEdit;

namespace madoguchi::app {

class FlowLayout;
class RubyLabel;

/// A date as year, month and day: the year is typed, the others chosen.
class DateField : public QWidget {
  Q_OBJECT
 public:
  explicit DateField(const QString& objectName, QWidget* parent = nullptr);

  /// "YYYY-MM-DD"; with parts missing they stay empty ("1990--"), so that a half-filled date is
  /// kept; empty where nothing is filled in.
  [[nodiscard]] QString value() const;
  /// Of a date whose parts are not all known, as cards have it ("1977", "unknown"), what is known
  /// is shown.
  void setValue(const QString& value);
  /// Names of the parts for assistive technology start with this.
  void setName(const QString& name);
  void setWrong(bool wrong);

 signals:
  void edited(const QString& value);
  void left();  ///< the focus has gone out of the whole field

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  /// Before their fields or behind them, as the language has it: "Year 1990", "1990年".
  void placeLabels();

  std::vector<FlowLayout*> m_parts;  ///< a field with its label each
  QLineEdit* m_year;
  QComboBox* m_month;
  QComboBox* m_day;
  RubyLabel* m_yearLabel;
  RubyLabel* m_monthLabel;
  RubyLabel* m_dayLabel;
  QString m_name;
};

}  // namespace madoguchi::app
