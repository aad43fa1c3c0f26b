#include <gmock/gmock.h>

#include "app/form/form_model.h"
#include "forms/engine/answers_json.h"
#include "tests/unit/app/flow_fixture.h"

// The way through the pages where everything goes well, and the refusals of the backend.

namespace madoguchi::test {
namespace {

using app::CheckResult;
using app::FailureCode;
using app::Page;

class RegistrationFlowTest : public FlowTest {
 protected:
  /// A whole registration, and how many APDUs it is made of.
  void expectCost(unsigned inspection, unsigned afterPassword, unsigned extended) {
    constexpr unsigned kSubmission = 5;
    const auto before = cards().apdus();
    auto untilPassword = before;
    ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());  // another flow may have been there before
    QObject here;
    QObject::connect(&flow(), &app::Journey::placeChanged, &here, [&] {
      if (flow().page() == Page::signaturePassword) {
        untilPassword = cards().apdus();
      }
    });
    ASSERT_NO_FATAL_FAILURE(toStep2());
    EXPECT_EQ(untilPassword.count - before.count, inspection);
    EXPECT_EQ(cards().apdus().count - untilPassword.count, afterPassword);
    EXPECT_LE(afterPassword, 12U);
    flow().submit();
    ASSERT_TRUE(waitForPage(Page::step3));
    const auto after = cards().apdus();
    EXPECT_EQ(after.count - before.count, inspection + afterPassword + kSubmission);
    // Finding out that extended commands are refused comes once for a reader, and on top.
    const std::uint64_t probe = inspection > 11 ? 1 : 0;
    EXPECT_LE(after.count - before.count, 28U + probe);
    EXPECT_LE(after.bytes - before.bytes, 5000U);
    EXPECT_EQ(after.extended - before.extended, extended);
    leave();
  }
};

TEST_F(RegistrationFlowTest, RegistersWithTheCard) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3)) << codeText(flow().problem()).toStdString();
  EXPECT_EQ(flow().authenticationId(), "bcdfg01234");
  EXPECT_FALSE(simulatedCard->anySecretVerified());
  EXPECT_EQ(simulatedCard->forbiddenTouches(), 0U);
}

TEST_F(RegistrationFlowTest, CostsFewExchangesWithTheCard) {
  // Three visits with a reader and card that take short APDUs only, which has to be found out once;
  // and one with better ones.
  insert("maria", {.extendedApdus = simulated::ExtendedApdus::wrongLength});
  for (const auto& [inspection, extended] : {std::pair{12U, 1U}, {11U, 0U}, {11U, 0U}}) {
    ASSERT_NO_FATAL_FAILURE(expectCost(inspection, 9 + 3, extended));
  }
  configure(server->settings());
  insert("maria");
  for (int visit = 0; visit < 2; ++visit) {
    ASSERT_NO_FATAL_FAILURE(expectCost(6, 3 + 3, 2));
  }
}

TEST_F(RegistrationFlowTest, RegistersWithoutCard) {
  ASSERT_NO_FATAL_FAILURE(toStep2WithoutCard());
  EXPECT_FALSE(flow().secretsNeeded());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(cards().apdus().count, 0U);
  const auto sent = server->requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_THAT(sent[0].body, ::testing::HasSubstr(R"({"registration":{"entrance":"attorneyOrScr)"));
  EXPECT_THAT(sent[0].body, ::testing::Not(::testing::HasSubstr("emailConfirmation")));
  // No second opinion on what of the form is sent.
  EXPECT_THAT(
      sent[0].body,
      ::testing::HasSubstr(
          R"("form":)" + forms::canonicalJson(
                             forms::registrationForm(), flow().form().answers(),
                             forms::registrationFacts(forms::Entrance::attorneyOrScrivener, {}))));
}

TEST_F(RegistrationFlowTest, FillsTheFormFromTheCardAndSaysSo) {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_FALSE(flow().values().at("name").empty());
  EXPECT_TRUE(flow().isFromCard("name"));
  EXPECT_FALSE(flow().isFromCard("phone"));
  flow().setValue("name", "SOMEBODY ELSE");
  EXPECT_FALSE(flow().isFromCard("name"));
}

TEST_F(RegistrationFlowTest, ShowsTheCardsOwnWordsForWhatItCannotFill) {
  insert("parent");  // a name in kanji only
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_FALSE(flow().isFromCard("name"));
  EXPECT_FALSE(flow().cardText("name").isEmpty());
}

TEST_F(RegistrationFlowTest, ShowsWhatTheCardSaysBeyondTheLatinName) {
  insert("alias");
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_EQ(flow().values().at("name"), "NGUYEN THI LAN");
  EXPECT_EQ(flow().alsoOnCard("name"), QStringLiteral("（山田　花蓮）"));
  EXPECT_EQ(flow().alsoOnCard("sex"), "");
  flow().setValue("name", "SOMEBODY ELSE");
  EXPECT_EQ(flow().alsoOnCard("name"), "");
}

TEST_F(RegistrationFlowTest, SaysAllErrorsAtOnceAndKeepsWhatWasTyped) {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  flow().setValue("phone", "03 1234 5678");
  flow().check();
  EXPECT_EQ(flow().page(), Page::step1);
  EXPECT_EQ(flow().summaryCode(), "WZBAM001E");
  EXPECT_GE(flow().errors().size(), 4U);
  EXPECT_EQ(flow().values().at("phone"), "0312345678");
  fillForm();
  flow().check();
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_TRUE(flow().errors().empty());
}

TEST_F(RegistrationFlowTest, WantsTheTermsOpened) {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  flow().setValue("termsAccepted", "true");
  flow().check();
  EXPECT_THAT(flow().errors(),
              ::testing::Contains(protocol::FieldError{"termsAccepted", "WZBAM256E"}));
}

TEST_F(RegistrationFlowTest, GoesBackPageByPageAndKeepsTheForm) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  const auto typed = flow().values();
  for (const Page page :
       {Page::step1, Page::authenticationPin, Page::signaturePassword, Page::beforeYouStart}) {
    flow().back();
    EXPECT_EQ(flow().page(), page);
  }
  EXPECT_EQ(flow().values(), typed);
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_EQ(flow().values(), typed);
  leave();
  EXPECT_TRUE(flow().values().empty());
  EXPECT_FALSE(agreedTerms.opened);
}

TEST_F(RegistrationFlowTest, MarksTheFieldsThatTheBackendRefuses) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations",
                 ScriptedServer::problem(422, "formInvalid",
                                         R"(,"errors":[{"field":"phone","code":"WZBAM018E"}])"));
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(flow().problem(), FailureCode::formRefused);
  EXPECT_EQ(flow().summaryCode(), "WZBAM018E");
  EXPECT_THAT(flow().errors(), ::testing::ElementsAre(protocol::FieldError{"phone", "WZBAM018E"}));
  // This program finds nothing wrong with it, and does not know what the backend does.
  flow().repairValue("phone");
  EXPECT_FALSE(flow().isCorrected("phone"));
}

TEST_F(RegistrationFlowTest, SendsTheSameAgainAfterAnOutage) {
  auto settings = server->settings();
  settings.overallLimit = std::chrono::milliseconds(1500);
  configure(settings);
  ASSERT_NO_FATAL_FAILURE(toStep2());
  const auto verifications = simulatedCard->verifications();
  server->answer("/v1/registrations", {.never = true});
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::networkTimeout));
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_FALSE(flow().secretsNeeded());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  const auto sent = server->requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_FALSE(sent[0].idempotencyKey.empty());
  EXPECT_EQ(sent[0].idempotencyKey, sent[1].idempotencyKey);
  EXPECT_EQ(sent[0].body, sent[1].body);
  EXPECT_EQ(simulatedCard->verifications() - verifications, 2U);
}

TEST_F(RegistrationFlowTest, SendsTheSameAgainAfterAnAnswerThatBrokeOff) {
  const std::string accepted = R"({"authenticationId":"bcdfg01234"})";
  const auto breakOff = [&](std::size_t came) {
    server->answer(
        "/v1/registrations",
        {.status = 201, .body = accepted + std::string(100, ' '), .breaksOffAfter = came});
  };
  ASSERT_NO_FATAL_FAILURE(toStep2());
  for (const std::size_t came : {std::size_t{0}, accepted.size() / 2, accepted.size()}) {
    breakOff(came);
    breakOff(came);  // when it is asked once more by itself
    flow().submit();
    ASSERT_TRUE(waitForPage(Page::submitting));
    ASSERT_TRUE(waitForProblem(FailureCode::answerLost)) << came;
    EXPECT_EQ(flow().page(), Page::step2);
    EXPECT_TRUE(flow().authenticationId().isEmpty());
  }
  breakOff(0);
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  const auto sent = server->requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 8U);
  for (const auto& again : sent) {
    EXPECT_EQ(again.idempotencyKey, sent.front().idempotencyKey);
    EXPECT_EQ(again.body, sent.front().body);
  }
}

TEST_F(RegistrationFlowTest, SignsAnewWhereTheNonceOfAnOutageIsGone) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations",
                 {.status = 502, .body = "gateway", .type = "text/plain", .foreign = true});
  server->answer("/v1/registrations", ScriptedServer::problem(422, "nonceInvalid"));
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::serverBusy));
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  const auto sent = server->requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(sent[0].idempotencyKey, sent[2].idempotencyKey);
  EXPECT_EQ(server->requests("/v1/nonces").size(), 2U);
}

TEST_F(RegistrationFlowTest, StopsAtANonceThatWasFresh) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations", ScriptedServer::problem(422, "nonceInvalid"));
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::nonceExpired));
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_EQ(server->requests("/v1/registrations").size(), 1U);
}

TEST_F(RegistrationFlowTest, AnotherFormHasAnotherKey) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations", ScriptedServer::problem(500, "internal"));
  server->answer("/v1/registrations", ScriptedServer::problem(500, "internal"));
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::serverError));
  flow().back();
  flow().check();
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::submitting));
  ASSERT_TRUE(waitForProblem(FailureCode::serverError));
  flow().back();
  flow().setValue("phone", "0399998888");
  flow().check();
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  const auto sent = server->requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(sent[0].idempotencyKey, sent[1].idempotencyKey);
  EXPECT_NE(sent[1].idempotencyKey, sent[2].idempotencyKey);
}

TEST_F(RegistrationFlowTest, CancelEndsASubmissionAtOnceAndKeepsTheKey) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations", {.never = true});
  flow().submit();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/registrations").empty(); }));
  flow().cancelSubmission();
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_EQ(flow().problem(), FailureCode::none);
  EXPECT_TRUE(flow().secretsNeeded());
  giveSecretsAgain("MADO1234", "1234");
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  const auto sent = server->requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(sent[0].idempotencyKey, sent[1].idempotencyKey);
}

TEST_F(RegistrationFlowTest, AnUnreachableBackendStopsBeforeTheCardIsAsked) {
  server->stop();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().network() == CheckResult::bad; }));
  EXPECT_EQ(flow().networkProblem(), FailureCode::networkUnreachable);
  EXPECT_FALSE(flow().canGoNext());
  flow().next();
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
}

}  // namespace
}  // namespace madoguchi::test
