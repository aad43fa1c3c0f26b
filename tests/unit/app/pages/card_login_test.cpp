#include <QTest>
#include <atomic>
#include <nlohmann/json.hpp>

#include "app/widgets/secret_field.h"
#include "protocol/base64.h"
#include "tests/unit/app/pages/page_fixture.h"

// Logging in with the card: the ID, the PIN, and what becomes of a card that is not the account's.

namespace madoguchi::test {
namespace {

/// Of secrets, where a test waits for its end.
constexpr std::chrono::milliseconds kLifetime(20);

class CardLoginPageTest : public PageTest {
 protected:
  static ScriptedServer::Answer welcome() {
    return ScriptedServer::welcome("SANTOS MARIA", "foreignNational");
  }
  bool waitForPlace(const QString& page) {
    return eventually([&] { return window().place().page == page; });
  }
  void toStart() {
    window();
    if (window().place().page == "top") {
      ASSERT_TRUE(press("top.logIn.cardHolder"));
    }
    ASSERT_TRUE(waitForPlace("cardLogin"));
  }
  void toPin() {
    ASSERT_NO_FATAL_FAILURE(toStart());
    ASSERT_TRUE(type("cardLogin.id", "BCDFG 01234"));
    // The checks are live: the person presses when they are green.
    ASSERT_TRUE(eventually([&] {
      press("cardLogin.next");
      return window().place().page == "loginPin" || window().place().page == "loginPassword";
    }));
  }
  void typeSecret(const std::string& name, const QString& secret, const std::string& button = {}) {
    auto* field = find<app::SecretField>((name + ".field").c_str());
    ASSERT_NE(field, nullptr);
    field->setFocus();
    QTest::keyClicks(field, secret);
    ASSERT_TRUE(press((button.empty() ? name + ".next" : button).c_str()));
  }
  nlohmann::json sent() {
    return nlohmann::json::parse(server->requests("/v1/card-sessions").back().body);
  }
  /// Of a card that is not known as the account's.
  virtual void toRefusal() {
    server->answer("/v1/card-sessions", ScriptedServer::problem(422, "loginRefused"));
    ASSERT_NO_FATAL_FAILURE(toPin());
    ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
    ASSERT_TRUE(waitForPlace("cardLogin"));
  }
  /// "My card is new": its password is asked.
  void toRenewing() {
    ASSERT_NO_FATAL_FAILURE(toRefusal());
    ASSERT_TRUE(press("cardLogin.renew"));
    ASSERT_NO_FATAL_FAILURE(toPin());
    ASSERT_EQ(window().place().page, "loginPassword");
  }
  static nlohmann::json payloadOf(const std::string& jws) {
    const auto begin = jws.find('.') + 1;
    const auto bytes = protocol::fromBase64url(jws.substr(begin, jws.rfind('.') - begin));
    return nlohmann::json::parse(bytes.value());
  }
};

TEST_F(CardLoginPageTest, IdAndPinOpenTheMenu) {
  insert("maria");
  server->answer("/v1/card-sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(toPin());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
  EXPECT_TRUE(textOf("header.user").contains("SANTOS MARIA"));
  const auto payload = payloadOf(sent().at("login"));
  EXPECT_EQ(payload.at("authenticationId"), "bcdfg01234") << "mended";
  EXPECT_EQ(payload.at("origin"), uses().server.origin().toStdString());
  EXPECT_FALSE(sent().contains("renewal"));
  EXPECT_EQ(simulatedCard->verifications(), 1U);
}

TEST_F(CardLoginPageTest, NothingIsAskedOfTheCardWhileTheIdIsTyped) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toStart());
  ASSERT_TRUE(eventually([&] { return cards().apdus().count > 0; }));
  ASSERT_TRUE(press("cardLogin.next"));
  EXPECT_TRUE(textOf("cardLogin.id.error").contains("WZBAM001E"));
  EXPECT_TRUE(find("cardLogin.id")->hasFocus());
  EXPECT_TRUE(server->requests("/v1/nonces").empty());
  const auto before = cards().apdus().count;
  ASSERT_TRUE(type("cardLogin.id", "bcdfg01234"));
  EXPECT_EQ(find("cardLogin.id.error"), nullptr);
  EXPECT_EQ(cards().apdus().count, before);
}

TEST_F(CardLoginPageTest, WithoutACardItSaysWhatIsMissing) {
  ASSERT_NO_FATAL_FAILURE(toStart());
  ASSERT_TRUE(type("cardLogin.id", "bcdfg01234"));
  ASSERT_TRUE(eventually([&] { return find("cardLogin.cardFailure") != nullptr; }));
  ASSERT_TRUE(press("cardLogin.next"));
  EXPECT_EQ(window().place().page, "cardLogin");
  EXPECT_TRUE(server->requests("/v1/nonces").empty());
}

TEST_F(CardLoginPageTest, ACardOfSomebodyElseLeadsBackWithTheIdAndAWayForARenewedCard) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toRefusal());
  EXPECT_TRUE(wordsOf("cardLogin.failure").contains("MG-511"));
  EXPECT_EQ(find<QLineEdit>("cardLogin.id")->text(), "bcdfg01234");
  server->answer("/v1/card-sessions", welcome());
  ASSERT_TRUE(press("cardLogin.renew"));
  EXPECT_NE(find("cardLogin.renewing"), nullptr);
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_EQ(window().place().page, "loginPassword");
  ASSERT_NO_FATAL_FAILURE(typeSecret("password", "MADO1234"));
  ASSERT_TRUE(waitForPlace("loginPin"));
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
  const auto login = payloadOf(sent().at("login"));
  const auto renewal = payloadOf(sent().at("renewal"));
  EXPECT_EQ(renewal.at("nonce"), login.at("nonce"));
  EXPECT_EQ(renewal.at("authenticationId"), "bcdfg01234");
}

TEST_F(CardLoginPageTest, AWrongPinCostsOneTryAndSendsNothing) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "0000"));
  ASSERT_TRUE(eventually([&] { return find("pin.answer") != nullptr; }));
  EXPECT_EQ(window().place().page, "loginPin");
  EXPECT_TRUE(server->requests("/v1/card-sessions").empty());
}

TEST_F(CardLoginPageTest, AnOutageIsNoReasonToTypeAgain) {
  insert("maria");
  server->answer("/v1/card-sessions", ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(eventually([&] { return find("loginSending.failure") != nullptr; }));
  server->answer("/v1/card-sessions", welcome());
  ASSERT_TRUE(press("loginSending.again"));
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
  EXPECT_EQ(server->requests("/v1/nonces").size(), 2U) << "the first may be used up";
}

TEST_F(CardLoginPageTest, ATakenCardLeadsBackAndTakesThePinAlong) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toPin());
  remove();
  ASSERT_TRUE(waitForPlace("cardLogin"));
  EXPECT_TRUE(wordsOf("cardLogin.failure").contains("MG-")) << shown().toStdString();
  EXPECT_EQ(find<QLineEdit>("cardLogin.id")->text(), "bcdfg01234");
}

TEST_F(CardLoginPageTest, WhoCameWithTheCardComesBackWithIt) {
  insert("maria");
  server->answer("/v1/card-sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(waitForPlace("menu"));
  session().close(app::Session::Ended::idle);
  ASSERT_TRUE(waitForPlace("cardLogin"));
  EXPECT_TRUE(wordsOf("cardLogin.failure").contains("MG-509"));
  server->answer("/v1/card-sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  EXPECT_TRUE(waitForPlace("menu")) << shown().toStdString();
}

TEST_F(CardLoginPageTest, AfterAnOutageSecretsThatAreGoneAreAskedOnceTheServiceIsBack) {
  configure(server->settings(), kLifetime);
  insert("maria");
  server->answer("/v1/card-sessions", ScriptedServer::problem(503, "unavailable"));
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(eventually([&] { return find("loginSending.failure") != nullptr; }));
  bool wiped = false;
  const auto alarm = uses().idle.after(kLifetime, [&wiped] { wiped = true; });
  beAbsentFor(kLifetime);
  ASSERT_TRUE(eventually([&] { return wiped; }));
  server->answer("/v1/nonces", {.status = 201,
                                .body = R"({"nonce":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",)"
                                        R"("expiresAt":"2026-11-20T00:10:00Z"})",
                                .never = true});
  ASSERT_TRUE(press("loginSending.again"));
  ASSERT_TRUE(eventually([&] { return server->requests("/v1/nonces").size() == 2; }));
  EXPECT_EQ(window().place().page, "loginSending");
  server->answer("/v1/card-sessions", welcome());
  server->release();
  ASSERT_TRUE(waitForPlace("loginPin"));
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
}

// The PIN alone would lead nowhere.
TEST_F(CardLoginPageTest, APasswordThatIsGoneIsAskedForAgain) {
  configure(server->settings(), kLifetime);
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toRenewing());
  ASSERT_NO_FATAL_FAILURE(typeSecret("password", "MADO1234"));
  ASSERT_TRUE(waitForPlace("loginPin"));
  beAbsentFor(kLifetime);
  ASSERT_TRUE(waitForPlace("loginPassword")) << shown().toStdString();
  ASSERT_NO_FATAL_FAILURE(typeSecret("password", "MADO1234"));
  ASSERT_TRUE(waitForPlace("loginPin"));
  server->answer("/v1/card-sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
}

/// A reader with a keypad.
class CardLoginPadTest : public CardLoginPageTest {
 protected:
  CardLoginPadTest() {
    transport.setPinPad([this] {
      if (++asked == 2) hesitates.wait(true);
      return typed;
    });
  }
  void toRefusal() override {
    server->answer("/v1/card-sessions", ScriptedServer::problem(422, "loginRefused"));
    ASSERT_NO_FATAL_FAILURE(toPin());
    ASSERT_TRUE(press("pin.next"));
    ASSERT_TRUE(waitForPlace("cardLogin")) << shown().toStdString();
    asked = 0;
  }
  /// The PIN was typed, and the service is out of order.
  void toOutage() {
    insert("maria");
    server->answer("/v1/card-sessions", ScriptedServer::problem(503, "unavailable"));
    ASSERT_NO_FATAL_FAILURE(toPin());
    ASSERT_TRUE(press("pin.next"));
    ASSERT_TRUE(eventually([&] { return find("loginSending.failure") != nullptr; }));
    server->answer("/v1/card-sessions", welcome());
  }

  std::optional<std::string> typed = "1234";
  std::atomic<int> asked = 0;
  std::atomic<bool> hesitates =
      false;  ///< the person, the second time, while the page is looked at
};

TEST_F(CardLoginPadTest, APinThatIsNotTypedAgainIsAskedForAndNothingIsSent) {
  ASSERT_NO_FATAL_FAILURE(toOutage());
  typed.reset();
  ASSERT_TRUE(press("loginSending.again"));
  ASSERT_TRUE(waitForPlace("loginPin")) << shown().toStdString();
  EXPECT_TRUE(eventually([&] { return find("pin.notEntered") != nullptr; }));
  EXPECT_EQ(server->requests("/v1/card-sessions").size(), 1U);
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 3);
  typed = "1234";
  ASSERT_TRUE(press("pin.next"));
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
}

TEST_F(CardLoginPadTest, AWrongPinOfTheSecondTimeIsSaid) {
  ASSERT_NO_FATAL_FAILURE(toOutage());
  typed = "0000";
  ASSERT_TRUE(press("loginSending.again"));
  ASSERT_TRUE(waitForPlace("loginPin")) << shown().toStdString();
  EXPECT_TRUE(waitToSee("2 tries left")) << shown().toStdString();
  EXPECT_EQ(server->requests("/v1/card-sessions").size(), 1U);
}

TEST_F(CardLoginPadTest, ThatTheReaderWaitsIsSaid) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toRenewing());
  server->answer("/v1/card-sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeSecret("password", "MADO1234"));
  ASSERT_TRUE(waitForPlace("loginPin"));
  hesitates = true;
  ASSERT_TRUE(press("pin.next"));
  ASSERT_TRUE(eventually([&] { return find("loginSending.typeAtReader") != nullptr; }));
  for (const QString& language : app::Language::tags()) {
    speak(language);
    EXPECT_FALSE(textOf("loginSending.typeAtReader").isEmpty());
  }
  EXPECT_EQ(find("loginSending.asking"), nullptr) << "the reader waits for the person";
  hesitates = false;
  hesitates.notify_all();
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
}

// The certificates end with the period of stay, and the extension is not decided yet.
TEST_F(CardLoginPageTest, WhoseCertificateHasEndedIsLedToTheLoginWithoutCard) {
  insert("expired");
  ASSERT_NO_FATAL_FAILURE(toStart());
  ASSERT_TRUE(type("cardLogin.id", "BCDFG 01234"));
  ASSERT_TRUE(eventually([&] { return find("cardLogin.cardFailure.withoutCard") != nullptr; }));
  EXPECT_TRUE(wordsOf("cardLogin.cardFailure").contains("MG-204"));
  EXPECT_TRUE(wordsOf("cardLogin.cardFailure").contains("still with us"));
  ASSERT_TRUE(press("cardLogin.cardFailure.withoutCard"));
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_TRUE(shown().contains("While one of your applications is not finished"));
  EXPECT_EQ(find<QLineEdit>("login.id")->text(), "bcdfg01234") << "typed once";
  server->answer("/v1/sessions", ScriptedServer::welcome("SANTOS MARIA", "foreignNational", false,
                                                         R"(,"cardEnded":true)"));
  ASSERT_NO_FATAL_FAILURE(typeSecret("login.password", "AB12345!", "login.logIn"));
  ASSERT_TRUE(waitForPlace("menu")) << shown().toStdString();
  EXPECT_TRUE(wordsOf("menu.cardEnded").contains("without your card"));
  // Whoever is to come back comes the way they came.
  session().close(app::Session::Ended::idle);
  EXPECT_TRUE(waitForPlace("login"));
}

TEST_F(CardLoginPageTest, WhoseCardIsGoodIsNotLedAwayFromIt) {
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toStart());
  ASSERT_TRUE(eventually([&] { return cards().apdus().count > 0; }));
  EXPECT_EQ(find("cardLogin.cardFailure.withoutCard"), nullptr);
  server->answer("/v1/card-sessions", ScriptedServer::problem(422, "certificateExpired"));
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(eventually([&] { return find("loginSending.failure.withoutCard") != nullptr; }))
      << "the service's clock says otherwise";
  ASSERT_TRUE(press("loginSending.failure.withoutCard"));
  ASSERT_TRUE(waitForPlace("login"));
  ASSERT_TRUE(press("header.back"));
  EXPECT_TRUE(waitForPlace("cardLogin"));
}

}  // namespace
}  // namespace madoguchi::test
