#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// A few buttons in a common frame, of which one is chosen: one group under one name.
class Segments : public QWidget {
  Q_OBJECT
 public:
  explicit Segments(Text name, QWidget* parent = nullptr);

  /// The caller gives the button its text.
  RubyButton* add(const QString& value);
  /// Shows this one as chosen.
  void choose(const QString& value);
  /// Where room is scarce: one button only, which leads to the one after the chosen, and from the
  /// last to the first.
  void setOnlyNext(bool onlyNext);

 signals:
  /// The person wants another one. It is chosen by choose() only.
  void wanted(const QString& value);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct One {
    QString value;
    RubyButton* button;
  };
  void refresh();

  std::vector<One> m_all;
  QString m_chosen;
  bool m_onlyNext = false;
};

}  // namespace madoguchi::app
