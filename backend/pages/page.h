#pragma once

#include <string>
#include <string_view>

#include "backend/http/endpoint.h"
#include "backend/pages/page_texts.h"

// Pages that a browser shows: HTML without scripts and without anything from elsewhere.

namespace madoguchi::backend {

struct PageContent {
  std::string title;  ///< plain text
  std::string body;   ///< HTML; begins with its <h1>
  /// The path under which the page is found again, in any language; empty where it is not.
  std::string here;
};
/// The page with the links that show it in another language, where there is a path for them.
Answer page(const PageTexts& texts, const PageContent& content, int status = 200);

/// To show another page: reloading that one sends nothing again.
Answer seeOther(std::string_view path, std::string_view language);

/// A path of this service that opens in the language, whichever its query has asked for.
std::string inLanguage(std::string_view path, std::string_view language);

/// The tag that the query asks for; else `wanted` where it is one; else what fits the browser's
/// Accept-Language (RFC 9110, 12.5.4).
std::string pageLanguage(const Names& query, std::string_view wanted, const Names& headers = {});

/// Whether a form was sent by a page of this service, as far as the browser tells (Origin, RFC
/// 6454; Sec-Fetch-Site). One that tells neither is too old to be led astray without being asked.
bool isOwnForm(const Names& headers, std::string_view origin);

}  // namespace madoguchi::backend
