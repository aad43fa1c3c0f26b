#include "app/server/system_proxy.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

namespace madoguchi::app {
namespace {

bool isThisMachine(const QString& host) {
  return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

}  // namespace

QUrl systemProxy(const QUrl& service) {
  if (isThisMachine(service.host())) {
    return {};
  }
  const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(service));
  const QNetworkProxy proxy = proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
  QUrl address;
  switch (proxy.type()) {
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::HttpCachingProxy:
      address.setScheme(QStringLiteral("http"));
      break;
    case QNetworkProxy::Socks5Proxy:
      // The proxy resolves the name: a machine behind it often cannot.
      address.setScheme(QStringLiteral("socks5h"));
      break;
    default:
      return {};
  }
  address.setHost(proxy.hostName());
  address.setPort(proxy.port());
  address.setUserName(proxy.user());
  address.setPassword(proxy.password());
  return address;
}

}  // namespace madoguchi::app
