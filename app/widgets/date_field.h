#pragma once

#include <QWidget>
#include <vector>

#include "app/widgets/ruby_button.h"

class QComboBox;
class QLineEdit;

namespace madoguchi::app {

class FlowLayout;
class RubyLabel;

/// A date as year, month and day: the year is typed, the others chosen.
class DateField : public QWidget {
  Q_OBJECT
 public:
  enum class Kind {
    whole,
    partial,       ///< a part may be unknown: then a box is checked and the part stays empty
    partialMonth,  ///< the same without a day
  };
  explicit DateField(const QString& objectName, Kind kind = Kind::whole, QWidget* parent = nullptr);

  /// "YYYY-MM-DD"; with parts missing they stay empty ("1990--"), so that a half-filled date is
  /// kept; empty where nothing is filled in. Where the person says that a part is unknown
  /// "1990-04", "1990" or "unknown".
  [[nodiscard]] QString value() const;
  /// Of a date whose parts are not all known, as cards have it ("1977", "unknown"), what is known
  /// is shown.
  void setValue(const QString& value);
  /// Names of the parts for assistive technology start with `name`.
  void setSpoken(const QString& name, const QString& description);
  void setWrong(bool wrong);

 signals:
  void edited(const QString& value);
  void left();  ///< the focus has gone out of the whole field

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  /// The person says that what stays empty is unknown.
  [[nodiscard]] bool saysUnknown() const { return m_unknown != nullptr && m_unknown->isChecked(); }
  void sayNames();
  /// Before their fields or behind them, as the language has it: "Year 1990", "1990年".
  void placeLabels();

  const Kind m_kind;
  std::vector<FlowLayout*> m_parts;  ///< a field with its label each
  QLineEdit* m_year;
  QComboBox* m_month;
  QComboBox* m_day;
  RubyLabel* m_yearLabel;
  RubyLabel* m_monthLabel;
  RubyLabel* m_dayLabel;
  RubyCheckBox* m_unknown = nullptr;  ///< not of a whole date
  QString m_name;
  QString m_description;
};

}  // namespace madoguchi::app
