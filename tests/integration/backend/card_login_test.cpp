#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "backend_under_test.h"
#include "cardreader/certificate/certificate.h"
#include "protocol/card_renewal_payload.h"
#include "protocol/login_payload.h"

// Logging in with the card, over HTTPS with the real program.

namespace madoguchi::test {
namespace {

std::string serialOf(const std::vector<std::uint8_t>& der) {
  return certificate::parseCertificate(der).serialHex;
}

/// A login before it is signed. A test changes what it wants to see refused.
struct LoginDraft {
  simulated::CardContents card;
  protocol::LoginPayload payload = {};
  std::string type{protocol::kLoginType};
  bool byTheSigningKey = false;
  bool renews = false;
  std::optional<protocol::CardRenewalPayload> renewal = {};  ///< else the right one
};

std::string loginJws(const LoginDraft& draft) {
  const simulated::CardContents& card = draft.card;
  return draft.byTheSigningKey ? signJws("RS256", draft.type, card.signingCertificate,
                                         card.signingKey, toJson(draft.payload))
                               : signJws("RS256", draft.type, card.authenticationCertificate,
                                         card.authenticationKey, toJson(draft.payload));
}

std::string bodyOf(const LoginDraft& draft) {
  nlohmann::json body = {{"login", loginJws(draft)}};
  if (draft.renews) {
    const protocol::CardRenewalPayload right{draft.payload.authenticationId,
                                             digestOf(std::string(body["login"])),
                                             draft.payload.nonce, draft.payload.origin};
    body["renewal"] = signJws("RS256", protocol::kCardRenewalType, draft.card.signingCertificate,
                              draft.card.signingKey, toJson(draft.renewal.value_or(right)));
  }
  return body.dump();
}

class CardLoginTest : public testing::Test {
 protected:
  CardLoginTest() : m_maria(registered("maria")) { m_id = idOf(m_maria); }

  /// The card with which somebody has registered.
  simulated::CardContents registered(std::string_view person) {
    const Draft draft = m_backend.draft(m_client, person);
    EXPECT_EQ(m_backend.submit(m_client, draft).status, 201);
    return draft.card;
  }
  std::string idOf(const simulated::CardContents& card) {
    return m_backend.query("SELECT authentication_id FROM accounts WHERE certificate_serial = '" +
                           serialOf(card.signingCertificate) + "'");
  }
  LoginDraft draft(const simulated::CardContents& card) {
    LoginDraft made;
    made.card = card;
    made.payload = {m_id, nonceFrom(m_client), m_backend.origin()};
    return made;
  }
  LoginDraft renewing(const simulated::CardContents& card) {
    LoginDraft made = draft(card);
    made.renews = true;
    return made;
  }
  Response send(const std::string& body) {
    return m_client.send({.method = "POST",
                          .path = "/v1/card-sessions",
                          .body = body,
                          .headers = {"Content-Type: application/json"}});
  }
  Response send(const LoginDraft& draft) { return send(bodyOf(draft)); }
  std::vector<std::string> events() {
    std::vector<std::string> all;
    for (int i = 0;; ++i) {
      const std::string one = m_backend.query(
          "SELECT event FROM security_events ORDER BY rowid LIMIT 1 OFFSET " + std::to_string(i));
      if (one.empty()) {
        return all;
      }
      all.push_back(one);
    }
  }

  BackendUnderTest m_backend;
  HttpClient m_client = m_backend.client();
  simulated::CardContents m_maria;
  std::string m_id;
};

TEST_F(CardLoginTest, TheCardThatRegisteredOpensItsAccount) {
  const Response welcome = send(draft(m_maria));
  ASSERT_EQ(welcome.status, 201) << welcome.body;
  EXPECT_EQ(welcome.json().at("userName"), formOf(m_maria).at("name"));
  EXPECT_FALSE(welcome.json().contains("passwordExpiresAt"));
  const std::string token = welcome.json().at("token");
  const Response account =
      m_client.send({.path = "/v1/account", .headers = {"Authorization: Bearer " + token}});
  EXPECT_EQ(account.json().at("authenticationId"), m_id);
  EXPECT_THAT(events(), testing::ElementsAre("loggedInByCard"));
}

TEST_F(CardLoginTest, AnIdWithCapitalsAndBlanksIsTheSame) {
  LoginDraft typed = draft(m_maria);
  typed.payload.authenticationId.insert(2, " ");
  typed.payload.authenticationId[0] =
      static_cast<char>(std::toupper(typed.payload.authenticationId[0]));
  EXPECT_EQ(send(typed).status, 201);
}

TEST_F(CardLoginTest, ASignatureIsGoodOnce) {
  const std::string body = bodyOf(draft(m_maria));
  EXPECT_EQ(send(body).status, 201);
  EXPECT_EQ(send(body).reason(), "nonceInvalid");
}

TEST_F(CardLoginTest, AnotherCardAndAnUnknownIdAreRefusedAlike) {
  LoginDraft unknown = draft(m_maria);
  unknown.payload.authenticationId = "zzzzz99999";
  const auto said = [this](const LoginDraft& one) {
    const Response response = send(one);
    nlohmann::json json = response.json();
    json.erase("requestId");
    return std::to_string(response.status) + json.dump();
  };
  const std::string none = said(unknown);
  EXPECT_THAT(none, testing::AllOf(testing::StartsWith("422"), testing::HasSubstr("loginRefused")));
  EXPECT_EQ(said(draft(registered("alias"))), none);
  EXPECT_EQ(said(draft(freshCard(m_backend.pki(), "maria"))), none)
      << "the same person's, which the account does not know";
}

TEST_F(CardLoginTest, WhatIsNotThisLoginIsRefused) {
  const std::vector<std::pair<std::string, std::function<void(LoginDraft&)>>> refusals = {
      {"originMismatch", [](LoginDraft& one) { one.payload.origin = "https://other.example"; }},
      {"nonceInvalid", [](LoginDraft& one) { one.payload.nonce = std::string(43, 'A'); }},
      {"signatureInvalid", [](LoginDraft& one) { one.type = "madoguchi-authentication+jws"; }},
      {"certificateUntrusted", [](LoginDraft& one) { one.byTheSigningKey = true; }},
      {"certificateExpired",
       [this](LoginDraft& one) { one.card = freshCard(m_backend.pki(), "expired"); }},
      {"signatureInvalid", [this](LoginDraft& one) {
         one.card.authenticationKey = freshCard(m_backend.pki(), "alias").authenticationKey;
       }}};
  for (const auto& [reason, change] : refusals) {
    LoginDraft one = draft(m_maria);
    change(one);
    EXPECT_EQ(send(one).reason(), reason);
  }
  for (const char* body :
       {"", "[]", "{}", R"({"login": 1})", R"({"login": "a.b.c", "password": ""})"}) {
    EXPECT_EQ(send(body).reason(), "malformed") << body;
  }
  EXPECT_TRUE(events().empty());
}

TEST_F(CardLoginTest, ARevokedCardOpensNothing) {
  simulated::CertificateAuthority& authority = m_backend.pki().authentication;
  simulated::revoke(authority, serialOf(m_maria.authenticationCertificate));
  m_backend.writeCrl(authority, simulated::makeCrl(authority));
  EXPECT_EQ(send(draft(m_maria)).reason(), "certificateRevoked");
}

TEST_F(CardLoginTest, TheOwnersNewCardTakesThePlaceOfTheOldAndTheOwnerIsTold) {
  const auto card = freshCard(m_backend.pki(), "maria");
  EXPECT_EQ(send(draft(card)).reason(), "loginRefused");
  EXPECT_EQ(send(renewing(card)).status, 201);
  EXPECT_EQ(send(draft(card)).status, 201) << "from now on without the signature";
  EXPECT_EQ(send(draft(m_maria)).reason(), "loginRefused");
  EXPECT_THAT(events(), testing::ElementsAre("cardRefused", "cardBound", "loggedInByCard",
                                             "loggedInByCard", "cardRefused"));
  std::string told;
  for (const auto& mail : m_backend.waitForMails(2)) {
    told += readFile(mail);
  }
  EXPECT_THAT(told, testing::HasSubstr("<cardBound."));
}

TEST_F(CardLoginTest, WhoRegisteredBeforeTheirCardWasKeptIsBoundInTheSameWay) {
  m_backend.execute(
      "UPDATE accounts SET authentication_serial = NULL, authentication_issuer_key = NULL");
  EXPECT_EQ(send(draft(m_maria)).reason(), "loginRefused");
  EXPECT_EQ(send(renewing(m_maria)).status, 201);
  EXPECT_EQ(send(draft(m_maria)).status, 201);
}

TEST_F(CardLoginTest, TheEndOfTheCertificateIsKeptWithTheCard) {
  const auto kept = [this] {
    return m_backend.query("SELECT authentication_ends_at FROM accounts");
  };
  const auto endOf = [](const simulated::CardContents& card) {
    return std::to_string(certificate::parseCertificate(card.authenticationCertificate)
                              .notAfter.time_since_epoch()
                              .count());
  };
  EXPECT_EQ(kept(), endOf(m_maria));
  m_backend.execute("UPDATE accounts SET authentication_ends_at = NULL");
  EXPECT_EQ(send(draft(m_maria)).status, 201);
  EXPECT_EQ(kept(), endOf(m_maria)) << "of who registered before it was kept";
  m_backend.execute("UPDATE accounts SET authentication_ends_at = 1");
  EXPECT_EQ(send(draft(m_maria)).status, 201);
  EXPECT_EQ(kept(), "1");
  const auto renewed = freshCard(m_backend.pki(), "maria");
  EXPECT_EQ(send(renewing(renewed)).status, 201);
  EXPECT_EQ(kept(), endOf(renewed));
}

TEST_F(CardLoginTest, NobodyElseTakesAnAccountOver) {
  const auto another = freshCard(m_backend.pki(), "alias");
  EXPECT_EQ(send(renewing(another)).reason(), "loginRefused");
  const auto renewed = freshCard(m_backend.pki(), "maria");
  const std::vector<std::pair<std::string, std::function<void(protocol::CardRenewalPayload&)>>>
      refusals = {
          {"originMismatch", [](auto& one) { one.origin = "https://other.example"; }},
          {"nonceInvalid", [this](auto& one) { one.nonce = nonceFrom(m_client); }},
          {"signatureInvalid", [](auto& one) { one.authenticationId = "zzzzz99999"; }},
          {"signatureInvalid", [](auto& one) { one.loginDigest = digestOf("another login"); }}};
  for (const auto& [reason, change] : refusals) {
    LoginDraft one = renewing(renewed);
    protocol::CardRenewalPayload payload{m_id, digestOf(loginJws(one)), one.payload.nonce,
                                         one.payload.origin};
    change(payload);
    one.renewal = payload;
    EXPECT_EQ(send(one).reason(), reason);
  }
}

TEST_F(CardLoginTest, ACardThatHasAnAccountOfItsOwnIsBoundToNoOther) {
  const auto second = registered("maria");  // with other certificates: an account of its own
  ASSERT_NE(idOf(second), m_id);
  EXPECT_EQ(send(renewing(second)).reason(), "loginRefused");
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM accounts WHERE authentication_serial = '" +
                            serialOf(second.authenticationCertificate) + "'"),
            "1");
}

TEST_F(CardLoginTest, AnswersAsThePublishedApiSays) {
  const auto card = freshCard(m_backend.pki(), "maria");
  send("{}");
  send(std::string(40'000, ' '));
  send(draft(card));
  send(renewing(card));
  m_backend.execute("UPDATE accounts SET status = 'suspended'");
  send(draft(card));
  expectPublishedAnswers(m_backend, m_client);
}

TEST_F(CardLoginTest, TheAgencysDecisionStandsBeforeTheCard) {
  for (const auto& [status, code] :
       std::vector<std::pair<std::string, std::string>>{{"suspended", "WZBAM155E"},
                                                        {"deleted", "WZBAM156E"},
                                                        {"expired", "WZBAM151E"},
                                                        {"invalid", "WZBAM150E"}}) {
    m_backend.execute("UPDATE accounts SET status = '" + status + "'");
    const Response told = send(draft(m_maria));
    EXPECT_EQ(told.status, 403) << status;
    EXPECT_EQ(told.json().at("code"), code);
  }
}

TEST_F(CardLoginTest, NoCardIsBoundToAnAccountThatMayNotBeUsed) {
  const auto bound = [this] {
    return m_backend.query("SELECT authentication_serial FROM accounts");
  };
  const std::string before = bound();
  m_backend.execute("UPDATE accounts SET status = 'suspended'");
  EXPECT_EQ(send(renewing(freshCard(m_backend.pki(), "maria"))).reason(), "accountSuspended");
  EXPECT_EQ(send(renewing(freshCard(m_backend.pki(), "alias"))).reason(), "loginRefused")
      << "who is not its owner is told nothing";
  EXPECT_EQ(bound(), before);
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM outbox WHERE kind = 'cardBound'"), "0");
}

}  // namespace
}  // namespace madoguchi::test
