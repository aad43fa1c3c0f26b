#include "backend/trust/ocsp_answer.h"

#include <openssl/err.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <stdexcept>
#include <string>

#include "backend/core/loggable_error.h"
#include "cardreader/certificate/certificate.h"

namespace madoguchi::backend {
namespace {

using certificate::kClockLeeway;
using certificate::OpensslFree;
using certificate::StoreHandle;
using certificate::X509Handle;

using ResponseHandle = std::unique_ptr<OCSP_RESPONSE, OpensslFree<OCSP_RESPONSE_free>>;
using BasicHandle = std::unique_ptr<OCSP_BASICRESP, OpensslFree<OCSP_BASICRESP_free>>;
using CertificateIdHandle = std::unique_ptr<OCSP_CERTID, OpensslFree<OCSP_CERTID_free>>;

// Without a nonce, whoever is between could show an old answer for as long.
constexpr std::chrono::hours kOldestWithoutNonce{24};
// A revocation takes no longer to be noticed.
constexpr std::chrono::minutes kKeptAtMost{5};

struct FreeCertificates {
  void operator()(STACK_OF(X509) * all) const { sk_X509_free(all); }  // none of them
};

std::optional<Seconds> secondsOf(const ASN1_GENERALIZEDTIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
    return std::nullopt;
  }
  return Seconds(std::chrono::seconds(timegm(&parts)));
}

/// Whoever has the key of a signer that was revoked could say anything.
void demandGoodSigner(X509* signer, const SignerStatus& byLists) {
  const bool isExempt = X509_get_ext_by_NID(signer, NID_id_pkix_OCSP_noCheck, -1) >= 0;
  switch (byLists(signer)) {
    case OcspStatus::good:
      return;
    case OcspStatus::revoked:
      throw LoggableError("the certificate of who signed the OCSP answer was revoked");
    default:
      break;
  }
  if (!isExempt) {
    throw LoggableError("whether who signed the OCSP answer was revoked is not known");
  }
}

/// With nothing trusted but the issuer.
void demandSignature(OCSP_BASICRESP* basic, X509* issuer, Seconds time,
                     const SignerStatus& byLists) {
  const StoreHandle store(X509_STORE_new());
  const std::unique_ptr<STACK_OF(X509), FreeCertificates> signers(sk_X509_new_null());
  if (!store || !signers || sk_X509_push(signers.get(), issuer) == 0 ||
      X509_STORE_add_cert(store.get(), issuer) != 1) {
    throw LoggableError("OpenSSL refuses to look at an OCSP answer");
  }
  X509_VERIFY_PARAM* parameters = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(parameters, time.time_since_epoch().count());
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  const int good = OCSP_basic_verify(basic, signers.get(), store.get(), OCSP_NOEXPLICIT);
  ERR_clear_error();
  if (good != 1) {
    throw LoggableError("the OCSP answer is not signed by the CA or on its behalf");
  }
  X509* signer = nullptr;
  if (OCSP_resp_get0_signer(basic, &signer, signers.get()) != 1) {
    throw LoggableError("the OCSP answer does not say who signed it");
  }
  if (X509_cmp(signer, issuer) != 0) {
    demandGoodSigner(signer, byLists);
  }
}

OcspStatus statusFrom(int status) {
  switch (status) {
    case V_OCSP_CERTSTATUS_GOOD:
      return OcspStatus::good;
    case V_OCSP_CERTSTATUS_REVOKED:
      return OcspStatus::revoked;
    default:
      return OcspStatus::unknown;
  }
}

/// Gives until when it may be kept.
Seconds demandAge(const ASN1_GENERALIZEDTIME* begin, const ASN1_GENERALIZEDTIME* end, bool hasNonce,
                  Seconds time) {
  const auto since = secondsOf(begin);
  const auto until = secondsOf(end);
  if (!since || *since > time + kClockLeeway) {
    throw LoggableError("the OCSP answer is of the future");
  }
  const bool ended = until && *until + kClockLeeway < time;
  if (ended || (!hasNonce && *since + kOldestWithoutNonce < time)) {
    throw LoggableError("the OCSP answer is too old");
  }
  return until ? std::min(*until, time + kKeptAtMost) : time;
}

}  // namespace

OcspRequestHandle makeOcspRequest(const X509* certificate, const X509* issuer) {
  OcspRequestHandle request(OCSP_REQUEST_new());
  CertificateIdHandle id(OCSP_cert_to_id(EVP_sha1(), certificate, issuer));  // all know it
  if (!request || !id || OCSP_request_add0_id(request.get(), id.get()) == nullptr) {
    throw std::runtime_error("OpenSSL refuses to ask for the status of a certificate");
  }
  id.release();  // NOLINT(bugprone-unused-return-value): the request owns it
  constexpr int kNonceBytes = 32;
  if (OCSP_request_add1_nonce(request.get(), nullptr, kNonceBytes) != 1) {
    throw std::runtime_error("OpenSSL has no nonce");
  }
  return request;
}

OcspAnswer readOcspAnswer(std::span<const std::uint8_t> der, OCSP_REQUEST* request, X509* issuer,
                          Seconds time, const SignerStatus& byLists) {
  const unsigned char* bytes = der.data();
  const ResponseHandle response(d2i_OCSP_RESPONSE(nullptr, &bytes, static_cast<long>(der.size())));
  ERR_clear_error();
  if (!response) {
    throw LoggableError("the OCSP answer is none");
  }
  const int result = OCSP_response_status(response.get());
  if (result != OCSP_RESPONSE_STATUS_SUCCESSFUL) {
    throw LoggableError(std::string("the OCSP responder answers ") +
                        OCSP_response_status_str(result));
  }
  const BasicHandle basic(OCSP_response_get1_basic(response.get()));
  if (!basic) {
    throw LoggableError("the OCSP answer is of a kind that is not known");
  }
  demandSignature(basic.get(), issuer, time, byLists);
  const int nonce = OCSP_check_nonce(request, basic.get());
  constexpr int kDiffers = 0;
  if (nonce == kDiffers) {
    throw LoggableError("the OCSP answer has the nonce of another question");
  }
  int status = V_OCSP_CERTSTATUS_UNKNOWN;
  ASN1_GENERALIZEDTIME* begin = nullptr;
  ASN1_GENERALIZEDTIME* end = nullptr;
  OCSP_CERTID* id = OCSP_onereq_get0_id(OCSP_request_onereq_get0(request, 0));
  if (OCSP_resp_find_status(basic.get(), id, &status, nullptr, nullptr, &begin, &end) != 1) {
    throw LoggableError("the OCSP answer is about another certificate");
  }
  return {statusFrom(status), demandAge(begin, end, nonce > 0, time)};
}

}  // namespace madoguchi::backend
