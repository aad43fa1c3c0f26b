#include <QFontInfo>

#include "app/widgets/ruby_label.h"
#include "tests/unit/app/pages/page_fixture.h"

// Whom to ask, from everywhere; and how large texts are that carry readings.

namespace madoguchi::test {
namespace {

class HelpTest : public PageTest {
 protected:
  bool saysWhomToAsk() {
    return shown().contains(kHelpDesk) && shown().contains(MADOGUCHI_VERSION) &&
           shown().contains(server->settings().origin);
  }
};

TEST_F(HelpTest, IsOneLinkAwayFromTheTopPage) {
  window();
  ASSERT_TRUE(press("top.help"));
  EXPECT_TRUE(saysWhomToAsk());
  ASSERT_TRUE(press("help.close"));
  EXPECT_FALSE(saysWhomToAsk());
  EXPECT_NE(find("top"), nullptr);
}

TEST_F(HelpTest, IsOneKeyAwayAndLosesNothing) {
  toStep1WithoutCard(forms::Entrance::coeByEmail);
  ASSERT_TRUE(type("step1.phone", "0312345678"));
  key(&window(), Qt::Key_F1);
  EXPECT_TRUE(saysWhomToAsk());
  key(&window(), Qt::Key_F1);  // not a second one over it
  key(&window(), Qt::Key_Escape);
  EXPECT_FALSE(saysWhomToAsk());
  EXPECT_EQ(valueOf("phone"), "0312345678");
}

TEST_F(HelpTest, IsOfferedWhereSomethingHasFailed) {
  server->stop();
  enter(forms::Entrance::coeByEmail);
  ASSERT_TRUE(eventually([&] { return find("before.networkFailure.help") != nullptr; }));
  ASSERT_TRUE(press("before.networkFailure.help"));
  EXPECT_TRUE(saysWhomToAsk());
}

TEST_F(HelpTest, TextsAreLargerAsLongAsTheyCarryReadings) {
  window();
  const auto size = [&] {
    QCoreApplication::processEvents();
    return QFontInfo(find<app::RubyLabel>("top.heading")->font()).pixelSize();
  };
  const int before = size();
  speak("easy");
  EXPECT_GT(size(), before);
  speak("ja");
  EXPECT_EQ(size(), before);
}

}  // namespace
}  // namespace madoguchi::test
