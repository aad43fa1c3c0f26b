#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "app/all_rooms.h"
#include "app/core/language.h"
#include "app/core/operator_texts.h"
#include "app/kit/desktop_outlets.h"
#include "app/rooms/selfcheck/self_check.h"
#include "app/widgets/ruby_text.h"
#include "app/window/main_window.h"
#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {

/// Made up.
inline constexpr auto kHelpDesk = "00-0000-0000, 9:00-17:00";

/// What leaves the window goes where the test can look at it.
class TestOutlets : public app::DesktopOutlets {
 public:
  [[nodiscard]] bool offers(Kind kind) const override { return !refused.contains(kind); }
  void print(const app::Document& document, const QObject& asker, Printed answer) override {
    printed.push_back(document);
    if (withDialogues) {
      DesktopOutlets::print(document, asker, std::move(answer));
    } else if (printing) {
      answer(*printing);
    }
  }
  [[nodiscard]] int mostPages() const override { return 20; }
  /// What a page says where a document has more.
  [[nodiscard]] QString tooManyPages() const {
    return app::spokenText(qtTrId("print.tooManyPages", mostPages()));
  }
  void chooseFile(const app::FileWish& wish, const QObject& asker, Chosen answer) override {
    if (withDialogues) {
      DesktopOutlets::chooseFile(wish, asker, std::move(answer));
    } else if (file) {
      answer(*file);
    }
  }
  void chooseExisting(const app::FileWish& wish, const QObject& asker, Chosen answer) override {
    if (withDialogues) {
      DesktopOutlets::chooseExisting(wish, asker, std::move(answer));
    } else if (existing) {
      answer(*existing);
    }
  }
  void chooseSeveral(const app::FileWish& wish, const QObject& asker,
                     SeveralChosen answer) override {
    if (withDialogues) {
      DesktopOutlets::chooseSeveral(wish, asker, std::move(answer));
    } else if (!several.isEmpty()) {
      answer(several);
    }
  }
  void showFolderOf(const QString& path) override { foldersShown << path; }

  std::set<Kind> refused;
  QStringList foldersShown;
  std::vector<app::Document> printed;
  bool withDialogues = false;  ///< the person is asked, instead of what follows
  std::optional<Outcome> printing = Outcome::done;  ///< none where they call it off
  std::optional<QString> file;                      ///< that the person chooses for what is saved
  std::optional<QString> existing;                  ///< that they choose to be sent
  QStringList several;                              ///< so, where they may choose several
};

/// The real window with all rooms, the simulated card and a server of this machine.
class PageTest : public FlowTest {
 protected:
  app::MainWindow& window();
  /// What the window shows: all rooms of the program, in a test's own window more than these.
  virtual app::Rooms rooms();
  virtual app::WindowFacts windowFacts();
  /// Through the doors of the window.
  void enter(forms::Entrance entrance) override;
  void leave() override;
  [[nodiscard]] bool isInside() override;
  void speak(const QString& tag);

  /// The control of this name on the page that is shown; null where there is none.
  template <typename Widget = QWidget>
  Widget* find(const char* name) {
    Widget* found = nullptr;
    for (Widget* one : window().findChildren<Widget*>(QLatin1String(name)))
      if (one->isVisible()) found = one;
    return found;
  }
  /// Whether the focus is on what this panel says.
  bool isPresented(const char* panel) {
    const QWidget* found = find(panel);
    return found != nullptr && found->isAncestorOf(QApplication::focusWidget());
  }
  /// It says something in each language, and not the same.
  void expectInAllLanguages(const char* panel) {
    QStringList said;
    for (const QString& language : app::Language::tags()) {
      speak(language);
      said << wordsOf(panel);
    }
    EXPECT_FALSE(said.contains(QString()));
    EXPECT_EQ(said.removeDuplicates(), 0) << said.join('/').toStdString();
    speak("en");
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

  TestOutlets outlets;
  /// What the machine's policy says, until the window is there.
  std::set<std::string> offered = {};
  /// What the machine's file says, until the window is there.
  app::OperatorTexts::All operatorWords = {
      {QLatin1String(app::OperatorTexts::kHelpDesk), {{QString(), QLatin1String(kHelpDesk)}}}};

 private:
  std::unique_ptr<app::OperatorTexts> m_operatorTexts;
  std::unique_ptr<app::SelfCheck> m_selfCheck;
  std::unique_ptr<app::MainWindow> m_window;
};

}  // namespace madoguchi::test
