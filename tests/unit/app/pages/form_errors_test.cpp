#include <QPushButton>
#include <QScrollArea>
#include <map>

#include "app/form/form_model.h"
#include "app/kit/form/form_row.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_text.h"
#include "tests/unit/app/pages/page_fixture.h"

// An error goes as soon as its field is right, without anything moving, and no new one comes
// before the next check.

namespace madoguchi::test {
namespace {

class FormErrorsTest : public PageTest {
 protected:
  void SetUp() override {
    ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
    ASSERT_TRUE(press("step1.check"));
    settle();
    ASSERT_TRUE(isWrong("phone"));
  }
  static void settle() {
    for (int i = 0; i < 20; ++i) QCoreApplication::processEvents();
  }
  /// Goes on to another field, as Tab does.
  void leaveFor(const char* field) {
    find(field)->setFocus(Qt::TabFocusReason);
    settle();
  }
  QString errorOf(const QString& field) {
    return textOf(("step1." + field + ".error").toUtf8().constData());
  }
  bool isWrong(const QString& field) {
    return find<QLineEdit>(("step1." + field).toUtf8().constData())->property("wrong").toBool();
  }
  const QPushButton* linkTo(const QString& field) {
    return find<QPushButton>(("errorSummary." + field).toUtf8().constData());
  }
  static QString corrected() { return app::spokenText(qtTrId("field.corrected")); }
  /// On the page, however far it is scrolled.
  std::map<std::string, int> places() {
    std::map<std::string, int> places;
    const QWidget* page = window().findChild<QScrollArea*>()->widget();
    for (const auto* row : window().findChildren<app::FormRow*>()) {
      if (row->isVisible() && page->isAncestorOf(row))
        places[row->objectName().toStdString()] = row->mapTo(page, QPoint()).y();
    }
    return places;
  }
};

TEST_F(FormErrorsTest, GoWhenTheFieldIsLeftCorrected) {
  ASSERT_TRUE(type("step1.phone", "03-1234-5678"));
  EXPECT_TRUE(isWrong("phone")) << "who is still typing is left alone";
  const auto before = places();
  leaveFor("step1.email");
  EXPECT_FALSE(isWrong("phone"));
  EXPECT_EQ(errorOf("phone"), corrected());
  EXPECT_FALSE(find("step1.phone")->accessibleDescription().contains("WZBAM"));
  ASSERT_NE(linkTo("phone"), nullptr);
  EXPECT_EQ(linkTo("phone")->accessibleDescription(), corrected());
  EXPECT_TRUE(linkTo("email")->accessibleDescription().isEmpty());
  EXPECT_EQ(places(), before);
  EXPECT_TRUE(find("step1.email")->hasFocus());
}

TEST_F(FormErrorsTest, StayWhileTheFieldIsWrongAndComeBackWithIt) {
  ASSERT_TRUE(type("step1.phone", "abc"));
  leaveFor("step1.email");
  EXPECT_TRUE(isWrong("phone"));
  EXPECT_TRUE(errorOf("phone").contains("WZBAM001E")) << "not another one before the next check";
  ASSERT_TRUE(type("step1.phone", "0312345678"));
  leaveFor("step1.email");
  EXPECT_FALSE(isWrong("phone"));
  ASSERT_TRUE(type("step1.phone", "0"));
  find<QLineEdit>("step1.phone")->clear();
  leaveFor("step1.email");
  EXPECT_TRUE(isWrong("phone"));
  EXPECT_TRUE(linkTo("phone")->accessibleDescription().isEmpty());
}

TEST_F(FormErrorsTest, NeverComeBeforeTheNextCheck) {
  ASSERT_TRUE(type("step1.phone", "0312345678"));
  ASSERT_TRUE(press("step1.check"));
  ASSERT_TRUE(errorOf("phone").isEmpty());
  ASSERT_TRUE(type("step1.phone", "abc"));
  leaveFor("step1.email");
  EXPECT_TRUE(errorOf("phone").isEmpty());
  EXPECT_FALSE(isWrong("phone"));
  EXPECT_EQ(linkTo("phone"), nullptr);
}

TEST_F(FormErrorsTest, GoAtOnceWithAChoice) {
  ASSERT_FALSE(errorOf("sex").isEmpty());
  const auto before = places();
  ASSERT_TRUE(press("step1.sex.female"));
  settle();
  EXPECT_EQ(errorOf("sex"), corrected());
  EXPECT_EQ(places(), before);
}

TEST_F(FormErrorsTest, AreAllDoneWhenTheLastOneIs) {
  const auto* summary = find<app::MessagePanel>("step1.errorSummary");
  ASSERT_NE(summary, nullptr);
  agreedTerms.opened = true;
  flow().form().noteFacts();
  for (const auto& [field, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"name", "HOUMU TARO"},
           {"sex", "male"},
           {"dateOfBirth", "1990-04-15"},
           {"municipalityCode", "131016"},
           {"addressRest", "１－２－３"},
           {"phone", "0312345678"},
           {"email", "a@example.com"},
           {"emailConfirmation", "a@example.com"}}) {
    flow().setValue(field, value);
    flow().repairValue(field);
  }
  EXPECT_EQ(summary->kind(), app::MessagePanel::Kind::error);
  settle();
  const auto before = places();
  flow().setValue("termsAccepted", "true");
  flow().repairValue("termsAccepted");
  settle();
  EXPECT_EQ(summary->kind(), app::MessagePanel::Kind::good);
  EXPECT_EQ(places(), before);
  ASSERT_TRUE(press("step1.check"));
  EXPECT_EQ(flow().page(), app::Page::step2);
}

using LaterServiceTest = PageTest;

TEST_F(LaterServiceTest, ItsUnknownCodesGetTheGeneralTextAndAreShown) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2WithoutCard());
  server->answer(
      "/v1/registrations",
      {.status = 422,
       .body = R"({"status":422,"code":"WZBAM778E","reason":"formInvalid",)"
               R"("requestId":"0123456789abcdef","errors":[{"field":"phone","code":"WZBAM777E"}]})",
       .type = "application/problem+json"});
  flow().submit();
  ASSERT_TRUE(waitForPage(app::Page::step1));
  for (const QString& language : app::Language::tags()) {
    speak(language);
    const QString general = app::spokenText(qtTrId("message.WZBAM018E.text"));
    ASSERT_TRUE(waitToSee(general)) << language.toStdString();
    const QString words = wordsOf("step1.errorSummary");
    EXPECT_TRUE(words.contains("WZBAM778E")) << words.toStdString();
    EXPECT_TRUE(words.contains(app::spokenText(qtTrId("message.WZBAM018E.remedy"))));
    EXPECT_FALSE(words.contains("message.")) << words.toStdString();
    const QString marked = textOf("step1.phone.error");
    EXPECT_TRUE(marked.contains("WZBAM777E")) << marked.toStdString();
    EXPECT_FALSE(marked.contains("fieldError.")) << marked.toStdString();
  }
}

}  // namespace
}  // namespace madoguchi::test
