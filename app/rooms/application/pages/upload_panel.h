#pragma once

#include "app/widgets/message_panel.h"

class QProgressBar;

namespace madoguchi::app {

class FileUpload;

/// How far a file has come, or why it has not; below the field to which it belongs. Hidden while
/// there is nothing to say.
class UploadPanel : public MessagePanel {
  Q_OBJECT
 public:
  UploadPanel(FileUpload& upload, const QString& objectName, QWidget* parent = nullptr);

 private:
  void showState();
  void sayAll();

  FileUpload& m_upload;
  QProgressBar* m_progress;
  RubyButton* m_cancel;
  RubyButton* m_again;
};

}  // namespace madoguchi::app
