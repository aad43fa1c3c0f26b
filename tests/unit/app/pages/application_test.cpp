#include <array>

#include "app/core/service_clock.h"
#include "forms/procedures/procedure_facts.h"
#include "tests/unit/app/pages/application_fixture.h"

// Applications: the list, the form with its files, what is signed and filed, and what
// became of it.

namespace madoguchi::test {
namespace {

class ApplicationPagesTest : public ApplicationTest {
 protected:
  static std::string draftNamed(const char* end) { return "applications.draft." + kDraftId + end; }
  static std::string filedNamed(const char* end) {
    return "applications.filed." + kApplicationId + end;
  }
  /// From the last page of the form, of what cannot be filed.
  void fileInVain() {
    for (int revision = 2; revision < 5; ++revision) server->answer(kDraft, kept(revision));
    ASSERT_TRUE(press("application.next"));
    if (find("application.later") != nullptr) press("application.later");
    ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
    ASSERT_TRUE(press("applicationReview.file"));
    EXPECT_EQ(window().place().page, "applicationReview");
  }
  void toReview(const forms::Answers& answers = goodAnswers()) {
    ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
    ASSERT_TRUE(press("application.next"));
    ASSERT_TRUE(waitForPlace("applicationReview"))
        << wordsOf("application.errorSummary").toStdString();
  }
};

TEST_F(ApplicationPagesTest, TheListSaysWhatThereIsAndOpensIt) {
  ASSERT_NO_FATAL_FAILURE(toList(draftLine(), applicationLine("examination")));
  ASSERT_NE(find(draftNamed("").c_str()), nullptr);
  const QString words = find(filedNamed("").c_str())->accessibleDescription();
  EXPECT_TRUE(words.contains("In examination (21 November 2026, 12:04 pm)")) << words.toStdString();
  EXPECT_TRUE(words.contains("SANTOS MARIA CLARA"));
  ASSERT_TRUE(press(draftNamed(".remove").c_str()));
  EXPECT_TRUE(server->requests(kDraft).empty()) << "asked first";
  server->answer(kDraft, {.status = 204});
  answerLists();
  ASSERT_TRUE(press(draftNamed(".yes").c_str()));
  ASSERT_TRUE(eventually([&] { return find("applications.none") != nullptr; }));
}

TEST_F(ApplicationPagesTest, WhoAppliedAtTheCounterIsNotOfferedIt) {
  ASSERT_NO_FATAL_FAILURE(logIn(welcomeTo(true)));
  ASSERT_TRUE(waitForPlace("menu"));
  EXPECT_EQ(find("menu.applications"), nullptr);
  EXPECT_NE(find("menu.notForThisClass"), nullptr);
}

TEST_F(ApplicationPagesTest, ADraftWhosePartIsMissingNowIsNotFiled) {
  forms::Answers answers = goodAnswers();
  answers.values["currentStatus"] = "T41";
  ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  ASSERT_NO_FATAL_FAILURE(fileInVain());
  EXPECT_EQ(find("errorSummary.part"), nullptr) << "said once";
  EXPECT_TRUE(server->requests(kFiling).empty());
  ASSERT_TRUE(press("errorSummary.statusApplied")) << "what stops it is said";
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_TRUE(find("application.currentStatus.search")->hasFocus()) << "leads to what decides it";
  ASSERT_TRUE(press("application.next"));
  EXPECT_TRUE(wordsOf("application.errorSummary").contains("regional immigration"))
      << shown().toStdString();
}

TEST_F(ApplicationPagesTest, AnAccountOfAnotherKindIsTold) {
  ASSERT_NO_FATAL_FAILURE(toList());
  ASSERT_TRUE(press("applications.new"));
  ASSERT_TRUE(press("applicationStart.forWhom.child"));
  ASSERT_TRUE(press("applicationStart.procedure.other"));
  ASSERT_TRUE(press("applicationStart.next"));
  EXPECT_TRUE(wordsOf("prospect.verdict").contains("This account is not for that"));
}

TEST_F(ApplicationPagesTest, BothNamesStandOnEveryPageInAllLanguages) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers()));
  for (const char* language : {"en", "ja", "easy"}) {
    speak(language);
    EXPECT_TRUE(textOf("application.people").contains("SANTOS MARIA CLARA"));
    EXPECT_TRUE(textOf("application.people").contains("HOUMU TARO"));
  }
}

TEST_F(ApplicationPagesTest, TheReviewLeadsToAnItemAndBackToItself) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  EXPECT_EQ(textOf("applicationReview.occupation"), "主婦");
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("applicationReview.occupation.change"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  EXPECT_TRUE(find("application.occupation")->hasFocus());
  server->answer(kDraft, kept(3));
  ASSERT_TRUE(write("application.occupation", "会社員"));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview"));
  EXPECT_EQ(textOf("applicationReview.occupation"), "会社員");
}

TEST_F(ApplicationPagesTest, WhatIsMissingStopsThePageAndCanBeDoneLater) {
  forms::Answers answers = goodAnswers();
  answers.values.erase("occupation");
  ASSERT_NO_FATAL_FAILURE(toDraft(answers));
  EXPECT_EQ(find("application.later"), nullptr);
  ASSERT_TRUE(press("application.next"));
  EXPECT_TRUE(textOf("application.occupation.error").contains("Occupation"));
  server->answer(kDraft, kept(3));
  ASSERT_TRUE(press("application.later"));
  EXPECT_NE(find("application.currentStatus"), nullptr) << "the next page";
}

TEST_F(ApplicationPagesTest, WithoutACardItIsFiledAsItIsAndTheNumberIsThere) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kFiling, filed());
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
  EXPECT_TRUE(wordsOf("applicationFiled.number").contains("P20261126-00000001"));
  const auto sent = nlohmann::json::parse(server->requests(kFiling).front().body);
  EXPECT_EQ(sent.at("revision"), 1);
  EXPECT_FALSE(sent.contains("signed"));
  ASSERT_TRUE(press("applicationFiled.print"));
  ASSERT_EQ(outlets.printed.size(), 1U);
  EXPECT_TRUE(outlets.printed.front().lines.at(1).text.contains("P20261126-00000001"));
  const QString stay = textOf("applicationFiled.stay");
  EXPECT_TRUE(stay.contains("you may stay as before")) << stay.toStdString();
  EXPECT_TRUE(outlets.printed.front().lines.back().text.endsWith(stay)) << "on the proof, too";
  outlets.printing = app::Outlets::Outcome::tooManyPages;
  ASSERT_TRUE(press("applicationFiled.print"));
  EXPECT_TRUE(shown().contains(outlets.tooManyPages())) << shown().toStdString();
}

TEST_F(ApplicationPagesTest, WhoseCertificateHasEndedIsToldAndFilesNothing) {
  ASSERT_NO_FATAL_FAILURE(logIn(welcome(R"(,"cardEnded":true)")));
  ASSERT_NO_FATAL_FAILURE(toReview());
  ASSERT_TRUE(press("applicationReview.file"));
  EXPECT_EQ(window().place().page, "applicationReview");
  EXPECT_TRUE(wordsOf("applicationReview.failure").contains("MG-203"));
  EXPECT_TRUE(server->requests("/v1/applications").back().body.empty()) << "the list alone";
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
}

TEST_F(ApplicationPagesTest, WhatTheServiceFindsIsSaidAtItsItems) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(
      kFiling, ScriptedServer::problem(422, "formInvalid",
                                       R"(,"errors":[{"field":"occupation","code":"WZBAM005E"}])"));
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(eventually([&] { return find("applicationReview.errorSummary") != nullptr; }));
  EXPECT_TRUE(textOf("applicationReview.occupation.finding").contains("WZBAM005E"));
}

TEST_F(ApplicationPagesTest, WhatIsTooEarlyIsSaidBeforeTheCardIsAskedFor) {
  forms::Answers answers = goodAnswers();
  answers.values["stayExpiry"] = inDays(150);
  ASSERT_NO_FATAL_FAILURE(toListWithCard(draftLine()));
  server->answer(kDraft, {.status = 200, .body = draft(answers, 1, "filing")});
  ASSERT_TRUE(press(draftNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
  EXPECT_EQ(find("applicationReview.outside"), nullptr);
  ASSERT_TRUE(press("applicationReview.file"));
  EXPECT_EQ(window().place().page, "applicationReview") << "and not the card's";
  const QString said = wordsOf("applicationReview.outside");
  EXPECT_TRUE(said.contains("from three months before")) << shown().toStdString();
  EXPECT_TRUE(said.contains("MG-605")) << said.toStdString();
  EXPECT_TRUE(isPresented("applicationReview.outside"));
  EXPECT_EQ(find("applicationReview.failure"), nullptr) << "said once";
  EXPECT_TRUE(textOf("applicationReview.stayExpiry.finding").contains("too early"))
      << shown().toStdString();
  expectInAllLanguages("applicationReview.outside");
  EXPECT_TRUE(server->requests(kFiling).empty());
}

TEST_F(ApplicationPagesTest, AnAcquisitionThatIsTooLateIsSentToTheCounterBeforeItIsFiled) {
  struct NoonOf {
    explicit NoonOf(std::chrono::sys_days day) {
      app::hearServiceTime(day + std::chrono::hours(3));
    }
    ~NoonOf() {
      app::hearServiceTime(
          std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
    }
    NoonOf(const NoonOf&) = delete;
    NoonOf& operator=(const NoonOf&) = delete;
  };
  const NoonOf sunday(std::chrono::year(2026) / 11 / 29);
  forms::Answers answers = goodAnswers();
  for (const auto& [field, value] : forms::Values{{"desiredStatus", "T44"},
                                                  {"acquisitionCause", "lossOfNationality"},
                                                  {"acquiredOn", "2026-10-29"}})
    answers.values[field] = value;
  auto acquisition = nlohmann::json::parse(draft(answers, 1, "filing"));
  acquisition["procedure"] = "acquisition";
  ASSERT_NO_FATAL_FAILURE(toList(draftLine()));
  server->answer(kDraft, {.status = 200, .body = acquisition.dump()});
  ASSERT_TRUE(press(draftNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
  ASSERT_NO_FATAL_FAILURE(fileInVain());
  const QString said = wordsOf("applicationReview.outside");
  EXPECT_TRUE(said.contains("the last one: 30 November 2026")) << shown().toStdString();
  EXPECT_FALSE(said.contains("period of stay")) << said.toStdString();
  EXPECT_TRUE(isPresented("applicationReview.outside"));
  const NoonOf tuesday(std::chrono::year(2026) / 12 / 1);
  ASSERT_TRUE(press("applicationReview.file"));
  EXPECT_TRUE(wordsOf("applicationReview.outside").contains("More than 30 days have passed"))
      << shown().toStdString();
  EXPECT_TRUE(server->requests(kFiling).empty());
}

TEST_F(ApplicationPagesTest, WhatOnlyTheServiceFindsOutsideItsTimeIsSaidPlainly) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  for (const auto& said : {std::pair("windowNotYet", "too early to file"),
                           std::pair("windowCounter", "apply today at the counter"),
                           std::pair("windowOver", "at once")}) {
    server->answer(kFiling, ScriptedServer::problem(422, "windowClosed",
                                                    R"(,"errors":[{"field":"stayExpiry","code":")" +
                                                        std::string(said.first) + R"("}])"));
    ASSERT_TRUE(press("applicationReview.file"));
    ASSERT_TRUE(waitToSee(said.second)) << said.first << shown().toStdString();
    const QString failure = wordsOf("applicationReview.failure");
    EXPECT_TRUE(failure.contains("MG-605")) << failure.toStdString();
    EXPECT_FALSE(failure.contains("period of stay")) << "which a newborn does not have";
  }
}

TEST_F(ApplicationPagesTest, ARefusalOfWhatThisFormDoesNotHaveIsNotSilent) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kFiling, ScriptedServer::problem(
                              422, "formInvalid",
                              R"(,"errors":[{"field":"ofALaterForm","code":"WZBAM005E"}])"));
  ASSERT_TRUE(press("applicationReview.file"));
  EXPECT_TRUE(waitToSee("this program is too old")) << shown().toStdString();
}

TEST_F(ApplicationPagesTest, TheSameForTheSamePersonIsAskedAboutAndNotDoubledSilently) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kFiling, ScriptedServer::problem(409, "alreadyFiled"));
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(eventually([&] { return find("applicationReview.alreadyFiled") != nullptr; }));
  server->answer(kFiling, filed());
  ASSERT_TRUE(press("applicationReview.fileAgain"));
  ASSERT_TRUE(waitForPlace("applicationFiled"));
  const auto requests = server->requests(kFiling);
  EXPECT_EQ(nlohmann::json::parse(requests.back().body).at("again"), true);
  EXPECT_NE(requests.front().idempotencyKey, requests.back().idempotencyKey);
}

TEST_F(ApplicationPagesTest, WhoCancelsAfterItWasSentIsToldThatItMayBeFiled) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  EXPECT_EQ(find("applicationReview.calledOff"), nullptr);
  server->answer(kFiling, {.status = 201, .body = filed().body, .never = true});
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(eventually([&] { return server->requests(kFiling).size() == 1; }));
  EXPECT_TRUE(
      textOf("applicationSending.whatCancelDoes").contains("may have been filed all the same"));
  EXPECT_EQ(textOf("applicationSending.sending"), "") << "it has been sent";
  ASSERT_TRUE(press("applicationSending.cancel"));
  ASSERT_TRUE(waitForPlace("applicationReview"));
  EXPECT_TRUE(wordsOf("applicationReview.calledOff").contains("may already have been filed"));
  EXPECT_TRUE(isPresented("applicationReview.calledOff"));
  expectInAllLanguages("applicationReview.calledOff");
  server->release();
  server->answer(kFiling, filed());
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
  const auto requests = server->requests(kFiling);
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests.front().idempotencyKey, requests.back().idempotencyKey);
}

TEST_F(ApplicationPagesTest, WhoGoesWhileItIsFiledIsAsked) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kFiling, {.status = 201, .body = filed().body, .never = true});
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(eventually([&] { return server->requests(kFiling).size() == 1; }));
  EXPECT_TRUE(window().isSending()) << "a kiosk waits for it";
  for (const char* way : {"header.leave", "header.logOut"}) {
    ASSERT_TRUE(press(way));
    ASSERT_NE(find("leave.yes"), nullptr) << way;
    EXPECT_TRUE(shown().contains("it is not known yet whether it arrived"));
    EXPECT_FALSE(shown().contains("will be deleted")) << "the draft stays";
    EXPECT_FALSE(wordsOf("leave").contains("Delete"));
    expectInAllLanguages("leave");
    ASSERT_TRUE(press("leave.no"));
  }
  EXPECT_FALSE(window().close());
  ASSERT_TRUE(press("leave.no"));
  EXPECT_EQ(window().place().page, "applicationSending");
  server->release();
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
}

TEST_F(ApplicationPagesTest, WhatIsFiledAllTheSameIsAskedForOnceMoreUnderItsKey) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kFiling, ScriptedServer::problem(409, "alreadyFiled"));
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(eventually([&] { return find("applicationReview.alreadyFiled") != nullptr; }));
  server->answer(kFiling, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("applicationReview.fileAgain"));
  ASSERT_TRUE(eventually([&] { return find("applicationReview.failure") != nullptr; }));
  server->answer(kFiling, filed());
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationFiled"));
  const auto requests = server->requests(kFiling);
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[1].idempotencyKey, requests[2].idempotencyKey);
  EXPECT_EQ(requests[1].body, requests[2].body);
}

TEST_F(ApplicationPagesTest, AfterAnOutageTheSameIsSentUnderTheSameKey) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kFiling, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(eventually([&] { return find("applicationReview.failure") != nullptr; }));
  server->answer(kFiling, filed());
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationFiled"));
  const auto requests = server->requests(kFiling);
  EXPECT_EQ(requests.front().idempotencyKey, requests.back().idempotencyKey);
  EXPECT_EQ(requests.front().body, requests.back().body);
}

TEST_F(ApplicationPagesTest, WhatBecameOfItIsSaidWithItsDays) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("examination")));
  server->answer(kApplication, detail("examination"));
  ASSERT_TRUE(press(filedNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail")) << shown().toStdString();
  EXPECT_TRUE(textOf("applicationDetail.history").contains("Filed (20 November 2026, 12:04 pm)"));
  EXPECT_EQ(textOf("applicationDetail.occupation"), "主婦");
  server->answer(kApplication + "/receive", detail("examination"));
  ASSERT_TRUE(press("applicationDetail.receiveOther"));
  ASSERT_TRUE(eventually([&] { return server->requests(kApplication + "/receive").size() == 1; }));
  EXPECT_EQ(server->requests(kApplication + "/receive").front().body, R"({"receive":"counter"})");
}

TEST_F(ApplicationPagesTest, WhileItIsPendingThePageSaysHowLongOneMayStay) {
  forms::Answers answers = goodAnswers();
  answers.values["stayExpiry"] = "2026-12-31";
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("examination")));
  server->answer(kApplication, detail("examination", {}, {}, {}, answers));
  ASSERT_TRUE(press(filedNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail")) << shown().toStdString();
  const QString said = textOf("applicationDetail.stay");
  EXPECT_TRUE(said.contains("by 31 December 2026")) << said.toStdString();
  EXPECT_TRUE(said.contains("at the latest until 28 February 2027")) << said.toStdString();
}

TEST_F(ApplicationPagesTest, OnceItWasDecidedThePageDoesNotSaySo) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("withdrawn")));
  server->answer(kApplication, detail("withdrawn"));
  ASSERT_TRUE(press(filedNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail")) << shown().toStdString();
  EXPECT_EQ(find("applicationDetail.stay"), nullptr);
}

TEST_F(ApplicationPagesTest, AWithdrawalIsAskedAboutFirst) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("filed")));
  server->answer(kApplication, detail("filed"));
  ASSERT_TRUE(press(filedNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  ASSERT_TRUE(press("applicationDetail.withdraw"));
  EXPECT_TRUE(server->requests(kApplication + "/withdrawal").empty());
  server->answer(kApplication + "/withdrawal", detail("withdrawn"));
  ASSERT_TRUE(press("applicationDetail.withdraw.yes"));
  ASSERT_TRUE(
      eventually([&] { return textOf("applicationDetail.history").contains("Withdrawn"); }));
  EXPECT_EQ(find("applicationDetail.withdraw"), nullptr);
}

TEST_F(ApplicationPagesTest, WhoGoesWhileItIsWithdrawnIsAsked) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("filed")));
  server->answer(kApplication, detail("filed"));
  ASSERT_TRUE(press(filedNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  EXPECT_FALSE(window().isSending()) << "reading is no step";
  ASSERT_TRUE(press("applicationDetail.withdraw"));
  server->answer(kApplication + "/withdrawal",
                 {.status = 200, .body = detail("withdrawn").body, .never = true});
  ASSERT_TRUE(press("applicationDetail.withdraw.yes"));
  ASSERT_TRUE(
      eventually([&] { return server->requests(kApplication + "/withdrawal").size() == 1; }));
  EXPECT_FALSE(window().close());
  EXPECT_TRUE(wordsOf("leave").contains("the answer has not come yet"));
  ASSERT_TRUE(press("leave.no"));
  server->release();
  ASSERT_TRUE(eventually([&] { return !window().isSending(); }));
  EXPECT_TRUE(window().close());
}

TEST_F(ApplicationPagesTest, TheFeesOfAResultAreThoseThatTheOperatorHasGiven) {
  const std::string facts =
      R"({"sources":{"a":{"title":"Made up","checkedAt":"2026-11-26"}},"fees":[{"procedure":)"
      R"("extension","way":"online","yen":12345,"from":"2026-01-01","source":"a"}]})";
  const std::array<forms::FactFile, 1> kFiles = {{{"operator.json", facts}}};
  forms::adoptProcedureFacts(kFiles);
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("decided")));
  server->answer(kApplication, detail("decided", R"(,"result":{"granted":true,"text":"OK"})"));
  ASSERT_TRUE(press(filedNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  const QString fees = textOf("applicationDetail.checklist.fees");
  forms::adoptProcedureFacts({});
  EXPECT_TRUE(fees.contains("12,345")) << fees.toStdString();
}

TEST_F(ApplicationPagesTest, WhatWasGrantedSaysWhatToSendAndWhereTo) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("decided")));
  server->answer(kApplication, detail("decided", R"(,"result":{"granted":true,"text":"OK"})"));
  ASSERT_TRUE(press(filedNamed("").c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  const QString said = wordsOf("applicationDetail.result");
  EXPECT_TRUE(said.contains("Granted"));
  EXPECT_TRUE(textOf("applicationDetail.checklist.papers").contains("revenue stamps"));
  EXPECT_TRUE(textOf("applicationDetail.checklist.fees").contains("5,500"));
  EXPECT_TRUE(textOf("applicationDetail.checklist.address").contains("青海"));
  EXPECT_TRUE(
      textOf("applicationDetail.checklist.afterwards").contains("My Number Card prolonged"));
  server->answer(kApplication + "/draft",
                 {.status = 201, .body = R"({"id":")" + kDraftId + R"("})"});
  server->answer(kDraft, {.status = 200, .body = draft(goodAnswers())});
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("applicationDetail.copy"));
  ASSERT_TRUE(waitForPlace("applicationForm")) << shown().toStdString();
}

}  // namespace
}  // namespace madoguchi::test
