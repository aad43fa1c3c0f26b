#pragma once

#include <QFile>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <utility>

#include "app/server/server.h"
#include "tests/unit/app/test_tls.h"

namespace madoguchi::test {

/// An HTTP/2 front of a service (RFC 9113) that takes each request whole and then says `farewell`
/// in place of an answer and hangs up, as one does that is being exchanged.
class Http2Front {
 public:
  Http2Front(const TlsFiles& tls, QByteArray farewell) : m_farewell(std::move(farewell)) {
    m_ca = QString::fromStdString(tls.ca.string());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2});
    configuration.setLocalCertificateChain(
        QSslCertificate::fromPath(QString::fromStdString(tls.certificate.string())));
    QFile key(QString::fromStdString(tls.key.string()));
    if (key.open(QIODevice::ReadOnly)) configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    m_server.setSslConfiguration(configuration);
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server,
                     [this] { hear(static_cast<QSslSocket&>(*m_server.nextPendingConnection())); });
  }

  [[nodiscard]] app::ServerSettings settings() const {
    return {.origin = QStringLiteral("https://localhost:%1").arg(m_server.serverPort()),
            .caFile = m_ca};
  }
  [[nodiscard]] int requests() const { return m_requests; }

  static QByteArray settingsFrame() { return QByteArray::fromHex("000000040000000000"); }
  /// Stream 1 may have been worked on; no error.
  static QByteArray goaway() { return QByteArray::fromHex("0000080700000000000000000100000000"); }
  /// Of stream 1: INTERNAL_ERROR.
  static QByteArray reset() { return QByteArray::fromHex("00000403000000000100000002"); }

 private:
  static constexpr qsizetype kPreface = 24;
  static constexpr qsizetype kFrameHeader = 9;

  void hear(QSslSocket& client) {
    client.write(settingsFrame());
    QObject::connect(&client, &QSslSocket::disconnected, &client, &QObject::deleteLater);
    QObject::connect(&client, &QSslSocket::readyRead, &m_server,
                     [this, &client, heard = QByteArray()]() mutable {
                       heard += client.readAll();
                       if (!endsAStream(heard)) return;
                       heard.clear();
                       ++m_requests;
                       client.write(m_farewell);
                       client.disconnectFromHost();
                     });
  }
  /// Whether a frame of HEADERS or DATA with the flag END_STREAM has come.
  static bool endsAStream(const QByteArray& heard) {
    constexpr char kHeaders = 1;
    for (qsizetype at = kPreface; at + kFrameHeader <= heard.size();) {
      const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(heard[at + i]); };
      const qsizetype length = (byte(0) << 16) | (byte(1) << 8) | byte(2);
      if (byte(3) <= kHeaders && (byte(4) & 1) != 0 && at + kFrameHeader + length <= heard.size()) {
        return true;
      }
      at += kFrameHeader + length;
    }
    return false;
  }

  QSslServer m_server;
  QString m_ca;
  QByteArray m_farewell;
  int m_requests = 0;
};

}  // namespace madoguchi::test
