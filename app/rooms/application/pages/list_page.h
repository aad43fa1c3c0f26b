#pragma once

#include <QPointer>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class FailurePanel;
class Outlets;
struct ApplicationLine;
struct DraftLine;

/// What there is: drafts, and what was filed with the state it is in; and the ways to
/// a new one, or to several.
class ApplicationListPage : public PageWidget {
  Q_OBJECT
 public:
  ApplicationListPage(ApplicationFlow& flow, const Outlets& outlets, QWidget* parent = nullptr);

 private:
  void showState();
  void addDrafts(QVBoxLayout& lines);
  void addDraft(const DraftLine& draft, QVBoxLayout& lines);
  void addApplications();
  void addApplication(const ApplicationLine& line);
  void addMore();
  void addHeading(const char* id, QVBoxLayout& lines);

  ApplicationFlow& m_flow;
  const bool m_takesFiles;  ///< of the person's own
  FailurePanel* m_failure;
  RubyLabel* m_asking;
  RubyLabel* m_none;
  RubyButton* m_new;
  RubyButton* m_several;
  RubyButton* m_more;
  QVBoxLayout* m_place;
  QPointer<QWidget> m_lists;  ///< there
  QVBoxLayout* m_lines = nullptr;
  std::size_t m_shown = 0;  ///< so many of the applications
};

}  // namespace madoguchi::app
