#include <nlohmann/json.hpp>

#include "tests/unit/app/pages/account_fixture.h"

// What was registered is changed: filled in, checked, sent, and what the last page says of mails.

namespace madoguchi::test {
namespace {

constexpr auto kPath = "/v1/account/changes";
constexpr auto kPhone = "informationChange.phone";

class InformationChangeTest : public AccountTest {
 protected:
  static ScriptedServer::Answer registered(const std::string& entrance = "coeByEmail",
                                           const std::string& more = {}) {
    return {
        .status = 200,
        .body = R"({"authenticationId":"bcdfg01234","entrance":")" + entrance +
                R"(","form":{"answers":{"addressRest":"１－１－１","email":"houmu@mail.example",)"
                R"("municipalityCode":"131016","name":"HOUMU TARO","phone":"0312345678"},)"
                R"("id":"registration","version":1})" +
                more + "}"};
  }
  static ScriptedServer::Answer changed(const std::string& more = {}) {
    return {.status = 200, .body = R"({"changed":["phone"])" + more + "}"};
  }
  void toChange(const std::string& entrance = "coeByEmail") {
    ASSERT_NO_FATAL_FAILURE(logIn());
    server->answer("/v1/account", registered(entrance));
    ASSERT_TRUE(press("menu.information"));
    ASSERT_TRUE(waitToSee("houmu@mail.example"));
    ASSERT_TRUE(press("information.change"));
    ASSERT_EQ(window().place().page, "informationChange");
  }
  void toReview() {
    ASSERT_NO_FATAL_FAILURE(toChange());
    ASSERT_TRUE(type(kPhone, "03-9999-8888"));
    ASSERT_TRUE(press("informationChange.check"));
    ASSERT_EQ(window().place().page, "informationReview");
  }
  std::vector<ScriptedServer::Request> waitForRequests(std::size_t count) {
    EXPECT_TRUE(eventually([&] { return server->requests(kPath).size() >= count; }));
    return server->requests(kPath);
  }
};

TEST_F(InformationChangeTest, WhatDiffersIsShownBesideWhatWasAndIsChanged) {
  ASSERT_NO_FATAL_FAILURE(toChange());
  EXPECT_TRUE(textOf("informationChange.phone.registered").contains("0312345678"));
  EXPECT_TRUE(textOf("informationChange.municipalityCode.registered").contains("Chiyoda"));
  ASSERT_TRUE(type(kPhone, "03-9999-8888"));
  ASSERT_TRUE(press("informationChange.check"));
  ASSERT_EQ(window().place().page, "informationReview");
  EXPECT_EQ(textOf("informationReview.phone"), "0399998888");
  EXPECT_TRUE(textOf("informationReview.phone.before").contains("0312345678"));
  EXPECT_EQ(find("informationReview.addressRest"), nullptr) << "what stays is not shown";
  server->answer(kPath, changed());
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(waitForPlace("informationChanged"));
  EXPECT_TRUE(wordsOf("informationChanged.done").contains("No email"));
  EXPECT_EQ(find("informationChanged.newEmail"), nullptr);
  const auto request = server->requests(kPath).front();
  EXPECT_EQ(request.body,
            R"({"answers":{"phone":"0399998888"},"id":"informationChange","version":1})");
  EXPECT_EQ(request.authorization, std::string("Bearer ") + ScriptedServer::kToken);
  server->answer("/v1/account", registered());
  ASSERT_TRUE(press("informationChanged.back"));
  EXPECT_EQ(window().place().page, "userInformation");
  EXPECT_TRUE(eventually([&] { return server->requests("/v1/account").size() == 2; }));
}

TEST_F(InformationChangeTest, ANewAddressOfMailWaitsForItsLinkAndThePageSaysWhatComes) {
  ASSERT_NO_FATAL_FAILURE(toChange());
  ASSERT_TRUE(type("informationChange.email", "new@mail.example"));
  ASSERT_TRUE(type("informationChange.emailConfirmation", "new@mail.example"));
  ASSERT_TRUE(press("informationChange.check"));
  const std::string waits =
      R"("newEmail":{"confirmUntil":"2026-11-27T03:04:00Z","email":"new@mail.example"})";
  server->answer(kPath, {.status = 200, .body = R"({"changed":[],)" + waits + "}"});
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(waitForPlace("informationChanged"));
  EXPECT_EQ(find("informationChanged.done"), nullptr) << "nothing is another yet";
  const QString said = wordsOf("informationChanged.newEmail");
  EXPECT_TRUE(said.contains("new@mail.example"));
  EXPECT_TRUE(said.contains("houmu@mail.example")) << "that stays until then";
  EXPECT_TRUE(said.contains("27 November 2026, 12:04 pm")) << said.toStdString();
  EXPECT_NE(find("informationChanged.help"), nullptr);
  server->answer("/v1/account", registered("coeByEmail", "," + waits));
  ASSERT_TRUE(press("informationChanged.back"));
  ASSERT_TRUE(eventually([&] { return find("information.newEmail") != nullptr; }));
  EXPECT_TRUE(wordsOf("information.newEmail").contains("new@mail.example"));
}

TEST_F(InformationChangeTest, WhoseMailsComeBackIsWarnedAndShownTheWayToTheAddress) {
  ASSERT_NO_FATAL_FAILURE(logIn(welcome(R"(,"mailsComeBack":true)")));
  ASSERT_TRUE(wordsOf("menu.mailsComeBack").contains("came back")) << shown().toStdString();
  server->answer("/v1/account", registered("coeByEmail", R"(,"mailsComeBack":true)"));
  ASSERT_TRUE(press("menu.mailsComeBack.see"));
  ASSERT_TRUE(eventually([&] { return find("information.changeEmail") != nullptr; }));
  ASSERT_TRUE(press("information.changeEmail"));
  EXPECT_TRUE(find("informationChange.email")->hasFocus());
  // Once another address waits for its link, that is what is said.
  server->answer(
      "/v1/account",
      registered("coeByEmail", R"(,"mailsComeBack":true,"newEmail":{"email":"new@mail.example",)"
                               R"("confirmUntil":"2026-11-27T00:00:00Z"})"));
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(press("menu.information"));
  ASSERT_TRUE(eventually([&] { return find("information.newEmail") != nullptr; }));
  EXPECT_EQ(find("information.mailsComeBack"), nullptr);
  ASSERT_TRUE(press("header.back"));
  EXPECT_EQ(find("menu.mailsComeBack"), nullptr);
}

TEST_F(InformationChangeTest, NothingIsSaidOfMailsThatArrive) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  EXPECT_EQ(find("menu.mailsComeBack"), nullptr);
  server->answer("/v1/account", registered());
  ASSERT_TRUE(press("menu.information"));
  ASSERT_TRUE(waitToSee("houmu@mail.example"));
  EXPECT_EQ(find("information.mailsComeBack"), nullptr);
}

TEST_F(InformationChangeTest, NothingHalfAnAddressAndTwoMailAddressesAreSaidWithTheirCodes) {
  ASSERT_NO_FATAL_FAILURE(toChange());
  ASSERT_TRUE(press("informationChange.check"));
  EXPECT_TRUE(wordsOf("informationChange.errorSummary").contains("WZBAM245E"));
  for (const char* field : {"municipalityCode", "addressRest", "phone", "email"})
    EXPECT_TRUE(textOf(("informationChange." + std::string(field) + ".error").c_str())
                    .contains("WZBAM245E"))
        << field;
  ASSERT_TRUE(type(kPhone, "0312345678"));
  ASSERT_TRUE(press("informationChange.check"));
  EXPECT_TRUE(wordsOf("informationChange.errorSummary").contains("WZBAM245E"))
      << "that is what is registered";
  ASSERT_TRUE(type("informationChange.addressRest", "2-2-2"));
  ASSERT_TRUE(press("informationChange.check"));
  EXPECT_TRUE(wordsOf("informationChange.errorSummary").contains("WZBAM244E"));
  ASSERT_TRUE(type("informationChange.email", "new@mail.example"));
  ASSERT_TRUE(type("informationChange.emailConfirmation", "other@mail.example"));
  ASSERT_TRUE(press("informationChange.check"));
  EXPECT_TRUE(textOf("informationChange.emailConfirmation.error").contains("WZBAM159E"));
  EXPECT_EQ(window().place().page, "informationChange");
  EXPECT_TRUE(server->requests(kPath).empty());
}

TEST_F(InformationChangeTest, OnlyAgentsChangeTheNumberOfTheirCertificate) {
  ASSERT_NO_FATAL_FAILURE(toChange("attorneyOrScrivener"));
  EXPECT_NE(find("informationChange.agentCertificateNumber"), nullptr);
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(press("header.back"));
  server->answer("/v1/account", registered());
  ASSERT_TRUE(press("menu.information"));
  ASSERT_TRUE(waitToSee("houmu@mail.example"));
}

TEST_F(InformationChangeTest, WhatTheServiceFindsIsSaidAtTheFieldAndNothingTypedIsLost) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kPath,
                 ScriptedServer::problem(422, "formInvalid",
                                         R"(,"errors":[{"field":"phone","code":"WZBAM005E"}])"));
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(waitForPlace("informationChange"));
  EXPECT_TRUE(textOf("informationChange.phone.error").contains("WZBAM005E"));
  EXPECT_EQ(find<QLineEdit>(kPhone)->text(), "0399998888");
}

TEST_F(InformationChangeTest, AfterAnOutageTheSameIsSentUnderTheSameKeyAndAnotherUnderAnother) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kPath, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(eventually([&] { return find("informationReview.failure") != nullptr; }));
  server->answer(kPath, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_EQ(waitForRequests(2).size(), 2U);
  ASSERT_TRUE(eventually([&] { return find("informationReview.failure") != nullptr; }));
  ASSERT_TRUE(press("informationReview.phone.change"));
  ASSERT_EQ(window().place().page, "informationChange");
  EXPECT_TRUE(find(kPhone)->hasFocus());
  ASSERT_TRUE(type(kPhone, "0311112222"));
  ASSERT_TRUE(press("informationChange.check"));
  server->answer(kPath, changed());
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(waitForPlace("informationChanged"));
  const auto requests = server->requests(kPath);
  EXPECT_EQ(requests[0].idempotencyKey, requests[1].idempotencyKey);
  EXPECT_NE(requests[1].idempotencyKey, requests[2].idempotencyKey);
}

TEST_F(InformationChangeTest, WhoCancelsIsToldThatItMayHaveArrivedAndFindsOut) {
  ASSERT_NO_FATAL_FAILURE(toReview());
  server->answer(kPath, {.never = true});
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_EQ(waitForRequests(1).size(), 1U);
  ASSERT_TRUE(press("informationReview.cancel"));
  EXPECT_NE(find("informationReview.calledOff"), nullptr);
  server->release();
  server->answer(kPath, changed());
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(waitForPlace("informationChanged"));
  const auto requests = server->requests(kPath);
  EXPECT_EQ(requests[0].idempotencyKey, requests[1].idempotencyKey);
  EXPECT_EQ(requests[0].body, requests[1].body);
}

TEST_F(InformationChangeTest, ASessionThatEndsGivesBackWhatWasTyped) {
  ASSERT_NO_FATAL_FAILURE(toChange());
  ASSERT_TRUE(type(kPhone, "0399998888"));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_FALSE(shown().contains("0399998888"));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_EQ(window().place().page, "informationChange");
  EXPECT_EQ(find<QLineEdit>(kPhone)->text(), "0399998888");
  ASSERT_TRUE(press("informationChange.check"));
  server->answer(kPath, ScriptedServer::problem(401, "sessionReplaced"));
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(waitForPlace("login"));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_EQ(window().place().page, "informationReview");
  server->answer(kPath, changed());
  ASSERT_TRUE(press("informationReview.send"));
  ASSERT_TRUE(waitForPlace("informationChanged"));
  const auto requests = server->requests(kPath);
  EXPECT_EQ(requests[0].idempotencyKey, requests[1].idempotencyKey) << "nothing is done twice";
}

TEST_F(InformationChangeTest, AnotherPersonDoesNotSeeIt) {
  ASSERT_NO_FATAL_FAILURE(toChange());
  ASSERT_TRUE(type(kPhone, "0399998888"));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  server->answer("/v1/sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeCredentials("zzzzz99999"));
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(waitForPlace("menu"));
  server->answer("/v1/account", registered());
  ASSERT_TRUE(press("menu.information"));
  ASSERT_TRUE(waitToSee("houmu@mail.example"));
  ASSERT_TRUE(press("information.change"));
  EXPECT_EQ(find<QLineEdit>(kPhone)->text(), "");
}

TEST_F(InformationChangeTest, WhatWasTypedStaysOnTheWayBackAndIsAskedAboutBeforeItGoes) {
  ASSERT_NO_FATAL_FAILURE(toChange());
  ASSERT_TRUE(type(kPhone, "0399998888"));
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(press("information.change"));
  EXPECT_EQ(find<QLineEdit>(kPhone)->text(), "0399998888");
  ASSERT_TRUE(press("header.leave"));
  ASSERT_NE(find("leave.yes"), nullptr);
  ASSERT_TRUE(press("leave.yes"));
  EXPECT_EQ(window().place().page, "top");
}

}  // namespace
}  // namespace madoguchi::test
