#include "backend/mail/mail_transport.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace madoguchi::backend {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throwErrno(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : m_number(open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (m_number < 0) {
      throwErrno("cannot open a file of the mail folder");
    }
  }
  ~Descriptor() { close(m_number); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(m_number, bytes.data(), bytes.size());
      if (count < 0 && errno != EINTR) {
        throwErrno("cannot write a mail");
      }
      bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
  }
  void sync() const {
    if (fsync(m_number) != 0) {
      throwErrno("cannot sync the mail folder");
    }
  }

 private:
  int m_number;
};

class FolderTransport final : public MailTransport {
 public:
  explicit FolderTransport(fs::path folder) : m_folder(std::move(folder)) {
    std::error_code failure;
    fs::create_directories(m_folder, failure);
    if (failure) {
      throw std::system_error(failure, "cannot make the mail folder " + m_folder.string());
    }
    if (access(m_folder.c_str(), W_OK) != 0) {
      throwErrno("cannot write the mail folder " + m_folder.string());
    }
  }

  void deliver(const Envelope& envelope, const std::string& message) override {
    std::string name = envelope.messageId.substr(0, envelope.messageId.find('@'));
    std::replace(name.begin(), name.end(), '/', '_');
    const fs::path target = m_folder / (name + ".eml");
    const fs::path temporary = m_folder / ("." + name + ".tmp");
    {
      const Descriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
      file.write(message);
      file.sync();
    }
    fs::rename(temporary, target);
    Descriptor(m_folder, O_RDONLY | O_DIRECTORY).sync();
  }

 private:
  fs::path m_folder;
};

struct CurlCleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t readMessage(char* buffer, std::size_t size, std::size_t count, void* rest) {
  auto& text = *static_cast<std::string_view*>(rest);
  const std::size_t length = std::min(size * count, text.size());
  std::memcpy(buffer, text.data(), length);
  text.remove_prefix(length);
  return length;
}

class SmtpTransport final : public MailTransport {
 public:
  explicit SmtpTransport(const Config& config) : m_url(config.smtpUrl), m_ca(config.smtpCa) {
    if (!config.smtpLogin.empty()) {
      std::ifstream file(config.smtpLogin);
      if (!std::getline(file, m_user) || !std::getline(file, m_password)) {
        throw std::runtime_error("the SMTP login file needs two lines, user and password");
      }
    }
  }

  void deliver(const Envelope& envelope, const std::string& message) override {
    const std::unique_ptr<CURL, CurlCleanup> curl(curl_easy_init());
    const std::string from = '<' + envelope.from + '>';
    const std::string to = '<' + envelope.to + '>';
    const std::unique_ptr<curl_slist, CurlCleanup> recipients(
        curl_slist_append(nullptr, to.c_str()));
    if (!curl || !recipients) {
      throw std::runtime_error("no memory for SMTP");
    }
    std::string_view rest = message;
    CURL* handle = curl.get();
    curl_easy_setopt(handle, CURLOPT_URL, m_url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, &readMessage);
    curl_easy_setopt(handle, CURLOPT_READDATA, &rest);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // Both together stay below the time for which the outbox lends out a mail.
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, 30L);
    // A password never crosses the wire in the clear.
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     static_cast<long>(m_user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (!m_user.empty()) {
      curl_easy_setopt(handle, CURLOPT_USERNAME, m_user.c_str());
      curl_easy_setopt(handle, CURLOPT_PASSWORD, m_password.c_str());
    }
    if (!m_ca.empty()) {
      curl_easy_setopt(handle, CURLOPT_CAINFO, m_ca.c_str());
    }
    const CURLcode result = curl_easy_perform(handle);
    if (result != CURLE_OK) {
      long answer = 0;
      curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer);
      throw DeliveryError(std::string(curl_easy_strerror(result)) + ", SMTP answer " +
                          std::to_string(answer));
    }
  }

 private:
  std::string m_url;
  std::string m_user;
  std::string m_password;
  fs::path m_ca;
};

}  // namespace

std::unique_ptr<MailTransport> makeFolderTransport(const fs::path& folder) {
  return std::make_unique<FolderTransport>(folder);
}

std::unique_ptr<MailTransport> makeSmtpTransport(const Config& config) {
  return std::make_unique<SmtpTransport>(config);
}

}  // namespace madoguchi::backend
