#pragma once

#include <QString>

namespace madoguchi::app {

/// The origin of a service's address as a person or a policy writes it, "https://host[:port]";
/// empty where it is no https address of a host alone.
QString serverOrigin(const QString& address);

}  // namespace madoguchi::app
