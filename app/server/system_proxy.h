#pragma once

#include <QUrl>

namespace madoguchi::app {

/// The proxy that the system names for a service, as libcurl takes it; empty for none. A proxy
/// elsewhere cannot reach this machine's own services. May carry the proxy's user and password.
QUrl systemProxy(const QUrl& service);

}  // namespace madoguchi::app
