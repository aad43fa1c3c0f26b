#pragma once

#include <QDate>
#include <QString>

#include "app/core/outlets.h"

namespace madoguchi::app {

/// The receipt of a registration, in the language of the moment. It holds the authentication ID and
/// nothing else about the person.
Document receipt(const QString& authenticationId, QDate day);

}  // namespace madoguchi::app
