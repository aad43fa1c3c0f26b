#include "app/server/registration_client.h"

#include <gtest/gtest.h>

#include <QTcpServer>
#include <QTcpSocket>
#include <optional>

#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/scripted_server.h"

// Real TLS connections to this machine. The refusals of certificates are the point: nothing may be
// sent to a host that is not the backend.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::RegistrationClient;

class RegistrationClientTest : public ::testing::Test {
 protected:
  std::filesystem::path folder(const std::string& name) {
    const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    return std::filesystem::path(MADOGUCHI_TEST_FOLDER) / "tls" / test->test_suite_name() /
           test->name() / name;
  }
  FailureCode health(const app::ServerSettings& settings) {
    RegistrationClient client(settings);
    std::optional<FailureCode> found;
    QObject::connect(&client, &RegistrationClient::healthChecked,
                     [&](FailureCode failure) { found = failure; });
    client.checkHealth();
    EXPECT_TRUE(eventually([&] { return found.has_value(); }));
    return found.value_or(FailureCode::none);
  }
  app::NonceAnswer nonce(const app::ServerSettings& settings) {
    RegistrationClient client(settings);
    std::optional<app::NonceAnswer> found;
    QObject::connect(&client, &RegistrationClient::nonceReceived,
                     [&](const app::NonceAnswer& answer) { found = answer; });
    client.requestNonce();
    EXPECT_TRUE(eventually([&] { return found.has_value(); }));
    return found.value_or(app::NonceAnswer{});
  }
  app::RegistrationAnswer registration(const app::ServerSettings& settings) {
    RegistrationClient client(settings);
    std::optional<app::RegistrationAnswer> found;
    QObject::connect(&client, &RegistrationClient::registrationAnswered,
                     [&](const app::RegistrationAnswer& answer) { found = answer; });
    client.sendRegistration("01890a5d-ac96-774b-bcce-b302099a8057", "{}");
    EXPECT_TRUE(eventually([&] { return found.has_value(); }));
    return found.value_or(app::RegistrationAnswer{});
  }
};

TEST_F(RegistrationClientTest, AcceptsATrustedServer) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  EXPECT_EQ(health(server.settings()), FailureCode::none);
  EXPECT_EQ(nonce(server.settings()).nonce, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
}

TEST_F(RegistrationClientTest, RefusesAnUnknownCa) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  auto settings = server.settings();
  settings.caFile = QString::fromStdString(makeTls(folder("other"), "localhost").ca.string());
  EXPECT_EQ(health(settings), FailureCode::tlsUntrusted);
  settings.caFile.clear();  // the system's CAs do not know it either
  EXPECT_EQ(health(settings), FailureCode::tlsUntrusted);
  EXPECT_TRUE(server.requests("/v1/health").empty());
}

TEST_F(RegistrationClientTest, RefusesAnotherHost) {
  ScriptedServer server(makeTls(folder("tls"), "elsewhere.example"));
  EXPECT_EQ(health(server.settings()), FailureCode::tlsWrongHost);
  EXPECT_TRUE(server.requests("/v1/health").empty());
}

TEST_F(RegistrationClientTest, RefusesAnExpiredCertificate) {
  ScriptedServer server(makeTls(folder("tls"), "localhost", -std::chrono::hours(1)));
  EXPECT_EQ(health(server.settings()), FailureCode::tlsExpired);
  EXPECT_TRUE(server.requests("/v1/health").empty());
}

TEST_F(RegistrationClientTest, SaysWhereNobodyListens) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  server.stop();
  EXPECT_EQ(health(server.settings()), FailureCode::networkUnreachable);
}

TEST_F(RegistrationClientTest, SaysWhereNobodyAnswersInTime) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  server.answer("/v1/health", {.never = true});
  auto settings = server.settings();
  settings.overallLimit = std::chrono::milliseconds(1500);
  EXPECT_EQ(health(settings), FailureCode::networkTimeout);
}

TEST_F(RegistrationClientTest, SaysWhereAPlainServerListens) {
  QTcpServer plain;
  ASSERT_TRUE(plain.listen(QHostAddress::LocalHost));
  QObject::connect(&plain, &QTcpServer::newConnection, [&] {
    QTcpSocket* socket = plain.nextPendingConnection();
    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"status\":\"ok\"}");
    socket->disconnectFromHost();
  });
  const auto origin = QStringLiteral("https://localhost:%1").arg(plain.serverPort());
  EXPECT_EQ(health({.origin = origin, .caFile = {}}), FailureCode::tlsUntrusted);
}

TEST_F(RegistrationClientTest, CancelEndsTheWaitAndTheNextRequestWorks) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  server.answer("/v1/health", {.never = true});
  RegistrationClient client(server.settings());
  std::vector<FailureCode> answers;
  QObject::connect(&client, &RegistrationClient::healthChecked,
                   [&](FailureCode failure) { answers.push_back(failure); });
  client.checkHealth();
  ASSERT_TRUE(eventually([&] { return server.requests("/v1/health").size() == 1; }));
  client.cancel();
  client.checkHealth();
  ASSERT_TRUE(eventually([&] { return !answers.empty(); }));
  EXPECT_EQ(answers, std::vector{FailureCode::none});
}

TEST_F(RegistrationClientTest, DoesNotFollowToAnotherPlace) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  server.answer("/v1/health", {.status = 302});
  EXPECT_EQ(health(server.settings()), FailureCode::serverAnswer);
}

TEST_F(RegistrationClientTest, RefusesAnswersThatDoNotFit) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  const std::string tooLong(std::size_t{65} * 1024, ' ');
  for (const std::string& body : {std::string("<html>sign in</html>"), std::string("[]"),
                                  std::string(R"({"status":"ill"})"), std::string(), tooLong}) {
    server.answer("/v1/health", {.status = 200, .body = body});
    EXPECT_EQ(health(server.settings()), FailureCode::serverAnswer) << body.substr(0, 30);
  }
  const std::string nul("\0", 1);
  server.answer("/v1/health", {.status = 200, .body = R"({"status":"ok"})" + nul});
  EXPECT_EQ(health(server.settings()), FailureCode::serverAnswer);
  server.answer("/v1/registrations",
                {.status = 201, .body = R"({"authenticationId":"AB12345678"})" + nul + "}"});
  EXPECT_EQ(registration(server.settings()).failure, FailureCode::serverAnswer);
  for (const char* body : {R"({"nonce":"short"})", R"({"nonce":7})", R"({})"}) {
    server.answer("/v1/nonces", {.status = 201, .body = body});
    EXPECT_EQ(nonce(server.settings()).failure, FailureCode::serverAnswer) << body;
  }
  for (const char* body : {R"({"authenticationId":"12345"})", R"({"authenticationId":null})",
                           R"({"authenticationId":"123456789012345678901"})"}) {
    server.answer("/v1/registrations", {.status = 201, .body = body});
    EXPECT_EQ(registration(server.settings()).failure, FailureCode::serverAnswer) << body;
  }
}

TEST_F(RegistrationClientTest, AcceptsNothingThatBreaksOff) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  // What came reads as a whole answer; only the head tells that more should have come.
  const std::string whole = R"({"authenticationId":"AB12345678"})";
  const std::string promised = whole + std::string(100, ' ');
  for (const std::size_t came : {std::size_t{0}, whole.size() / 2, whole.size()}) {
    for (const int status : {201, 422}) {
      server.answer("/v1/registrations",
                    {.status = status, .body = promised, .breaksOffAfter = came});
      const auto answer = registration(server.settings());
      EXPECT_EQ(answer.failure, FailureCode::networkUnreachable) << status << ' ' << came;
      EXPECT_TRUE(answer.authenticationId.isEmpty()) << status << ' ' << came;
    }
  }
  EXPECT_EQ(server.requests("/v1/registrations").size(), 6U);  // none repeated by itself
}

TEST_F(RegistrationClientTest, KnowsEveryReasonOfTheApi) {
  const std::vector<std::tuple<int, std::string, FailureCode>> reasons = {
      {400, "malformed", FailureCode::serverAnswer},
      {413, "bodyTooLarge", FailureCode::requestTooLarge},
      {415, "unsupportedMediaType", FailureCode::serverAnswer},
      {404, "notFound", FailureCode::serverAnswer},
      {405, "methodNotAllowed", FailureCode::serverAnswer},
      {400, "idempotencyKeyMissing", FailureCode::serverAnswer},
      {409, "idempotencyConflict", FailureCode::serverAnswer},
      {422, "signatureInvalid", FailureCode::signatureRefused},
      {422, "nonceInvalid", FailureCode::nonceExpired},
      {422, "originMismatch", FailureCode::signatureRefused},
      {422, "certificateUntrusted", FailureCode::certificateRefused},
      {422, "certificateExpired", FailureCode::certificateExpiredAtServer},
      {422, "certificateRevoked", FailureCode::certificateRevoked},
      {503, "revocationUnknown", FailureCode::serverBusy},
      {422, "termsOutdated", FailureCode::termsOutdated},
      {409, "alreadyRegistered", FailureCode::alreadyRegistered},
      {429, "rateLimited", FailureCode::serverBusy},
      {500, "internal", FailureCode::serverError},
      {503, "unavailable", FailureCode::serverBusy},
  };
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  for (const auto& [status, reason, code] : reasons) {
    server.answer("/v1/registrations", ScriptedServer::problem(status, reason));
    EXPECT_EQ(registration(server.settings()).failure, code) << reason;
  }
}

TEST_F(RegistrationClientTest, GoesByTheStatusWhereAGatewayAnswers) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  const std::vector<std::pair<int, FailureCode>> answers = {
      {502, FailureCode::serverBusy},   {503, FailureCode::serverBusy},
      {500, FailureCode::serverError},  {413, FailureCode::requestTooLarge},
      {429, FailureCode::serverBusy},   {403, FailureCode::serverAnswer},
      {200, FailureCode::serverAnswer},
  };
  for (const auto& [status, code] : answers) {
    server.answer("/v1/registrations", {.status = status, .body = "<html>", .type = "text/html"});
    EXPECT_EQ(registration(server.settings()).failure, code) << status;
  }
}

TEST_F(RegistrationClientTest, ReadsTheMarkedFields) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"));
  server.answer("/v1/registrations",
                ScriptedServer::problem(422, "formMismatch",
                                        R"(,"errors":[{"field":"name","code":"WZBAM018E"},)"
                                        R"({"field":"phone","code":"WZBAM018E"}])"));
  const auto answer = registration(server.settings());
  EXPECT_EQ(answer.failure, FailureCode::certificateMismatch);
  EXPECT_EQ(answer.summaryCode, "WZBAM018E");
  EXPECT_EQ(answer.errors,
            (std::vector<protocol::FieldError>{{"name", "WZBAM018E"}, {"phone", "WZBAM018E"}}));
  for (const char* errors :
       {"", R"(,"errors":[])", R"(,"errors":[{"field":"nonsense","code":"WZBAM018E"}])",
        R"(,"errors":[{"field":"name","code":"?"}])", R"(,"errors":[1])"}) {
    server.answer("/v1/registrations", ScriptedServer::problem(422, "formInvalid", errors));
    EXPECT_EQ(registration(server.settings()).failure, FailureCode::serverAnswer) << errors;
  }
}

}  // namespace
}  // namespace madoguchi::test
