#pragma once

#include <curl/curl.h>

#include <string_view>

#include "app/core/failure_code.h"

namespace madoguchi::app {

/// What it means for a person that libcurl ended a request so. `answered`: the other side has said
/// anything in TLS.
FailureCode fromCurl(CURL* easy, CURLcode code, bool throughProxy, bool answered);

/// Whether an answer with this status and media type is what a network gives in place of the
/// service until somebody has signed in: a way to another page, a page, or 511 (RFC 6585). The
/// service itself sends nobody elsewhere and no pages.
bool isOfSignInPage(long status, std::string_view type);

}  // namespace madoguchi::app
