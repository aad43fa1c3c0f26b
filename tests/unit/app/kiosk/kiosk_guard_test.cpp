#include "app/kiosk/kiosk_guard.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDialog>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolTip>
#include <QVBoxLayout>

#include "app/widgets/ruby_label.h"
#include "tests/unit/app/event_loop.h"

// Every door of docs/kiosk-doors.md that the guard closes is tried here.

namespace madoguchi::test {
namespace {

QKeyEvent keyOf(int key, Qt::KeyboardModifiers with = {}, const QString& text = {}) {
  return {QEvent::KeyPress, key, with, text};
}

/// Takes whatever is dropped.
class Basket : public QWidget {
 public:
  explicit Basket(QWidget* parent) : QWidget(parent) { setAcceptDrops(true); }
  int dropped = 0;
  int asked = 0;

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override { event->acceptProposedAction(); }
  void dropEvent(QDropEvent* /*event*/) override { ++dropped; }
  void contextMenuEvent(QContextMenuEvent* /*event*/) override { ++asked; }
};

class KioskGuardTest : public ::testing::Test {
 protected:
  KioskGuardTest() {
    auto* column = new QVBoxLayout(&room);
    line = new QLineEdit(&room);
    basket = new Basket(&room);
    label = new app::RubyLabel(app::RubyLabel::Role::body, &room);
    label->setPlain(QStringLiteral("MADO GUCHI"));
    for (QWidget* one : std::initializer_list<QWidget*>{line, basket, label})
      column->addWidget(one);
    room.resize(600, 400);
    room.showFullScreen();
    room.activateWindow();
    line->setFocus();
    EXPECT_TRUE(eventually([this] { return line->hasFocus(); }));
  }
  template <typename Event>
  static void send(QWidget& to, Event&& event) {
    QCoreApplication::sendEvent(&to, &event);
  }

  QWidget room;
  QLineEdit* line;
  Basket* basket;
  app::RubyLabel* label;
};

TEST_F(KioskGuardTest, TypesMovesAndEdits) {
  const app::KioskGuard guard(room);
  QTest::keyClicks(line, QStringLiteral("abc"));
  QTest::keyClick(line, Qt::Key_Backspace);
  QTest::keyClick(line, Qt::Key_Left, Qt::ShiftModifier);
  QTest::keyClicks(line, QStringLiteral("@"));
  EXPECT_EQ(line->text(), QStringLiteral("a@"));
  for (const int key : {Qt::Key_Tab, Qt::Key_Return, Qt::Key_Escape, Qt::Key_F1, Qt::Key_PageDown})
    EXPECT_TRUE(app::isKeyOfKiosk(keyOf(key))) << key;
  EXPECT_TRUE(app::isKeyOfKiosk(keyOf(Qt::Key_Plus, Qt::ControlModifier)));
  EXPECT_TRUE(app::isKeyOfKiosk(keyOf(Qt::Key_B, Qt::AltModifier))) << "a mnemonic";
  EXPECT_TRUE(app::isKeyOfKiosk(keyOf(0, {}, QStringLiteral("あ"))));
}

TEST_F(KioskGuardTest, NoOtherKeyDoesAnything) {
  const app::KioskGuard guard(room);
  for (int key = Qt::Key_F2; key <= Qt::Key_F35; ++key)
    EXPECT_FALSE(app::isKeyOfKiosk(keyOf(key))) << key;
  for (const int key : {Qt::Key_Menu, Qt::Key_Print, Qt::Key_Super_L, Qt::Key_Meta, Qt::Key_Insert,
                        Qt::Key_HomePage, Qt::Key_LaunchMail, Qt::Key_PowerOff, Qt::Key_Back,
                        Qt::Key_Help, Qt::Key_Open, Qt::Key_Copy, Qt::Key_Paste, Qt::Key_Cut})
    EXPECT_FALSE(app::isKeyOfKiosk(keyOf(key))) << key;
  for (const int key : {Qt::Key_F4, Qt::Key_Tab, Qt::Key_Space, Qt::Key_Escape, Qt::Key_Return})
    EXPECT_FALSE(app::isKeyOfKiosk(keyOf(key, Qt::AltModifier))) << key;
  for (const int key : {Qt::Key_Q, Qt::Key_W, Qt::Key_N, Qt::Key_P, Qt::Key_S, Qt::Key_O, Qt::Key_C,
                        Qt::Key_V, Qt::Key_X, Qt::Key_Tab, Qt::Key_Insert})
    EXPECT_FALSE(app::isKeyOfKiosk(keyOf(key, Qt::ControlModifier, QString(QChar(key))))) << key;
  EXPECT_FALSE(app::isKeyOfKiosk(keyOf(Qt::Key_L, Qt::MetaModifier, QStringLiteral("l"))));
  EXPECT_FALSE(app::isKeyOfKiosk(
      keyOf(Qt::Key_T, Qt::ControlModifier | Qt::AltModifier, QStringLiteral("t"))));
  EXPECT_FALSE(app::isKeyOfKiosk(keyOf(Qt::Key_Delete, Qt::ShiftModifier))) << "cuts";
}

TEST_F(KioskGuardTest, ShortcutsOfPagesAreNone) {
  int pressed = 0;
  const QShortcut print(QKeySequence(QKeySequence::Print), &room, [&] { ++pressed; });
  const QShortcut larger(QKeySequence(QStringLiteral("Ctrl++")), &room, [&] { pressed += 100; });
  const app::KioskGuard guard(room);
  QTest::keyClick(&room, Qt::Key_P, Qt::ControlModifier);
  EXPECT_EQ(pressed, 0);
  QTest::keyClick(&room, Qt::Key_Plus, Qt::ControlModifier);
  EXPECT_EQ(pressed, 100) << "but for the size of the text";
}

TEST_F(KioskGuardTest, TheWindowStaysAndFillsTheScreen) {
  const app::KioskGuard guard(room);
  EXPECT_FALSE(room.close());
  EXPECT_TRUE(room.isVisible());
  room.showMinimized();
  EXPECT_TRUE(eventually([&] { return room.isFullScreen() && !room.isMinimized(); }));
  room.showNormal();
  EXPECT_TRUE(eventually([&] { return room.isFullScreen(); }));
}

TEST_F(KioskGuardTest, NoDialogStays) {
  const app::KioskGuard guard(room);
  QDialog dialog(&room);
  dialog.show();
  EXPECT_TRUE(eventually([&] { return !dialog.isVisible(); }));
  QWidget other;
  other.show();
  EXPECT_TRUE(eventually([&] { return !other.isVisible(); }));
  QWidget list(&room, Qt::Popup);
  list.show();
  QCoreApplication::processEvents();
  EXPECT_TRUE(list.isVisible()) << "a list that drops down";
}

TEST_F(KioskGuardTest, AToolTipLeadsNowhere) {
  // In place of the desktop, a signal that takes an address.
  QTextBrowser desktop;
  QSignalSpy opened(&desktop, &QTextBrowser::anchorClicked);
  QDesktopServices::setUrlHandler(QStringLiteral("kiosk-door"), &desktop, "anchorClicked");
  QLabel link(QStringLiteral("<a href='kiosk-door:'>door</a>"), &room);
  link.setOpenExternalLinks(true);
  link.adjustSize();
  link.show();
  QTest::mouseClick(&link, Qt::LeftButton);
  ASSERT_EQ(opened.size(), 1) << "what opens links does so here";
  const app::KioskGuard guard(room);
  QToolTip::showText(room.mapToGlobal(QPoint(5, 5)), link.text(), &room);
  ASSERT_TRUE(QToolTip::isVisible());
  QWidget* tip = nullptr;
  for (QWidget* one : QApplication::topLevelWidgets())
    if (one->isVisible() && one->windowType() == Qt::ToolTip) tip = one;
  ASSERT_NE(tip, nullptr);
  const QPointer<QWidget> alive(tip);
  for (int x = 0; alive != nullptr && x < tip->width(); ++x)
    QTest::mouseClick(tip, Qt::LeftButton, {}, QPoint(x, tip->height() / 2));
  EXPECT_EQ(opened.size(), 1);
  EXPECT_EQ(QApplication::focusWidget(), line) << "nor does it take the keys";
  QToolTip::hideText();
  QDesktopServices::unsetUrlHandler(QStringLiteral("kiosk-door"));
}

TEST_F(KioskGuardTest, NothingIsDraggedIntoIt) {
  QMimeData data;
  data.setText(QStringLiteral("file:///etc/passwd"));
  const auto drop = [&] {
    send(*basket, QDragEnterEvent({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {}));
    send(*basket, QDropEvent({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {}));
  };
  drop();
  ASSERT_EQ(basket->dropped, 1);
  const app::KioskGuard guard(room);
  drop();
  EXPECT_EQ(basket->dropped, 1);
}

TEST_F(KioskGuardTest, ThereAreNoMenus) {
  const auto ask = [&] {
    send(*basket, QContextMenuEvent(QContextMenuEvent::Keyboard, {1, 1}, {1, 1}));
  };
  ask();
  ASSERT_EQ(basket->asked, 1);
  const app::KioskGuard guard(room);
  ask();
  QTest::mouseClick(basket, Qt::RightButton);
  EXPECT_EQ(basket->asked, 1);
}

TEST_F(KioskGuardTest, NothingComesIntoTheClipboardOrOutOfIt) {
  QClipboard& clipboard = *QGuiApplication::clipboard();
  clipboard.setText(QStringLiteral("before"));
  const app::KioskGuard guard(room);
  line->setText(QStringLiteral("secret"));
  line->selectAll();
  for (const auto key : {Qt::Key_C, Qt::Key_X, Qt::Key_Insert})
    QTest::keyClick(line, key, Qt::ControlModifier);
  QTest::keyClick(line, Qt::Key_Delete, Qt::ShiftModifier);
  label->setFocus();
  QTest::mouseDClick(label, Qt::LeftButton);
  QTest::keyClick(label, Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(clipboard.text(), QStringLiteral("before"));
  line->setFocus();
  QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
  QTest::mouseClick(line, Qt::MiddleButton);
  EXPECT_EQ(line->text(), QStringLiteral("secret"));
}

TEST_F(KioskGuardTest, StaffHasAKeyOfItsOwn) {
  app::KioskGuard guard(room);
  int wanted = 0;
  QObject::connect(&guard, &app::KioskGuard::staffWanted, [&] { ++wanted; });
  QTest::keyClick(room.windowHandle(), Qt::Key_F12, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(wanted, 1);
  QTest::keyClick(room.windowHandle(), Qt::Key_F12, Qt::ControlModifier);
  EXPECT_EQ(wanted, 1);
}

}  // namespace
}  // namespace madoguchi::test
