#include "app/server/server.h"

#include <gtest/gtest.h>

#include <QTcpServer>
#include <QTcpSocket>
#include <map>
#include <optional>
#include <set>

#include "app/core/idle_clock.h"
#include "app/core/service_clock.h"
#include "app/core/session.h"
#include "app/rooms/registration/registration_api.h"
#include "app/server/health.h"
#include "app/server/nonce.h"
#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/scripted_server.h"
#include "tests/unit/app/server/endless_server.h"
#include "tests/unit/app/server/http2_front.h"

// Real TLS connections to this machine. The refusals of certificates are the point: nothing may be
// sent to a host that is not the backend.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Pending;
using app::Server;

constexpr auto kAnything = ScriptedServer::Speaks::anything;

class ServerTest : public ::testing::Test {
 protected:
  std::filesystem::path folder(const std::string& name) {
    const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    return std::filesystem::path(MADOGUCHI_TEST_FOLDER) / "tls" / test->test_suite_name() /
           test->name() / name;
  }
  /// What `ask(server, answer)` hears.
  template <typename Answer, typename Ask>
  static Answer hear(const app::ServerSettings& settings, const Ask& ask) {
    Server server(settings);
    std::optional<Answer> found;
    const Pending pending = ask(server, [&](const Answer& answer) { found = answer; });
    EXPECT_TRUE(eventually([&] { return found.has_value(); }));
    return found.value_or(Answer{});
  }
  static FailureCode health(const app::ServerSettings& settings) {
    return hear<FailureCode>(settings, &app::askHealth);
  }
  static app::NonceAnswer nonce(const app::ServerSettings& settings) {
    return hear<app::NonceAnswer>(settings, &app::askNonce);
  }
  static app::RegistrationAnswer registration(const app::ServerSettings& settings) {
    return hear<app::RegistrationAnswer>(settings, [](Server& server, const auto& answer) {
      return app::sendRegistration(server, "01890a5d-ac96-774b-bcce-b302099a8057", "{}", answer);
    });
  }
};

TEST_F(ServerTest, AcceptsATrustedServer) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  EXPECT_EQ(health(server.settings()), FailureCode::none);
  EXPECT_EQ(nonce(server.settings()).nonce, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
}

TEST_F(ServerTest, TellsTheServicesTimeWhereThisComputersIsWrong) {
  const auto own = [] {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  };
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  server.answer("/v1/health",
                {.body = R"({"status":"ok"})", .date = "Thu, 31 Dec 2099 15:00:00 GMT"});
  health(server.settings());
  const std::chrono::sys_seconds newYear = std::chrono::sys_days(std::chrono::year(2099) / 12 / 31);
  EXPECT_GE(app::serviceTime(), newYear + std::chrono::hours(15));
  EXPECT_LT(app::serviceTime(), newYear + std::chrono::hours(16));
  server.answer("/v1/health", {.body = R"({"status":"ok"})", .date = "yesterday"});
  health(server.settings());
  EXPECT_GE(app::serviceTime(), newYear) << "which says nothing";
  app::hearServiceTime(own());
  EXPECT_LT(app::serviceTime(), newYear);
}

TEST_F(ServerTest, RefusesAnUnknownCa) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  auto settings = server.settings();
  settings.caFile = QString::fromStdString(makeTls(folder("other"), "localhost").ca.string());
  EXPECT_EQ(health(settings), FailureCode::tlsUntrusted);
  settings.caFile.clear();  // the system's CAs do not know it either
  EXPECT_EQ(health(settings), FailureCode::tlsUntrusted);
  EXPECT_TRUE(server.requests("/v1/health").empty());
}

TEST_F(ServerTest, RefusesAnotherHost) {
  ScriptedServer server(makeTls(folder("tls"), "elsewhere.example"), kAnything);
  EXPECT_EQ(health(server.settings()), FailureCode::tlsWrongHost);
  EXPECT_TRUE(server.requests("/v1/health").empty());
}

TEST_F(ServerTest, RefusesAnExpiredCertificate) {
  ScriptedServer server(makeTls(folder("tls"), "localhost", -std::chrono::hours(1)), kAnything);
  EXPECT_EQ(health(server.settings()), FailureCode::tlsExpired);
  EXPECT_TRUE(server.requests("/v1/health").empty());
}

TEST_F(ServerTest, SaysWhereNobodyListens) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  server.stop();
  EXPECT_EQ(health(server.settings()), FailureCode::networkUnreachable);
}

TEST_F(ServerTest, SaysWhereNobodyAnswersInTime) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  server.answer("/v1/health", {.never = true});
  auto settings = server.settings();
  settings.overallLimit = std::chrono::milliseconds(1500);
  EXPECT_EQ(health(settings), FailureCode::networkTimeout);
}

TEST_F(ServerTest, GivesALongBodyTheTimeThatASlowLineNeeds) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  auto settings = there.settings();
  settings.overallLimit = std::chrono::milliseconds(1500);
  Server server(settings);
  std::map<std::size_t, FailureCode> answers;
  std::vector<Pending> asked;
  for (const std::size_t bytes : {std::size_t{10}, std::size_t{1'000'000}}) {  // a minute more
    const std::string path = "/" + std::to_string(bytes);
    there.answer(path, {.never = true});
    asked.push_back(server.send(
        {.method = app::HttpMethod::put, .path = path, .bytes = std::string(bytes, 'x')},
        [&answers, bytes](const app::HttpAnswer& answer) { answers[bytes] = answer.failure; }));
  }
  ASSERT_TRUE(eventually([&] { return !answers.empty(); }));
  EXPECT_EQ(answers, (std::map<std::size_t, FailureCode>{{10, FailureCode::networkTimeout}}));
  there.release();
  ASSERT_TRUE(eventually([&] { return answers.size() == 2; }));
  EXPECT_EQ(answers.at(1'000'000), FailureCode::none);
}

TEST_F(ServerTest, SaysWhereAPlainServerListens) {
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

TEST_F(ServerTest, DroppingARequestEndsItAloneAndTheNextOneWorks) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  there.answer("/v1/health", {.never = true});
  there.answer("/v1/nonces", {.status = 503, .never = true});
  Server server(there.settings());
  std::vector<FailureCode> answers;
  const auto hearHealth = [&](FailureCode failure) { answers.push_back(failure); };
  std::optional<app::NonceAnswer> nonce;
  Pending dropped = app::askHealth(server, hearHealth);
  const Pending kept = app::askNonce(server, [&](const app::NonceAnswer& one) { nonce = one; });
  ASSERT_TRUE(eventually([&] {
    return there.requests("/v1/health").size() == 1 && there.requests("/v1/nonces").size() == 1;
  }));
  dropped.drop();
  const Pending next = app::askHealth(server, hearHealth);
  ASSERT_TRUE(eventually([&] { return !answers.empty(); }));
  EXPECT_EQ(answers, std::vector{FailureCode::none});
  EXPECT_FALSE(nonce.has_value());
  there.release();
  ASSERT_TRUE(eventually([&] { return nonce.has_value(); }));
  EXPECT_EQ(nonce->failure, FailureCode::serverBusy);
  EXPECT_EQ(answers.size(), 1U);
}

TEST_F(ServerTest, NobodyWaitsForTheAnswerOfAnother) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  there.answer("/v1/registrations", {.never = true});
  Server server(there.settings());
  const Pending waits = app::sendRegistration(server, "key", "{}", [](const auto&) { FAIL(); });
  ASSERT_TRUE(eventually([&] { return !there.requests("/v1/registrations").empty(); }));
  int answers = 0;
  std::vector<Pending> others;
  for (int i = 0; i < 5; ++i) {
    others.push_back(app::askHealth(server, [&](FailureCode failure) {
      EXPECT_EQ(failure, FailureCode::none);
      ++answers;
    }));
  }
  EXPECT_TRUE(eventually([&] { return answers == 5; }));
}

TEST_F(ServerTest, OneConnectionServesRequestAfterRequest) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  Server server(there.settings());
  int answers = 0;
  for (int i = 0; i < 5; ++i) {
    const Pending pending = app::askHealth(server, [&](FailureCode) { ++answers; });
    ASSERT_TRUE(eventually([&] { return answers == i + 1; }));
  }
  std::set<int> ports;
  for (const auto& request : there.requests("/v1/health")) {
    ports.insert(request.clientPort);
  }
  EXPECT_EQ(ports.size(), 1U);
}

TEST_F(ServerTest, EndsWithRequestsUnderWay) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  there.answer("/v1/health", {.never = true});
  {
    Server server(there.settings());
    const Pending underWay = app::askHealth(server, [](FailureCode) { FAIL(); });
    ASSERT_TRUE(eventually([&] { return !there.requests("/v1/health").empty(); }));
    const Pending fresh = app::askHealth(server, [](FailureCode) { FAIL(); });
  }
  QCoreApplication::processEvents();
}

TEST_F(ServerTest, TakesAWayToAnotherPlaceOrAPageForANetworkThatWantsASignIn) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  for (const int status : {301, 302, 303, 307, 308, 511}) {
    server.answer("/v1/health", {.status = status});
    EXPECT_EQ(health(server.settings()), FailureCode::networkSignIn) << status;
  }
  for (const char* type : {"text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"}) {
    server.answer("/v1/registrations", {.status = 200, .body = "<html>", .type = type});
    EXPECT_EQ(registration(server.settings()).failure, FailureCode::networkSignIn) << type;
  }
  EXPECT_EQ(server.requests("/v1/health").size(), 6U);  // nobody went there
}

TEST_F(ServerTest, RefusesAnswersThatDoNotFit) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
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
                {.status = 201, .body = R"({"authenticationId":"bcdfg01234"})" + nul + "}"});
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

TEST_F(ServerTest, EndsWhereHeadersOrTrailersDoNot) {
  const std::string line = "X-More: " + std::string(100, 'x') + "\r\n";
  const std::string head = "HTTP/1.1 200 OK\r\n";
  const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n";
  const std::string early = "HTTP/1.1 103 Early Hints\r\n\r\n";
  for (const auto& [begin, endless] :
       {std::pair{head, line},
        {chunked, line},
        {std::string(), early},
        {head, std::string("x")},
        {head + "Transfer-Encoding: chunked\r\n\r\n", std::string("2\r\n{}\r\n")},
        {head + "Content-Encoding: gzip\r\n\r\n", std::string("\x1F\x8B\x08\x01")}}) {
    EndlessServer there(makeTls(folder("tls"), "localhost"), begin, endless);
    EXPECT_EQ(health(there.settings()), FailureCode::serverAnswer) << begin << endless;
    // What had been written when the client had enough: what buffers of the system hold on top.
    EXPECT_LT(there.written(), std::uint64_t{16} * 1024 * 1024) << begin << endless;
  }
}

TEST_F(ServerTest, SaysWhereWhatComesIsNoHttp) {
  EndlessServer there(makeTls(folder("tls"), "localhost"), "SSH-2.0-OpenSSH_9.2\r\n", "\r\n");
  EXPECT_EQ(health(there.settings()), FailureCode::serverAnswer);
}

constexpr auto kOwn = "/v1/account";

Pending askOwn(Server& server, const std::function<void(long)>& answer) {
  return server.send({.path = kOwn, .inSession = true},
                     [answer](const app::HttpAnswer& what) { answer(what.status); });
}

TEST_F(ServerTest, CarriesTheSessionAndEndsItWhereTheServiceDoes) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  app::IdleClock idle;
  app::Session session(idle);
  Server server(there.settings(), &session);
  const auto ask = [&] {
    bool answered = false;
    const Pending pending = askOwn(server, [&](long) { answered = true; });
    EXPECT_TRUE(eventually([&] { return answered; }));
    return there.requests(kOwn).back().authorization;
  };
  EXPECT_EQ(ask(), "");
  session.open(secret("t0ken"), {});
  EXPECT_EQ(ask(), "Bearer t0ken");
  there.answer(kOwn, {.status = 403});
  ask();
  EXPECT_TRUE(session.isOpen());
  there.answer(kOwn, {.status = 401});
  std::vector<app::Session::Ended> ends;
  QObject::connect(&session, &app::Session::ended, [&](auto why) { ends.push_back(why); });
  ask();
  EXPECT_EQ(ends, std::vector{app::Session::Ended::refused});
  EXPECT_EQ(ask(), "");
}

TEST_F(ServerTest, WhatIsAskedWithoutTheSessionDoesNotEndIt) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  app::IdleClock idle;
  app::Session session(idle);
  Server server(there.settings(), &session);
  session.open(secret("t0ken"), {});
  there.answer("/v1/health", ScriptedServer::problem(401, "sessionReplaced"));
  bool answered = false;
  const Pending pending = app::askHealth(server, [&](FailureCode) { answered = true; });
  ASSERT_TRUE(eventually([&] { return answered; }));
  EXPECT_EQ(there.requests("/v1/health").back().authorization, "");
  EXPECT_TRUE(session.isOpen());
}

TEST_F(ServerTest, TellsTheServiceOfTheSessionsEndAndHearsOfAnother) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  app::IdleClock idle;
  app::Session session(idle);
  Server server(there.settings(), &session);
  constexpr auto kCurrent = "/v1/sessions/current";
  session.open(secret("first"), {});
  session.close(app::Session::Ended::loggedOut);
  ASSERT_TRUE(eventually([&] { return there.requests(kCurrent).size() == 1; }));
  EXPECT_EQ(there.requests(kCurrent).front().authorization, "Bearer first");
  // The service knows of these ends.
  session.open(secret("second"), {});
  there.answer(kOwn, ScriptedServer::problem(401, "sessionReplaced"));
  const Pending pending = askOwn(server, [](long) {});
  ASSERT_TRUE(eventually([&] { return !session.isOpen(); }));
  EXPECT_EQ(session.lastEnd(), app::Session::Ended::elsewhere);
  EXPECT_EQ(there.requests(kCurrent).size(), 1U);
}

TEST_F(ServerTest, AnAnswerToTheSessionBeforeDoesNotEndThisOne) {
  ScriptedServer there(makeTls(folder("tls"), "localhost"), kAnything);
  app::IdleClock idle;
  app::Session session(idle);
  Server server(there.settings(), &session);
  session.open(secret("first"), {});
  there.answer(kOwn, ScriptedServer::problem(401, "sessionMissing"));
  bool answered = false;
  const Pending pending = askOwn(server, [&](long) { answered = true; });
  session.open(secret("second"), {});
  ASSERT_TRUE(eventually([&] { return answered; }));
  EXPECT_TRUE(session.isOpen());
}

TEST_F(ServerTest, AcceptsNothingThatBreaksOff) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  // What came reads as a whole answer; only the head tells that more should have come.
  const std::string whole = R"({"authenticationId":"bcdfg01234"})";
  const std::string promised = whole + std::string(100, ' ');
  for (const std::size_t came : {std::size_t{0}, whole.size() / 2, whole.size()}) {
    for (const int status : {201, 422}) {
      server.answer("/v1/registrations",
                    {.status = status, .body = promised, .breaksOffAfter = came});
      const auto answer = registration(server.settings());
      EXPECT_EQ(answer.failure, FailureCode::answerLost) << status << ' ' << came;
      EXPECT_TRUE(answer.authenticationId.isEmpty()) << status << ' ' << came;
    }
  }
  EXPECT_EQ(server.requests("/v1/registrations").size(), 6U);  // none repeated by itself
  server.answer("/v1/health", {.status = 200, .body = promised, .breaksOffAfter = 0});
  EXPECT_EQ(health(server.settings()), FailureCode::networkUnreachable);  // it changes nothing
  server.stop();
  EXPECT_EQ(registration(server.settings()).failure, FailureCode::networkUnreachable);  // not sent
}

TEST_F(ServerTest, SaysThatWhatAFrontTookMayHaveArrived) {
  for (const QByteArray& farewell :
       {Http2Front::goaway(), Http2Front::reset(), Http2Front::settingsFrame()}) {
    Http2Front front(makeTls(folder("tls"), "localhost"), farewell);
    EXPECT_EQ(registration(front.settings()).failure, FailureCode::answerLost)
        << farewell.toHex().toStdString();
    EXPECT_EQ(front.requests(), 1) << farewell.toHex().toStdString();
  }
}

TEST_F(ServerTest, KnowsEveryReasonOfTheApi) {
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
      {422, "certificateNotYetValid", FailureCode::certificateNotYetValidAtServer},
      {422, "certificateExpired", FailureCode::certificateExpiredAtServer},
      {422, "certificateRevoked", FailureCode::certificateRevoked},
      {503, "revocationUnknown", FailureCode::serverBusy},
      {422, "termsOutdated", FailureCode::termsOutdated},
      {409, "alreadyRegistered", FailureCode::alreadyRegistered},
      {422, "clientTooOld", FailureCode::clientTooOld},
      {429, "rateLimited", FailureCode::serverBusy},
      {500, "internal", FailureCode::serverError},
      {503, "unavailable", FailureCode::serverBusy},
  };
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  for (const auto& [status, reason, code] : reasons) {
    server.answer("/v1/registrations", ScriptedServer::problem(status, reason));
    EXPECT_EQ(registration(server.settings()).failure, code) << reason;
  }
}

TEST_F(ServerTest, GoesByTheStatusWhereAGatewayAnswers) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
  const std::vector<std::pair<int, FailureCode>> answers = {
      {502, FailureCode::serverBusy},    {503, FailureCode::serverBusy},
      {500, FailureCode::serverError},   {413, FailureCode::requestTooLarge},
      {429, FailureCode::serverBusy},    {403, FailureCode::serverAnswer},
      {200, FailureCode::networkSignIn},
  };
  for (const auto& [status, code] : answers) {
    server.answer("/v1/registrations", {.status = status, .body = "<html>", .type = "text/html"});
    EXPECT_EQ(registration(server.settings()).failure, code) << status;
  }
}

TEST_F(ServerTest, ReadsTheMarkedFields) {
  ScriptedServer server(makeTls(folder("tls"), "localhost"), kAnything);
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
