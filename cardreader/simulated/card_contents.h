#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct evp_pkey_st;  // OpenSSL's EVP_PKEY

namespace madoguchi::simulated {

using PrivateKey = std::shared_ptr<evp_pkey_st>;

/// Tries of a card fresh from the municipal office: five for the signature password, three for the
/// PIN.
inline constexpr int kSignaturePasswordTries = 5;
inline constexpr int kAuthenticationPinTries = 3;

/// What the municipal office puts on a card. Certificates are DER; an empty one does not exist.
/// The secrets are published demonstration values, which is why they may be plain strings here.
struct CardContents {
  std::vector<std::uint8_t> signingCertificate;
  std::vector<std::uint8_t> signingCaCertificate;
  std::vector<std::uint8_t> authenticationCertificate;
  std::vector<std::uint8_t> authenticationCaCertificate;
  PrivateKey signingKey;         ///< RSA-2048; null where there is no signing certificate
  PrivateKey authenticationKey;  ///< RSA-2048
  std::string signaturePassword;
  std::string authenticationPin;
  int signaturePasswordTries = kSignaturePasswordTries;  ///< left; 0 is blocked
  int authenticationPinTries = kAuthenticationPinTries;  ///< left; 0 is blocked
  std::string tokenLabel = "JPKIAPICCTOKEN2";  ///< at most 32 bytes; names the kind of card
};

}  // namespace madoguchi::simulated
