#include "backend/trust/signature.h"
#include "cardreader/certificate/openssl_handles.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>

namespace madoguchi::backend {

using protocol::Reason;

namespace {

using certificate::DigestContextHandle;
using certificate::PoliciesHandle;
using certificate::X509Handle;

/// A signature scheme and the keys that it is accepted with. The next generation of cards
/// (announced for about 2028 with ECDSA P-384) is one more row and its signature format.
struct Scheme {
  std::string_view algorithm;  ///< RFC 7518
  int keyType;
  int minBits;
  int maxBits;  ///< bounds the work that a stranger's certificate can cause
  const EVP_MD* (*digest)();
};
constexpr std::array kSchemes = {Scheme{"RS256", EVP_PKEY_RSA, 2048, 4096, EVP_sha256}};

const Scheme* findScheme(std::string_view algorithm) {
  for (const Scheme& scheme : kSchemes) {
    if (scheme.algorithm == algorithm) {
      return &scheme;
    }
  }
  return nullptr;
}

bool keyFits(const Scheme& scheme, EVP_PKEY* key) {
  return key != nullptr && EVP_PKEY_get_base_id(key) == scheme.keyType &&
         EVP_PKEY_get_bits(key) >= scheme.minBits && EVP_PKEY_get_bits(key) <= scheme.maxBits;
}

/// The policies of the JPKI certificates, as their public profile has them: signing and user
/// authentication. A certificate of the one purpose is never taken for the other.
std::string_view policyOf(certificate::Purpose purpose) {
  return purpose == certificate::Purpose::signing ? "1.2.392.200149.8.5.1.1.20"
                                                  : "1.2.392.200149.8.5.1.3.30";
}

bool hasPolicy(const X509* certificate, std::string_view wanted) {
  const PoliciesHandle policies(static_cast<CERTIFICATEPOLICIES*>(
      X509_get_ext_d2i(certificate, NID_certificate_policies, nullptr, nullptr)));
  for (int i = 0; policies && i < sk_POLICYINFO_num(policies.get()); ++i) {
    std::array<char, 128> text{};
    const int length = OBJ_obj2txt(text.data(), static_cast<int>(text.size()),
                                   sk_POLICYINFO_value(policies.get(), i)->policyid, 1);
    if (length > 0 && wanted == text.data()) {
      return true;
    }
  }
  return false;
}

bool servesPurpose(X509* certificate, certificate::Purpose purpose) {
  // Both keys carry digitalSignature; only the signing key also commits its owner.
  const std::uint32_t usage = X509_get_key_usage(certificate);
  const bool explicitUsage = (X509_get_extension_flags(certificate) & EXFLAG_KUSAGE) != 0;
  const bool commits = (usage & KU_NON_REPUDIATION) != 0;
  return explicitUsage && (usage & KU_DIGITAL_SIGNATURE) != 0 &&
         commits == (purpose == certificate::Purpose::signing) &&
         hasPolicy(certificate, policyOf(purpose));
}

bool signatureFits(const protocol::Jws& jws, const Scheme& scheme, EVP_PKEY* key) {
  const DigestContextHandle context(EVP_MD_CTX_new());
  return context &&
         EVP_DigestVerifyInit(context.get(), nullptr, scheme.digest(), nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), jws.signature.data(), jws.signature.size(),
                          reinterpret_cast<const unsigned char*>(jws.signingInput.data()),
                          jws.signingInput.size()) == 1;
}

}  // namespace

std::variant<SignedText, Reason> verifyJws(std::string_view compact, std::string_view type,
                                           certificate::Purpose purpose) {
  auto jws = protocol::parseJws(compact);
  if (!jws) {
    return Reason::malformed;
  }
  const Scheme* scheme = findScheme(jws->algorithm);
  if (scheme == nullptr || jws->type != type) {
    return Reason::signatureInvalid;
  }
  SignedText result;
  try {
    result.certificate = certificate::parseCertificate(jws->certificates.front());
    // What stands behind it is not relied on, but has to be what it says (RFC 7515 section 4.1.6).
    for (std::size_t i = 1; i < jws->certificates.size(); ++i) {
      certificate::parseCertificate(jws->certificates[i]);
    }
  } catch (const certificate::CertificateError&) {
    return Reason::certificateUntrusted;
  }
  const std::vector<std::uint8_t>& leaf = jws->certificates.front();
  const unsigned char* der = leaf.data();
  const X509Handle x509(d2i_X509(nullptr, &der, static_cast<long>(leaf.size())));
  if (!x509 || !servesPurpose(x509.get(), purpose) ||
      !keyFits(*scheme, X509_get0_pubkey(x509.get()))) {
    return Reason::certificateUntrusted;
  }
  if (!signatureFits(*jws, *scheme, X509_get0_pubkey(x509.get()))) {
    return Reason::signatureInvalid;
  }
  result.jws = std::move(*jws);
  return result;
}

}  // namespace madoguchi::backend
