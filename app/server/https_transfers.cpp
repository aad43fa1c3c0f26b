#include "app/server/https_transfers.h"

#include "app/core/service_clock.h"
#include "app/server/curl_failures.h"

#include <curl/curl.h>
#include <openssl/crypto.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <string_view>
#include <utility>

namespace madoguchi::app {
namespace {

// The largest answer of the API is an error list of a few hundred bytes, and its headers are about
// as long. Trailers are headers too.
// A draft of the largest size (forms/engine/answers_json.h), and what stands around it.
constexpr std::size_t kLargestAnswer = std::size_t{256} * 1024;
constexpr std::size_t kMostHeaders = std::size_t{64} * 1024;
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

/// Of all that a request brings, from a proxy's words to the trailers.
struct Headers {
  std::size_t bytes = 0;
  std::optional<std::chrono::sys_seconds> date;
};

bool beginsWith(const std::string& line, std::string_view name) {
  return line.size() >= name.size() && curl_strnequal(line.c_str(), name.data(), name.size()) != 0;
}

std::size_t noteHeader(char* data, std::size_t /*one*/, std::size_t size, void* to) {
  constexpr std::string_view kDate = "date:";
  auto& headers = *static_cast<Headers*>(to);
  headers.bytes += size;
  if (headers.bytes > kMostHeaders) {
    return CURL_WRITEFUNC_ERROR;
  }
  const std::string line(data, size);
  if (beginsWith(line, "HTTP/")) {
    headers.date.reset();  // what came before was the proxy's, or no final answer
  } else if (beginsWith(line, kDate)) {
    // -1 where it is no date.
    if (const time_t time = curl_getdate(line.c_str() + kDate.size(), nullptr); time >= 0) {
      headers.date = std::chrono::sys_seconds(std::chrono::seconds(time));
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

/// One request after the other. Never destroyed before the connections, which write to it: that
/// they do so as long as they live is why these are kept and used again.
struct Slot {
  explicit Slot(const std::atomic<bool>& stop) : stopped(stop) {}

  const std::atomic<bool>& stopped;
  std::chrono::steady_clock::time_point sentBy;
  std::chrono::steady_clock::time_point doneBy;
  Handshake handshake;
  Headers headers;
  std::unique_ptr<curl_slist, ListDeleter> ownHeaders;
  HttpRequest request;
  std::string body;
  bool throughProxy = false;
  std::unique_ptr<CURL, EasyDeleter> easy{curl_easy_init()};
};

/// Whether the connection stood and the request went out, or began to.
bool wasSent(CURL* handle) {
  curl_off_t ready = 0;
  curl_easy_getinfo(handle, CURLINFO_PRETRANSFER_TIME_T, &ready);
  return ready > 0;
}

/// 0 is no limit, as to the library.
std::chrono::steady_clock::time_point endOf(long limitMs) {
  using Clock = std::chrono::steady_clock;
  return limitMs == 0 ? Clock::time_point::max()
                      : Clock::now() + std::chrono::milliseconds(limitMs);
}

/// The library looks at its limits when nothing is left to read, which a proxy that sends without
/// an end never lets happen.
int mayGoOn(void* of, curl_off_t /*all*/, curl_off_t /*came*/, curl_off_t /*toSend*/,
            curl_off_t /*sent*/) {
  const auto& slot = *static_cast<const Slot*>(of);
  const auto now = std::chrono::steady_clock::now();
  const bool late = now >= slot.doneBy || (now >= slot.sentBy && !wasSent(slot.easy.get()));
  return late || slot.stopped ? 1 : 0;
}

/// Milliseconds for the sending of so many bytes, by the slowest line that the service waits for
/// (backend/http/server.h): a telephone at the edge of its network.
long timeForBody(std::size_t bytes) {
  constexpr std::size_t kBytesPerSecond = 16'384;
  constexpr std::size_t kSecond = 1'000;
  return static_cast<long>(bytes * kSecond / kBytesPerSecond);
}

void prepare(Slot& slot, HttpRequest request, const TransferSettings& settings,
             TransferSeen* seen) {
  CURL* handle = slot.easy.get();
  curl_easy_reset(handle);
  slot.headers = {};
  slot.body.clear();
  slot.request = std::move(request);
  slot.throughProxy = !settings.proxy.empty();
  slot.handshake = {.answered = false, .seen = seen};
  slot.ownHeaders.reset();
  curl_slist* list = nullptr;
  for (const std::string& header : slot.request.headers) {
    list = curl_slist_append(list, header.c_str());
  }
  slot.ownHeaders.reset(list);
  curl_easy_setopt(handle, CURLOPT_PRIVATE, &slot);
  curl_easy_setopt(handle, CURLOPT_URL, slot.request.url.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, slot.ownHeaders.get());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectLimitMs);
  const long limitMs = settings.overallLimitMs + timeForBody(slot.request.body.size());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limitMs);
  slot.sentBy = endOf(settings.connectLimitMs);
  slot.doneBy = endOf(limitMs);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &mayGoOn);
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &slot);
  // Whoever calls a request off, or ends the program, does not wait for name servers that are
  // silent: the look-up ends by itself.
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
  // An empty string also keeps the library from looking for a proxy by itself.
  curl_easy_setopt(handle, CURLOPT_PROXY, settings.proxy.c_str());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &keepBody);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &slot.body);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &noteHeader);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &slot.headers);
  if (!settings.caFile.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, settings.caFile.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
  } else {
    // Windows keeps the CAs that it trusts where OpenSSL does not look; elsewhere it means nothing.
    curl_easy_setopt(handle, CURLOPT_SSL_OPTIONS, static_cast<long>(CURLSSLOPT_NATIVE_CA));
  }
  curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, &observeTls);
  curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, &slot.handshake);
  if (slot.request.method == HttpMethod::post || slot.request.method == HttpMethod::put) {
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(slot.request.body.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, slot.request.body.c_str());
  }
  if (slot.request.method == HttpMethod::put) {
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, "PUT");
  } else if (slot.request.method == HttpMethod::remove) {
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, "DELETE");
  }
}

HttpAnswer answerOf(Slot& slot, CURLcode result) {
  CURL* handle = slot.easy.get();
  HttpAnswer answer;
  answer.failure = fromCurl(handle, result, slot.throughProxy, slot.handshake.answered);
  if (answer.failure == FailureCode::networkUnreachable && slot.request.changes &&
      wasSent(handle)) {
    answer.failure = FailureCode::answerLost;
  }
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
  const char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  if (answer.failure == FailureCode::none &&
      isOfSignInPage(answer.status, type != nullptr ? type : "")) {
    answer.failure = FailureCode::networkSignIn;
  }
  answer.body = std::exchange(slot.body, {});
  if (answer.failure == FailureCode::none && slot.headers.date) {
    hearServiceTime(*slot.headers.date);
    if (slot.handshake.seen != nullptr) {
      slot.handshake.seen->date = slot.headers.date;
    }
  }
  return answer;
}

}  // namespace

void HttpRequest::overwrite() noexcept { OPENSSL_cleanse(body.data(), body.size()); }

class HttpsTransfers::Private {
 public:
  Private() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    multi.reset(curl_multi_init());
    if (!multi) {
      throw std::bad_alloc();
    }
  }
  ~Private() {
    for (const auto& [id, slot] : underWay) {
      curl_multi_remove_handle(multi.get(), slot->easy.get());
      slot->request.overwrite();
    }
    for (const auto& slot : made) {
      slot->easy.reset();  // before the connections
    }
  }
  Private(const Private&) = delete;
  Private& operator=(const Private&) = delete;

  Slot& freeSlot();
  void release(Slot& slot);
  std::vector<Done> takeDone();

  std::atomic<bool> stopped = false;
  std::vector<std::unique_ptr<Slot>> made;  ///< as many as there ever were requests at a time
  std::vector<Slot*> idle;
  std::map<Id, Slot*> underWay;
  std::unique_ptr<CURLM, MultiDeleter> multi;  ///< with the connections: goes before what was made
};

Slot& HttpsTransfers::Private::freeSlot() {
  if (idle.empty()) {
    made.push_back(std::make_unique<Slot>(stopped));
    if (!made.back()->easy) {
      throw std::bad_alloc();
    }
    return *made.back();
  }
  Slot& slot = *idle.back();
  idle.pop_back();
  return slot;
}

void HttpsTransfers::Private::release(Slot& slot) {
  curl_multi_remove_handle(multi.get(), slot.easy.get());
  slot.request.overwrite();
  slot.request = {};
  slot.body.clear();
  idle.push_back(&slot);
}

std::vector<HttpsTransfers::Done> HttpsTransfers::Private::takeDone() {
  std::vector<Done> done;
  int running = 0;
  curl_multi_perform(multi.get(), &running);
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg != CURLMSG_DONE) {
      continue;
    }
    const CURLcode result = message->data.result;
    Slot* slot = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &slot);
    const auto found = std::ranges::find(underWay, slot, &std::pair<const Id, Slot*>::second);
    done.push_back({found->first, answerOf(*slot, result)});
    underWay.erase(found);
    release(*slot);
  }
  return done;
}

HttpsTransfers::HttpsTransfers() : d(std::make_unique<Private>()) {}

HttpsTransfers::~HttpsTransfers() = default;

void HttpsTransfers::begin(Id id, HttpRequest request, const TransferSettings& settings,
                           TransferSeen* seen) {
  Slot& slot = d->freeSlot();
  prepare(slot, std::move(request), settings, seen);
  d->underWay.emplace(id, &slot);
  curl_multi_add_handle(d->multi.get(), slot.easy.get());
}

void HttpsTransfers::breakOff(Id id) {
  if (const auto found = d->underWay.extract(id)) {
    d->release(*found.mapped());
  }
}

std::vector<HttpsTransfers::Done> HttpsTransfers::wait() {
  std::vector<Done> done = d->takeDone();
  if (done.empty()) {
    curl_multi_poll(d->multi.get(), nullptr, 0, kLongestWaitMs, nullptr);
    done = d->takeDone();
  }
  return done;
}

void HttpsTransfers::wake() noexcept { curl_multi_wakeup(d->multi.get()); }

void HttpsTransfers::stop() noexcept {
  d->stopped = true;
  wake();
}

std::optional<HttpAnswer> perform(HttpsTransfers& transfers, HttpRequest request,
                                  const TransferSettings& settings, const std::atomic<bool>& stop,
                                  TransferSeen* seen) {
  constexpr HttpsTransfers::Id kOnly = 1;
  transfers.begin(kOnly, std::move(request), settings, seen);
  while (!stop) {
    if (auto done = transfers.wait(); !done.empty() && !stop) {
      return std::move(done.front().answer);
    }
  }
  transfers.breakOff(kOnly);
  return std::nullopt;
}

}  // namespace madoguchi::app
