#pragma once

#include <curl/curl.h>

#include "app/core/failure_code.h"

namespace madoguchi::app {

/// What it means for a person that libcurl ended a request so. `answered`: the other side has said
/// anything in TLS.
FailureCode fromCurl(CURL* easy, CURLcode code, bool throughProxy, bool answered);

}  // namespace madoguchi::app
