#pragma once

#include <QAbstractButton>
#include <QLineEdit>
#include <memory>
#include <string_view>

#include "app/core/language.h"
#include "app/rooms/selfcheck/self_check.h"
#include "app/window/main_window.h"
#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {

/// The real window over a flow with the simulated card and a server of this machine.
class PageTest : public FlowTest {
 protected:
  app::MainWindow& window();
  void speak(const QString& language);

  /// The control of this name on the page that is shown; null where there is none.
  template <typename Widget = QWidget>
  Widget* find(const char* name) {
    Widget* found = nullptr;
    for (Widget* one : window().findChildren<Widget*>(QLatin1String(name)))
      if (one->isVisible()) found = one;
    return found;
  }
  /// Its text without ruby; empty where it is not shown.
  QString textOf(const char* label);
  /// Everything that a panel says, with the words of its ways on.
  QString wordsOf(const char* panel);
  /// Everything that labels say on the pages that are shown.
  QString shown();
  bool waitToSee(const QString& words);
  bool press(const char* button);
  bool type(const char* field, const QString& text);
  void key(QWidget* widget, Qt::Key key);

  void toStep1WithoutCard(forms::Entrance entrance);
  std::string valueOf(const char* field);

 private:
  app::Language m_language;
  std::unique_ptr<app::SelfCheck> m_selfCheck;
  std::unique_ptr<app::MainWindow> m_window;
};

}  // namespace madoguchi::test
