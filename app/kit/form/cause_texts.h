#pragma once

#include <QString>

#include "forms/engine/field_value.h"

namespace madoguchi::app {

/// Why an answer is refused, as far as the rules know: markup; empty where a message code says as
/// much.
QString causeText(const forms::Field& field, const forms::Explanation& explanation);

}  // namespace madoguchi::app
