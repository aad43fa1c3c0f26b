#pragma once

#include <string>

#include "app/core/failure_code.h"

namespace madoguchi::app {

/// What came back over HTTP. With a `failure` nothing usable came back.
struct HttpAnswer {
  FailureCode failure = FailureCode::none;
  long status = 0;
  std::string body;
};

enum class HttpMethod { get, post, put, remove };

}  // namespace madoguchi::app
