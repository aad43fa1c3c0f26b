#include <QPlainTextEdit>

#include "app/widgets/ruby_text.h"
#include "tests/unit/app/pages/application_fixture.h"

// What is left to be done and said when an application was filed: errors that are reported, what
// ends with it, and lists that are longer than a page.

namespace madoguchi::test {
namespace {

const std::string kReports = kApplication + "/error-reports";

class ApplicationAfterwardsTest : public ApplicationTest {
 protected:
  void toDetail(const std::string& state, const ScriptedServer::Answer& application) {
    ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine(state)));
    server->answer(kApplication, application);
    ASSERT_TRUE(press(("applications.filed." + kApplicationId).c_str()));
    ASSERT_TRUE(waitForPlace("applicationDetail")) << shown().toStdString();
  }
  static QString receipt() { return app::spokenText(qtTrId("applicationDetail.receipt")); }
  QPlainTextEdit* report() { return find<QPlainTextEdit>("applicationDetail.report"); }
  /// As an input method does.
  void writeReport(const QString& text) {
    ASSERT_NE(report(), nullptr);
    report()->setFocus();
    report()->setPlainText(text);
  }
  ScriptedServer::Answer reported() {
    ScriptedServer::Answer answer =
        detail("examination",
               R"(,"errorReports":[{"text":"Chicago, not Boston","at":"2026-11-22T00:00:00Z"}])");
    answer.status = 201;
    return answer;
  }
};

TEST_F(ApplicationAfterwardsTest, AnErrorIsReportedOnceAndSeenAmongTheSteps) {
  ASSERT_NO_FATAL_FAILURE(toDetail("examination", detail("examination")));
  ASSERT_NO_FATAL_FAILURE(writeReport(" Chicago,\tnot Boston\n"));
  server->answer(kReports, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("applicationDetail.report.send"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.report.failure") != nullptr; }));
  EXPECT_FALSE(report()->toPlainText().isEmpty()) << "nothing is lost";
  server->answer(kReports, reported());
  ASSERT_TRUE(press("applicationDetail.report.send"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.report.sent") != nullptr; }));
  EXPECT_TRUE(report()->toPlainText().isEmpty());
  EXPECT_TRUE(
      textOf("applicationDetail.history").contains("Error reported (22 November 2026, 9:00 am)"))
      << textOf("applicationDetail.history").toStdString();
  EXPECT_TRUE(textOf("applicationDetail.report.before").contains("Chicago, not Boston"));
  const auto sent = server->requests(kReports);
  EXPECT_EQ(sent.front().body, R"({"text":"Chicago, not Boston"})");
  EXPECT_EQ(sent.front().idempotencyKey, sent.back().idempotencyKey);
}

TEST_F(ApplicationAfterwardsTest, WhatIsNoReportIsSaidBesideIt) {
  ASSERT_NO_FATAL_FAILURE(toDetail("examination", detail("examination")));
  ASSERT_TRUE(press("applicationDetail.report.send"));
  EXPECT_TRUE(textOf("applicationDetail.report.wrong").contains("Write what is wrong"));
  EXPECT_TRUE(report()->hasFocus());
  ASSERT_NO_FATAL_FAILURE(writeReport(QString(2001, u'x')));
  EXPECT_EQ(find("applicationDetail.report.wrong"), nullptr) << "while they write";
  ASSERT_TRUE(press("applicationDetail.report.send"));
  EXPECT_TRUE(textOf("applicationDetail.report.wrong").contains("2000"));
  EXPECT_TRUE(server->requests(kReports).empty());
  ASSERT_NO_FATAL_FAILURE(writeReport(QString(2000, u'x')));
  server->answer(kReports,
                 ScriptedServer::problem(422, "formInvalid",
                                         R"(,"errors":[{"field":"text","code":"tooMany"}])"));
  ASSERT_TRUE(press("applicationDetail.report.send"));
  ASSERT_TRUE(eventually([&] { return find("applicationDetail.report.wrong") != nullptr; }));
  EXPECT_TRUE(textOf("applicationDetail.report.wrong").contains("No more reports"));
  EXPECT_EQ(report()->toPlainText().size(), 2000);
}

TEST_F(ApplicationAfterwardsTest, WhatWasWrittenOutlivesTheSessionAndIsNotLeftSilently) {
  ASSERT_NO_FATAL_FAILURE(toDetail("examination", detail("examination")));
  ASSERT_NO_FATAL_FAILURE(writeReport("Chicago, not Boston"));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  EXPECT_EQ(report()->toPlainText(), "Chicago, not Boston");
  ASSERT_TRUE(press("header.leave"));
  EXPECT_NE(find("leave.yes"), nullptr);
}

TEST_F(ApplicationAfterwardsTest, NothingIsReportedOnWhatIsOver) {
  ASSERT_NO_FATAL_FAILURE(toDetail("withdrawn", detail("withdrawn")));
  EXPECT_EQ(report(), nullptr);
  EXPECT_FALSE(shown().contains(receipt()));
}

TEST_F(ApplicationAfterwardsTest, WhatWasFiledTogetherIsSaidToHaveEndedWithARefusal) {
  forms::Answers together = goodAnswers();
  together.values["alsoReentry"] = "yes";
  ScriptedServer::Answer refused =
      detail("refused", R"(,"result":{"granted":false,"text":"Reason 1"})", {}, {}, together);
  ASSERT_NO_FATAL_FAILURE(toDetail("refused", refused));
  const QString said = wordsOf("applicationDetail.result");
  EXPECT_TRUE(said.contains("Reason 1"));
  EXPECT_TRUE(said.contains("has ended too")) << said.toStdString();
}

TEST_F(ApplicationAfterwardsTest, AnApplicationAloneHasNothingThatEndsWithIt) {
  ASSERT_NO_FATAL_FAILURE(
      toDetail("refused", detail("refused", R"(,"result":{"granted":false,"text":"Reason 1"})")));
  EXPECT_FALSE(wordsOf("applicationDetail.result").contains("has ended too"));
  EXPECT_FALSE(shown().contains(receipt())) << "there is no card to be received";
}

TEST_F(ApplicationAfterwardsTest, HowTheCardIsReceivedIsSaidWhileThereMayBeOne) {
  ASSERT_NO_FATAL_FAILURE(toDetail("examination", detail("examination")));
  EXPECT_TRUE(shown().contains(receipt()));
}

TEST_F(ApplicationAfterwardsTest, OlderApplicationsAreShownWhenTheyAreWanted) {
  const std::string older = "a2" + std::string(30, '0');
  ASSERT_NO_FATAL_FAILURE(logIn());
  server->answer("/v1/account", registered());
  server->answer("/v1/drafts", {.status = 200, .body = R"({"drafts":[]})"});
  server->answer("/v1/applications", {.status = 200,
                                      .body = R"({"applications":[)" + applicationLine("filed") +
                                              R"(],"next":"1764558240-a1"})"});
  ASSERT_TRUE(press("menu.applications"));
  ASSERT_TRUE(eventually([&] { return find("applications.more") != nullptr; }));
  server->answer("/v1/applications?before=1764558240-a1",
                 ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("applications.more"));
  ASSERT_TRUE(eventually([&] { return find("applications.failure") != nullptr; }));
  EXPECT_NE(find(("applications.filed." + kApplicationId).c_str()), nullptr)
      << "what is there stays";
  server->answer(
      "/v1/applications?before=1764558240-a1",
      {.status = 200, .body = R"({"applications":[)" + applicationLine("done", {}, older) + "]}"});
  ASSERT_TRUE(press("applications.more"));
  ASSERT_TRUE(eventually([&] { return find(("applications.filed." + older).c_str()) != nullptr; }));
  EXPECT_TRUE(find(("applications.filed." + older).c_str())->hasFocus()) << "one reads on there";
  EXPECT_EQ(find("applications.more"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
