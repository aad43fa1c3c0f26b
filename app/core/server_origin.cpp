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
  constexpr int kHttpsPort = 443;
  QUrl origin;
  origin.setScheme(url.scheme());
  origin.setHost(url.host());
  if (url.port(kHttpsPort) != kHttpsPort) {
    origin.setPort(url.port());
  }
  return origin.toString(QUrl::FullyEncoded);
}

}  // namespace madoguchi::app
