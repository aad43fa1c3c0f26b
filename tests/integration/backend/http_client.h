#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::test {

struct Response {
  int status = 0;                              ///< 0: not even the head of an answer came
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  std::string failure;  ///< empty: the answer came whole

  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body, nullptr, false); }
  /// The reason of a problem; empty where there is none.
  [[nodiscard]] std::string reason() const;
};

struct Request {
  std::string method = "GET";
  std::string path;
  std::optional<std::string> body = {};
  std::vector<std::string> headers = {};  ///< "Name: value"
};

struct Exchange {
  Request request;
  Response response;
};

/// An independent client (libcurl) that trusts one CA. For one thread.
class HttpClient {
 public:
  HttpClient(std::string origin, std::filesystem::path ca);

  Response send(const Request& request);
  /// What was sent and answered so far.
  [[nodiscard]] const std::vector<Exchange>& exchanges() const { return m_exchanges; }
  void limitTls(long version) { m_tls = version; }  ///< CURL_SSLVERSION_MAX_...

 private:
  std::string m_origin;
  std::filesystem::path m_ca;
  long m_tls = 0;
  std::vector<Exchange> m_exchanges;
};

}  // namespace madoguchi::test
