#include "app/server/curl_failures.h"

#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>
#include <string>

namespace madoguchi::app {
namespace {

/// The library checks the chain during the handshake and the host after it. It leaves "unspecified"
/// as the result of the chain where the host was wrong.
FailureCode fromVerification(CURL* easy) {
  long result = X509_V_OK;
  curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &result);
  switch (result) {
    case X509_V_ERR_UNSPECIFIED:
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return FailureCode::tlsWrongHost;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return FailureCode::tlsExpired;
    default:
      return FailureCode::tlsUntrusted;
  }
}

constexpr long kLastSuccess = 299;

/// True where a proxy stood in the way: it cannot be found or reached, or it refused.
bool isProxysFault(CURLcode code, bool throughProxy, long refusal) {
  return code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_PROXY || refusal > kLastSuccess ||
         (throughProxy && code == CURLE_COULDNT_CONNECT);
}

}  // namespace

bool isOfSignInPage(long status, std::string_view type) {
  constexpr long kLastRedirection = 399;
  constexpr long kNetworkAuthenticationRequired = 511;
  if (status <= kLastSuccess) {
    constexpr std::array<std::string_view, 2> kPages = {"text/html", "application/xhtml+xml"};
    const std::string said(type);
    return std::ranges::any_of(kPages, [&said](std::string_view page) {
      return curl_strnequal(said.c_str(), page.data(), page.size()) != 0;
    });
  }
  return status <= kLastRedirection || status == kNetworkAuthenticationRequired;
}

FailureCode fromCurl(CURL* easy, CURLcode code, bool throughProxy, bool answered) {
  long refusal = 0;
  curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &refusal);
  if (isProxysFault(code, throughProxy, refusal)) {
    return isOfSignInPage(refusal, {}) ? FailureCode::networkSignIn : FailureCode::proxyUnusable;
  }
  switch (code) {
    case CURLE_OK:
      return FailureCode::none;
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_ABORTED_BY_CALLBACK:  // which is late, too
      return FailureCode::networkTimeout;
    case CURLE_PEER_FAILED_VERIFICATION:
      return fromVerification(easy);
    case CURLE_SSL_CONNECT_ERROR: {
      // A connection cut in the handshake is the network's fault, a refused handshake TLS's.
      long systemError = 0;
      curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &systemError);
      return systemError != 0 || !answered ? FailureCode::networkUnreachable
                                           : FailureCode::tlsUntrusted;
    }
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
      return FailureCode::tlsUntrusted;
    case CURLE_WRITE_ERROR:
    case CURLE_UNSUPPORTED_PROTOCOL:  // what came is no HTTP
    case CURLE_OUT_OF_MEMORY:  // a line of a header is longer than the library takes (100 kB)
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
      return FailureCode::serverAnswer;
    default:
      return FailureCode::networkUnreachable;
  }
}

}  // namespace madoguchi::app
