#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::forms {
struct PhotoRow;
}

namespace madoguchi::app {

class MessagePanel;
class PhotoView;
class PhotoWork;

/// Cuts the photo out of a picture: frame, what looks wrong, how large it will be on paper, and
/// what only the person can say. Lies over the form.
class PhotoPage : public PageWidget {
  Q_OBJECT
 public:
  /// `work` outlives it. At most so many bytes.
  PhotoPage(PhotoWork& work, const forms::PhotoRow& rules, qint64 most, QWidget* parent = nullptr);

 signals:
  /// Before closed().
  void made(const QByteArray& jpeg);

 private:
  void addTools();
  void addPreview();
  void addEnd();
  void showState();
  void sayFault();
  void sayDoubts();
  void use();

  PhotoWork& m_work;
  const forms::PhotoRow& m_rules;
  qint64 m_most;
  MessagePanel* m_fault;
  MessagePanel* m_doubts;
  QWidget* m_frame;
  PhotoView* m_view;
  QLabel* m_preview;
  RubyCheckBox* m_sure;
  RubyLabel* m_unsure;
  RubyButton* m_use;
};

}  // namespace madoguchi::app
