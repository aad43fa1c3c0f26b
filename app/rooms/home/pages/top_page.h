#pragma once

#include <vector>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class MessagePanel;

/// Announcements, and the entrances to registration.
class TopPage : public PageWidget {
  Q_OBJECT
 public:
  explicit TopPage(RegistrationFlow& flow, QWidget* parent = nullptr);

 private:
  void showNews();

  MessagePanel* m_news = nullptr;
  std::vector<RubyLabel*> m_newsLabels;
};

}  // namespace madoguchi::app
