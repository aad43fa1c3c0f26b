#pragma once

#include <QWidget>
#include <functional>
#include <utility>
#include <vector>

#include "app/widgets/ruby_button.h"

class QComboBox;
class QLineEdit;

namespace madoguchi::app {

class FlowLayout;
class RubyLabel;

/// A date as year, month and day: the year is typed, the others chosen. A date that is pasted into
/// the year fills in all of them.
class DateField : public QWidget {
  Q_OBJECT
 public:
  enum class Kind {
    whole,
    partial,       ///< a part may be unknown: then a box is checked and the part stays empty
    partialMonth,  ///< the same without a day
  };
  /// A date as people write it, as value() gives it, a year and month, or a year; anything else for
  /// what is none.
  using Reader = std::function<QString(const QString& text)>;
  explicit DateField(const QString& objectName, Kind kind = Kind::whole, QWidget* parent = nullptr);

  /// How pasted dates are read; without one as value() gives them.
  void setReader(Reader reader) { m_reader = std::move(reader); }

  /// "YYYY-MM-DD"; with parts missing they stay empty ("1990--"), so that a half-filled date is
  /// kept; empty where nothing is filled in. Where the person says that a part is unknown
  /// "1990-04", "1990" or "unknown". What was pasted and is no date stays in the place of the year
  /// and is the value, until it is mended: the field's rule says what is wrong with it.
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
  void takeYear(const QString& typed);
  void takeAsYear(const QString& text);
  /// A date, its year and month, or its year at once; false where `text` is none.
  bool takeDate(const QString& text);
  /// Each part is one that its control can show.
  [[nodiscard]] bool isShown(const QStringList& parts) const;
  void fitYear();
  /// Before their fields or behind them, as the language has it: "Year 1990", "1990年".
  void placeLabels();

  const Kind m_kind;
  Reader m_reader;
  QString m_yearBefore;              ///< what was typed last
  bool m_unread = false;             ///< in the place of the year is what was pasted and is no date
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
