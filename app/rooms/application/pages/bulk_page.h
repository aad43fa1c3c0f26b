#pragma once

#include <QPointer>

#include "app/kit/page_widget.h"
#include "app/rooms/application/bulk_entry.h"

namespace madoguchi::app {

class ApplicationFlow;
class FailurePanel;
class MessagePanel;
class Outlets;
class SavedNotice;

/// Many applications from a table: an empty one to be saved, a filled one to be opened, what is
/// wrong in it row by row, and the good rows into the list.
class BulkPage : public PageWidget {
  Q_OBJECT
 public:
  BulkPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent = nullptr);

 private:
  void addTemplates();
  void addTable();
  void addKeeping();
  RubyButton* addTemplate(const char* procedure, const Text& text, FlowLayout* row);
  void save(const QString& title, const QString& name, const QByteArray& content,
            SavedNotice& notice);
  void addWayToList(MessagePanel& panel, const QString& name, RubyButton::Kind kind);
  void keep(bool alsoThere);
  void open();
  void saveLeft();
  void showState();
  void showFault();
  void showSummary();
  void showKeeping();
  void showRows();
  void addRow(const BulkApplicant& applicant, QVBoxLayout& lines);
  void addRows(BulkApplicant::State state, const char* heading, QVBoxLayout& lines);

  ApplicationFlow& m_flow;
  BulkEntry& m_entry;
  Outlets& m_outlets;
  SavedNotice* m_templateSaved;
  RubyButton* m_open;
  RubyLabel* m_reading;
  MessagePanel* m_fault;
  MessagePanel* m_summary;
  RubyLabel* m_unknown;
  RubyLabel* m_unnamed;
  RubyButton* m_keep;
  RubyButton* m_keepAll;
  RubyLabel* m_keeping;
  FailurePanel* m_failure;
  RubyButton* m_again;
  MessagePanel* m_kept;
  RubyButton* m_saveLeft;
  SavedNotice* m_leftSaved;
  QVBoxLayout* m_place;
  QPointer<QWidget> m_rows;
  bool m_wasReading = false;
  bool m_wasKeeping = false;
};

}  // namespace madoguchi::app
