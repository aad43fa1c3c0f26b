#include <QAccessible>
#include <QApplication>
#include <QFontInfo>
#include <QScrollArea>
#include <QTest>
#include <algorithm>
#include <string_view>
#include <vector>

#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/secret_field.h"
#include "tests/unit/app/pages/page_fixture.h"

// How large everything is, chosen in the header or by keys.

namespace madoguchi::test {
namespace {

using app::TextSize;

class TextSizeTest : public PageTest {
 protected:
  void SetUp() override {
    QObject::connect(&window(), &app::MainWindow::textSizeChosen, &window(),
                     [this](TextSize size) { chosen.push_back(size); });
  }
  int size() { return QFontInfo(find<app::RubyLabel>("top.heading")->font()).pixelSize(); }
  void hit(Qt::Key key) {
    QTest::keyClick(QApplication::focusWidget(), key, Qt::ControlModifier);
    QCoreApplication::processEvents();
  }
  void resizeTo(int width, int height) {
    window().resize(width, height);
    QCoreApplication::processEvents();
  }
  std::vector<TextSize> chosen;
};

TEST_F(TextSizeTest, IsChosenInTheHeader) {
  const int usual = size();
  ASSERT_TRUE(press("textSize.A++"));
  EXPECT_EQ(size(), 2 * usual);
  resizeTo(900, 1400);  // room for a full header
  EXPECT_TRUE(find<QAbstractButton>("textSize.A++")->isChecked());
  EXPECT_FALSE(find<QAbstractButton>("textSize.A")->isChecked());
  ASSERT_TRUE(press("textSize.A++"));
  EXPECT_TRUE(find<QAbstractButton>("textSize.A++")->isChecked());
  ASSERT_TRUE(press("textSize.A"));
  EXPECT_EQ(size(), usual);
  EXPECT_EQ(chosen, (std::vector{TextSize::largest, TextSize::normal}));
}

TEST_F(TextSizeTest, StaysWhatItIsInAnotherLanguage) {
  ASSERT_TRUE(press("textSize.A+"));
  const int large = size();
  resizeTo(900, 1400);
  speak("easy");
  EXPECT_GT(size(), large) << "with readings";
  speak("en");
  EXPECT_EQ(size(), large);
}

TEST_F(TextSizeTest, IsChosenByKeysWhateverHasTheFocus) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  auto* field = find<app::SecretField>("password.field");
  ASSERT_NE(field, nullptr);
  field->setFocus();
  QTest::keyClick(field, Qt::Key_A);
  hit(Qt::Key_Plus);
  hit(Qt::Key_Semicolon);  // a Japanese keyboard's, without shift
  hit(Qt::Key_Plus);       // there is no larger one
  EXPECT_EQ(chosen, (std::vector{TextSize::large, TextSize::largest}));
  hit(Qt::Key_Minus);
  hit(Qt::Key_0);
  hit(Qt::Key_Minus);
  EXPECT_EQ(chosen,
            (std::vector{TextSize::large, TextSize::largest, TextSize::large, TextSize::normal}));
  EXPECT_TRUE(field->hasFocus());
  EXPECT_EQ(field->length(), 1) << "none of them was typed";
}

TEST_F(TextSizeTest, IsOneButtonWhereHeightIsShortAndKeepsTheFocus) {
  resizeTo(360, 480);
  const auto shown = [&] {
    QStringList names;
    for (const char* name : {"textSize.A", "textSize.A+", "textSize.A++"})
      if (find(name) != nullptr) names << QLatin1String(name).mid(9);
    return names.join(u' ');
  };
  EXPECT_EQ(shown(), "A+");
  find("textSize.A+")->setFocus();
  for (const char* next : {"A++", "A", "A+"}) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCoreApplication::processEvents();
    EXPECT_EQ(shown(), next);
    EXPECT_EQ(QApplication::focusWidget(), find((std::string("textSize.") + next).c_str()));
  }
  EXPECT_EQ(chosen, (std::vector{TextSize::large, TextSize::largest, TextSize::normal}));
}

TEST_F(TextSizeTest, LeavesMostOfASmallWindowToThePage) {
  for (const QString& language : app::Language::tags()) {
    speak(language);
    for (const QSize room : {QSize(360, 480), QSize(1024, 768), QSize(1280, 800)}) {
      resizeTo(room.width(), room.height());
      for (const char* name : {"textSize.A", "textSize.A+", "textSize.A++"}) {
        press(name);  // the one that is shown
        // Once the window manager, where there is one, has given it that size.
        EXPECT_TRUE(eventually([&] { return find("header")->height() * 3 < room.height(); }))
            << language.toStdString() << ' ' << room.width() << ' ' << name;
      }
    }
  }
}

/// What reaches over the right edge of the page that is shown; empty where nothing does.
QString widerThanThePage(const app::MainWindow& window) {
  QStringList wider;
  for (const auto* area : window.findChildren<QScrollArea*>()) {
    if (!area->isVisible() || area->widget()->width() <= area->viewport()->width()) continue;
    wider << QString::number(area->widget()->width());
    for (const auto* part : area->widget()->findChildren<QWidget*>()) {
      const int right = part->mapTo(area->widget(), QPoint(part->minimumSizeHint().width(), 0)).x();
      if (part->isVisible() && right > area->viewport()->width())
        wider << QLatin1String(part->metaObject()->className()) + u' ' + part->objectName();
    }
  }
  return wider.join(u'\n');
}

TEST_F(TextSizeTest, NothingIsWiderThanTheSmallestWindow) {
  resizeTo(360, 480);
  hit(Qt::Key_Plus);
  hit(Qt::Key_Plus);
  ASSERT_EQ(chosen.back(), TextSize::largest);
  const auto expectFits = [this](const QString& page) {
    ASSERT_TRUE(eventually([&] { return window().place().page == page; })) << page.toStdString();
    for (const QString& language : app::Language::tags()) {
      speak(language);
      QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
      EXPECT_EQ(widerThanThePage(window()).toStdString(), "")
          << page.toStdString() << ' ' << language.toStdString();
    }
  };
  expectFits("top");
  for (const auto& [door, page] :
       {std::pair("top.selfCheck", "selfCheck"), std::pair("top.logIn.coeByEmail", "login"),
        std::pair("top.logIn.cardHolder", "cardLogin"),
        std::pair("top.cardHolder", "beforeYouStart")}) {
    ASSERT_TRUE(press(door)) << door;
    expectFits(page);
    key(&window(), Qt::Key_Escape);
    ASSERT_TRUE(eventually([&] { return window().place().page == "top"; })) << door;
  }
  ASSERT_TRUE(press("top.logIn.coeByEmail"));
  ASSERT_TRUE(press("login.logIn"));
  expectFits("login");  // with what is wrong
  ASSERT_TRUE(press("login.haveLink"));
  expectFits("passwordLink");
  ASSERT_TRUE(press("header.leave"));
  toStep1WithoutCard(forms::Entrance::attorneyOrScrivener);
  ASSERT_TRUE(press("step1.check"));
  expectFits("step1");
  leave();
  ASSERT_NO_FATAL_FAILURE(toStep2WithoutCard());
  expectFits("step2");
}

TEST_F(TextSizeTest, APageDoesNotOpenWithHalfOfItsHeading) {
  hit(Qt::Key_Plus);
  hit(Qt::Key_Plus);
  for (const QString& language : app::Language::tags()) {
    speak(language);
    for (const int height : {480, 600, 680, 768, 860, 1000}) {
      resizeTo(1024, height);
      ASSERT_TRUE(press("top.logIn.coeByEmail"));
      QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
      QCoreApplication::processEvents();
      const auto* heading = find<app::RubyLabel>("login.heading");
      const int seen = heading->visibleRegion().boundingRect().height();
      EXPECT_TRUE(seen == 0 || seen == heading->height())
          << language.toStdString() << ' ' << height << ' ' << seen;
      EXPECT_TRUE(find("login.id")->hasFocus());
      key(&window(), Qt::Key_Escape);
      ASSERT_TRUE(eventually([&] { return window().place().page == "top"; }));
    }
  }
}

TEST_F(TextSizeTest, IsHeardAsOneGroupOfChoices) {
  const auto interfaceOf = [](QWidget* part) -> QAccessibleInterface& {
    return *QAccessible::queryAccessibleInterface(part);
  };
  QWidget* large = find("textSize.A+");
  EXPECT_EQ(interfaceOf(large).role(), QAccessible::RadioButton);
  EXPECT_EQ(interfaceOf(large).text(QAccessible::Name), "A+, larger text");
  EXPECT_EQ(interfaceOf(large->parentWidget()).role(), QAccessible::Grouping);
  EXPECT_EQ(interfaceOf(large->parentWidget()).text(QAccessible::Name), "Text size");
  EXPECT_FALSE(interfaceOf(large).state().checked);
  interfaceOf(large).actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  EXPECT_TRUE(interfaceOf(large).state().checked);
  speak("ja");
  EXPECT_EQ(interfaceOf(large).text(QAccessible::Name), "A+、大きい文字");
}

TEST_F(TextSizeTest, WhereItIsTouchedAShortWindowHasNoSmallButtonsInItsHeader) {
  app::setTouched(true);
  const auto heights = [this] {
    std::vector<int> found;
    for (const auto* one : find<QWidget>("header")->findChildren<QAbstractButton*>())
      if (one->isVisible()) found.push_back(one->height());
    return found;
  };
  for (const char* size : {"textSize.A", "textSize.A+", "textSize.A++"}) {
    resizeTo(1900, 1600);
    if (std::string_view(size) != "textSize.A") {
      ASSERT_TRUE(press(size));
    }
    resizeTo(1900, 500);  // as keys on the screen leave it
    const auto all = heights();
    ASSERT_GE(all.size(), 4U);
    EXPECT_GE(*std::min_element(all.begin(), all.end()), 44) << size;
  }
  app::setTouched(false);
}

}  // namespace
}  // namespace madoguchi::test
