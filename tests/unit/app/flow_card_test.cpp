#include "app/form/form_model.h"
#include "tests/unit/app/flow_fixture.h"

// What is said about readers and cards before the start, and what happens when a card goes or
// another one comes.

namespace madoguchi::test {
namespace {

using app::CheckResult;
using app::FailureCode;
using app::Page;

class FlowCardTest : public FlowTest {
 protected:
  void labelled(std::string label) {
    auto contents = contentsOf("maria");
    contents.tokenLabel = std::move(label);
    insert(std::move(contents));
  }
  static std::chrono::sys_seconds now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
  /// Maria's card with one certificate of another time.
  static simulated::CardContents withCertificate(card::KeyPair which,
                                                 const simulated::Validity& validity) {
    auto contents = contentsOf("maria");
    const bool signing = which == card::KeyPair::signing;
    const auto& authority = signing ? testPki().signing : testPki().authentication;
    const auto& key = signing ? contents.signingKey : contents.authenticationKey;
    auto issued =
        simulated::issueCertificate(authority, *simulated::findPerson("maria"), validity, key);
    (signing ? contents.signingCertificate : contents.authenticationCertificate) =
        std::move(issued.der);
    return contents;
  }
  /// So many times, as where another program holds it and has let it go before anybody looks.
  void refuseTheCard(int times) {
    observed.connecting = [this, times] {
      if (++connections <= times) {
        throw card::TransportError(card::TransportFault::sharingViolation, "test");
      }
    };
  }
  void expectProblem(FailureCode code) {
    ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
    EXPECT_TRUE(waitForCardProblem(code)) << codeText(visit().status().problem).toStdString();
    EXPECT_FALSE(flow().canGoNext());
  }
  /// Taken away on the page where the flow stands.
  void expectLoss() {
    const auto typed = flow().values();
    remove();
    ASSERT_TRUE(waitForPage(Page::beforeYouStart));
    EXPECT_EQ(flow().problem(), FailureCode::cardRemoved);
    EXPECT_EQ(visit().status().problem, FailureCode::noCard);
    EXPECT_FALSE(visit().holdsSecrets());
    EXPECT_EQ(flow().values(), typed);
  }

  std::atomic<int> connections = 0;  ///< tried, with refuseTheCard()
};

TEST_F(FlowCardTest, JudgesAGoodCard) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  const app::CardStatus& status = visit().status();
  EXPECT_EQ(status.service, CheckResult::good);
  EXPECT_EQ(status.reader, CheckResult::good);
  EXPECT_EQ(status.card, CheckResult::good);
  EXPECT_EQ(status.certificates, CheckResult::good);
  EXPECT_EQ(status.readerName, "Simulated reader 0");
  EXPECT_TRUE(status.validUntil > QDate::currentDate());
}

TEST_F(FlowCardTest, WaitsForServiceReaderAndCardOneAfterTheOther) {
  transport.unplugReader(0);
  transport.setServiceRunning(false);
  ASSERT_NO_FATAL_FAILURE(expectProblem(FailureCode::serviceMissing));
  transport.setServiceRunning(true);
  ASSERT_TRUE(waitForCardProblem(FailureCode::noReader));
  const std::size_t reader = transport.addReader();
  ASSERT_TRUE(waitForCardProblem(FailureCode::noCard));
  simulatedCard = cardOf("maria");
  transport.insert(simulatedCard, reader);
  EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
}

TEST_F(FlowCardTest, NamesAnotherVersionOfTheService) {
  transport.setServiceRunning(false, card::TransportFault::serviceIncompatible);
  expectProblem(FailureCode::serviceIncompatible);
}

TEST_F(FlowCardTest, SaysMoreThanNoReaderWhereTheSurroundingsTell) {
  transport.unplugReader(0);
  cards().explainReaders([](FailureCode plain) {
    return plain == FailureCode::noReader ? FailureCode::readerWithoutDriver
                                          : FailureCode::sandboxed;
  });
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  EXPECT_TRUE(waitForCardProblem(FailureCode::readerWithoutDriver));
  transport.setServiceRunning(false);
  EXPECT_TRUE(waitForCardProblem(FailureCode::sandboxed));
  // It stays for the next visit.
  leave();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  EXPECT_TRUE(waitForCardProblem(FailureCode::sandboxed));
}

TEST_F(FlowCardTest, NamesOtherCards) {
  // With the application, under a name that is not known.
  labelled("JPKIAPICCTOKEN3");
  ASSERT_NO_FATAL_FAILURE(expectProblem(FailureCode::newerCard));
  EXPECT_EQ(visit().status().card, CheckResult::bad);
  labelled("JPKIAPICCTOKEN");
  ASSERT_TRUE(waitForCardProblem(FailureCode::olderCard));
  labelled("JPKIAPGPSETOKEN");
  ASSERT_TRUE(waitForCardProblem(FailureCode::phoneToken));
}

TEST_F(FlowCardTest, NamesWhatACardLacks) {
  insert("child");
  ASSERT_NO_FATAL_FAILURE(expectProblem(FailureCode::noSigningCertificate));
  EXPECT_EQ(visit().status().certificates, CheckResult::bad);
  insert("expired");
  ASSERT_TRUE(waitForCardProblem(FailureCode::authenticationCertificateExpired));
  insert("blocked");
  ASSERT_TRUE(waitForCardProblem(FailureCode::passwordBlocked));
  EXPECT_EQ(visit().status().passwordTries, 0);
}

TEST_F(FlowCardTest, NamesACardThatDoesNotAnswer) {
  insert("maria", {.mute = true});
  expectProblem(FailureCode::cardMute);
}

TEST_F(FlowCardTest, GoesOnWhenAnotherProgramLetsTheCardGo) {
  insert("maria");
  transport.setInUseElsewhere(true);
  ASSERT_NO_FATAL_FAILURE(expectProblem(FailureCode::cardInUse));
  transport.setInUseElsewhere(false);
  EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
}

TEST_F(FlowCardTest, GoesOnWhereAnotherProgramHeldTheCardTooShortlyToBeSeen) {
  insert("maria");
  refuseTheCard(1);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(connections, 2);
}

TEST_F(FlowCardTest, DoesNotAskWithoutEndForACardWhoseHolderIsNeverSeen) {
  insert("maria");
  refuseTheCard(1'000'000);
  ASSERT_NO_FATAL_FAILURE(expectProblem(FailureCode::cardInUse));
  // Who asks is answered, and nothing comes of it.
  for (int asked = 1; asked <= 3; ++asked) {
    ASSERT_TRUE(eventually([&] { return connections == 1 + asked && !visit().status().busy; }));
    bool answered = false;
    const app::Pending question =
        cards().inspect([&](const app::CardInspection&) { answered = true; });
    ASSERT_TRUE(eventually([&] { return answered && observed.waiting; }));
  }
  EXPECT_EQ(connections, 5);
  EXPECT_EQ(visit().status().problem, FailureCode::cardInUse);
}

TEST_F(FlowCardTest, LeavesACardAloneThatAnotherProgramUsesAndThatIsOfNoUseHere) {
  labelled("SOMETHING ELSE");
  refuseTheCard(0);
  ASSERT_NO_FATAL_FAILURE(expectProblem(FailureCode::newerCard));
  int told = 0;
  const app::Pending watch = cards().watch([&](const card::ReaderSnapshot&) { ++told; });
  ASSERT_TRUE(eventually([&] { return told == 1 && observed.waiting; }));
  for (const bool inUse : {true, false}) {
    const int before = told;
    transport.setInUseElsewhere(inUse);
    ASSERT_TRUE(eventually([&] { return told == before + 1 && observed.waiting; }));
  }
  bool answered = false;
  const app::Pending last = cards().inspect([&](const app::CardInspection&) { answered = true; });
  ASSERT_TRUE(eventually([&] { return answered; }));
  EXPECT_EQ(connections, 2) << "the first look and the last";
}

TEST_F(FlowCardTest, FindsTheRightCardBesideAnother) {
  const std::size_t second = transport.addReader();
  labelled("SOMETHING ELSE");
  transport.insert(cardOf("maria"), second);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(visit().status().readerName, "Simulated reader 1");
}

TEST_F(FlowCardTest, AsksForNoSecretBeforeTheCertificateIsValid) {
  const auto soon = now() + std::chrono::minutes(4);
  insert(withCertificate(card::KeyPair::authentication, {soon, soon + std::chrono::hours(1)}));
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_FALSE(visit().certificateBegins().has_value());
  const auto later = now() + std::chrono::hours(1);
  insert(withCertificate(card::KeyPair::authentication, {later, later + std::chrono::hours(1)}));
  EXPECT_TRUE(waitForCardProblem(FailureCode::certificateNotYetValid));
  EXPECT_EQ(visit().status().certificates, CheckResult::bad);
  EXPECT_EQ(visit().certificateBegins(), later);
  EXPECT_FALSE(flow().canGoNext());
  EXPECT_EQ(simulatedCard->verifications(), 0U);
}

TEST_F(FlowCardTest, SaysAfterThePasswordThatTheSigningCertificateIsNotYetValid) {
  const auto later = now() + std::chrono::hours(1);
  insert(withCertificate(card::KeyPair::signing, {later, later + std::chrono::hours(1)}));
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  EXPECT_FALSE(visit().certificateBegins().has_value());
  givePassword("MADO1234");
  EXPECT_TRUE(waitForProblem(FailureCode::certificateNotYetValid));
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  EXPECT_EQ(visit().certificateBegins(), later);
  EXPECT_FALSE(visit().holdsSecrets());
}

TEST_F(FlowCardTest, SaysAfterThePasswordThatTheSigningCertificateHasExpired) {
  insert(withCertificate(card::KeyPair::signing, simulated::expiredValidity()));
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  givePassword("MADO1234");
  EXPECT_TRUE(waitForProblem(FailureCode::signingCertificateExpired));
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  EXPECT_FALSE(visit().holdsSecrets());
}

TEST_F(FlowCardTest, LosesTheCardOnThePasswordPage) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  expectLoss();
}

TEST_F(FlowCardTest, LosesTheCardOnThePinPage) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  expectLoss();
}

TEST_F(FlowCardTest, LosesTheCardOnStep1) {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  expectLoss();
}

TEST_F(FlowCardTest, LosesTheCardOnStep2AndGoesOnWithTheSameOne) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  ASSERT_NO_FATAL_FAILURE(expectLoss());
  const auto typed = flow().values();
  transport.insert(simulatedCard);
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_EQ(flow().values(), typed);
  EXPECT_EQ(flow().problem(), FailureCode::none);
  flow().check();
  flow().submit();
  EXPECT_TRUE(waitForPage(Page::step3));
}

TEST_F(FlowCardTest, LosesTheCardBeforeItHasSigned) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/nonces", {.never = true});
  flow().submit();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/nonces").empty(); }));
  ASSERT_NO_FATAL_FAILURE(expectLoss());
  EXPECT_TRUE(server->requests("/v1/registrations").empty());
}

TEST_F(FlowCardTest, DoesNotNeedTheCardOnceItHasSigned) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer(
      "/v1/registrations",
      {.status = 201,
       .body = R"({"authenticationId":"fghjk56789","registeredAt":"2026-11-20T00:00:00Z"})",
       .never = true});
  flow().submit();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/registrations").empty(); }));
  remove();
  ASSERT_TRUE(eventually([&] { return !visit().holdsSecrets(); }));
  EXPECT_EQ(flow().page(), Page::submitting);
  server->release();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(flow().authenticationId(), "fghjk56789");
}

TEST_F(FlowCardTest, ComesBackToTheStartWhereTheSubmissionFailsWithoutACard) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  auto answer = ScriptedServer::problem(503, "unavailable");
  answer.never = true;
  server->answer("/v1/registrations", answer);
  flow().submit();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/registrations").empty(); }));
  remove();
  ASSERT_TRUE(eventually([&] { return !visit().holdsSecrets(); }));
  server->release();
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
  EXPECT_EQ(flow().problem(), FailureCode::serverBusy);
  EXPECT_FALSE(flow().values().empty());
}

TEST_F(FlowCardTest, AnotherPersonsCardForgetsTheForm) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  insert("alias");  // in one movement: out and in
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
  ASSERT_TRUE(waitForProblem(FailureCode::cardSwapped));
  EXPECT_TRUE(flow().values().empty());
  EXPECT_FALSE(agreedTerms.opened);
  EXPECT_FALSE(visit().holdsSecrets());
  EXPECT_EQ(simulatedCard->verifications(), 0U);
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_EQ(flow().values().count("email"), 0U);
}

TEST_F(FlowCardTest, ASecretNeverReachesACardThatCameInBetween) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  // Swapped before the program can have noticed: no event is handled between the two.
  insert("alias");
  givePassword("MADO1234");
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
  EXPECT_FALSE(visit().holdsSecrets());
  EXPECT_EQ(simulatedCard->verifications(), 0U);
}

TEST_F(FlowCardTest, LooksAgainOnDemand) {
  insert("maria");
  observed.between = [](auto) -> std::optional<std::vector<std::uint8_t>> {
    throw card::TransportError(card::TransportFault::communication, "test");
  };
  ASSERT_NO_FATAL_FAILURE(expectProblem(FailureCode::cardCommunication));
  observed.between = nullptr;
  flow().checkNetworkAgain();
  EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
}

TEST_F(FlowCardTest, KeepsWhatAnInputMethodGivesWhenItsPageGoesWithTheCard) {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  remove();
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
  flow().setValue("addressRest", QStringLiteral("かすみ"));
  EXPECT_EQ(flow().values().at("addressRest"), "かすみ");
  insert("alias");  // another owner: all of it is forgotten
  ASSERT_TRUE(eventually([&] { return flow().form().isEmpty(); }));
  flow().setValue("addressRest", QStringLiteral("かすみ"));
  EXPECT_TRUE(flow().form().isEmpty());
}

}  // namespace
}  // namespace madoguchi::test
