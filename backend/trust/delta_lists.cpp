#include "backend/trust/delta_lists.h"

#include <openssl/x509v3.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>
#include <optional>

#include "cardreader/certificate/certificate.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {
namespace {

using NumberHandle = std::unique_ptr<ASN1_INTEGER, certificate::OpensslFree<ASN1_INTEGER_free>>;

/// Empty where it has none, or one that cannot be read.
NumberHandle numberIn(const X509_CRL* list, int extension) {
  return NumberHandle(
      static_cast<ASN1_INTEGER*>(X509_CRL_get_ext_d2i(list, extension, nullptr, nullptr)));
}

NumberHandle numberOf(const X509_CRL* list) { return numberIn(list, NID_crl_number); }

/// Less than 0, 0 or more, as memcmp() has it; std::nullopt where there are not two.
std::optional<int> compared(const NumberHandle& one, const NumberHandle& other) {
  return one && other ? std::optional(ASN1_INTEGER_cmp(one.get(), other.get())) : std::nullopt;
}

bool hasSame(const X509_CRL* one, const X509_CRL* other, int extension) {
  const auto bytesOf = [extension](const X509_CRL* list) -> const ASN1_OCTET_STRING* {
    const int at = X509_CRL_get_ext_by_NID(list, extension, -1);
    return at < 0 ? nullptr : X509_EXTENSION_get_data(X509_CRL_get_ext(list, at));
  };
  const ASN1_OCTET_STRING* here = bytesOf(one);
  const ASN1_OCTET_STRING* there = bytesOf(other);
  return here == nullptr || there == nullptr ? here == there
                                             : ASN1_OCTET_STRING_cmp(here, there) == 0;
}

/// About the same certificates, by the same key (section 5.2.4).
bool isOfSameScope(const X509_CRL* one, const X509_CRL* other) {
  return hasSame(one, other, NID_issuing_distribution_point) &&
         hasSame(one, other, NID_authority_key_identifier);
}

/// A base has come since.
bool isInABase(const X509_CRL* delta, const std::vector<X509_CRL*>& bases) {
  const NumberHandle number = numberOf(delta);
  return std::ranges::any_of(bases, [&](const X509_CRL* base) {
    return isOfSameScope(delta, base) && compared(numberOf(base), number).value_or(-1) >= 0;
  });
}

bool hasLater(const X509_CRL* delta, const std::vector<X509_CRL*>& deltas) {
  const NumberHandle number = numberOf(delta);
  return std::ranges::any_of(deltas, [&](const X509_CRL* other) {
    return isOfSameScope(delta, other) && compared(numberOf(other), number).value_or(-1) > 0;
  });
}

bool goesOn(const X509_CRL* delta, const std::vector<X509_CRL*>& bases) {
  const NumberHandle begins = numberIn(delta, NID_delta_crl);
  return std::ranges::any_of(bases, [&](const X509_CRL* base) {
    return isOfSameScope(delta, base) && compared(numberOf(base), begins).value_or(-1) >= 0;
  });
}

bool isBefore(const ASN1_TIME* one, Seconds other) {
  std::time_t time = other.time_since_epoch().count();
  return X509_cmp_time(one, &time) < 0;
}

}  // namespace

bool isDelta(const X509_CRL* list) { return X509_CRL_get_ext_by_NID(list, NID_delta_crl, -1) >= 0; }

DeltaWord wordOf(const std::vector<X509_CRL*>& deltas, const std::vector<X509_CRL*>& bases,
                 X509* certificate, Seconds time) {
  constexpr int kRevoked = 1;
  constexpr int kReleased = 2;
  auto word = DeltaWord::nothing;
  for (X509_CRL* delta : deltas) {
    const bool hasBegun =
        isBefore(X509_CRL_get0_lastUpdate(delta), time + certificate::kClockLeeway);
    if (!hasBegun || isInABase(delta, bases) || hasLater(delta, deltas)) {
      continue;
    }
    X509_REVOKED* entry = nullptr;
    const int said = X509_CRL_get0_by_cert(delta, &entry, certificate);
    if (said == kRevoked) {
      return DeltaWord::revoked;
    }
    const bool isFresh = !isBefore(X509_CRL_get0_nextUpdate(delta), time);
    if (said == kReleased && isFresh && goesOn(delta, bases)) {
      word = DeltaWord::released;
    }
  }
  return word;
}

}  // namespace madoguchi::backend
