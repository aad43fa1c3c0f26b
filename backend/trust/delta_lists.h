#pragma once

#include <openssl/x509.h>

#include <cstdint>
#include <vector>

#include "backend/core/encoding.h"

// Revocation lists that tell only what has changed since another one, the base (RFC 5280 section
// 5.2.4). OpenSSL combines the two only where the base or the certificate names the place of the
// newer one ("freshest CRL"), and without that takes such a list for a whole one, which says of
// nearly every certificate that it is good. So they are kept apart from it.

namespace madoguchi::backend {

enum class DeltaWord : std::uint8_t {
  nothing,   ///< what the base says holds
  revoked,   ///< since the base
  released,  ///< the base has it on hold; it is good again
};

bool isDelta(const X509_CRL* list);

/// What `deltas` say of a certificate that `bases` do not say yet; all of them are signed by its
/// issuer and may be about it. Of the deltas of one scope the one with the highest number counts,
/// and none that a base of that scope has caught up with. That somebody is revoked counts even
/// where the delta is past its next update; a release only before it, and where the delta goes on
/// from a base that is there.
DeltaWord wordOf(const std::vector<X509_CRL*>& deltas, const std::vector<X509_CRL*>& bases,
                 X509* certificate, Seconds time);

}  // namespace madoguchi::backend
