#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// Whom to ask, and what program this is. It lies over whatever the person is doing.
class HelpPage : public PageWidget {
  Q_OBJECT
 public:
  /// `service` is its origin.
  explicit HelpPage(const QString& service, QWidget* parent = nullptr);

 private:
  void sayDesk();

  RubyLabel* m_desk;
  RubyLabel* m_say;
};

}  // namespace madoguchi::app
