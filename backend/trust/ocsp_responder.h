#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "backend/trust/ocsp_answer.h"

namespace madoguchi::backend {

class StructuredLog;

struct OcspOptions {
  std::string url;  ///< http:// or https://
  /// Where it gives no answer, nobody is let in; else the revocation lists decide then.
  bool isDemanded = false;
  std::chrono::milliseconds connectTime{1000};
  std::chrono::milliseconds totalTime{3000};
};

/// Asks a responder over HTTP (RFC 6960 appendix A), and keeps its answers for some minutes.
/// Thread-safe.
class OcspResponder {
 public:
  OcspResponder(OcspOptions options, StructuredLog& log);

  /// Waits for the answer for as long as the options say; not at all for some seconds after one
  /// that did not come. `byLists` is asked of who signed it, see readOcspAnswer().
  OcspStatus statusOf(const X509* certificate, X509* issuer, Seconds time,
                      const SignerStatus& byLists);

 private:
  OcspAnswer ask(const X509* certificate, X509* issuer, Seconds time, const SignerStatus& byLists);
  std::string fetch(const std::string& question) const;
  void keep(const std::string& key, const OcspAnswer& answer, Seconds time);

  OcspOptions m_options;
  StructuredLog& m_log;
  std::mutex m_mutex;
  std::map<std::string, OcspAnswer> m_answers;  ///< by the certificate that was asked for
  std::chrono::steady_clock::time_point m_askAgain;
};

}  // namespace madoguchi::backend
