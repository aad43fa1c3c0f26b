#include "app/core/server_origin.h"

#include <QUrl>

namespace madoguchi::app {

QString serverOrigin(const QString& address) {
  const QUrl url(address.trimmed(), QUrl::StrictMode);
  const bool hostOnly = (url.path().isEmpty() || url.path() == QLatin1String("/")) &&
                        !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
  if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty() ||
      !hostOnly) {
    return {};
  }
  // Where the zone of an address or port 0 leads, nobody can say; what a service says of itself has
  // no dot behind it.
  QString host = url.host();
  if (host.endsWith(u'.')) host.chop(1);
  if (host.isEmpty() || host.contains(u'%') || url.port() == 0) {
    return {};
  }
  constexpr int kHttpsPort = 443;
  QUrl origin;
  origin.setScheme(url.scheme());
  origin.setHost(host);
  if (url.port(kHttpsPort) != kHttpsPort) {
    origin.setPort(url.port());
  }
  return origin.toString(QUrl::FullyEncoded);
}

}  // namespace madoguchi::app
