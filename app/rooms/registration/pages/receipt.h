#pragma once

#include <QDate>
#include <QString>

#include "app/core/outlets.h"

namespace madoguchi::app {

/// The receipt of a registration at the service of this origin, in the language of the moment. It
/// holds the authentication ID and nothing else about the person.
Document receipt(const QString& authenticationId, QDate day, const QString& service);

}  // namespace madoguchi::app
