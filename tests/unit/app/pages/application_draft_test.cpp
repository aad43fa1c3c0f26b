#include <QDateTime>
#include <QTest>

#include "tests/unit/app/pages/application_draft_fixture.h"

// Nothing that is typed into an application is lost: to an outage, the end of a session, another
// window, or a draft that is gone.

namespace madoguchi::test {
namespace {

TEST_F(ApplicationDraftTest, WhatIsTypedIsKeptWhenTheFieldIsLeftAndSaidQuietly) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, kept(3));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return puts() == 2; }));
  EXPECT_EQ(lastPut().at("revision"), 2);
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
  ASSERT_TRUE(waitToBeKept());
  EXPECT_TRUE(textOf("application.kept").contains("2:32 pm"));
  EXPECT_TRUE(find("application.homeTown")->hasFocus()) << "nobody was interrupted";
}

// As the mail says that warns of its end; nothing was typed.
TEST_F(ApplicationDraftTest, ADraftThatEndsSoonIsKeptForLongerOnceItIsOpened) {
  ASSERT_NO_FATAL_FAILURE(toList(draftLine()));
  auto ending = nlohmann::json::parse(draft(goodAnswers(), 1, "filing"));
  ending["expiresAt"] =
      QDateTime::currentDateTimeUtc().addDays(7).toString(Qt::ISODate).toStdString();
  server->answer(kDraft, {.status = 200, .body = ending.dump()});
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  EXPECT_EQ(lastPut().at("values").at("occupation"), goodAnswers().values.at("occupation"));
  EXPECT_EQ(lastPut().at("page"), "filing");
}

TEST_F(ApplicationDraftTest, AnOutageIsSaidAndNothingStops) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  for (int tries = 0; tries < 2; ++tries) {  // the second one when the field is left for the button
    server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  }
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return textOf("application.kept").contains("Not saved yet"); }));
  ASSERT_TRUE(press("header.leave"));
  ASSERT_NE(find("leave.yes"), nullptr) << "asked before it is gone";
  ASSERT_TRUE(eventually([&] { return puts() == 3; }));
  ASSERT_TRUE(press("leave.no"));
  server->answer(kDraft, kept(3));
  ASSERT_TRUE(write("application.homeTown", "米国　シカゴ"));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
  ASSERT_TRUE(press("header.leave"));
  EXPECT_EQ(window().place().page, "top") << "nothing to lose, nothing asked";
}

TEST_F(ApplicationDraftTest, AfterTheEndOfASessionTheSamePageIsThereWithAllThatWasTyped) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  ASSERT_TRUE(write("application.occupation", "会社員"));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_FALSE(shown().contains("会社員"));
  server->answer(kDraft, kept(3));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_EQ(find<QLineEdit>("application.occupation")->text(), "会社員");
  ASSERT_TRUE(eventually([&] { return puts() >= 2; }));
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
}

TEST_F(ApplicationDraftTest, AnotherPersonDoesNotSeeIt) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  server->answer("/v1/sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeCredentials("zzzzz99999"));
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(waitForPlace("menu")) << window().place().page.toStdString();
}

TEST_F(ApplicationDraftTest, TwoWindowsAreToldApartAndNeitherLosesWhatItTyped) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  forms::Answers others = goodAnswers();
  others.values["occupation"] = "教師";
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(others, 7)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  const QString different = textOf("draftConflict.differences");
  EXPECT_TRUE(different.contains("会社員")) << different.toStdString();
  EXPECT_TRUE(different.contains("教師"));
  server->answer("/v1/drafts", {.status = 201, .body = draft(others, 1, "", kOtherDraftId)});
  server->answer(kDraft, kept(8));
  ASSERT_TRUE(press("draftConflict.mine"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  ASSERT_TRUE(waitToBeKept());
  const auto aside = nlohmann::json::parse(server->requests("/v1/drafts").back().body);
  EXPECT_EQ(aside.at("values").at("occupation"), "教師") << "a draft of its own";
  EXPECT_EQ(aside.at("filesFrom"), kDraftId) << "with its files";
  EXPECT_EQ(lastPut().at("revision"), 7);
  EXPECT_EQ(lastPut().at("values").at("occupation"), "会社員");
}

TEST_F(ApplicationDraftTest, WhoGoesOnWithTheOtherOneKeepsTheirOwnAside) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  forms::Answers others = goodAnswers();
  others.values["occupation"] = "教師";
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(others, 7)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict"));
  server->answer("/v1/drafts", {.status = 201, .body = draft(goodAnswers(), 1, "", kOtherDraftId)});
  ASSERT_TRUE(press("draftConflict.other"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_EQ(find<QLineEdit>("application.occupation")->text(), "教師");
  const auto aside = nlohmann::json::parse(server->requests("/v1/drafts").back().body);
  EXPECT_EQ(aside.at("values").at("occupation"), "会社員");
}

TEST_F(ApplicationDraftTest, WhatHadArrivedWithoutAnAnswerIsNoConflict) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  forms::Answers mine = goodAnswers();
  mine.values["occupation"] = "会社員";
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(mine, 3)});
  server->answer(kDraft, kept(4));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(window().place().page, "applicationForm");
}

TEST_F(ApplicationDraftTest, WhatArrivedBeforeSomethingElseWasTypedIsNoConflictEither) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  for (int tries = 0; tries < 2; ++tries)
    server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(isNotKept(2));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(isNotKept(3));
  // The first one had arrived, and its answer had not.
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("会社員"), 3)});
  server->answer(kDraft, kept(4));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("教師"));
  ASSERT_TRUE(waitToBeKept()) << shown().toStdString();
  EXPECT_EQ(window().place().page, "applicationForm");
  EXPECT_EQ(lastPut().at("revision"), 3);
  EXPECT_EQ(lastPut().at("values").at("occupation"), "教師");
}

TEST_F(ApplicationDraftTest, WhoLogsOutBeforeItIsKeptIsAsked) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  for (int tries = 0; tries < 3; ++tries)
    server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return textOf("application.kept").contains("Not saved yet"); }));
  ASSERT_TRUE(press("header.logOut"));
  ASSERT_NE(find("leave.yes"), nullptr) << shown().toStdString();
  EXPECT_TRUE(session().isOpen());
  ASSERT_TRUE(press("leave.no"));
  EXPECT_EQ(find<QLineEdit>("application.occupation")->text(), "会社員");
  ASSERT_TRUE(press("header.logOut"));
  ASSERT_TRUE(press("leave.yes"));
  EXPECT_FALSE(session().isOpen());
  EXPECT_EQ(window().place().page, "top");
}

TEST_F(ApplicationDraftTest, WhoLeavesTheLoginOverWhatIsNotKeptIsAsked) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  ASSERT_TRUE(write("application.occupation", "会社員"));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  ASSERT_TRUE(press("header.back"));
  ASSERT_NE(find("leave.yes"), nullptr);
  ASSERT_TRUE(press("leave.no"));
  server->answer(kDraft, kept(3));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_EQ(find<QLineEdit>("application.occupation")->text(), "会社員");
}

TEST_F(ApplicationDraftTest, WhoTookTheirChangeBackGoesOnWithIt) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  const QString before = find<QLineEdit>("application.occupation")->text();
  server->answer(kDraft, changedSlowly());
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("教師"), 7)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return puts() == 2; }));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation(before));
  server->release();
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  server->answer("/v1/drafts",
                 {.status = 201, .body = draft(answersWith("教師"), 1, "", kOtherDraftId)});
  server->answer(kDraft, kept(8));
  ASSERT_TRUE(press("draftConflict.mine"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  ASSERT_TRUE(eventually([&] { return puts() == 3; })) << "else the other one would be filed";
  EXPECT_EQ(lastPut().at("revision"), 7);
  EXPECT_EQ(lastPut().at("values").at("occupation"), before.toStdString());
}

TEST_F(ApplicationDraftTest, ADraftThatWasFiledIsNotKeptAnew) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, ScriptedServer::problem(409, "tooLate"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  EXPECT_TRUE(shown().contains("This draft was filed meanwhile"));
  EXPECT_TRUE(window().windowTitle().contains("has been filed"));
  EXPECT_TRUE(made().empty());
  answerLists();
  ASSERT_TRUE(press("draftConflict.list"));
  ASSERT_TRUE(waitForPlace("applications"));
  EXPECT_FALSE(window().wouldLoseSomething()) << "nothing can be done for it";
}

TEST_F(ApplicationDraftTest, AGatewayThatKnowsNothingDoesNotMakeADraftGone) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  for (int tries = 0; tries < 2; ++tries)
    server->answer(kDraft,
                   {.status = 404, .body = "gateway", .type = "text/plain", .foreign = true});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(isNotKept(2)) << shown().toStdString();
  EXPECT_TRUE(made().empty());
  server->answer(kDraft, kept(3));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(write("application.homeTown", "米国　シカゴ"));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(waitToBeKept());
  EXPECT_TRUE(lastPut().at("values").contains("photo"));
}

TEST_F(ApplicationDraftTest, WhatCouldNotBeFetchedIsNotCompared) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  EXPECT_EQ(find("draftConflict.mine"), nullptr);
  EXPECT_EQ(find("draftConflict.differences"), nullptr);
  EXPECT_FALSE(shown().contains("1970")) << shown().toStdString();
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("教師"), 7)});
  ASSERT_TRUE(press("draftConflict.again"));
  ASSERT_TRUE(eventually([&] { return find("draftConflict.mine") != nullptr; }));
  EXPECT_TRUE(textOf("draftConflict.differences").contains("教師"));
}

TEST_F(ApplicationDraftTest, WhatCouldNotBeFetchedIsAskedForAfterALogin) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("教師"), 7)});
  ASSERT_NO_FATAL_FAILURE(logIn());
  EXPECT_TRUE(eventually([&] { return find("draftConflict.mine") != nullptr; }))
      << shown().toStdString();
}

TEST_F(ApplicationDraftTest, ADraftThatWasFiledWhileItWasAskedForIsNotKeptAnew) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, ScriptedServer::problem(409, "draftChanged"));
  server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(waitForPlace("applicationConflict")) << shown().toStdString();
  server->answer(kDraft, ScriptedServer::problem(409, "tooLate"));
  ASSERT_TRUE(press("draftConflict.again"));
  ASSERT_TRUE(waitToSee("This draft was filed meanwhile")) << shown().toStdString();
  EXPECT_NE(find("draftConflict.list"), nullptr);
  EXPECT_TRUE(made().empty());
}

TEST_F(ApplicationDraftTest, AConflictOfADraftInTheBackgroundTakesNobodyAway) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, ScriptedServer::problem(503, "unavailable"));
  server->answer(kDraft, changedSlowly());
  server->answer(kDraft, {.status = 200, .body = draft(answersWith("教師"), 7)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(isNotKept(2));
  ASSERT_NO_FATAL_FAILURE(backToList(draftLine()));
  ASSERT_TRUE(eventually([&] { return puts() == 3; }));
  ASSERT_TRUE(press("applications.new"));
  ASSERT_TRUE(waitForPlace("applicationStart"));
  server->release();
  ASSERT_TRUE(eventually([&] { return server->requests(kDraft).size() == 5; }));
  QTest::qWait(300);
  EXPECT_EQ(window().place().page, "applicationStart");
  answerLists(draftLine());
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(eventually([&] { return find("applications.new") != nullptr; }));
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  EXPECT_TRUE(waitForPlace("applicationConflict")) << "when it is opened";
}

TEST_F(ApplicationDraftTest, ADraftThatIsGoneIsKeptAnew) {
  forms::Answers answers = goodAnswers();
  answers.values.erase("photo");
  ASSERT_NO_FATAL_FAILURE(toDraft(answers));
  server->answer(kDraft, ScriptedServer::problem(404, "notFound"));
  answers.values["occupation"] = "会社員";
  server->answer("/v1/drafts", {.status = 201, .body = draft(answers, 1, "", kOtherDraftId)});
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return made().size() == 1; }));
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(nlohmann::json::parse(made().front().body).at("values").at("occupation"), "会社員");
  server->answer("/v1/drafts/" + kOtherDraftId, kept(2));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("教師"));
  ASSERT_TRUE(
      eventually([&] { return server->requests("/v1/drafts/" + kOtherDraftId).size() == 1; }));
  const auto sent =
      nlohmann::json::parse(server->requests("/v1/drafts/" + kOtherDraftId).front().body);
  EXPECT_EQ(sent.at("revision"), 1);
  EXPECT_EQ(sent.at("values").at("occupation"), "教師");
}

TEST_F(ApplicationDraftTest, FilesThatWereGoneWithADraftAreAskedForAnew) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  server->answer(kDraft, ScriptedServer::problem(404, "notFound"));
  forms::Answers sent = goodAnswers();
  sent.values["receipt"] = "counter";
  server->answer("/v1/drafts", {.status = 201, .body = draft(sent, 1, "", kOtherDraftId)});
  server->answer("/v1/drafts/" + kOtherDraftId, kept(2));
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_TRUE(waitToSee("The file has not arrived")) << shown().toStdString();
  ASSERT_TRUE(waitToBeKept());
  const auto requests = server->requests("/v1/drafts/" + kOtherDraftId);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_FALSE(nlohmann::json::parse(requests.front().body).at("values").contains("photo"));
}

TEST_F(ApplicationDraftTest, AFileThatADraftNamesAndDoesNotHaveIsAskedForAnew) {
  ASSERT_NO_FATAL_FAILURE(toList(draftLine()));
  server->answer(kDraft, {.status = 200,
                          .body = draft(goodAnswers(), 1, "filing", kDraftId,
                                        fileJson(100, 100, {}, std::string(64, 'e')))});
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
  EXPECT_TRUE(shown().contains("The file has not arrived")) << shown().toStdString();
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  EXPECT_FALSE(lastPut().at("values").contains("photo"));
}

TEST_F(ApplicationDraftTest, ADraftThatIsGoneIsKeptAnewAsSoonAsThatCanBe) {
  forms::Answers before = goodAnswers();
  before.values.erase("photo");
  ASSERT_NO_FATAL_FAILURE(toDraft(before));
  server->answer(kDraft, ScriptedServer::problem(404, "notFound"));
  server->answer("/v1/drafts", ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] {
    return made().size() == 1 && textOf("application.kept").contains("Not saved yet");
  })) << shown().toStdString();
  // The next one has an answer, and it is what the first one had made already.
  const std::string other = "/v1/drafts/" + kOtherDraftId;
  before.values["occupation"] = "会社員";
  const std::string first = draft(before, 1, "", kOtherDraftId);
  server->answer("/v1/drafts", {.status = 201, .body = first});
  server->answer(other, {.status = 200, .body = first});
  server->answer(other, kept(2));
  ASSERT_TRUE(write("application.homeTown", "米国　シカゴ"));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(eventually([&] { return server->requests(other).size() == 2; }))
      << shown().toStdString();
  ASSERT_TRUE(waitToBeKept());
  ASSERT_EQ(made().size(), 2U);
  EXPECT_EQ(made().front().idempotencyKey, made().back().idempotencyKey) << "one draft";
  const auto sent = nlohmann::json::parse(server->requests(other).back().body);
  EXPECT_EQ(sent.at("revision"), 1);
  EXPECT_EQ(sent.at("values").at("homeTown"), "米国　シカゴ");
  EXPECT_EQ(window().place().page, "applicationForm");
}

TEST_F(ApplicationDraftTest, AnotherDraftThatComesLateTakesNobodyOutOfTheirs) {
  const std::string other = "/v1/drafts/" + kOtherDraftId;
  const std::string lines = draftLine() + "," + draftLine(kOtherDraftId);
  ASSERT_NO_FATAL_FAILURE(toList(lines));
  server->answer(other, {.status = 200, .body = draft(goodAnswers(), 1, "filing", kOtherDraftId)});
  ASSERT_TRUE(press(("applications.draft." + kOtherDraftId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
  ScriptedServer::Answer slow = kept(2);
  slow.never = true;
  server->answer(other, slow);
  ASSERT_TRUE(press("application.receipt.counter"));
  ASSERT_NO_FATAL_FAILURE(backToList(lines));
  ScriptedServer::Answer late = {.status = 200, .body = draft(answersWith("教師"))};
  late.never = true;
  server->answer(kDraft, late);
  ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
  ASSERT_TRUE(eventually([&] { return server->requests(kDraft).size() == 1; }));
  ASSERT_TRUE(press(("applications.draft." + kOtherDraftId).c_str()));
  ASSERT_EQ(window().place().page, "applicationForm");
  auto* occupation = find<QLineEdit>("application.occupation");
  ASSERT_NE(occupation, nullptr) << "where the person was last";
  EXPECT_NE(occupation->text(), "教師");
  server->answer(other, kept(3));
  server->release();
  ASSERT_TRUE(waitToBeKept());
  EXPECT_EQ(find<QLineEdit>("application.occupation"), occupation) << "the same page still";
}

/// The page goes after its journey has forgotten everything, and has left its field by then.
TEST_F(ApplicationDraftTest, WhoLeavesFromWithinAFieldLeavesNothingBehind) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  server->answer(kDraft, kept(3));
  ASSERT_NO_FATAL_FAILURE(leaveOccupation("会社員"));
  ASSERT_TRUE(eventually([&] { return textOf("application.kept").contains("2:32 pm"); }));
  find("application.occupation")->setFocus();
  ASSERT_TRUE(press("header.leave"));
  EXPECT_EQ(window().place().page, "top");
  EXPECT_FALSE(shown().contains("会社員"));
}

}  // namespace
}  // namespace madoguchi::test
