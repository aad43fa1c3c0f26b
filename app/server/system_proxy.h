#pragma once

#include <QString>
#include <QUrl>
#include <optional>
#include <string>

namespace madoguchi::app {

struct SystemProxy {
  std::string address;  ///< as libcurl takes it, perhaps with user and password; empty for none
  std::string host;     ///< to be shown; empty where there is none, or the address is no address
  /// Where the address is none that can be used: the setting without user and password, to be
  /// shown.
  std::string notUnderstood;
};

/// The proxy that the system names for a service. The environment comes first, read as curl reads
/// it (curl(1), ENVIRONMENT): https_proxy and all_proxy, with or without a scheme, and no_proxy. A
/// proxy elsewhere cannot reach this machine's own services.
SystemProxy systemProxy(const QUrl& service);
/// The one that the policy names in its place, empty for none.
SystemProxy proxyFor(const QUrl& service, const std::optional<QString>& ofPolicy);

}  // namespace madoguchi::app
