#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "app/rooms/application/stored_file.h"
#include "app/widgets/message_panel.h"

class QVBoxLayout;

namespace madoguchi::app {

class ApplicationFlow;
class Outlets;
class RubyButton;
class RubyLabel;

/// The documents that the office asks for: which, and until when; the files that were added for
/// it; and the way to hand them in. Where the time is over it says so, and offers no more.
class WantedView : public QWidget {
  Q_OBJECT
 public:
  /// `name` is that of the panel, and begins those of what belongs to it.
  WantedView(ApplicationFlow& flow, Outlets& outlets, const QString& name, QWidget* parent);

 private:
  void addControls(Outlets& outlets);
  void addFile(const StoredFile& file, QVBoxLayout& lines);
  void sayPanel();
  void showFiles();
  void showState();
  void chooseFile(Outlets& outlets);
  /// While one is under way; says so.
  bool isToWait();
  /// In place of the dialogue for files.
  void sayInstead(MessagePanel* panel);
  void takeBackInstead();
  void joinPictures(Outlets& outlets, const QString& file, bool again);

  ApplicationFlow& m_flow;
  const QString m_name;
  MessagePanel* m_panel;
  QWidget* m_controls;
  QVBoxLayout* m_place;
  std::vector<StoredFile> m_shown;
  QPointer<QWidget> m_files;  ///< there
  QPointer<MessagePanel> m_instead;
  RubyLabel* m_none;
  RubyButton* m_add;
  RubyButton* m_handIn;
};

}  // namespace madoguchi::app
