#include "backend/trust/ocsp_responder.h"

#include <curl/curl.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "backend/core/loggable_error.h"
#include "backend/core/structured_log.h"

namespace madoguchi::backend {
namespace {

// So long nobody waits for a responder that did not answer.
constexpr std::chrono::seconds kPause{10};
constexpr std::size_t kLongestAnswer = 64UL * 1024;
constexpr std::size_t kMostKept = 20'000;

struct FreeRequest {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using RequestHandle = std::unique_ptr<CURL, FreeRequest>;
using HeadersHandle = std::unique_ptr<curl_slist, FreeRequest>;

std::size_t append(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& answer = *static_cast<std::string*>(user);
  if (answer.size() + size * count > kLongestAnswer) {
    return 0;  // which ends it
  }
  answer.append(bytes, size * count);
  return size * count;
}

std::string derOf(OCSP_REQUEST* request) {
  unsigned char* bytes = nullptr;
  const int length = i2d_OCSP_REQUEST(request, &bytes);
  const std::unique_ptr<unsigned char,
                        certificate::OpensslFree<[](unsigned char* p) { OPENSSL_free(p); }>>
      owner(bytes);
  return length > 0
             ? std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length))
             : std::string();
}

std::string keyOf(const X509* certificate) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned length = 0;
  X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char*>(digest.data()), &length);
  digest.resize(length);
  return digest;
}

}  // namespace

OcspResponder::OcspResponder(OcspOptions options, StructuredLog& log)
    : m_options(std::move(options)), m_log(log) {}

OcspStatus OcspResponder::statusOf(const X509* certificate, X509* issuer, Seconds time,
                                   const SignerStatus& byLists) {
  const std::string key = keyOf(certificate);
  {
    const std::lock_guard lock(m_mutex);
    const auto known = m_answers.find(key);
    if (known != m_answers.end() && time < known->second.goodUntil) {
      return known->second.status;
    }
    if (std::chrono::steady_clock::now() < m_askAgain) {
      return OcspStatus::unreachable;
    }
  }
  const OcspAnswer answer = ask(certificate, issuer, time, byLists);
  keep(key, answer, time);
  return answer.status;
}

OcspAnswer OcspResponder::ask(const X509* certificate, X509* issuer, Seconds time,
                              const SignerStatus& byLists) {
  const OcspRequestHandle request = makeOcspRequest(certificate, issuer);
  std::string answer;
  try {
    answer = fetch(derOf(request.get()));
  } catch (const LoggableError& fault) {
    {
      const std::lock_guard lock(m_mutex);
      m_askAgain = std::chrono::steady_clock::now() + kPause;
    }
    m_log.error("ocspUnreachable", {{"error", fault.what()}});
    return {};
  }
  try {
    return readOcspAnswer(asBytes(answer), request.get(), issuer, time, byLists);
  } catch (const LoggableError& fault) {
    m_log.error("ocspAnswerRefused", {{"error", fault.what()}});
    return {};
  }
}

std::string OcspResponder::fetch(const std::string& question) const {
  const RequestHandle curl(curl_easy_init());
  const HeadersHandle headers(curl_slist_append(nullptr, "Content-Type: application/ocsp-request"));
  if (!curl || !headers) {
    throw LoggableError("no memory for HTTP");
  }
  CURL* handle = curl.get();
  std::string answer;
  curl_easy_setopt(handle, CURLOPT_URL, m_options.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.size()));
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, question.data());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &append);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(m_options.connectTime.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(m_options.totalTime.count()));
  const CURLcode result = curl_easy_perform(handle);
  if (result != CURLE_OK) {
    throw LoggableError(curl_easy_strerror(result));
  }
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  constexpr long kGood = 200;
  if (status != kGood) {
    throw LoggableError("the OCSP responder answers with HTTP status " + std::to_string(status));
  }
  return answer;
}

void OcspResponder::keep(const std::string& key, const OcspAnswer& answer, Seconds time) {
  if (answer.status == OcspStatus::unreachable || answer.goodUntil <= time) {
    return;
  }
  const std::lock_guard lock(m_mutex);
  if (m_answers.size() >= kMostKept) {
    std::erase_if(m_answers, [time](const auto& one) { return one.second.goodUntil <= time; });
  }
  if (m_answers.size() < kMostKept) {
    m_answers.insert_or_assign(key, answer);
  }
}

}  // namespace madoguchi::backend
