#pragma once

#include <string_view>
#include <variant>

#include "cardreader/certificate/certificate.h"
#include "protocol/jws.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

/// A JWS whose signature fits its certificate. Who issued the certificate has not been looked at.
struct SignedText {
  protocol::Jws jws;
  certificate::Certificate certificate;
};

/// Checks form, type, scheme, the certificate's purpose (policy and key usage), its key, and the
/// signature, in this order. The reasons are malformed, certificateUntrusted and signatureInvalid.
std::variant<SignedText, protocol::Reason> verifyJws(std::string_view compact,
                                                     std::string_view type,
                                                     certificate::Purpose purpose);

}  // namespace madoguchi::backend
