#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "forms/places/municipality_search.h"

class QLineEdit;
class QListWidget;

namespace madoguchi::app {

class RubyLabel;

/// One box that finds a place to live by its name in any script or by its postal code, with the
/// list of what was found below it, for keyboard, touch and screen readers.
///
/// A whole postal code that leads to one place chooses it by itself; everything else is chosen by
/// the person.
class PlaceSearch : public QWidget {
  Q_OBJECT
 public:
  explicit PlaceSearch(const QString& objectName, QWidget* parent = nullptr);
  /// Of the field it belongs to, for screen readers.
  void setDetail(const QString& spoken);

 signals:
  /// `town` is what an address there begins with; empty where no postal code has led to one.
  void chosen(const QString& code, const QString& town);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class State { quiet, nothing, found, ambiguous, done };

  void sayAll();
  void sayState();
  void search();
  void fillList();
  void fitList();
  void choose(int row);
  void setState(State state);
  bool searchKey(int key);
  bool listKey(int key, const QString& typed);
  void goIntoList();

  forms::MunicipalitySearch m_index;
  std::vector<forms::MunicipalityHit> m_hits;
  forms::MunicipalityHit m_chosen;
  State m_state = State::quiet;
  QString m_detail;
  QTimer m_pause;  ///< of typing: only then a screen reader hears what was found
  QLineEdit* m_line;
  QListWidget* m_list;
  RubyLabel* m_label;
  RubyLabel* m_hint;
  RubyLabel* m_said;
};

}  // namespace madoguchi::app
