#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "backend_under_test.h"
#include "cardreader/certificate/certificate.h"
#include "forms/engine/answers_json.h"
#include "protocol/terms_version.h"

namespace madoguchi::test {
namespace {

TEST(Registration, OfACardHolderIsStoredAndAnswered) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  const Response response = backend.submit(client, draft);
  ASSERT_EQ(response.status, 201) << response.body;
  const std::string id = response.json().at("authenticationId");
  const std::string account = " FROM accounts WHERE authentication_id = '" + id + "'";
  EXPECT_EQ(backend.query("SELECT form" + account),
            forms::canonicalJson(forms::registrationForm(), {.values = draft.payload.form},
                                 forms::registrationFacts(forms::Entrance::cardHolder,
                                                          std::chrono::year_month_day())));
  EXPECT_EQ(backend.query("SELECT certificate_serial" + account),
            certificate::parseCertificate(draft.card.signingCertificate).serialHex);
  EXPECT_EQ(backend.query("SELECT user_class" + account), "foreignNational");
  EXPECT_EQ(backend.query("SELECT terms_version" + account), protocol::kTermsVersion);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM used_nonces"), "1");
}

TEST(Registration, OfEveryDemonstrationPersonWithACardIsAccepted) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  std::set<std::string> ids;
  for (const char* person : {"maria", "alias", "long", "parent", "blocked"}) {
    Draft draft = backend.draft(client, person);
    if (!draft.payload.form.contains("name")) {
      draft.payload.form["name"] = "WATANABE KENICHI";  // the card has it in kanji only
    }
    const Response response = backend.submit(client, draft);
    ASSERT_EQ(response.status, 201) << person << response.body;
    ids.insert(response.json().at("authenticationId"));
  }
  EXPECT_EQ(ids.size(), 5U);
}

TEST(Registration, WithoutACardIsStoredWithoutACertificate) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  ASSERT_EQ(backend.post(client, newUuid(), plainBody(backend.agentPayload(client))).status, 201);
  DraftPayload payload = backend.agentPayload(client);
  payload.entrance = forms::Entrance::coeByEmail;
  payload.form["userClass"] = "coeByEmail";
  payload.form.erase("agentCertificateNumber");
  ASSERT_EQ(backend.post(client, newUuid(), plainBody(payload)).status, 201);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts WHERE certificate_serial IS NULL"), "2");
}

TEST(Registration, WithTheSameCardCorrectsAMistypedAddress) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  draft.payload.form["email"] = "maria@gmail.con";
  const Response first = backend.submit(client, draft);
  draft.payload.form["email"] = "maria@gmail.com";
  draft.payload.nonce = nonceFrom(client);
  draft.idempotencyKey = newUuid();
  const Response second = backend.submit(client, draft);
  ASSERT_EQ(second.status, 201) << second.body;
  nlohmann::json expected = first.json();
  expected["emailCorrected"] = true;
  EXPECT_EQ(second.json(), expected);
  EXPECT_EQ(backend.submit(client, draft).body, second.body);
  std::string mails;
  for (const auto& mail : backend.waitForMails(2)) {
    mails += readFile(mail);
  }
  EXPECT_NE(mails.find("To: maria@gmail.com"), std::string::npos) << mails;
}

TEST(Idempotency, TheSameKeyAnswersTheSameAgain) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  const std::string body = signedBody(draft);
  const Response first = backend.post(client, draft.idempotencyKey, body);
  ASSERT_EQ(first.status, 201) << first.body;
  const Response second = backend.post(client, draft.idempotencyKey, body);
  EXPECT_EQ(second.status, 201);
  EXPECT_EQ(second.body, first.body);
  // After a restart of the client: signed anew, with a new nonce.
  draft.payload.nonce = nonceFrom(client);
  const Response third = backend.submit(client, draft);
  EXPECT_EQ(third.body, first.body);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), "1");
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM outbox"), "1");
}

TEST(Idempotency, TheAnswerStaysWhenTheCertificateHasBeenRevokedSince) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  const Response first = backend.submit(client, draft);
  ASSERT_EQ(first.status, 201) << first.body;
  auto& authority = backend.pki().signing;
  simulated::revoke(authority,
                    certificate::parseCertificate(draft.card.signingCertificate).serialHex);
  backend.writeCrl(authority, simulated::makeCrl(authority));
  EXPECT_EQ(backend.submit(client, draft).body, first.body);
}

TEST(Idempotency, EightAtOnceMakeOneAccountAndOneMail) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  const std::string body = signedBody(draft);
  std::vector<Response> responses(8);
  {
    std::vector<std::jthread> threads;
    threads.reserve(responses.size());
    for (Response& response : responses) {
      threads.emplace_back([&] {
        HttpClient own = backend.client();
        response = backend.post(own, draft.idempotencyKey, body);
      });
    }
  }
  for (const Response& response : responses) {
    EXPECT_EQ(response.status, 201) << response.body << response.failure;
    EXPECT_EQ(response.body, responses.front().body);
  }
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), "1");
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM outbox"), "1");
  EXPECT_EQ(backend.waitForMails(1).size(), 1U);
}

TEST(Idempotency, EightFormsOfOneCardAtOnceMakeOneAccount) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  std::vector<Draft> drafts(8, draft);
  for (Draft& one : drafts) {
    one.idempotencyKey = newUuid();
    one.payload.nonce = nonceFrom(client);
  }
  std::vector<Response> responses(drafts.size());
  {
    std::vector<std::jthread> threads;
    threads.reserve(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      threads.emplace_back([&, i] {
        HttpClient own = backend.client();
        responses[i] = backend.submit(own, drafts[i]);
      });
    }
  }
  int accepted = 0;
  for (const Response& response : responses) {
    accepted += response.status == 201 ? 1 : 0;
    EXPECT_TRUE(response.status == 201 || response.reason() == "alreadyRegistered")
        << response.body;
  }
  EXPECT_EQ(accepted, 1);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), "1");
}

TEST(Nonces, AreRandomAndKeptAsDigestsOnceTheyAreUsed) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  EXPECT_NE(draft.payload.nonce, nonceFrom(client));
  EXPECT_EQ(draft.payload.nonce.size(), 43U);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM used_nonces"), "0");
  EXPECT_EQ(backend.submit(client, draft).status, 201);
  EXPECT_EQ(backend.query("SELECT LENGTH(hash) FROM used_nonces"), "64");
  EXPECT_EQ(
      backend.query("SELECT COUNT(*) FROM used_nonces WHERE hash = '" + draft.payload.nonce + "'"),
      "0");
}

}  // namespace
}  // namespace madoguchi::test
