#include "backend/trust/trust_store.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <array>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "backend/core/structured_log.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {

using protocol::Reason;

namespace {

using certificate::OpensslFree;
using certificate::StoreContextHandle;
using certificate::StoreHandle;
using certificate::X509Handle;

namespace fs = std::filesystem;

constexpr std::array kParts = {std::pair(certificate::Purpose::signing, "signing"),
                               std::pair(certificate::Purpose::authentication, "authentication")};

std::vector<fs::path> partsOf(const fs::path& folder) {
  return {folder / kParts[0].second, folder / kParts[1].second, folder / "crl"};
}

/// With the folder itself: one that is in it may be replaced.
std::vector<fs::path> watchedOf(const fs::path& folder) {
  std::vector<fs::path> folders = partsOf(folder);
  folders.push_back(folder);
  return folders;
}

/// A CA certificate with the revocation lists that its key signed.
struct Authority {
  X509Handle certificate;
  std::string key;  ///< SHA-256 of the public key
  ListsOfAuthority lists;
};

std::string publicKeyDigest(const X509* certificate) {
  unsigned char* der = nullptr;
  const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
  if (length <= 0) {
    throw std::runtime_error("a CA certificate has no readable key");
  }
  const std::unique_ptr<unsigned char, OpensslFree<[](unsigned char* p) { OPENSSL_free(p); }>>
      owner(der);
  return toHex(sha256({der, static_cast<std::size_t>(length)}));
}

/// Whether it begins so soon that the difference of two clocks may be all that is between.
bool beginsSoon(const ASN1_TIME* start, const X509_STORE_CTX* context) {
  time_t leeway = X509_VERIFY_PARAM_get_time(X509_STORE_CTX_get0_param(context)) +
                  std::chrono::seconds(certificate::kClockLeeway).count();
  return X509_cmp_time(start, &leeway) < 0;
}

/// Called by OpenSSL for whatever it objects to; 1 lets it pass. The issuer's clock may be ahead of
/// this one, for lists as for certificates.
int forgiveClocks(int good, X509_STORE_CTX* context) {
  if (good == 1) {
    return good;
  }
  bool passes = false;
  switch (X509_STORE_CTX_get_error(context)) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
      passes = beginsSoon(X509_get0_notBefore(X509_STORE_CTX_get_current_cert(context)), context);
      break;
    case X509_V_ERR_CRL_NOT_YET_VALID:
      passes =
          beginsSoon(X509_CRL_get0_lastUpdate(X509_STORE_CTX_get0_current_crl(context)), context);
      break;
    default:
      break;
  }
  return passes ? 1 : 0;
}

/// X509_V_OK or what X509_verify_cert found first, with nothing trusted but `authority`.
int verifyUnder(const Authority& authority, X509* certificate, Seconds time, unsigned long flags) {
  const StoreHandle store(X509_STORE_new());
  const StoreContextHandle context(X509_STORE_CTX_new());
  if (!store || !context || X509_STORE_add_cert(store.get(), authority.certificate.get()) != 1 ||
      X509_STORE_CTX_init(context.get(), store.get(), certificate, nullptr) != 1) {
    throw std::runtime_error("OpenSSL refuses to set up a verification");
  }
  if ((flags & X509_V_FLAG_CRL_CHECK) != 0) {
    for (X509_CRL* list : authority.lists.about(certificate)) {
      X509_STORE_add_crl(store.get(), list);
    }
  }
  X509_STORE_CTX_set_verify_cb(context.get(), forgiveClocks);
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, time.time_since_epoch().count());
  X509_VERIFY_PARAM_set_flags(parameters, flags);
  return X509_verify_cert(context.get()) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
}

std::optional<Reason> judgeUnder(const Authority& authority, X509* certificate,
                                 certificate::Validity validity, Seconds time) {
  const int chain = verifyUnder(authority, certificate, time, X509_V_FLAG_PARTIAL_CHAIN);
  // The validity of the certificate itself; an authority that has ended is no longer one.
  switch (validity) {
    case certificate::Validity::notYet:
      return Reason::certificateNotYetValid;
    case certificate::Validity::ended:
      return Reason::certificateExpired;
    case certificate::Validity::valid:
      break;
  }
  if (chain != X509_V_OK) {
    return Reason::certificateUntrusted;
  }
  const DeltaWord sinceThen = authority.lists.sinceThen(certificate, time);
  if (sinceThen == DeltaWord::revoked) {
    return Reason::certificateRevoked;
  }
  switch (verifyUnder(authority, certificate, time,
                      X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CRL_CHECK)) {
    case X509_V_OK:
      return std::nullopt;
    case X509_V_ERR_CERT_REVOKED:
      return sinceThen == DeltaWord::released ? std::nullopt
                                              : std::optional(Reason::certificateRevoked);
    default:
      // The chain alone was good, so what is wrong now is the list: missing, too old, too new, of
      // another scope, or not to be understood.
      return Reason::revocationUnknown;
  }
}

/// Of one whose chain and validity were looked at.
OcspStatus statusByLists(const Authority& authority, X509* signer, Seconds time) {
  const auto reason = judgeUnder(authority, signer, certificate::Validity::valid, time);
  if (!reason) {
    return OcspStatus::good;
  }
  return reason == Reason::certificateRevoked ? OcspStatus::revoked : OcspStatus::unknown;
}

}  // namespace

struct TrustStore::Content {
  std::vector<FileState> files;
  std::map<certificate::Purpose, std::vector<Authority>> authorities;
};

TrustStore::TrustStore(fs::path folder, StructuredLog& log, const std::optional<OcspOptions>& ocsp)
    : m_folder(std::move(folder)),
      m_log(log),
      m_responderIsDemanded(ocsp && ocsp->isDemanded),
      m_responder(ocsp ? std::make_unique<OcspResponder>(*ocsp, log) : nullptr),
      m_watch(watchedOf(m_folder)) {
  for (const fs::path& part : partsOf(m_folder)) {
    if (!fs::is_directory(part)) {
      throw std::runtime_error("the trust folder lacks " + part.string());
    }
  }
  static_cast<void>(content());
}

TrustStore::~TrustStore() = default;

std::shared_ptr<TrustStore::Content> TrustStore::read() {
  auto fresh = std::make_shared<Content>();
  fresh->files = filesIn(m_folder / "crl");
  m_lists.read(fresh->files, m_log);
  for (const auto& [purpose, part] : kParts) {
    const std::vector<FileState> files = filesIn(m_folder / part);
    fresh->files.insert(fresh->files.end(), files.begin(), files.end());
    std::vector<Authority>& authorities = fresh->authorities[purpose];
    for (const FileState& file : files) {
      for (X509Handle& found : readAll<X509Handle, PEM_read_bio_X509, d2i_X509_bio>(file.path)) {
        ListsOfAuthority lists = m_lists.of(found.get());
        std::string key = publicKeyDigest(found.get());
        authorities.push_back({std::move(found), std::move(key), std::move(lists)});
      }
    }
    if (authorities.empty()) {
      throw TrustError("the trust folder has no CA certificate in " + (m_folder / part).string());
    }
  }
  ERR_clear_error();  // the lists of others are no errors
  return fresh;
}

std::shared_ptr<const TrustStore::Content> TrustStore::content() {
  const std::lock_guard lock(m_mutex);
  m_isOld = m_watch.mayHaveChanged() || m_isOld;
  if (!m_isOld) {
    return m_content;
  }
  std::shared_ptr<Content> fresh;
  try {
    fresh = read();
  } catch (const fs::filesystem_error& fault) {
    throw TrustError("the trust folder cannot be read: " + fault.code().message());
  }
  if (!m_content || m_content->files != fresh->files) {
    for (const auto& [purpose, part] : kParts) {
      m_log.info("trustLoaded",
                 {{"purpose", part}, {"authorities", fresh->authorities[purpose].size()}});
    }
  }
  m_content = std::move(fresh);
  m_isOld = false;
  return m_content;
}

std::optional<Reason> TrustStore::withResponder(std::optional<Reason> byLists,
                                                const X509* certificate, X509* issuer, Seconds time,
                                                const SignerStatus& ofSigner) {
  if (!m_responder || (byLists && byLists != Reason::revocationUnknown)) {
    return byLists;
  }
  switch (m_responder->statusOf(certificate, issuer, time, ofSigner)) {
    case OcspStatus::good:
      return std::nullopt;
    case OcspStatus::revoked:
      return Reason::certificateRevoked;
    case OcspStatus::unknown:
      return Reason::revocationUnknown;
    case OcspStatus::unreachable:
      break;
  }
  return m_responderIsDemanded ? Reason::revocationUnknown : byLists;
}

std::optional<std::string> TrustStore::obstacle() {
  try {
    static_cast<void>(content());
    return std::nullopt;
  } catch (const TrustError& fault) {
    return fault.what();
  }
}

std::optional<Seconds> TrustStore::listsEnd() {
  const auto isCurrent = [](const X509& authority) {
    return X509_cmp_current_time(X509_get0_notBefore(&authority)) < 0 &&
           X509_cmp_current_time(X509_get0_notAfter(&authority)) > 0;
  };
  std::optional<Seconds> first;
  for (const auto& [purpose, authorities] : content()->authorities) {
    for (const Authority& authority : authorities) {
      auto end = authority.lists.end();
      if (!end && m_responder == nullptr && isCurrent(*authority.certificate)) {
        end = Seconds();
      }
      if (end && (!first || *end < *first)) {
        first = end;
      }
    }
  }
  return first;
}

TrustVerdict TrustStore::judge(const certificate::Certificate& certificate,
                               certificate::Purpose purpose, Seconds time) {
  const auto trust = content();
  const unsigned char* der = certificate.der.data();
  const X509Handle parsed(d2i_X509(nullptr, &der, static_cast<long>(certificate.der.size())));
  TrustVerdict verdict{Reason::certificateUntrusted, {}};
  if (!parsed) {
    return verdict;
  }
  const auto validity = certificate::validityAt(time, certificate);
  for (const Authority& authority : trust->authorities.at(purpose)) {
    // The issuer is the one whose key made the signature; the name alone does not tell it.
    if (X509_verify(parsed.get(), X509_get0_pubkey(authority.certificate.get())) != 1) {
      continue;
    }
    const auto byLists = judgeUnder(authority, parsed.get(), validity, time);
    const auto ofSigner = [&authority, time](X509* signer) {
      return statusByLists(authority, signer, time);
    };
    verdict = {withResponder(byLists, parsed.get(), authority.certificate.get(), time, ofSigner),
               authority.key};
    if (!verdict.refusal) {
      break;
    }
  }
  ERR_clear_error();
  return verdict;
}

}  // namespace madoguchi::backend
