#include "tests/unit/app/toy_room/toy_room.h"

#include <QPointer>
#include <QTest>

#include "tests/unit/app/pages/page_fixture.h"

// A new room is its own files and one line in the map of rooms. It lies over a registration that
// knows nothing of it, and gives it back with everything typed.

namespace madoguchi::test {
namespace {

using app::Page;

class ToyRoomTest : public PageTest {
 protected:
  app::Rooms rooms() override {
    app::Rooms rooms = PageTest::rooms();
    rooms[kToyRoom] = {.pageNames = {QStringLiteral("toy")}, .open = [this](const std::string& at) {
                         m_at = at;
                         auto flow = std::make_unique<ToyFlow>(uses().card, uses().idle);
                         m_toy = flow.get();
                         return toyRoom(std::move(flow));
                       }};
    return rooms;
  }

  /// In the page's own controls, the last one without leaving it.
  void typeHalfOfTheForm() {
    ASSERT_TRUE(press("step1.userClass.foreignNational"));
    ASSERT_TRUE(press("step1.termsAccepted.open"));
    ASSERT_TRUE(press("terms.close"));
    ASSERT_TRUE(press("step1.termsAccepted"));
    ASSERT_TRUE(type("step1.email", "maria@example.com"));
    ASSERT_TRUE(type("step1.phone", "03-1234-5"));
  }
  void expectHalfOfTheForm() {
    EXPECT_EQ(flow().page(), Page::step1);
    for (const auto& [field, words] :
         {std::pair{"step1.email", "maria@example.com"}, {"step1.phone", "03-1234-5"}}) {
      const auto* line = find<QLineEdit>(field);
      ASSERT_NE(line, nullptr) << field;
      EXPECT_EQ(line->text(), words);
    }
    EXPECT_FALSE(find<QLineEdit>("step1.name")->text().isEmpty()) << "from the card";
    EXPECT_TRUE(find<QAbstractButton>("step1.userClass.foreignNational")->isChecked());
    EXPECT_TRUE(find<QAbstractButton>("step1.termsAccepted")->isChecked());
    EXPECT_TRUE(agreedTerms.opened);
  }

  void toToyCard() {
    window();
    ASSERT_NO_FATAL_FAILURE(toStep1());
    ASSERT_NO_FATAL_FAILURE(typeHalfOfTheForm());
    ASSERT_TRUE(visit().holdsSecrets());
    emit flow().needs({kToyRoom, "window"});
    ASSERT_NE(find("pin"), nullptr);
    ASSERT_TRUE(eventually([&] { return m_toy->visit().status().pinTries.has_value(); }));
  }
  void toToyForm() {
    ASSERT_NO_FATAL_FAILURE(toToyCard());
    QTest::keyClicks(find("pin.field"), "1234");
    ASSERT_TRUE(press("pin.next"));
    ASSERT_TRUE(eventually([&] { return find("toyForm") != nullptr; }));
  }

  QPointer<ToyFlow> m_toy;
  std::string m_at;
};

TEST_F(ToyRoomTest, LiesOverARegistrationAndGivesItBackWithEverythingTyped) {
  ASSERT_NO_FATAL_FAILURE(toToyForm());
  EXPECT_EQ(m_at, "window");
  EXPECT_EQ(find("step1"), nullptr);
  EXPECT_TRUE(textOf("steps.words").contains("2"));
  ASSERT_TRUE(type("toyForm.owner", "MARIA"));
  for (const char* name : {"toyForm.toy[0].name", "toyForm.toy[1].name"}) {
    ASSERT_TRUE(press("toyForm.add"));
    ASSERT_TRUE(type(name, "BEAR"));
  }
  EXPECT_EQ(m_toy->form().rows("toy").size(), 2U);
  ASSERT_TRUE(press("toyForm.done"));
  ASSERT_NO_FATAL_FAILURE(expectHalfOfTheForm());
  EXPECT_EQ(find("toyForm"), nullptr);
  EXPECT_TRUE(find("step1.phone")->hasFocus()) << "which it had before";
  // Its secrets went when it was covered, so that they are asked for again.
  EXPECT_FALSE(visit().holdsSecrets());
  ASSERT_TRUE(type("step1.phone", "0312345678"));
  ASSERT_TRUE(type("step1.emailConfirmation", "maria@example.com"));
  ASSERT_TRUE(type("step1.residenceCardNumber", "AB12345678CD"));
  ASSERT_TRUE(press("step1.check"));
  ASSERT_EQ(flow().page(), Page::step2) << flow().summaryCode().toStdString();
  ASSERT_TRUE(flow().secretsNeeded());
  giveSecretsAgain("MADO1234", "1234");
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  flow().submit();
  EXPECT_TRUE(waitForPage(Page::step3));
}

TEST_F(ToyRoomTest, AsksTheCardForThePinAlone) {
  int verified = 0;
  ASSERT_NO_FATAL_FAILURE(toToyCard());
  observed.between = [&](auto command) -> std::optional<std::vector<std::uint8_t>> {
    verified += isVerify(command) ? 1 : 0;
    return std::nullopt;
  };
  QTest::keyClicks(find("pin.field"), "1234");
  ASSERT_TRUE(press("pin.next"));
  ASSERT_TRUE(eventually([&] { return find("toyForm") != nullptr; }));
  EXPECT_EQ(verified, 1);
}

TEST_F(ToyRoomTest, EscapeClosesItAndAsksWhereSomethingWasTyped) {
  ASSERT_NO_FATAL_FAILURE(toToyForm());
  ASSERT_TRUE(type("toyForm.owner", "MARIA"));
  QTest::keyClick(&window(), Qt::Key_Escape);
  ASSERT_NE(find("pin"), nullptr) << "one place back";
  QTest::keyClick(&window(), Qt::Key_Escape);
  ASSERT_NE(find("leave"), nullptr);
  ASSERT_TRUE(press("leave.no"));
  ASSERT_NE(find("pin"), nullptr);
  QTest::keyClick(&window(), Qt::Key_Escape);
  ASSERT_TRUE(press("leave.yes"));
  expectHalfOfTheForm();
}

TEST_F(ToyRoomTest, LeavingInItsHeaderLeavesWhatLiesUnderItToo) {
  ASSERT_NO_FATAL_FAILURE(toToyCard());
  ASSERT_TRUE(press("header.leave"));
  ASSERT_NE(find("leave"), nullptr) << "the form under it would be lost";
  ASSERT_TRUE(press("leave.yes"));
  EXPECT_NE(find("top"), nullptr);
  EXPECT_FALSE(agreedTerms.opened);
}

TEST_F(ToyRoomTest, ShowsWhatHasBecomeOfTheRegistrationMeanwhile) {
  ASSERT_NO_FATAL_FAILURE(toToyCard());
  remove();
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
  EXPECT_NE(find("pin"), nullptr) << "not before the toy room is left";
  QTest::keyClick(&window(), Qt::Key_Escape);
  EXPECT_TRUE(wordsOf("before.returned").contains("still there"));
  EXPECT_EQ(valueOf("email"), "maria@example.com");
}

}  // namespace
}  // namespace madoguchi::test
