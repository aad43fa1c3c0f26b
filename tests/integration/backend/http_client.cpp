#include "http_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace madoguchi::test {
namespace {

struct Cleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t appendBody(char* data, std::size_t size, std::size_t count, void* target) {
  static_cast<std::string*>(target)->append(data, size * count);
  return size * count;
}

std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* target) {
  std::string line(data, size * count);
  if (const std::size_t colon = line.find(": "); colon != std::string::npos) {
    std::string name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    (*static_cast<std::map<std::string, std::string>*>(target))[name] =
        line.substr(colon + 2, line.find_last_not_of("\r\n") - colon - 1);
  }
  return size * count;
}

}  // namespace

std::string Response::reason() const {
  const nlohmann::json problem = json();
  return problem.is_object() ? problem.value("reason", "") : "";
}

HttpClient::HttpClient(std::string origin, std::filesystem::path ca)
    : m_origin(std::move(origin)), m_ca(std::move(ca)) {}

Response HttpClient::send(const Request& request) {
  Response response;
  const std::unique_ptr<CURL, Cleanup> curl(curl_easy_init());
  CURL* handle = curl.get();
  std::unique_ptr<curl_slist, Cleanup> headers(curl_slist_append(nullptr, "Expect:"));
  if (request.body) {
    // Only what the test asks for.
    headers.reset(curl_slist_append(headers.release(), "Content-Type:"));
  }
  for (const std::string& header : request.headers) {
    headers.reset(curl_slist_append(headers.release(), header.c_str()));
  }
  const std::string url = m_origin + request.path;
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CAINFO, m_ca.c_str());
  curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  if (request.method == "HEAD") {
    curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);  // else it waits for what never comes
  }
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &appendBody);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &response.body);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &takeHeader);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &response.headers);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 60L);
  if (m_tls != 0) {
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, m_tls);
    // OpenSSL's default level 2 forbids the old versions to the client already.
    curl_easy_setopt(handle, CURLOPT_SSL_CIPHER_LIST, "ALL:@SECLEVEL=0");
  }
  if (request.body) {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body->size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body->c_str());
  }
  const CURLcode result = curl_easy_perform(handle);
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  response.status = static_cast<int>(status);
  if (result != CURLE_OK) {
    response.failure = curl_easy_strerror(result);
  }
  m_exchanges.push_back({request, response});
  return response;
}

}  // namespace madoguchi::test
