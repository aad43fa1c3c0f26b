#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace madoguchi::test {

/// A wire between client and backend that a test can cut. It sees nothing but TLS records.
class Relay {
 public:
  Relay() {
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
  }

  [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
  [[nodiscard]] QString origin() const {
    return QStringLiteral("https://localhost:%1").arg(port());
  }
  void leadTo(int backendPort) { m_backendPort = static_cast<quint16>(backendPort); }
  /// What the backend says from now on does not arrive.
  void swallowAnswers() { m_swallow = true; }
  /// Ends all connections and lets no new one through.
  void cut() {
    m_swallow = false;
    m_cut = true;
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>()) {
      socket->abort();
    }
  }
  void mend() { m_cut = false; }

 private:
  void accept() {
    QTcpSocket* client = m_server.nextPendingConnection();
    if (m_cut) {
      client->abort();
      return;
    }
    auto* backend = new QTcpSocket(&m_server);
    backend->connectToHost(QHostAddress::LocalHost, m_backendPort);
    QObject::connect(client, &QTcpSocket::readyRead, backend,
                     [client, backend] { backend->write(client->readAll()); });
    QObject::connect(backend, &QTcpSocket::readyRead, client, [this, client, backend] {
      const QByteArray bytes = backend->readAll();
      if (!m_swallow) {
        client->write(bytes);
      }
    });
    QObject::connect(client, &QTcpSocket::disconnected, backend, &QTcpSocket::disconnectFromHost);
    QObject::connect(backend, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    QObject::connect(backend, &QTcpSocket::errorOccurred, client, [backend, client] {
      if (backend->state() == QAbstractSocket::UnconnectedState) {
        client->abort();
      }
    });
  }

  QTcpServer m_server;
  quint16 m_backendPort = 0;
  bool m_swallow = false;
  bool m_cut = false;
};

}  // namespace madoguchi::test
