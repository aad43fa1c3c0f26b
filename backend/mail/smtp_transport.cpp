#include <curl/curl.h>
#include <openssl/x509_vfy.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "backend/core/mail_address.h"
#include "backend/mail/mail_transport.h"

namespace madoguchi::backend {
namespace {

/// libcurl says QUIT when a handle goes and waits for the answer, for which neither its limits nor
/// its callbacks hold: nothing will be read any more.
void leaveWithoutWaiting(CURL* handle) {
  curl_socket_t socket = CURL_SOCKET_BAD;
  if (curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK &&
      socket != CURL_SOCKET_BAD) {
    shutdown(socket, SHUT_RD);
  }
}

struct CurlCleanup {
  void operator()(CURL* handle) const {
    leaveWithoutWaiting(handle);
    curl_easy_cleanup(handle);
  }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlHandle = std::unique_ptr<CURL, CurlCleanup>;

struct StoreFree {
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
};

/// One delivery as libcurl's callbacks see it.
struct Transfer {
  std::string_view rest;
  const std::stop_token& stop;
  std::chrono::steady_clock::time_point end;
  std::string_view step = "connection";  ///< what the server answered last, or did not answer
  std::string status = {};  ///< of that answer, "5.7.1" (RFC 3463); empty where it has none
  bool leaving = false;     ///< QUIT was said
};

constexpr std::string_view kMessage = "message";
constexpr std::string_view kFirstOfAMail = "MAIL";

std::size_t readMessage(char* buffer, std::size_t size, std::size_t count, void* user) {
  std::string_view& text = static_cast<Transfer*>(user)->rest;
  const std::size_t length = std::min(size * count, text.size());
  std::memcpy(buffer, text.data(), length);
  text.remove_prefix(length);
  return length;
}

/// Called at least once a second.
int mayGoOn(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<const Transfer*>(user);
  const bool over =
      transfer.stop.stop_requested() || std::chrono::steady_clock::now() >= transfer.end;
  return over ? 1 : 0;
}

/// "5.7.1" of "550 5.7.1 Relaying denied" and "550-5.7.1 Relaying"; empty where there is none.
std::string_view enhancedStatus(std::string_view line) {
  constexpr std::size_t kBehindCode = 4;
  line.remove_prefix(std::min(kBehindCode, line.size()));
  const std::string_view status = line.substr(0, line.find_first_not_of("0123456789."));
  const bool good = status.size() > 4 && status[1] == '.' && status.back() != '.' &&
                    std::ranges::count(status, '.') == 2;
  return good ? status : std::string_view();
}

/// Which command is being answered, and with what status. Of what is sent only these words are
/// looked at: a login may stand among it.
int noteStep(CURL*, curl_infotype type, char* data, std::size_t size, void* user) {
  constexpr std::array kCommands =
      std::to_array<std::string_view>({"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"});
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size);
  if (type == CURLINFO_HEADER_IN && !transfer.leaving) {
    transfer.status = enhancedStatus(line);  // the same in all lines (RFC 2034 section 4)
  } else if (type == CURLINFO_DATA_OUT) {
    transfer.step = kMessage;
  } else if (type == CURLINFO_HEADER_OUT) {
    const std::string_view word = line.substr(0, line.find_first_of(" \r"));
    const auto* known = std::find(kCommands.begin(), kCommands.end(), word);
    transfer.step = known == kCommands.end() ? transfer.step : *known;
    transfer.leaving = word == "QUIT";
  }
  return 0;
}

/// RFC 4954 section 6: the server wants a login, or another one.
bool isAboutLogin(long answer) {
  constexpr std::array kCodes = {530L, 534L, 535L, 538L};
  return std::find(kCodes.begin(), kCodes.end(), answer) != kCodes.end();
}

/// Whether a server that gives up a mail does not want this service: its address as sender (RFC
/// 3463, X.1.7 and X.1.8) or the service itself (X.7: it may not relay, is blocked, or SPF or DKIM
/// fail). Many servers say so only when they hear a recipient. Of a whole message X.7.0 and X.7.1
/// also say that it looks like spam.
bool isAboutService(const Transfer& transfer) {
  const std::string_view status = transfer.status;
  const bool ofMessage = transfer.step == kMessage && (status == "5.7.0" || status == "5.7.1");
  return status == "5.1.7" || status == "5.1.8" || (status.starts_with("5.7.") && !ofMessage);
}

Delivery judge(CURLcode result, long answer, const Transfer& transfer) {
  using Result = Delivery::Result;
  if (result == CURLE_OK) {
    return {};
  }
  if (transfer.stop.stop_requested()) {
    return {Result::stopped, "stopped"};
  }
  constexpr long kFinal = 5;
  if (answer / 100 == kFinal) {
    // Before a recipient was named, it is this service that is not wanted.
    const bool ofThisMail =
        transfer.step == "RCPT" || transfer.step == "DATA" || transfer.step == kMessage;
    const bool final = ofThisMail && !isAboutLogin(answer) && !isAboutService(transfer);
    const std::string status = (transfer.status.empty() ? "" : " ") + transfer.status;
    return {final ? Result::refused : Result::misconfigured,
            std::to_string(answer) + status + " to " + std::string(transfer.step)};
  }
  if (result == CURLE_LOGIN_DENIED) {
    return {Result::misconfigured, "no way to log in"};
  }
  return {Result::postponed, std::string(curl_easy_strerror(result)) + " at " +
                                 std::string(transfer.step) + ", last answer " +
                                 std::to_string(answer)};
}

class SmtpTransport final : public MailTransport {
 public:
  explicit SmtpTransport(const SmtpOptions& options) : m_options(options) {
    if (!options.login.empty()) {
      std::ifstream file(options.login);
      if (!std::getline(file, m_user) || !std::getline(file, m_password)) {
        throw std::runtime_error("the SMTP login file needs two lines, user and password");
      }
    }
    if (!options.ca.empty()) {
      const std::unique_ptr<X509_STORE, StoreFree> store(X509_STORE_new());
      if (!store || X509_STORE_load_file(store.get(), options.ca.c_str()) != 1) {
        throw std::runtime_error("cannot read the CA of the mail server");
      }
    }
  }

  Delivery deliver(const Envelope& envelope, const std::string& message,
                   const std::stop_token& stop) override {
    const auto end = std::chrono::steady_clock::now() + m_options.totalTime;
    CurlHandle handle = takeHandle();
    Attempt attempt = deliverOver(handle.get(), envelope, {message, stop, end});
    if (attempt.metClosedConnection) {
      // The server did not want to wait for a further mail, and has seen nothing of this one.
      handle = makeHandle();
      attempt = deliverOver(handle.get(), envelope, {message, stop, end});
    }
    if (attempt.delivery.result == Delivery::Result::taken) {
      const std::lock_guard lock(m_mutex);
      m_idle.push_back(std::move(handle));
    }
    return attempt.delivery;
  }

  void rest() override {
    std::vector<CurlHandle> idle;
    const std::lock_guard lock(m_mutex);
    idle.swap(m_idle);
  }

 private:
  struct Attempt {
    Delivery delivery;
    bool metClosedConnection = false;
  };

  static CurlHandle makeHandle() {
    CurlHandle handle(curl_easy_init());
    if (!handle) {
      throw std::runtime_error("no memory for SMTP");
    }
    return handle;
  }
  /// One whose connection stands, or a new one.
  CurlHandle takeHandle() {
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty()) {
      return makeHandle();
    }
    CurlHandle handle = std::move(m_idle.back());
    m_idle.pop_back();
    return handle;
  }
  Attempt deliverOver(CURL* handle, const Envelope& envelope, Transfer transfer) const {
    const std::string from = '<' + quotedMailAddress(envelope.from) + '>';
    const std::string to = '<' + quotedMailAddress(envelope.to) + '>';
    const std::unique_ptr<curl_slist, CurlCleanup> recipients(
        curl_slist_append(nullptr, to.c_str()));
    if (!recipients) {
      throw std::runtime_error("no memory for SMTP");
    }
    setCommon(handle, transfer);
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    const CURLcode result = curl_easy_perform(handle);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 1L);  // the transfer ends before the handle
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 0L);
    long answer = 0;
    long connected = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer);
    curl_easy_getinfo(handle, CURLINFO_NUM_CONNECTS, &connected);
    Attempt attempt{judge(result, answer, transfer)};
    attempt.metClosedConnection = connected == 0 && transfer.step == kFirstOfAMail &&
                                  attempt.delivery.result == Delivery::Result::postponed;
    return attempt;
  }
  void setCommon(CURL* handle, Transfer& transfer) const {
    curl_easy_setopt(handle, CURLOPT_URL, m_options.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");  // whatever the environment has for browsers
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, &readMessage);
    curl_easy_setopt(handle, CURLOPT_READDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &mayGoOn);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &noteStep);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT,
                     static_cast<long>(m_options.connectTime.count()));
    curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                     static_cast<long>(m_options.answerTime.count()));
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);  // no waiting for a silent name server
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // A password never crosses the wire in the clear.
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     static_cast<long>(m_user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (!m_user.empty()) {
      curl_easy_setopt(handle, CURLOPT_USERNAME, m_user.c_str());
      curl_easy_setopt(handle, CURLOPT_PASSWORD, m_password.c_str());
    }
    if (!m_options.ca.empty()) {
      curl_easy_setopt(handle, CURLOPT_CAINFO, m_options.ca.c_str());
    }
  }

  SmtpOptions m_options;
  std::string m_user;
  std::string m_password;
  std::mutex m_mutex;
  std::vector<CurlHandle> m_idle;
};

}  // namespace

std::unique_ptr<MailTransport> makeSmtpTransport(const SmtpOptions& options) {
  return std::make_unique<SmtpTransport>(options);
}

}  // namespace madoguchi::backend
