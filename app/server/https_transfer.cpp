#include "app/server/https_transfer.h"

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <mutex>
#include <new>
#include <string_view>

namespace madoguchi::app {
namespace {

// The largest answer of the API is an error list of a few hundred bytes.
constexpr std::size_t kLargestAnswer = std::size_t{64} * 1024;
// How long one wait may last; a cancel or the network ends it earlier, and the time limits are the
// library's own timers.
constexpr int kLongestWaitMs = 60'000;

struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t keepBody(char* data, std::size_t /*one*/, std::size_t size, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size > kLargestAnswer) {
    return CURL_WRITEFUNC_ERROR;
  }
  body.append(data, size);
  return size;
}

std::size_t keepDate(char* data, std::size_t /*one*/, std::size_t size, void* to) {
  constexpr std::string_view kName = "date:";
  const std::string line(data, size);
  if (line.size() > kName.size() && curl_strnequal(line.c_str(), kName.data(), kName.size()) != 0) {
    // -1 where it is no date.
    if (const time_t time = curl_getdate(line.c_str() + kName.size(), nullptr); time >= 0) {
      static_cast<TransferSeen*>(to)->date = std::chrono::sys_seconds(std::chrono::seconds(time));
    }
  }
  return size;
}

/// What the TLS library is asked to tell about a connection that is being made.
struct Handshake {
  bool answered = false;         ///< the other side has said anything in TLS
  TransferSeen* seen = nullptr;  ///< for the caller; may be null
};

void noteMessage(int sent, int /*version*/, int /*type*/, const void* /*message*/,
                 std::size_t /*length*/, SSL* /*connection*/, void* to) {
  if (sent == 0) {
    static_cast<Handshake*>(to)->answered = true;
  }
}

CURLcode observeTls(CURL* /*easy*/, void* context, void* to) {
  auto& handshake = *static_cast<Handshake*>(to);
  auto* tls = static_cast<SSL_CTX*>(context);
  SSL_CTX_set_msg_callback(tls, &noteMessage);
  SSL_CTX_set_msg_callback_arg(tls, &handshake);
  if (handshake.seen != nullptr) {
    observe(tls, handshake.seen->tls);
  }
  return CURLE_OK;
}

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

/// True where a proxy stood in the way: it cannot be found or reached, or it refused.
bool isProxysFault(CURL* easy, CURLcode code, bool throughProxy) {
  long refusal = 0;
  curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &refusal);
  constexpr long kLastSuccess = 299;
  return code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_PROXY || refusal > kLastSuccess ||
         (throughProxy && code == CURLE_COULDNT_CONNECT);
}

FailureCode fromCurl(CURL* easy, CURLcode code, bool throughProxy, const Handshake& handshake) {
  if (isProxysFault(easy, code, throughProxy)) {
    return FailureCode::proxyUnusable;
  }
  switch (code) {
    case CURLE_OK:
      return FailureCode::none;
    case CURLE_OPERATION_TIMEDOUT:
      return FailureCode::networkTimeout;
    case CURLE_PEER_FAILED_VERIFICATION:
      return fromVerification(easy);
    case CURLE_SSL_CONNECT_ERROR: {
      // A connection cut in the handshake is the network's fault, a refused handshake TLS's.
      long systemError = 0;
      curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &systemError);
      return systemError != 0 || !handshake.answered ? FailureCode::networkUnreachable
                                                     : FailureCode::tlsUntrusted;
    }
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
      return FailureCode::tlsUntrusted;
    case CURLE_WRITE_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
      return FailureCode::serverAnswer;
    default:
      return FailureCode::networkUnreachable;
  }
}

}  // namespace

class HttpsTransfer::Private {
 public:
  Private() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    easy.reset(curl_easy_init());
    multi.reset(curl_multi_init());
    if (!easy || !multi) {
      throw std::bad_alloc();
    }
  }

  void prepare(const HttpRequest& request, const TransferSettings& settings, TransferSeen* seen);
  CURLcode transfer(const std::atomic<bool>& stop);

  // In this order: the handle goes before the connections it used, and these before what they write
  // to.
  Handshake handshake;
  std::unique_ptr<CURLM, MultiDeleter> multi;
  std::unique_ptr<CURL, EasyDeleter> easy;
  std::unique_ptr<curl_slist, ListDeleter> headers;
  std::string body;
};

void HttpsTransfer::Private::prepare(const HttpRequest& request, const TransferSettings& settings,
                                     TransferSeen* seen) {
  CURL* handle = easy.get();
  curl_easy_reset(handle);
  body.clear();
  headers.reset();
  curl_slist* list = nullptr;
  for (const std::string& header : request.headers) {
    list = curl_slist_append(list, header.c_str());
  }
  headers.reset(list);
  curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectLimitMs);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, settings.overallLimitMs);
  // Whoever calls a request off, or ends the program, does not wait for name servers that are
  // silent: the look-up ends by itself.
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
  // An empty string also keeps the library from looking for a proxy by itself.
  curl_easy_setopt(handle, CURLOPT_PROXY, settings.proxy.c_str());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &keepBody);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  if (!settings.caFile.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, settings.caFile.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
  }
  if (seen != nullptr) {
    curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);  // the proxy's own date
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &keepDate);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, seen);
  }
  handshake = {.answered = false, .seen = seen};
  curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, &observeTls);
  curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, &handshake);
  if (request.post) {
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.c_str());
  }
}

CURLcode HttpsTransfer::Private::transfer(const std::atomic<bool>& stop) {
  curl_multi_add_handle(multi.get(), easy.get());
  int running = 1;
  while (!stop && running > 0) {
    if (curl_multi_perform(multi.get(), &running) != CURLM_OK) {
      break;
    }
    if (running > 0) {
      curl_multi_poll(multi.get(), nullptr, 0, kLongestWaitMs, nullptr);
    }
  }
  CURLcode result = CURLE_SEND_ERROR;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg == CURLMSG_DONE) {
      result = message->data.result;
    }
  }
  curl_multi_remove_handle(multi.get(), easy.get());
  return result;
}

HttpsTransfer::HttpsTransfer() : d(std::make_unique<Private>()) {}

HttpsTransfer::~HttpsTransfer() = default;

std::optional<HttpAnswer> HttpsTransfer::perform(const HttpRequest& request,
                                                 const TransferSettings& settings,
                                                 const std::atomic<bool>& stop,
                                                 TransferSeen* seen) {
  d->prepare(request, settings, seen);
  const CURLcode result = d->transfer(stop);
  if (stop) {
    return std::nullopt;
  }
  HttpAnswer answer;
  answer.failure = fromCurl(d->easy.get(), result, !settings.proxy.empty(), d->handshake);
  curl_easy_getinfo(d->easy.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  answer.body = std::move(d->body);
  return answer;
}

void HttpsTransfer::wake() noexcept { curl_multi_wakeup(d->multi.get()); }

}  // namespace madoguchi::app
