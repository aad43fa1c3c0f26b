#include <array>

#include "protocol/application_payload.h"
#include "protocol/jws.h"
#include "tests/unit/app/pages/application_fixture.h"

// Filing with the card, which signs what is filed.

namespace madoguchi::test {
namespace {

constexpr std::uint8_t kSignInstruction = 0x2A;

class ApplicationCardTest : public ApplicationTest {
 protected:
  void toPassword() {
    ASSERT_NO_FATAL_FAILURE(toListWithCard(draftLine()));
    server->answer(kDraft, {.status = 200, .body = draft(goodAnswers(), 1, "filing")});
    ASSERT_TRUE(press(("applications.draft." + kDraftId).c_str()));
    ASSERT_TRUE(waitForPlace("applicationForm"));
    ASSERT_TRUE(press("application.next"));
    ASSERT_TRUE(press("applicationReview.file"));
    ASSERT_TRUE(waitForPlace("applicationCard"));
    ASSERT_TRUE(eventually([&] {
      press("applicationCard.next");
      return window().place().page == "applicationPassword";
    }));
  }
  void givePassword() {
    ASSERT_NO_FATAL_FAILURE(typeSecret("password.field", "MADO1234"));
    ASSERT_TRUE(press("password.next"));
  }
  /// From the page of the card, where it lies again.
  void fileWithTheCard() {
    server->answer(kFiling, filed());
    ASSERT_TRUE(eventually([&] {
      press("applicationCard.next");
      return window().place().page == "applicationPassword";
    }));
    ASSERT_NO_FATAL_FAILURE(givePassword());
    ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
  }
};

TEST_F(ApplicationCardTest, WhoLoggedInWithTheirCardSignsWhatIsFiled) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  EXPECT_TRUE(server->requests(kFiling).empty());
  server->answer(kFiling, filed());
  ASSERT_NO_FATAL_FAILURE(typeSecret("password.field", "MADO1234"));
  ASSERT_TRUE(press("password.next"));
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
  EXPECT_FALSE(simulatedCard->anySecretVerified());
  const auto sent = nlohmann::json::parse(server->requests(kFiling).front().body);
  const auto jws = protocol::parseJws(sent.at("signed").get<std::string>());
  ASSERT_TRUE(jws);
  EXPECT_EQ(jws->type, protocol::kApplicationType);
  const auto payload = protocol::applicationPayloadFromJson(jws->payload);
  ASSERT_TRUE(payload);
  EXPECT_EQ(payload->draft, kDraftId);
  EXPECT_EQ(payload->origin, uses().server.origin().toStdString());
  const auto application = forms::answersFrom(forms::applicationForm(), payload->application);
  ASSERT_TRUE(application);
  EXPECT_EQ(application->values.at("photo"), goodAnswers().values.at("photo"))
      << "with the digests of its files";
}

TEST_F(ApplicationCardTest, AWrongPasswordFilesNothing) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_NO_FATAL_FAILURE(typeSecret("password.field", "WRONG999"));
  ASSERT_TRUE(press("password.next"));
  ASSERT_TRUE(waitToSee("4 tries left")) << shown().toStdString();
  ASSERT_TRUE(press("header.back"));
  EXPECT_EQ(window().place().page, "applicationReview");
  EXPECT_TRUE(server->requests(kFiling).empty());
}

// The page would wait for ever otherwise.
TEST_F(ApplicationCardTest, ACardThatIsTakenWhileItSignsIsAskedForAgain) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  observed.between = [this](auto command) -> std::optional<std::vector<std::uint8_t>> {
    if (command[1] == kSignInstruction) remove();
    return std::nullopt;
  };
  ASSERT_NO_FATAL_FAILURE(givePassword());
  ASSERT_TRUE(waitForPlace("applicationCard")) << shown().toStdString();
  EXPECT_TRUE(wordsOf("applicationCard.returned").contains("MG-")) << shown().toStdString();
  EXPECT_TRUE(isPresented("applicationCard.returned"));
  EXPECT_TRUE(server->requests(kFiling).empty());
  observed.between = {};
  insert("maria");
  EXPECT_NO_FATAL_FAILURE(fileWithTheCard());
}

TEST_F(ApplicationCardTest, ACardThatIsTakenBeforeItSignsIsAskedForAgain) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  const std::size_t asked = server->requests("/v1/nonces").size();
  server->answer("/v1/nonces", {.never = true});
  ASSERT_NO_FATAL_FAILURE(givePassword());
  ASSERT_TRUE(eventually([&] { return server->requests("/v1/nonces").size() > asked; }));
  EXPECT_EQ(window().place().page, "applicationSending");
  remove();
  ASSERT_TRUE(waitForPlace("applicationCard")) << shown().toStdString();
  insert("child");  // whoever's it is, nothing is signed with it
  server->release();
  ASSERT_TRUE(eventually([&] { return cards().apdus().count > 0; }));
  EXPECT_TRUE(server->requests(kFiling).empty());
  remove();
  insert("maria");
  EXPECT_NO_FATAL_FAILURE(fileWithTheCard());
}

TEST_F(ApplicationCardTest, APasswordThatWasWipedBeforeItSignsIsAskedForAgain) {
  constexpr std::chrono::milliseconds kLifetime(20);
  configure(server->settings(), kLifetime);
  ASSERT_NO_FATAL_FAILURE(toPassword());
  const std::size_t asked = server->requests("/v1/nonces").size();
  server->answer("/v1/nonces", {.never = true});
  ASSERT_NO_FATAL_FAILURE(givePassword());
  ASSERT_TRUE(eventually([&] { return server->requests("/v1/nonces").size() > asked; }));
  beAbsentFor(kLifetime);
  ASSERT_TRUE(waitForPlace("applicationPassword")) << shown().toStdString();
  server->release();
  server->answer(kFiling, filed());
  ASSERT_NO_FATAL_FAILURE(givePassword());
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
}

TEST_F(ApplicationCardTest, ATryThatMayHaveCountedIsSaid) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  observed.between = [this](auto command) -> std::optional<std::vector<std::uint8_t>> {
    if (!isVerify(command)) return std::nullopt;
    simulatedCard->process(command);
    remove();
    throw card::TransportError(card::TransportFault::cardRemoved, "test");
  };
  ASSERT_NO_FATAL_FAILURE(givePassword());
  ASSERT_TRUE(waitForPlace("applicationCard")) << shown().toStdString();
  EXPECT_TRUE(wordsOf("applicationCard.returned").contains("MG-207")) << shown().toStdString();
  expectInAllLanguages("applicationCard.returned");
}

// Else the same would be sent for ever.
TEST_F(ApplicationCardTest, WhatWasSignedWithTheWrongCardIsSignedAnew) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  for (const auto& [reason, code] :
       {std::pair("signedByAnother", "MG-609"), std::pair("certificateRevoked", "MG-405")}) {
    server->answer(kFiling, ScriptedServer::problem(403, reason));
    ASSERT_NO_FATAL_FAILURE(givePassword());
    ASSERT_TRUE(waitToSee(code)) << shown().toStdString();
    ASSERT_TRUE(press("applicationReview.file"));
    ASSERT_TRUE(waitForPlace("applicationCard")) << reason;
    ASSERT_TRUE(eventually([&] {
      press("applicationCard.next");
      return window().place().page == "applicationPassword";
    }));
  }
  server->answer(kFiling, filed());
  ASSERT_NO_FATAL_FAILURE(givePassword());
  EXPECT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
}

TEST_F(ApplicationCardTest, AfterAChangeWhatWasFiledBeforeIsNoQuestionOfThisOne) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  server->answer(kFiling, ScriptedServer::problem(409, "alreadyFiled"));
  ASSERT_NO_FATAL_FAILURE(givePassword());
  ASSERT_TRUE(eventually([&] { return find("applicationReview.alreadyFiled") != nullptr; }));
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("applicationReview.occupation.change"));
  server->answer(kDraft, kept(3));
  ASSERT_TRUE(write("application.occupation", "会社員"));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview"));
  EXPECT_EQ(find("applicationReview.alreadyFiled"), nullptr);
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationCard")) << "another text wants another signature";
  EXPECT_NO_FATAL_FAILURE(fileWithTheCard());
}

}  // namespace
}  // namespace madoguchi::test
