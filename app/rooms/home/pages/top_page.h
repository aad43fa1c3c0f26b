#pragma once

#include <vector>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class FailurePanel;
class HomeFlow;
class MessagePanel;

/// Announcements, and the doors to the other rooms.
class TopPage : public PageWidget {
  Q_OBJECT
 public:
  explicit TopPage(HomeFlow& flow, QWidget* parent = nullptr);

 private:
  void addLogin();
  void showLogin();
  void showNews();
  void showWhetherTooOld();

  HomeFlow& m_flow;
  std::vector<RubyButton*> m_logins;
  RubyButton* m_menu = nullptr;
  FailurePanel* m_tooOld = nullptr;
  MessagePanel* m_news = nullptr;
  std::vector<QWidget*> m_doors;  ///< with what stands above them
  std::vector<RubyLabel*> m_newsLabels;
};

}  // namespace madoguchi::app
