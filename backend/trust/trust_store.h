#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "backend/core/encoding.h"
#include "backend/core/loggable_error.h"
#include "backend/trust/folder_watch.h"
#include "backend/trust/ocsp_responder.h"
#include "backend/trust/revocation_lists.h"
#include "cardreader/certificate/certificate.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

class StructuredLog;

/// The trust folder cannot be read, or a purpose has no CA certificate: nobody can be judged, which
/// is nobody's fault who asks.
class TrustError : public LoggableError {
 public:
  using LoggableError::LoggableError;
};

/// What the trust folder says of a certificate.
struct TrustVerdict {
  /// Empty where the certificate is good; else certificateUntrusted, certificateNotYetValid,
  /// certificateExpired, certificateRevoked or revocationUnknown.
  std::optional<protocol::Reason> refusal;
  /// SHA-256 of the issuer's public key, hexadecimal; empty where no issuer was found. Serial
  /// numbers are unique only under one of these: three generations of the CA carry the same name.
  std::string issuerKey;
};

/// The trust folder: signing/*.pem and authentication/*.pem (CA certificates), crl/*.pem|*.crl (PEM
/// or DER). A file is read again when it changes, so that fresh revocation lists need no restart.
/// What asks it throws TrustError until a fault of the folder is mended. Thread-safe.
class TrustStore {
 public:
  /// Throws std::runtime_error where a folder is missing, and TrustError.
  TrustStore(std::filesystem::path folder, StructuredLog& log,
             const std::optional<OcspOptions>& ocsp = std::nullopt);
  ~TrustStore();

  /// Chain, validity and revocation at `time`. A missing or outdated revocation list is never taken
  /// for a clean one. Where a responder is asked, too, "revoked" of either counts, and its "good"
  /// makes up for a list that is missing.
  TrustVerdict judge(const certificate::Certificate& certificate, certificate::Purpose purpose,
                     Seconds time);

  /// When the first of the revocation lists ends that no later one stands in for. A CA that has
  /// none counts as one whose list ended in 1970, unless a responder makes up for it, or the CA
  /// itself has ended. Empty where none is to be had.
  std::optional<Seconds> listsEnd();

  /// What keeps it from judging now, for the log.
  std::optional<std::string> obstacle();

 private:
  struct Content;
  [[nodiscard]] std::shared_ptr<Content> read();
  std::shared_ptr<const Content> content();
  /// What is left of the lists' verdict when the responder was asked.
  std::optional<protocol::Reason> withResponder(std::optional<protocol::Reason> byLists,
                                                const X509* certificate, X509* issuer, Seconds time,
                                                const SignerStatus& ofSigner);

  std::filesystem::path m_folder;
  StructuredLog& m_log;
  bool m_responderIsDemanded = false;
  std::unique_ptr<OcspResponder> m_responder;  ///< none: the lists alone
  std::mutex m_mutex;                          ///< of all that follows
  FolderWatch m_watch;
  RevocationFiles m_lists;
  bool m_isOld = true;  ///< the content, until a change has been read to its end
  std::shared_ptr<const Content> m_content;
};

}  // namespace madoguchi::backend
