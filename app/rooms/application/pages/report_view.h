#pragma once

#include <QWidget>

#include "app/rooms/application/applications_api.h"

namespace madoguchi::app {

class ApplicationFlow;
class CountedLines;
class FailurePanel;
class MessagePanel;
class PageWidget;
class RubyButton;
class RubyLabel;

/// Whether the office takes reports on an application in this state.
bool takesReports(ApplicationState state);

/// Where a person writes to the office that something that they filed is wrong, and what they have
/// written before.
class ReportView : public QWidget {
  Q_OBJECT
 public:
  /// `name` begins the object names of what belongs to it.
  ReportView(ApplicationFlow& flow, const QString& name, PageWidget& page);

 private:
  void addControls(PageWidget& page);
  void sayBefore();
  void sayWrong();
  void showState();
  void onSent();

  ApplicationFlow& m_flow;
  const QString m_name;
  RubyLabel* m_before;
  MessagePanel* m_sent;
  RubyLabel* m_wrong;
  CountedLines* m_text;
  FailurePanel* m_failure;
  RubyButton* m_send;
};

}  // namespace madoguchi::app
