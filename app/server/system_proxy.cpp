#include "app/server/system_proxy.h"

#include <curl/curl.h>

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "app/core/visible_text.h"

namespace madoguchi::app {
namespace {

struct UrlDeleter {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct CurlStringDeleter {
  void operator()(char* text) const { curl_free(text); }
};

bool isThisMachine(const QString& host) {
  return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// The first of the variables that is set and not empty.
QByteArray fromEnvironment(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (QByteArray value = qgetenv(name); !value.isEmpty()) {
      return value;
    }
  }
  return {};
}

/// One entry of no_proxy: a host with all below it, with or without a dot at its ends, or
/// addresses.
bool isExcepted(const QString& host, QString entry) {
  const QHostAddress address(host);
  if (!address.isNull()) {
    const auto subnet = QHostAddress::parseSubnet(entry);
    return QHostAddress(entry) == address ||
           (entry.contains(u'/') && subnet.second >= 0 && address.isInSubnet(subnet));
  }
  while (entry.startsWith(u'.')) {
    entry.remove(0, 1);
  }
  if (entry.endsWith(u'.')) {
    entry.chop(1);
  }
  return !entry.isEmpty() && (host.compare(entry, Qt::CaseInsensitive) == 0 ||
                              host.endsWith(u'.' + entry, Qt::CaseInsensitive));
}

bool isExcepted(const QString& host) {
  const QString all = QString::fromLocal8Bit(fromEnvironment({"no_proxy", "NO_PROXY"}));
  static const QRegularExpression separators(QStringLiteral("[, \t]+"));
  const QStringList entries = all.split(separators, Qt::SkipEmptyParts);
  return all.trimmed() == u'*' || std::ranges::any_of(entries, [&](const QString& entry) {
           return isExcepted(host, entry);
         });
}

std::string partOf(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  curl_url_get(url, part, &text, 0);
  const std::unique_ptr<char, CurlStringDeleter> owned(text);
  return text != nullptr ? text : "";
}

/// As libcurl takes an address apart: what has no scheme is an HTTP proxy.
SystemProxy understood(std::string address) {
  constexpr std::array<std::string_view, 7> kSchemes = {"http",    "https",  "socks",  "socks4",
                                                        "socks4a", "socks5", "socks5h"};
  const std::unique_ptr<CURLU, UrlDeleter> url(curl_url());
  const bool isAddress = curl_url_set(url.get(), CURLUPART_URL, address.c_str(),
                                      CURLU_NON_SUPPORT_SCHEME | CURLU_GUESS_SCHEME) == CURLUE_OK;
  const std::string scheme = partOf(url.get(), CURLUPART_SCHEME);
  SystemProxy proxy;
  if (!isAddress || std::ranges::find(kSchemes, scheme) == kSchemes.end()) {
    proxy.notUnderstood = shownAddress(QString::fromStdString(address)).toStdString();
  } else {
    proxy.host = partOf(url.get(), CURLUPART_HOST);
  }
  if (scheme == "socks5") {
    // The proxy resolves the name: a machine behind it often cannot.
    address.insert(scheme.size(), "h");
  }
  proxy.address = std::move(address);
  return proxy;
}

/// Of the desktop's settings.
SystemProxy ofDesktop(const QUrl& service) {
  const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(service));
  const QNetworkProxy proxy = proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
  QUrl address;
  switch (proxy.type()) {
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::HttpCachingProxy:
      address.setScheme(QStringLiteral("http"));
      break;
    case QNetworkProxy::Socks5Proxy:
      address.setScheme(QStringLiteral("socks5"));
      break;
    default:
      return {};
  }
  address.setHost(proxy.hostName());
  address.setPort(proxy.port());
  address.setUserName(proxy.user());
  address.setPassword(proxy.password());
  return understood(address.toString(QUrl::FullyEncoded).toStdString());
}

}  // namespace

SystemProxy systemProxy(const QUrl& service) {
  if (isThisMachine(service.host())) {
    return {};
  }
  const QByteArray named =
      fromEnvironment({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
  if (named.isEmpty()) {
    return ofDesktop(service);
  }
  return isExcepted(service.host()) ? SystemProxy() : understood(named.toStdString());
}

SystemProxy proxyFor(const QUrl& service, const std::optional<QString>& ofPolicy) {
  if (!ofPolicy) return systemProxy(service);
  return ofPolicy->isEmpty() ? SystemProxy() : understood(ofPolicy->toStdString());
}

}  // namespace madoguchi::app
