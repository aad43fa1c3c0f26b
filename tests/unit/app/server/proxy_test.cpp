#include <gtest/gtest.h>

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <atomic>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>

#include "app/rooms/registration/registration_attempt.h"
#include "app/server/health.h"
#include "app/server/server.h"
#include "app/server/system_proxy.h"
#include "cardreader/simulated/simulated_transport.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/scripted_server.h"

// Networks that let programs out through a proxy only: companies, schools, hotels.

namespace madoguchi::test {
namespace {

using app::FailureCode;

constexpr auto kHost = "registration.example";  // which only the proxy can find
const QUrl kService(QStringLiteral("https://registration.example"));

/// A proxy as RFC 9110 has CONNECT, all of whose tunnels lead to one port of this machine.
class ConnectProxy {
 public:
  explicit ConnectProxy(quint16 leadsTo) : m_leadsTo(leadsTo) {
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                     [this] { hear(*m_server.nextPendingConnection()); });
  }

  [[nodiscard]] QByteArray address() const {
    return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort());
  }
  [[nodiscard]] const QList<QByteArray>& asked() const { return m_asked; }
  /// Says this to every request instead of making a tunnel, but for the first ones.
  void refuse(const QByteArray& statusLine, int afterTunnels = 0) {
    m_refusal = statusLine;
    m_tunnels = afterTunnels;
  }
  void letThrough() { m_refusal.reset(); }
  void stop() { m_server.close(); }

 private:
  void hear(QTcpSocket& client) {
    QObject::connect(&client, &QTcpSocket::readyRead, &client, [this, &client] {
      if (!client.peek(client.bytesAvailable()).contains("\r\n\r\n")) return;
      m_asked << client.readAll().split('\r').front();
      client.disconnect();
      if (m_refusal && m_tunnels-- <= 0) {
        client.write(*m_refusal + "\r\nContent-Length: 0\r\n\r\n");
        client.disconnectFromHost();
      } else {
        tunnel(client);
      }
    });
  }
  void tunnel(QTcpSocket& client) const {
    auto* server = new QTcpSocket(&client);
    QObject::connect(server, &QTcpSocket::connected, &client,
                     [&client] { client.write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    QObject::connect(server, &QTcpSocket::readyRead, &client,
                     [&client, server] { client.write(server->readAll()); });
    QObject::connect(server, &QTcpSocket::disconnected, &client, &QTcpSocket::disconnectFromHost);
    QObject::connect(&client, &QTcpSocket::readyRead, server,
                     [&client, server] { server->write(client.readAll()); });
    server->connectToHost(QHostAddress::LocalHost, m_leadsTo);
  }

  QTcpServer m_server;
  quint16 m_leadsTo;
  std::optional<QByteArray> m_refusal;
  int m_tunnels = 0;  ///< that are made before the refusal
  QList<QByteArray> m_asked;
};

/// A proxy that refuses everything, in an answer that does not end until nobody listens any more.
class EndlessProxy {
 public:
  explicit EndlessProxy(const QByteArray& statusLine)
      : m_thread(QThread::create([this, statusLine] { run(statusLine); })) {
    m_thread->start();
    m_port = m_listens.get_future().get();
  }
  ~EndlessProxy() {
    m_stop = true;
    m_thread->wait();
  }
  EndlessProxy(const EndlessProxy&) = delete;
  EndlessProxy& operator=(const EndlessProxy&) = delete;

  [[nodiscard]] QByteArray address() const {
    return "http://127.0.0.1:" + QByteArray::number(m_port);
  }
  [[nodiscard]] std::int64_t written() const { return m_written; }

 private:
  void run(const QByteArray& statusLine) {
    constexpr int kMoment = 20;  // ms
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_listens.set_value(server.serverPort());
    while (!m_stop) {
      if (!server.waitForNewConnection(kMoment)) continue;
      QTcpSocket& client = *server.nextPendingConnection();
      client.waitForReadyRead();
      client.write(statusLine + "\r\nContent-Length: 1000000000000\r\n\r\n");
      const QByteArray piece(100'000, 'x');
      while (!m_stop && client.state() == QAbstractSocket::ConnectedState) {
        if (client.bytesToWrite() < piece.size()) m_written += client.write(piece);
        client.waitForBytesWritten(kMoment);
      }
    }
  }

  std::promise<quint16> m_listens;
  quint16 m_port = 0;
  std::atomic<bool> m_stop = false;
  std::atomic<std::int64_t> m_written = 0;
  std::unique_ptr<QThread> m_thread;
};

class ProxyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    qputenv("https_proxy", proxy.address());
    qunsetenv("no_proxy");
  }
  void TearDown() override { qunsetenv("https_proxy"); }

  static std::filesystem::path folder() {
    const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    return std::filesystem::path(MADOGUCHI_TEST_FOLDER) / "proxy" / test->name();
  }
  [[nodiscard]] quint16 port() const {
    return static_cast<quint16>(QUrl(server.settings().origin).port());
  }
  [[nodiscard]] app::ServerSettings settingsFor(const QString& host) const {
    app::ServerSettings settings = server.settings();
    settings.origin = QStringLiteral("https://%1:%2").arg(host).arg(port());
    return settings;
  }
  FailureCode health(const QString& host) {
    app::Server service(settingsFor(host));
    std::optional<FailureCode> found;
    const app::Pending pending =
        app::askHealth(service, [&](FailureCode failure) { found = failure; });
    EXPECT_TRUE(eventually([&] { return found.has_value(); }));
    return found.value_or(FailureCode::none);
  }

  ScriptedServer server{makeTls(folder(), kHost), ScriptedServer::Speaks::anything};
  ConnectProxy proxy{port()};
};

TEST_F(ProxyTest, LeadsToTheServer) {
  EXPECT_EQ(health(kHost), FailureCode::none);
  EXPECT_EQ(proxy.asked(), QList<QByteArray>{"CONNECT " + QByteArray(kHost) + ':' +
                                             QByteArray::number(port()) + " HTTP/1.1"});
  EXPECT_EQ(server.requests("/v1/health").size(), 1U);
}

TEST_F(ProxyTest, CannotStandInForTheServer) {
  EXPECT_EQ(health(QStringLiteral("other.example")), FailureCode::tlsWrongHost);
  EXPECT_TRUE(server.requests("/v1/health").empty());
}

TEST_F(ProxyTest, ThatRefusesIsToldFromANetworkThatIsDown) {
  for (const QByteArray& status :
       {QByteArray("HTTP/1.1 403 Forbidden"), QByteArray("HTTP/1.1 502 Bad Gateway"),
        QByteArray("HTTP/1.1 407 Proxy Authentication Required")}) {
    proxy.refuse(status);
    EXPECT_EQ(health(kHost), FailureCode::proxyUnusable) << status.toStdString();
  }
}

/// A registration of somebody without a card.
class AttemptThroughProxy : public ProxyTest {
 protected:
  bool send(const std::string& language) {
    const std::size_t before = answers.size();
    attempt->start(language);
    return eventually([&] { return answers.size() > before; });
  }
  void SetUp() override {
    ProxyTest::SetUp();
    service.emplace(settingsFor(kHost));
    attempt.emplace(visit, *service);
    QObject::connect(
        &*attempt, &app::RegistrationAttempt::answered,
        [&](const app::RegistrationAnswer& answer) { answers.push_back(answer.failure); });
    attempt->confirm(R"({"answers":{"name":"HOUMU TARO"}})", forms::Entrance::attorneyOrScrivener,
                     "1");
  }

  simulated::InProcessTransport noCard;
  app::CardDesk cards{noCard};
  app::IdleClock idle;
  app::CardVisit visit{cards, idle, {}};
  std::optional<app::Server> service;
  std::optional<app::RegistrationAttempt> attempt;
  std::vector<FailureCode> answers;
};

TEST_F(AttemptThroughProxy, ThatRefusesTheSecondSendingLeavesTheSameForTheThird) {
  for (int i = 0; i < 2; ++i) {
    server.answer("/v1/registrations", {.status = 201, .body = "{}", .breaksOffAfter = 0});
  }
  ASSERT_TRUE(send("ja"));
  proxy.refuse("HTTP/1.1 502 Bad Gateway");
  ASSERT_TRUE(send("ja"));
  proxy.letThrough();
  ASSERT_TRUE(send("en"));  // changed in between: what may have arrived is in Japanese
  EXPECT_EQ(answers,
            (std::vector{FailureCode::answerLost, FailureCode::proxyUnusable, FailureCode::none}));
  const auto sent = server.requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 3U);  // the first once more by itself
  for (const auto& again : sent) {
    EXPECT_EQ(again.idempotencyKey, sent.front().idempotencyKey);
    EXPECT_EQ(again.body, sent.front().body);
  }
}

TEST_F(AttemptThroughProxy, ThatRefusesToAskAgainDoesNotHideThatTheFirstMayHaveArrived) {
  server.answer("/v1/registrations", {.status = 201, .body = "{}", .breaksOffAfter = 0});
  proxy.refuse("HTTP/1.1 502 Bad Gateway", 1);
  ASSERT_TRUE(send("ja"));
  EXPECT_EQ(answers, std::vector{FailureCode::answerLost});
  EXPECT_EQ(server.requests("/v1/registrations").size(), 1U);
  EXPECT_EQ(proxy.asked().size(), 2);
}

TEST_F(ProxyTest, ThatWantsASignInIsToldFromOneThatRefuses) {
  for (const QByteArray& status : {QByteArray("HTTP/1.1 302 Found"),
                                   QByteArray("HTTP/1.1 511 Network Authentication Required")}) {
    proxy.refuse(status);
    EXPECT_EQ(health(kHost), FailureCode::networkSignIn) << status.toStdString();
  }
}

// They keep the library reading, which does not look at its limits then.
TEST_F(ProxyTest, ThatRefusesWithoutAnEndIsNotListenedToForEver) {
  const EndlessProxy endless("HTTP/1.1 407 Proxy Authentication Required");
  qputenv("https_proxy", endless.address());
  app::ServerSettings settings = settingsFor(kHost);
  settings.connectLimit = std::chrono::milliseconds(300);
  app::Server service(settings);
  std::optional<FailureCode> found;
  const app::Pending pending =
      app::askHealth(service, [&](FailureCode failure) { found = failure; });
  ASSERT_TRUE(eventually([&] { return found.has_value(); }));
  // On a slow machine the refusal itself may come too late.
  EXPECT_TRUE(*found == FailureCode::proxyUnusable || *found == FailureCode::networkTimeout);
}

TEST_F(ProxyTest, ThatRefusesWithoutAnEndDoesNotKeepTheProgramFromEnding) {
  const EndlessProxy endless("HTTP/1.1 407 Proxy Authentication Required");
  qputenv("https_proxy", endless.address());
  app::ServerSettings settings = settingsFor(kHost);
  settings.connectLimit = settings.overallLimit = std::chrono::hours(1);  // longer than this test
  app::Server service(settings);
  const app::Pending pending = app::askHealth(service, [](FailureCode) { FAIL(); });
  EXPECT_TRUE(eventually([&] { return endless.written() > 1'000'000; }));
}

TEST_F(ProxyTest, ThatCannotBeReachedIsNamed) {
  proxy.stop();
  EXPECT_EQ(health(kHost), FailureCode::proxyUnusable);
}

TEST_F(ProxyTest, IsNotAskedForThisMachine) {
  proxy.stop();
  for (const char* host : {"localhost", "127.0.0.1", "[::1]"})
    EXPECT_TRUE(app::systemProxy(QUrl(QStringLiteral("https://%1").arg(host))).address.empty())
        << host;
  EXPECT_EQ(health(QStringLiteral("localhost")), FailureCode::tlsWrongHost);  // and so reached
}

// What follows is what curl(1) does with the same environment.

TEST_F(ProxyTest, NeedsNoScheme) {
  qputenv("https_proxy", proxy.address().mid(qsizetype(sizeof "http://") - 1));
  EXPECT_EQ(health(kHost), FailureCode::none);
  EXPECT_EQ(proxy.asked().size(), 1);
  EXPECT_EQ(app::systemProxy(kService).host, "127.0.0.1");
}

TEST_F(ProxyTest, IsFoundUnderEachOfItsNames) {
  qunsetenv("https_proxy");
  for (const char* name : {"HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
    qputenv(name, "proxy.example:3128");
    EXPECT_EQ(app::systemProxy(kService).address, "proxy.example:3128") << name;
    qputenv("https_proxy", "");
    EXPECT_EQ(app::systemProxy(kService).host, "proxy.example") << name;
    qputenv("https_proxy", "https://first.example:443");
    EXPECT_EQ(app::systemProxy(kService).host, "first.example") << name;
    qunsetenv("https_proxy");
    qunsetenv(name);
  }
  qputenv("http_proxy", "plain.example:3128");
  EXPECT_EQ(app::systemProxy(kService).host, "");
  qunsetenv("http_proxy");
}

TEST_F(ProxyTest, IsUnderstoodInEveryForm) {
  for (const auto& [setting, host] :
       {std::pair{"proxy.example", "proxy.example"},
        {"PROXY.example:3128/", "PROXY.example"},
        {"HTTP://proxy.example:3128", "proxy.example"},
        {"[2001:db8::1]:3128", "[2001:db8::1]"},
        {"http://u:p%40ss%3Aword@proxy.example:3128", "proxy.example"},
        {"DOMAIN%5Cu:p@proxy.example:3128", "proxy.example"},
        {"socks5h://proxy.example", "proxy.example"},
        {"SOCKS5://192.0.2.1:1080", "192.0.2.1"}}) {
    qputenv("https_proxy", setting);
    const app::SystemProxy found = app::systemProxy(kService);
    EXPECT_EQ(found.host, host) << setting;
    EXPECT_EQ(found.notUnderstood, "") << setting;
  }
}

TEST_F(ProxyTest, IsNamedWhereItIsNotUnderstood) {
  for (const char* setting :
       {"http://127.0.0.1:port", "ftp://proxy.example:21", "http://:3128", "direct://",
        "http://u:s3cret@proxy.example:99999", "http=proxy.example:3128;https=proxy.example:3129",
        "PROXY proxy.example:3128; DIRECT", "\\\\proxy.example\\3128"}) {
    qputenv("https_proxy", setting);
    const app::SystemProxy found = app::systemProxy(kService);
    EXPECT_EQ(found.host, "") << setting;
    EXPECT_FALSE(found.notUnderstood.empty()) << setting;
    EXPECT_EQ(found.notUnderstood.find("s3cret"), std::string::npos) << found.notUnderstood;
    EXPECT_EQ(health(kHost), FailureCode::proxyUnusable) << setting;
  }
}

TEST_F(ProxyTest, IsNotAskedForWhatTheSystemExcepts) {
  EXPECT_EQ(app::systemProxy(kService).address, proxy.address().toStdString());
  for (const char* excepted :
       {kHost, ".example", "example", "example.", ".registration.example.",
        "other, REGISTRATION.example", "a b *", "*", "other .example", "other\t.example"}) {
    qputenv("no_proxy", excepted);
    EXPECT_EQ(app::systemProxy(kService).address.empty(), std::string_view(excepted) != "a b *")
        << excepted;
  }
  qunsetenv("no_proxy");
  qputenv("NO_PROXY", "ration.example,192.0.2.0/24,2001:db8::/32");
  EXPECT_FALSE(app::systemProxy(kService).address.empty());
  for (const auto& [host, excepted] : {std::pair{"192.0.2.7", true},
                                       {"192.0.3.7", false},
                                       {"[2001:db8::7]", true},
                                       {"[2001:db9::7]", false}}) {
    const QUrl service(QStringLiteral("https://") + host);
    EXPECT_EQ(app::systemProxy(service).address.empty(), excepted) << host;
  }
  qunsetenv("NO_PROXY");
}

TEST_F(ProxyTest, OfSocksFindsTheHostItself) {
  qputenv("https_proxy", "socks5://192.0.2.1:1080");
  EXPECT_EQ(app::systemProxy(kService).address, "socks5h://192.0.2.1:1080");
}

}  // namespace
}  // namespace madoguchi::test
