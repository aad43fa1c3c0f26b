#include <QTest>
#include <nlohmann/json.hpp>

#include "app/widgets/secret_field.h"
#include "protocol/base64.h"
#include "tests/unit/app/pages/page_fixture.h"

// Logging in with the card: the ID, the PIN, and what becomes of a card that is not the account's.

namespace madoguchi::test {
namespace {

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
  void typeSecret(const char* page, const QString& secret) {
    const std::string name(page);
    auto* field = find<app::SecretField>((name + ".field").c_str());
    ASSERT_NE(field, nullptr);
    field->setFocus();
    QTest::keyClicks(field, secret);
    ASSERT_TRUE(press((name + ".next").c_str()));
  }
  nlohmann::json sent() {
    return nlohmann::json::parse(server->requests("/v1/card-sessions").back().body);
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
  server->answer("/v1/card-sessions", ScriptedServer::problem(422, "loginRefused"));
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NO_FATAL_FAILURE(typeSecret("pin", "1234"));
  ASSERT_TRUE(waitForPlace("cardLogin"));
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

}  // namespace
}  // namespace madoguchi::test
