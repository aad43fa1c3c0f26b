#pragma once

#include "app/widgets/message_panel.h"

namespace madoguchi::app {

class Outlets;

/// What has become of a file that the person wanted: where it is, with a way to its folder, or that
/// it could not be saved. Hidden until then.
class SavedNotice : public MessagePanel {
  Q_OBJECT
 public:
  SavedNotice(Outlets& outlets, const QString& objectName, QWidget* parent = nullptr);
  void say(const QString& file, bool saved);

 private:
  void sayAll();

  QString m_file;
  bool m_saved = false;
  RubyLabel* m_where;
  RubyButton* m_open;
};

}  // namespace madoguchi::app
