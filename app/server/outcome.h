#pragma once

#include "app/core/failure_code.h"

namespace madoguchi::app {

/// Whether the backend may have taken or may yet take the very same request.
bool leavesOpen(FailureCode failure);

}  // namespace madoguchi::app
