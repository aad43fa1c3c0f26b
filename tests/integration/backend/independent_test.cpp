#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "backend_under_test.h"

// The service's answers, held against the published API by a JSON Schema library of others.

namespace madoguchi::test {
namespace {

TEST(PublishedApi, DescribesEveryAnswer) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  client.send({.path = "/v1/health"});
  for (const char* language : {"ja", "easy", "en", "fr"}) {
    client.send({.path = std::string("/v1/announcements?language=") + language});
  }
  const auto postJson = [&](const std::string& path, const nlohmann::json& body) {
    client.send({.method = "POST",
                 .path = path,
                 .body = body.dump(),
                 .headers = {"Content-Type: application/json", "Idempotency-Key: " + newUuid()}});
  };
  backend.post(client, newUuid(), plainBody(backend.agentPayload(client)));
  const std::string text = parseMail(backend.waitForMails(1).front()).at("text");
  const std::string link = text.substr(text.find("/password/") + 10, 43);
  const auto password = [&](const std::string& token, const char* second) {
    return nlohmann::json{
        {"link", token}, {"password", "AB12345!"}, {"passwordConfirmation", second}};
  };
  postJson("/v1/passwords", password(link, "AB12345?"));
  postJson("/v1/passwords", password(std::string(43, 'A'), "AB12345!"));
  postJson("/v1/passwords", {{"link", link}});
  postJson("/v1/passwords", password(link, "AB12345!"));
  postJson("/v1/passwords", password(link, "AB12345!"));  // under another key: it is used
  client.send({.method = "PUT",
               .path = "/v1/account/password",
               .body = "{}",
               .headers = {"Content-Type: application/json", "Idempotency-Key: " + newUuid()}});
  client.send({.method = "PUT",
               .path = "/v1/passwords/expired",
               .body = R"({"authenticationId":"wikpn31487","currentPassword":"AB12345!",)"
                       R"("password":"CD67890!","passwordConfirmation":"CD67890?"})",
               .headers = {"Content-Type: application/json", "Idempotency-Key: " + newUuid()}});
  postJson("/v1/password-links", {{"link", link}});
  postJson("/v1/password-links", {{"link", std::string(43, 'A')}});
  postJson("/v1/password-links", {{"authenticationId", "wikpn31487"}, {"email", "a@b.example"}});
  postJson("/v1/password-links", {{"authenticationId", "short"}, {"email", "none"}});
  Draft draft = backend.draft(client);
  backend.submit(client, draft);
  backend.submit(client, draft);  // answered the same again
  draft.payload.nonce = nonceFrom(client);
  draft.payload.form["phone"] = "0399999999";
  backend.submit(client, draft);  // another form under the same key
  draft.idempotencyKey = newUuid();
  draft.payload.nonce = nonceFrom(client);
  draft.payload.form["email"] = "corrected@mail.example";
  EXPECT_TRUE(backend.submit(client, draft).json().at("emailCorrected"));
  Draft wrong = backend.draft(client, "alias");
  wrong.payload.form["phone"] = "none";
  wrong.payload.form.erase("email");
  backend.submit(client, wrong);
  for (const char* body : {"", "{", "[]", "{}", R"({"registration": "a.b.c"})",
                           R"({"registration": "a.b.c", "authentication": "a.b.c"})"}) {
    backend.post(client, draft.idempotencyKey, body);
  }
  backend.post(client, "no-uuid", "{}");
  backend.post(client, draft.idempotencyKey, std::string(70'000, ' '));
  client.send({.method = "POST", .path = "/v1/health", .body = ""});
  nlohmann::json exchanges = nlohmann::json::array();
  std::map<int, int> statuses;
  for (const Exchange& one : client.exchanges()) {
    if (one.request.method == "POST" && one.request.path == "/v1/health") {
      EXPECT_EQ(one.response.status, 405);
      continue;  // the method is not in the API
    }
    ++statuses[one.response.status];
    exchanges.push_back({{"method", one.request.method},
                         {"path", one.request.path},
                         {"status", one.response.status},
                         {"body", one.response.json()}});
  }
  for (const int status : {200, 201, 202, 400, 404, 409, 413, 422}) {
    EXPECT_GE(statuses[status], 1) << status;
  }
  const std::filesystem::path file = backend.folder() / "exchanges.json";
  std::ofstream(file) << exchanges.dump();
  const CommandResult checked = runCommand(
      {"node", MADOGUCHI_SOURCE "/tests/support/independent/check_answers.mjs", file.string()});
  EXPECT_EQ(checked.exitCode, 0);
  EXPECT_EQ(checked.output, std::to_string(exchanges.size()) + '\n');
}

}  // namespace
}  // namespace madoguchi::test
