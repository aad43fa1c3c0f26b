#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "refusals.h"
#include "tests/support/form_cases.h"

namespace madoguchi::test {
namespace {

class Refused : public testing::TestWithParam<Refusal> {};

TEST_P(Refused, SaysWhyAndStoresNothingMore) {
  const Refusal& refusal = GetParam();
  BackendUnderTest backend(refusal.options);
  HttpClient client = backend.client();
  const Response response = refusal.attempt(backend, client);
  EXPECT_EQ(response.status, refusal.status) << response.body << response.failure;
  EXPECT_EQ(response.reason(), refusal.reason) << response.body;
  EXPECT_EQ(response.headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(response.headers.at("x-request-id"), response.json().value("requestId", ""));
  EXPECT_EQ(response.headers.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(response.headers.at("cache-control"), "no-store");
  // Where the attempt began with a good registration, that one is there.
  const bool hadOneBefore = refusal.name == "ReplayedNonce" || refusal.status == 409;
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), hadOneBefore ? "1" : "0");
  // What keeps every registration out is told to who looks after the service.
  const int health = refusal.name == "NoTrustFolderAnyMore" ? 503 : 200;
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, health);
  backend.stop();
}

std::string nameOf(const testing::TestParamInfo<Refusal>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Registration, Refused, testing::ValuesIn(registrationRefusals()), nameOf);
INSTANTIATE_TEST_SUITE_P(Request, Refused, testing::ValuesIn(requestRefusals()), nameOf);

TEST(FormMismatch, MarksEveryItem) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  draft.payload.form["name"] = "SOMEBODY ELSE";
  const auto problem = backend.submit(client, draft).json();
  std::vector<std::string> marked;
  for (const auto& error : problem.at("errors")) {
    EXPECT_EQ(error.at("code"), "WZBAM018E");
    marked.push_back(error.at("field"));
  }
  EXPECT_THAT(marked, testing::UnorderedElementsAreArray(
                          askedFields(forms::Entrance::cardHolder, "foreignNational")));
}

TEST(FormInvalid, NamesTheFieldsWithTheirCodes) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  draft.payload.form.erase("phone");
  draft.payload.form.erase("residenceCardNumber");
  auto problem = backend.submit(client, draft).json();
  EXPECT_EQ(problem.at("code"), "WZBAM001E");
  const nlohmann::json missing = {{{"field", "phone"}, {"code", "WZBAM001E"}},
                                  {{"field", "residenceCardNumber"}, {"code", "WZBAM001E"}}};
  EXPECT_EQ(problem.at("errors"), missing);

  draft.payload.form["dateOfBirth"] = "1990-02-30";
  problem = backend.submit(client, draft).json();
  EXPECT_EQ(problem.at("code"), "WZBAM018E");
  EXPECT_EQ(problem.at("errors").at(0),
            (nlohmann::json{{"field", "dateOfBirth"}, {"code", "WZBAM111E"}}));
}

// The certificate of a registered person, used by somebody who does not have its key, is refused by
// the signature: nothing tells whether it is registered.
TEST(AlreadyRegistered, IsToldToItsHolderOnly) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  ASSERT_EQ(backend.submit(client, draft).status, 201);
  draft.payload.nonce = nonceFrom(client);
  draft.idempotencyKey = newUuid();
  draft.card.signingKey = draft.card.authenticationKey;
  EXPECT_EQ(backend.submit(client, draft).reason(), "signatureInvalid");
}

}  // namespace
}  // namespace madoguchi::test
