#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class Outlets;

/// It was filed: the provisional number, what comes next, and a proof to print.
class ApplicationFiledPage : public PageWidget {
  Q_OBJECT
 public:
  ApplicationFiledPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent = nullptr);

 private:
  void print();
  /// How long one may stay without a decision; empty where there is nothing to say.
  [[nodiscard]] QString stayText() const;

  ApplicationFlow& m_flow;
  Outlets& m_outlets;
  RubyLabel* m_printed;
};

}  // namespace madoguchi::app
