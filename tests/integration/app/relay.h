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
  /// Ends all connections; new ones work again.
  void cut() {
    m_swallow = false;
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>()) {
      socket->abort();
    }
  }

 private:
  void accept() {
    QTcpSocket* client = m_server.nextPendingConnection();
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
  }

  QTcpServer m_server;
  quint16 m_backendPort = 0;
  bool m_swallow = false;
};

}  // namespace madoguchi::test
