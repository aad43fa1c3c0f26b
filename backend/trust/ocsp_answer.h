#pragma once

#include <openssl/ocsp.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "backend/core/encoding.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {

using OcspRequestHandle =
    std::unique_ptr<OCSP_REQUEST, certificate::OpensslFree<OCSP_REQUEST_free>>;

/// What the responder of a CA says of one certificate.
enum class OcspStatus : std::uint8_t {
  good,
  revoked,
  unknown,      ///< it does not know the certificate
  unreachable,  ///< nothing that can be relied on
};

struct OcspAnswer {
  OcspStatus status = OcspStatus::unreachable;
  Seconds goodUntil;  ///< not after it may it be taken for an answer to a later question
};

/// A question about one certificate, with a nonce (RFC 9654). Throws std::runtime_error.
OcspRequestHandle makeOcspRequest(const X509* certificate, const X509* issuer);

/// What the issuer's revocation lists say of one who signs answers on its behalf; "unknown" where
/// there is no list, or none any more.
using SignerStatus = std::function<OcspStatus(X509* signer)>;

/// What stands in an OCSPResponse (RFC 6960), where it may be relied on: it is signed by the issuer
/// or by whom the issuer certified for that and has not revoked, is about the certificate that was
/// asked for, is no answer to somebody else's nonce, and neither too old nor of the future. One
/// without a nonce, as responders give that sign beforehand, is of the last day. Of a signer whose
/// certificate says that its revocation is not to be asked for (id-pkix-ocsp-nocheck,
/// section 4.2.2.2.1) no list is needed; one that names it counts all the same. Throws
/// LoggableError.
OcspAnswer readOcspAnswer(std::span<const std::uint8_t> der, OCSP_REQUEST* request, X509* issuer,
                          Seconds time, const SignerStatus& byLists);

}  // namespace madoguchi::backend
