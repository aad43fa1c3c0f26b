// Applications that a card has signed: what has to fit, and what does not.
#include <gtest/gtest.h>

#include <functional>

#include "backend/rooms/applications/filing_service.h"
#include "card_holder.h"
#include "forms/engine/japan_day.h"
#include "protocol/application_payload.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;

class SignedFiling : public test::ApplicationFixture {
 protected:
  SignedFiling() {
    m_now = now();
    own(m_card);
  }

  /// The account is that of the card's owner.
  void own(const simulated::CardContents& card) {
    const auto signer = certificate::parseCertificate(card.signingCertificate);
    const auto verdict = m_authorities.judge(signer, certificate::Purpose::signing, m_now);
    EXPECT_EQ(verdict.refusal, std::nullopt);
    m_database.execute("UPDATE accounts SET issuer_key = '" + verdict.issuerKey +
                       "', certificate_serial = '" + signer.serialHex + "' WHERE id = 'maria';\n");
  }
  protocol::ApplicationPayload payloadFor(const std::string& draft) {
    const auto content = m_storage.read(soon(), [&](Transaction& transaction) {
      return openContent(draftOf(transaction, "maria", draft)->content, m_keys, draft);
    });
    return {.application = forms::canonicalJson(
                forms::applicationForm(), *answersOf(content),
                forms::applicationFacts("extension", "foreignNational", forms::dayInJapan(m_now))),
            .draft = draft,
            .nonce = m_nonces.issue(m_now, soon()).value,
            .origin = "https://localhost"};
  }
  std::string signedBy(const simulated::CardContents& card,
                       const protocol::ApplicationPayload& payload,
                       std::string_view type = protocol::kApplicationType) {
    return madoguchi::test::signJws("RS256", type, card.signingCertificate, card.signingKey,
                                    toJson(payload));
  }
  Outcome fileSigned(const std::string& draft, const std::string& jws) {
    const nlohmann::json body = {{"revision", 1}, {"consents", {"applicant"}}, {"signed", jws}};
    return m_service.file(
        {.accountId = "maria", .draftId = draft, .body = body.dump(), .attempt = draft}, soon());
  }

  simulated::CardPki m_pki = madoguchi::test::sharedPki();
  simulated::CardContents m_card = madoguchi::test::freshCard(m_pki, "maria");
  TrustStore m_authorities{madoguchi::test::writeTrust(m_pki, m_folder.path() / "pki"), m_log};
  FilingService m_service{{.storage = m_storage,
                           .trust = m_authorities,
                           .nonces = m_nonces,
                           .keys = m_keys,
                           .files = m_files,
                           .origin = "https://localhost"},
                          [this] { return m_now; }};
};

TEST_F(SignedFiling, IsKeptWithItsSignature) {
  const std::string draft = addDraft(answersOfToday());
  const std::string jws = signedBy(m_card, payloadFor(draft));
  const ApplicationRow row = good(fileSigned(draft, jws));
  EXPECT_EQ(openApplication(row.content, m_keys, row.id).signedText, jws);
}

TEST_F(SignedFiling, WhatIsNotThisApplicationIsRefused) {
  const std::string draft = addDraft(answersOfToday());
  const auto reasonFor = [&](const std::function<void(protocol::ApplicationPayload&)>& change) {
    protocol::ApplicationPayload payload = payloadFor(draft);
    change(payload);
    return refused(fileSigned(draft, signedBy(m_card, payload))).reason;
  };
  EXPECT_EQ(reasonFor([](auto& payload) { payload.draft = makeId(); }), Reason::signatureInvalid);
  EXPECT_EQ(reasonFor([](auto& payload) {
              auto json = nlohmann::json::parse(payload.application);
              json["answers"]["name"] = "SANTOS JOSE";
              payload.application = json.dump();
            }),
            Reason::signatureInvalid);
  EXPECT_EQ(reasonFor([](auto& payload) { payload.origin = "https://other.example"; }),
            Reason::originMismatch);
  EXPECT_EQ(reasonFor([](auto& payload) { payload.nonce = std::string(43, 'A'); }),
            Reason::nonceInvalid);
  const auto payload = payloadFor(draft);
  EXPECT_EQ(refused(fileSigned(draft, signedBy(m_card, payload, "madoguchi-login+jws"))).reason,
            Reason::signatureInvalid);
  std::string cut = signedBy(m_card, payload);
  cut.back() = cut.back() == 'A' ? 'B' : 'A';
  EXPECT_TRUE(std::holds_alternative<protocol::Refusal>(fileSigned(draft, cut)));
  good(fileSigned(draft, signedBy(m_card, payload)));
}

TEST_F(SignedFiling, ByAnotherCardIsNotYours) {
  const std::string draft = addDraft(answersOfToday());
  const auto other = madoguchi::test::freshCard(m_pki, "alias");
  EXPECT_EQ(refused(fileSigned(draft, signedBy(other, payloadFor(draft)))).reason,
            Reason::signedByAnother);
  simulated::CardContents wrongKey = m_card;
  wrongKey.signingCertificate = m_card.authenticationCertificate;
  wrongKey.signingKey = m_card.authenticationKey;
  EXPECT_EQ(refused(fileSigned(draft, signedBy(wrongKey, payloadFor(draft)))).reason,
            Reason::certificateUntrusted);
}

// After a move or a renewal, of which the account has not heard.
TEST_F(SignedFiling, ByANewCertificateOfItsOwnerIsTakenAndKept) {
  const auto renewed = madoguchi::test::freshCard(m_pki, "maria");
  const std::string serial = certificate::parseCertificate(renewed.signingCertificate).serialHex;
  const auto known = [&] {
    return m_database.query("SELECT certificate_serial FROM accounts WHERE id = 'maria'");
  };
  const std::string first = addDraft(answersOfToday());
  auto wrong = payloadFor(first);
  wrong.origin = "https://other.example";
  refused(fileSigned(first, signedBy(renewed, wrong)));
  EXPECT_NE(known(), serial);
  good(fileSigned(first, signedBy(renewed, payloadFor(first))));
  EXPECT_EQ(known(), serial);
  forms::Answers change = answersOfToday();
  change.values["nationality"] = "L54";
  const std::string second = addDraft(change);
  good(fileSigned(second, signedBy(renewed, payloadFor(second))));
}

TEST_F(SignedFiling, ByACertificateOfAnotherAccountIsNotTaken) {
  const auto renewed = madoguchi::test::freshCard(m_pki, "maria");
  own(renewed);
  m_database.execute("UPDATE accounts SET id = 'first' WHERE id = 'maria';\n");
  test::addApplicant(m_database, "maria2");
  m_database.execute("UPDATE accounts SET id = 'maria' WHERE id = 'maria2';\n");
  own(m_card);
  const std::string draft = addDraft(answersOfToday());
  EXPECT_EQ(refused(fileSigned(draft, signedBy(renewed, payloadFor(draft)))).reason,
            Reason::signedByAnother);
  good(fileSigned(draft, signedBy(m_card, payloadFor(draft))));
}

TEST_F(SignedFiling, ANonceIsGoodOnce) {
  const std::string first = addDraft(answersOfToday());
  auto payload = payloadFor(first);
  good(fileSigned(first, signedBy(m_card, payload)));
  forms::Answers change = answersOfToday();
  change.values["nationality"] = "L54";
  const std::string second = addDraft(change);
  auto again = payloadFor(second);
  again.nonce = payload.nonce;
  EXPECT_EQ(refused(fileSigned(second, signedBy(m_card, again))).reason, Reason::nonceInvalid);
}

}  // namespace
}  // namespace madoguchi::backend
