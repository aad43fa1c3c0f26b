#include "app/kit/desktop_outlets.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/core/system.h"
#include "app/rooms/application/pages/picture_texts.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

class DesktopOutletsTest : public ::testing::Test {
 protected:
  DesktopOutletsTest() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
  ~DesktopOutletsTest() override { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); }

  /// What the person does in the dialogue for files once it is there.
  void inDialogue(std::function<void(QFileDialog&)> act) {
    m_look.disconnect();
    m_look.callOnTimeout([this, act = std::move(act)] {
      auto* dialogue = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
      if (dialogue == nullptr) return;
      m_look.stop();
      act(*dialogue);
    });
    m_look.start(5);
  }
  void typeName(const QString& name) {
    inDialogue([name](QFileDialog& dialogue) {
      dialogue.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(name);
      QMetaObject::invokeMethod(&dialogue, "accept");
    });
  }

  /// What the page hears of it, once the person is done; the dialogue is gone then.
  std::optional<QString> answerTo(const app::FileWish& wish) {
    std::optional<QString> chosen;
    outlets.chooseFile(wish, *page, [&](const QString& file) { chosen = file; });
    EXPECT_TRUE(eventually([] { return dialogue() == nullptr; }));
    return chosen;
  }
  static QFileDialog* dialogue() {
    return qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
  }

  const QTemporaryDir folder;
  std::unique_ptr<QWidget> page = std::make_unique<QWidget>();
  app::DesktopOutlets outlets;

 private:
  QTimer m_look;
};

TEST_F(DesktopOutletsTest, WhatIsSavedHasAnEndingWhateverSomebodyCallsIt) {
  const app::FileWish wish = {.title = QStringLiteral("Save"),
                              .name = QStringLiteral("receipt.pdf"),
                              .kinds = QStringLiteral("PDF (*.pdf)")};
  typeName(folder.filePath(QStringLiteral("mine")));
  EXPECT_EQ(answerTo(wish), folder.filePath(QStringLiteral("mine.pdf")));
  typeName(folder.filePath(QStringLiteral("mine.txt")));
  EXPECT_EQ(answerTo(wish), folder.filePath(QStringLiteral("mine.txt")));
  QString proposed;
  inDialogue([&](QFileDialog& dialogue) {
    proposed = dialogue.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text();
    dialogue.reject();
  });
  EXPECT_EQ(answerTo(wish), std::nullopt);
  EXPECT_EQ(proposed, wish.name);
}

TEST_F(DesktopOutletsTest, FilesOfCamerasAndScannersAreOffered) {
  QStringList filters;
  inDialogue([&](QFileDialog& dialogue) {
    filters = dialogue.nameFilters();
    dialogue.reject();
  });
  outlets.chooseExisting({.title = {}, .name = {}, .kinds = app::documentKinds()}, *page,
                         [](const QString& /*file*/) {});
  ASSERT_TRUE(eventually([&] { return filters.size() == 2; }));
  // Where capitals differ from small letters, each is named; where names end otherwise, there is
  // "all files".
  for (const QString pattern : {"*.pdf", "*.PDF", "*.jpg", "*.JPG", "*.jfif", "*.HEIC"}) {
    EXPECT_TRUE(filters.first().contains(pattern)) << pattern.toStdString();
  }
  EXPECT_TRUE(filters.last().endsWith("(*)"));
  EXPECT_FALSE(app::pictureKinds().contains("pdf"));
}

TEST_F(DesktopOutletsTest, ADialogueGoesWithThePageThatHasAsked) {
  if (app::systemName() == QLatin1String("windows"))
    GTEST_SKIP() << "whose own dialogues are no widgets";
  const auto answer = [](const auto& /*chosen*/) { ADD_FAILURE() << "nobody is there to hear it"; };
  const app::FileWish wish = {.title = QStringLiteral("Choose"), .name = {}, .kinds = {}};
  const std::vector<std::function<void()>> askers = {
      [&] { outlets.chooseFile(wish, *page, answer); },
      [&] { outlets.chooseExisting(wish, *page, answer); },
      [&] { outlets.chooseSeveral(wish, *page, answer); },
      [&] { outlets.print({}, *page, answer); }};
  for (const auto& ask : askers) {
    page = std::make_unique<QWidget>();
    ask();
    const QPointer<QWidget> dialog = QApplication::activeModalWidget();
    ASSERT_NE(dialog, nullptr) << "whoever asks waits for nobody";
    page.reset();
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(dialog, nullptr);
  }
}

}  // namespace
}  // namespace madoguchi::test
