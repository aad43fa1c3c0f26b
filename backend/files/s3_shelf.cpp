#include "backend/files/s3_shelf.h"

#include <curl/curl.h>

#include <fstream>
#include <mutex>
#include <span>
#include <stdexcept>
#include <utility>

namespace madoguchi::backend {
namespace {

constexpr std::size_t kLongestObject = 64UL * 1024 * 1024;
constexpr long kConnectSeconds = 5;
constexpr long kOk = 200;
constexpr long kFirstRefusal = 300;

struct CurlEnd {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CurlEnd>;

struct Login {
  std::string id;
  std::string secret;
};

Login loginIn(const std::filesystem::path& file) {
  std::ifstream stream(file);
  Login login;
  if (!std::getline(stream, login.id) || !std::getline(stream, login.secret) || login.id.empty() ||
      login.secret.empty()) {
    throw FileError("the login file of the object store needs two lines, key and secret");
  }
  return login;
}

struct Reply {
  long status = 0;
  std::string body;
};

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* user) {
  auto& body = *static_cast<std::string*>(user);
  if (body.size() + size * count > kLongestObject) {
    return 0;
  }
  body.append(data, size * count);
  return size * count;
}

/// Texts between <name> and </name>, which stand in the store's lists as they are: names of ours
/// and times have nothing that XML escapes.
std::vector<std::string> elements(std::string_view xml, const std::string& name) {
  const std::string begin = '<' + name + '>';
  const std::string end = "</" + name + '>';
  std::vector<std::string> found;
  for (std::size_t at = xml.find(begin); at != std::string_view::npos;) {
    at += begin.size();
    const std::size_t close = xml.find(end, at);
    if (close == std::string_view::npos) {
      break;
    }
    found.emplace_back(xml.substr(at, close - at));
    at = xml.find(begin, close);
  }
  return found;
}

class S3Shelf : public Shelf {
 public:
  explicit S3Shelf(S3Settings settings)
      : m_settings(std::move(settings)),
        m_signing("aws:amz:" + m_settings.region + ":s3"),
        m_base(m_settings.endpoint + '/' + m_settings.bucket) {
    static_cast<void>(loginIn(m_settings.login));
  }

  void put(const std::string& name, std::string_view bytes) override {
    demand(request("PUT", '/' + name, &bytes), kOk, "takes no object");
  }

  std::string get(const std::string& name) override {
    Reply reply = request("GET", '/' + name);
    demand(reply, kOk, "has no such object");
    return std::move(reply.body);
  }

  bool remove(const std::string& name) noexcept override {
    try {
      return request("DELETE", '/' + name).status < kFirstRefusal;
    } catch (const std::exception&) {
      return false;
    }
  }

  std::vector<std::string> namesFrom(std::uint8_t firstByte, PutBetween time) override {
    const std::string prefix = toHex(std::span(&firstByte, 1));
    std::vector<std::string> old;
    for (std::string last;;) {
      // In the order of the signature, which sorts them.
      const Reply reply = request(
          "GET", "?list-type=2&prefix=" + prefix + (last.empty() ? "" : "&start-after=" + last));
      demand(reply, kOk, "cannot be listed");
      const auto keys = elements(reply.body, "Key");
      const auto times = elements(reply.body, "LastModified");
      if (keys.size() != times.size()) {
        throw FileError("the object store's list cannot be read");
      }
      const std::string since = rfc3339(time.since);
      const std::string before = rfc3339(time.before);
      for (std::size_t i = 0; i < keys.size(); ++i) {
        // Theirs may have parts of seconds, which does not matter here.
        const auto toTheSecond = [](std::string_view text) { return text.substr(0, 19); };
        const std::string_view put = toTheSecond(times[i]);
        if (put >= toTheSecond(since) && put < toTheSecond(before)) {
          old.push_back(keys[i]);
        }
      }
      if (keys.empty() || elements(reply.body, "IsTruncated") != std::vector<std::string>{"true"}) {
        return old;
      }
      last = keys.back();
    }
  }

 private:
  static void demand(const Reply& reply, long status, const std::string& otherwise) {
    if (reply.status != status) {
      throw FileError("the object store " + otherwise + ": HTTP " + std::to_string(reply.status));
    }
  }

  /// With the connections that it holds.
  Handle takeHandle() {
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty()) {
      return Handle(curl_easy_init());
    }
    Handle handle = std::move(m_idle.back());
    m_idle.pop_back();
    curl_easy_reset(handle.get());
    return handle;
  }

  Reply request(const char* method, const std::string& what,
                const std::string_view* body = nullptr) {
    const Login login = loginIn(m_settings.login);
    Handle handle = takeHandle();
    Reply reply;
    CURL* const curl = handle.get();
    const std::string url = m_base + what;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, m_signing.c_str());
    curl_easy_setopt(curl, CURLOPT_USERNAME, login.id.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, login.secret.c_str());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(m_settings.patience.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    if (!m_settings.ca.empty()) {
      curl_easy_setopt(curl, CURLOPT_CAINFO, m_settings.ca.c_str());
    }
    // Signed with the others. libcurl 7.88 reckons with it, but does not send it by itself.
    const std::string digest =
        "x-amz-content-sha256: " + sha256Hex(body == nullptr ? std::string_view() : *body);
    std::unique_ptr<curl_slist, CurlEnd> headers(curl_slist_append(nullptr, digest.c_str()));
    if (body != nullptr) {
      // As fields of a form, so that they count in the signature; but they are none.
      curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
      curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->data());
      headers.reset(curl_slist_append(headers.release(), "Content-Type: application/octet-stream"));
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
    const CURLcode result = curl_easy_perform(curl);
    if (result != CURLE_OK) {
      throw FileError(std::string("the object store does not answer: ") +
                      curl_easy_strerror(result));
    }
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(handle));
    return reply;
  }

  const S3Settings m_settings;
  const std::string m_signing;
  const std::string m_base;
  std::mutex m_mutex;
  std::vector<Handle> m_idle;
};

}  // namespace

std::unique_ptr<Shelf> makeS3Shelf(S3Settings settings) {
  return std::make_unique<S3Shelf>(std::move(settings));
}

std::unique_ptr<Shelf> makeShelf(const std::filesystem::path& folder, const S3Options& store) {
  return store.endpoint.empty() ? makeFolderShelf(folder)
                                : makeS3Shelf({.endpoint = store.endpoint,
                                               .bucket = store.bucket,
                                               .region = store.region,
                                               .login = store.login,
                                               .ca = store.ca});
}

}  // namespace madoguchi::backend
