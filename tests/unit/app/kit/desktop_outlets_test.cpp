#include "app/kit/desktop_outlets.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>

#include "app/rooms/application/pages/picture_texts.h"

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

  const QTemporaryDir folder;
  app::DesktopOutlets outlets;

 private:
  QTimer m_look;
};

TEST_F(DesktopOutletsTest, WhatIsSavedHasAnEndingWhateverSomebodyCallsIt) {
  const app::FileWish wish = {.title = QStringLiteral("Save"),
                              .name = QStringLiteral("receipt.pdf"),
                              .kinds = QStringLiteral("PDF (*.pdf)")};
  typeName(folder.filePath(QStringLiteral("mine")));
  EXPECT_EQ(outlets.chooseFile(wish), folder.filePath(QStringLiteral("mine.pdf")));
  typeName(folder.filePath(QStringLiteral("mine.txt")));
  EXPECT_EQ(outlets.chooseFile(wish), folder.filePath(QStringLiteral("mine.txt")));
  QString proposed;
  inDialogue([&](QFileDialog& dialogue) {
    proposed = dialogue.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text();
    dialogue.reject();
  });
  EXPECT_EQ(outlets.chooseFile(wish), std::nullopt);
  EXPECT_EQ(proposed, wish.name);
}

TEST_F(DesktopOutletsTest, FilesOfCamerasAndScannersAreOffered) {
  QStringList filters;
  inDialogue([&](QFileDialog& dialogue) {
    filters = dialogue.nameFilters();
    dialogue.reject();
  });
  outlets.chooseExisting({.title = {}, .name = {}, .kinds = app::documentKinds()});
  ASSERT_EQ(filters.size(), 2);
  // Where capitals differ from small letters, each is named; where names end otherwise, there is
  // "all files".
  for (const QString pattern : {"*.pdf", "*.PDF", "*.jpg", "*.JPG", "*.jfif", "*.HEIC"}) {
    EXPECT_TRUE(filters.first().contains(pattern)) << pattern.toStdString();
  }
  EXPECT_TRUE(filters.last().endsWith("(*)"));
  EXPECT_FALSE(app::pictureKinds().contains("pdf"));
}

}  // namespace
}  // namespace madoguchi::test
