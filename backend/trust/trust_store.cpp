#include "backend/trust/trust_store.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <compare>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "backend/core/structured_log.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {

using protocol::Reason;

namespace {

using certificate::BioHandle;
using certificate::CrlHandle;
using certificate::OpensslFree;
using certificate::StoreContextHandle;
using certificate::StoreHandle;
using certificate::X509Handle;

namespace fs = std::filesystem;

struct FileState {
  fs::path path;
  fs::file_time_type changed;
  std::uintmax_t size;
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison with 0 for a pointer
  auto operator<=>(const FileState&) const = default;
};

std::vector<FileState> filesIn(const fs::path& folder) {
  std::vector<FileState> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    // By name first: a file that is being replaced has a temporary neighbour that comes and goes.
    const fs::path extension = entry.path().extension();
    if ((extension == ".pem" || extension == ".crl") && entry.is_regular_file()) {
      std::error_code gone;  // an old list may be removed at this very moment
      FileState file{entry.path(), entry.last_write_time(gone), 0};
      if (!gone) {
        file.size = entry.file_size(gone);
      }
      if (!gone) {
        files.push_back(std::move(file));
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// All objects of a PEM file, or the one of a DER file.
template <typename Pointer, auto ReadPem, auto ReadDer>
std::vector<Pointer> readAll(const fs::path& path) {
  std::vector<Pointer> objects;
  const BioHandle file(BIO_new_file(path.c_str(), "rb"));
  while (file) {
    Pointer object(ReadPem(file.get(), nullptr, nullptr, nullptr));
    if (!object) {
      break;
    }
    objects.push_back(std::move(object));
  }
  if (file && objects.empty() && BIO_seek(file.get(), 0) == 0) {
    if (Pointer object(ReadDer(file.get(), nullptr)); object) {
      objects.push_back(std::move(object));
    }
  }
  ERR_clear_error();  // the end of the file counts as an error there
  return objects;
}

/// A CA certificate with the revocation lists that its key signed.
struct Authority {
  X509Handle certificate;
  std::string key;  ///< SHA-256 of the public key
  std::vector<CrlHandle> lists;
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

/// A list without a next update would be fresh for ever: such a list says nothing.
bool belongsTo(const Authority& authority, X509_CRL* list) {
  return X509_CRL_get0_nextUpdate(list) != nullptr &&
         X509_NAME_cmp(X509_CRL_get_issuer(list),
                       X509_get_subject_name(authority.certificate.get())) == 0 &&
         X509_CRL_verify(list, X509_get0_pubkey(authority.certificate.get())) == 1;
}

/// X509_V_OK or what X509_verify_cert found first, with nothing trusted but `authority`.
int verifyUnder(const Authority& authority, X509* certificate, Seconds time, unsigned long flags) {
  const StoreHandle store(X509_STORE_new());
  const StoreContextHandle context(X509_STORE_CTX_new());
  if (!store || !context || X509_STORE_add_cert(store.get(), authority.certificate.get()) != 1 ||
      X509_STORE_CTX_init(context.get(), store.get(), certificate, nullptr) != 1) {
    throw std::runtime_error("OpenSSL refuses to set up a verification");
  }
  for (const CrlHandle& list : authority.lists) {
    X509_STORE_add_crl(store.get(), list.get());
  }
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, time.time_since_epoch().count());
  X509_VERIFY_PARAM_set_flags(parameters, flags);
  return X509_verify_cert(context.get()) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
}

std::optional<Reason> judgeUnder(const Authority& authority, X509* certificate, Seconds time) {
  const int chain = verifyUnder(authority, certificate, time, X509_V_FLAG_PARTIAL_CHAIN);
  // The validity of the certificate itself; an authority that has ended is no longer one.
  time_t at = time.time_since_epoch().count();
  if (X509_cmp_time(X509_get0_notBefore(certificate), &at) > 0 ||
      X509_cmp_time(X509_get0_notAfter(certificate), &at) < 0) {
    return Reason::certificateExpired;
  }
  if (chain != X509_V_OK) {
    return Reason::certificateUntrusted;
  }
  switch (verifyUnder(authority, certificate, time,
                      X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CRL_CHECK)) {
    case X509_V_OK:
      return std::nullopt;
    case X509_V_ERR_CERT_REVOKED:
      return Reason::certificateRevoked;
    default:
      // The chain alone was good, so what is wrong now is the list: missing, too old, too new, of
      // another scope, or not to be understood.
      return Reason::revocationUnknown;
  }
}

}  // namespace

struct TrustStore::Content {
  std::vector<FileState> files;
  std::map<certificate::Purpose, std::vector<Authority>> authorities;
};

namespace {

std::vector<FileState> filesOfTrust(const fs::path& folder) {
  std::vector<FileState> files;
  for (const char* part : {"signing", "authentication", "crl"}) {
    const auto found = filesIn(folder / part);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

}  // namespace

TrustStore::TrustStore(fs::path folder, StructuredLog& log)
    : m_folder(std::move(folder)), m_log(log) {
  for (const char* part : {"signing", "authentication", "crl"}) {
    if (!fs::is_directory(m_folder / part)) {
      throw std::runtime_error("the trust folder lacks " + (m_folder / part).string());
    }
  }
  for (const auto& [purpose, authorities] : content()->authorities) {
    if (authorities.empty()) {
      throw std::runtime_error(
          "the trust folder has no CA certificate in " +
          (m_folder / (purpose == certificate::Purpose::signing ? "signing" : "authentication"))
              .string());
    }
  }
}

TrustStore::~TrustStore() = default;

std::shared_ptr<const TrustStore::Content> TrustStore::content() {
  const std::lock_guard lock(m_mutex);
  std::vector<FileState> files = filesOfTrust(m_folder);
  if (m_content && m_content->files == files) {
    return m_content;
  }
  auto fresh = std::make_shared<Content>();
  fresh->files = std::move(files);
  std::vector<CrlHandle> lists;
  for (const FileState& file : filesIn(m_folder / "crl")) {
    auto found = readAll<CrlHandle, PEM_read_bio_X509_CRL, d2i_X509_CRL_bio>(file.path);
    if (found.empty()) {
      m_log.error("unreadableRevocationList", {{"file", file.path.filename().string()}});
    }
    std::move(found.begin(), found.end(), std::back_inserter(lists));
  }
  for (const auto& [purpose, part] :
       {std::pair(certificate::Purpose::signing, "signing"),
        std::pair(certificate::Purpose::authentication, "authentication")}) {
    std::vector<Authority>& authorities = fresh->authorities[purpose];
    for (const FileState& file : filesIn(m_folder / part)) {
      for (X509Handle& found : readAll<X509Handle, PEM_read_bio_X509, d2i_X509_bio>(file.path)) {
        Authority authority;
        authority.key = publicKeyDigest(found.get());
        authority.certificate = std::move(found);
        for (const CrlHandle& list : lists) {
          if (belongsTo(authority, list.get()) && X509_CRL_up_ref(list.get()) == 1) {
            authority.lists.emplace_back(list.get());
          }
        }
        authorities.push_back(std::move(authority));
      }
    }
    m_log.info("trustLoaded", {{"purpose", part}, {"authorities", authorities.size()}});
  }
  m_content = std::move(fresh);
  return m_content;
}

TrustVerdict TrustStore::judge(std::span<const std::uint8_t> certificateDer,
                               certificate::Purpose purpose, Seconds time) {
  const auto trust = content();
  const unsigned char* der = certificateDer.data();
  const X509Handle certificate(d2i_X509(nullptr, &der, static_cast<long>(certificateDer.size())));
  if (!certificate) {
    return {Reason::certificateUntrusted, {}};
  }
  TrustVerdict verdict{Reason::certificateUntrusted, {}};
  for (const Authority& authority : trust->authorities.at(purpose)) {
    // The issuer is the one whose key made the signature; the name alone does not tell it.
    if (X509_verify(certificate.get(), X509_get0_pubkey(authority.certificate.get())) != 1) {
      continue;
    }
    verdict = {judgeUnder(authority, certificate.get(), time), authority.key};
    if (!verdict.refusal) {
      break;
    }
  }
  ERR_clear_error();
  return verdict;
}

}  // namespace madoguchi::backend
