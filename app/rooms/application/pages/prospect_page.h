#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class FailurePanel;
struct Prospect;

/// Whether it can be filed: why not and what to do instead, or until when, with what, for how much,
/// and how long it takes.
class ProspectPage : public PageWidget {
  Q_OBJECT
 public:
  explicit ProspectPage(ApplicationFlow& flow, QWidget* parent = nullptr);

 private:
  void addVerdict(const Prospect& prospect);
  void addFacts(const Prospect& prospect);
  void showState();

  ApplicationFlow& m_flow;
  FailurePanel* m_failure;
  RubyLabel* m_asking;
};

}  // namespace madoguchi::app
