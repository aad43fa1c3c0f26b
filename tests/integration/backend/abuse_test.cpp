#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "backend_under_test.h"
#include "tls_socket.h"

namespace madoguchi::test {
namespace {

Request announcements(std::vector<std::string> headers = {}) {
  return {.path = "/v1/announcements?language=ja", .headers = std::move(headers)};
}

TEST(RateLimit, CountsAllRequestsOfAnAddressTogetherAndSaysWhenToComeBack) {
  BackendUnderTest backend({"--rate-limit", "3"});
  HttpClient client = backend.client();
  EXPECT_EQ(client.send(announcements()).status, 200);
  EXPECT_FALSE(nonceFrom(client).empty());
  EXPECT_EQ(backend.post(client, newUuid(), "{}").reason(), "malformed");
  for (const Response& late :
       {client.send(announcements()), backend.post(client, newUuid(), "{}")}) {
    EXPECT_EQ(late.reason(), "rateLimited");
    EXPECT_GE(std::stoi(late.headers.at("retry-after")), 1);
  }
  // What tells whether the service is there stays free.
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, 200);
}

TEST(RateLimit, BelievesOnlyATrustedProxyAboutTheAddress) {
  const auto from = [](const std::string& address) {
    return announcements({"X-Forwarded-For: " + address});
  };
  BackendUnderTest open({"--rate-limit", "2"});
  HttpClient direct = open.client();
  EXPECT_EQ(direct.send(from("192.0.2.1")).status, 200);
  EXPECT_EQ(direct.send(from("192.0.2.2")).status, 200);
  EXPECT_EQ(direct.send(from("192.0.2.3")).reason(), "rateLimited");

  BackendUnderTest behind(
      {"--rate-limit", "2", "--trusted-proxy", "127.0.0.1", "--trusted-proxy", "::1"});
  HttpClient proxied = behind.client();
  for (const char* address : {"192.0.2.1", "192.0.2.2", "2001:db8::1"}) {
    EXPECT_EQ(proxied.send(from(address)).status, 200);
    EXPECT_EQ(proxied.send(from(address)).status, 200);
    EXPECT_EQ(proxied.send(from(address)).reason(), "rateLimited") << address;
  }
  // What stands before the proxy's own entry is the client's claim; a subscriber has a whole /64.
  EXPECT_EQ(proxied.send(from("198.51.100.9, 192.0.2.1")).reason(), "rateLimited");
  EXPECT_EQ(proxied.send(from("2001:db8::2")).reason(), "rateLimited");
  EXPECT_EQ(proxied.send(from("2001:db8:0:1::2")).status, 200);
}

/// Asks for so many nonces on one connection.
std::vector<std::string> noncesOnOneConnection(const BackendUnderTest& backend, int count) {
  TlsSocket socket(backend.port(), backend.ca());
  for (int i = 1; i <= count; ++i) {
    socket.write(std::string("POST /v1/nonces HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n") +
                 (i == count ? "Connection: close\r\n\r\n" : "\r\n"));
  }
  const std::string answers = socket.readAll();
  const std::regex member("\"nonce\":\"([^\"]+)\"");
  std::vector<std::string> nonces;
  for (std::sregex_iterator found(answers.begin(), answers.end(), member), end; found != end;
       ++found) {
    nonces.push_back((*found)[1]);
  }
  return nonces;
}

// So nobody can pile them up, and several people behind a proxy do not end one another's.
TEST(Nonces, LeaveNothingUntilTheyAreUsedAndDoNotEndOneAnother) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const auto nonces = noncesOnOneConnection(backend, 5);
  ASSERT_EQ(nonces.size(), 5U);
  EXPECT_EQ(std::set(nonces.begin(), nonces.end()).size(), 5U);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM used_nonces"), "0");
  for (const std::size_t which : {4U, 3U}) {
    Draft draft = backend.draft(client);
    draft.payload.nonce = nonces[which];
    EXPECT_EQ(backend.submit(client, draft).status, 201);
  }
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM used_nonces"), "2");
}

/// What an answer tells: its status, its headers and the names in its body, without what is random.
std::string shapeOf(const Response& response) {
  std::string shape = std::to_string(response.status);
  for (const auto& [name, value] : response.headers) {
    const bool varies = name == "date" || name == "x-request-id";
    shape += '\n' + name + ": " + (varies ? "*" : value);
  }
  const nlohmann::json body = response.json();
  for (const auto& [name, value] : body.items()) {
    shape += '\n' + name +
             (value.is_string() ? " " + std::to_string(value.get<std::string>().size()) : "");
  }
  return shape;
}

// Whoever registers with somebody else's address learns nothing: the mail goes to its owner.
TEST(RegisteredEmail, IsNotToldToAnybodyElse) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  Draft maria = backend.draft(client);
  maria.payload.form["email"] = "taken@mail.example";
  ASSERT_EQ(backend.submit(client, maria).status, 201);

  Draft alias = backend.draft(client, "alias");
  alias.payload.form["email"] = "taken@mail.example";
  Draft other = backend.draft(client, "long");
  other.payload.form["email"] = "fresh@mail.example";
  const Response taken = backend.submit(client, alias);
  EXPECT_EQ(taken.status, 201) << taken.body;
  EXPECT_EQ(shapeOf(taken), shapeOf(backend.submit(client, other)));

  for (const auto entrance : {forms::Entrance::attorneyOrScrivener, forms::Entrance::coeByEmail}) {
    const auto withEmail = [&](const char* email) {
      DraftPayload payload = backend.agentPayload(client);
      payload.entrance = entrance;
      payload.form["email"] = email;
      if (entrance == forms::Entrance::coeByEmail) {
        payload.form["userClass"] = "coeByEmail";
        payload.form.erase("agentCertificateNumber");
      }
      return backend.post(client, newUuid(), plainBody(payload));
    };
    EXPECT_EQ(shapeOf(withEmail("taken@mail.example")), shapeOf(withEmail("clean@mail.example")));
  }
  // A form that is refused is refused alike, too.
  Draft wrong = backend.draft(client, "alias");
  wrong.payload.form["phone"] = "0311112222";
  wrong.payload.form["name"] = "SOMEBODY ELSE";
  wrong.payload.form["email"] = "taken@mail.example";
  const std::string refusedTaken = shapeOf(backend.submit(client, wrong));
  wrong.payload.form["email"] = "other@mail.example";
  EXPECT_EQ(refusedTaken, shapeOf(backend.submit(client, wrong)));
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts WHERE email = 'taken@mail.example'"), "4");
}

// Nor that it has had all the mails that a day has for it.
TEST(RegisteredEmail, GetsNoMoreMailsThanADayHasAndNobodyIsTold) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const auto registerAt = [&](const std::string& address) {
    DraftPayload payload = backend.agentPayload(client);
    payload.form["email"] = address;
    return shapeOf(backend.post(client, newUuid(), plainBody(payload)));
  };
  const std::string usual = registerAt("fresh@mail.example");
  constexpr int kMostADay = 10;
  for (int i = 0; i < kMostADay + 2; ++i) {
    EXPECT_EQ(registerAt(i % 2 == 0 ? "victim@mail.example" : "vic.tim+x@mail.example"), usual);
  }
  EXPECT_EQ(backend.waitForMails(1 + kMostADay).size(), 1U + kMostADay);
  const std::string later = "SELECT COUNT(*) FROM outbox WHERE planned_at > created_at";
  EXPECT_EQ(backend.query(later + " AND state = 'waiting'"), "2");
  // Who proves with a card who they are, has the mail at once.
  Draft card = backend.draft(client);
  card.payload.form["email"] = "victim@mail.example";
  EXPECT_EQ(backend.submit(client, card).status, 201);
  EXPECT_EQ(backend.query(later), "2");
}

// After a crash of the client its person finds out; with other items, too. Nobody else does.
TEST(AlreadyRegistered, IsTheAnswerToTheSameCertificateWhateverTheFormSays) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  ASSERT_EQ(backend.submit(client, draft).status, 201);
  const auto again = [&] {
    draft.payload.nonce = nonceFrom(client);
    draft.idempotencyKey = newUuid();
    return backend.submit(client, draft);
  };
  const auto expectNoId = [&](const Response& response) {
    EXPECT_EQ(response.reason(), "alreadyRegistered");
    // Not even its holder gets more than that by this way: the mail has the authentication ID.
    EXPECT_THAT(response.json(), testing::Each(testing::Not(testing::Eq(nlohmann::json(
                                     backend.query("SELECT authentication_id FROM accounts"))))));
  };
  draft.payload.form["phone"] = "0399998888";
  expectNoId(again());
  // Who has set a password had a mail, and changes the address after logging in.
  backend.execute("UPDATE accounts SET password_set_at = 1");
  draft.payload.form["email"] = "another@mail.example";
  expectNoId(again());
  // A form that would be refused does not ask whether the certificate is known.
  draft.payload.form["phone"] = "x";
  draft.payload.nonce = nonceFrom(client);
  EXPECT_EQ(backend.submit(client, draft).reason(), "formInvalid");
}

TEST(Refusal, ReachesAClientThatIsStillSending) {
  BackendUnderTest backend;
  TlsSocket socket(backend.port(), backend.ca());
  const std::string piece(1024UL * 1024, 'x');
  constexpr int kPieces = 12;  // more than the buffers of a connection take
  ASSERT_TRUE(socket.write("POST /v1/none HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                           std::to_string(kPieces * piece.size()) + "\r\n\r\n"));
  backend.waitForLog("request");
  for (int i = 0; i < kPieces; ++i) {
    EXPECT_TRUE(socket.write(piece)) << i;
  }
  EXPECT_THAT(socket.readAll(), testing::StartsWith("HTTP/1.1 404"));
}

}  // namespace
}  // namespace madoguchi::test
