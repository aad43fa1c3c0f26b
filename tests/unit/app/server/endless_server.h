#pragma once

#include <QFile>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <cstdint>
#include <string>

#include "app/server/server.h"
#include "tests/unit/app/test_tls.h"

namespace madoguchi::test {

/// A TLS server of this machine that says `begin` to whatever it is asked, and then `endless` again
/// and again, until nobody listens any more.
class EndlessServer {
 public:
  EndlessServer(const TlsFiles& tls, const std::string& begin, const std::string& endless)
      : m_ca(QString::fromStdString(tls.ca.string())) {
    for (std::size_t i = 0; i < kAtOnce / endless.size() + 1; ++i) m_endless += endless.c_str();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(
        QSslCertificate::fromPath(QString::fromStdString(tls.certificate.string())));
    QFile key(QString::fromStdString(tls.key.string()));
    if (key.open(QIODevice::ReadOnly)) configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    m_server.setSslConfiguration(configuration);
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this, begin] {
      speak(static_cast<QSslSocket&>(*m_server.nextPendingConnection()), begin);
    });
  }

  [[nodiscard]] app::ServerSettings settings() const {
    return {.origin = QStringLiteral("https://localhost:%1").arg(m_server.serverPort()),
            .caFile = m_ca};
  }
  [[nodiscard]] std::uint64_t written() const { return m_written; }

 private:
  static constexpr std::size_t kAtOnce = 16 * 1024;

  void speak(QSslSocket& client, const std::string& begin) {
    QObject::connect(&client, &QSslSocket::encryptedBytesWritten, &m_server,
                     [this, &client] { goOn(client); });
    QObject::connect(&client, &QSslSocket::disconnected, &client, &QObject::deleteLater);
    client.write(begin.c_str());
    goOn(client);
  }
  void goOn(QSslSocket& client) {
    if (client.encryptedBytesToWrite() > 0 || client.state() != QAbstractSocket::ConnectedState)
      return;
    m_written += static_cast<std::uint64_t>(client.write(m_endless));
  }

  QSslServer m_server;
  QString m_ca;
  QByteArray m_endless;
  std::uint64_t m_written = 0;
};

}  // namespace madoguchi::test
