#include "cardreader/certificate/certificate.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <limits>
#include <memory>

#include "cardreader/certificate/basic_four_items.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::certificate {

namespace {

// Policies, 1.2.392.200149.8.5.1.x (J-LIS's profile of the JPKI's certificates).
constexpr const char* kSigningPolicy = "1.2.392.200149.8.5.1.1.20";
constexpr const char* kAuthenticationPolicy = "1.2.392.200149.8.5.1.3.30";

// otherName types of the basic four items in subjectAltName, in any order (the same profile;
// certificates were seen with .1 .4 .3 .5 .2 .6).
constexpr std::array<const char*, 6> kItemTypes = {
    "1.2.392.200149.8.5.5.1",  // name
    "1.2.392.200149.8.5.5.2",  // substituted characters in the name
    "1.2.392.200149.8.5.5.3",  // sex
    "1.2.392.200149.8.5.5.4",  // date of birth
    "1.2.392.200149.8.5.5.5",  // address
    "1.2.392.200149.8.5.5.6",  // substituted characters in the address
};

/// Whatever OpenSSL noted while `der` was taken apart must not surface in somebody else's call.
class ErrorQueueMark {
 public:
  ErrorQueueMark() { ERR_set_mark(); }
  ErrorQueueMark(const ErrorQueueMark&) = delete;
  ErrorQueueMark& operator=(const ErrorQueueMark&) = delete;
  ~ErrorQueueMark() { ERR_pop_to_mark(); }
};

std::string oidText(const ASN1_OBJECT* object) {
  std::array<char, 128> text{};
  const int length = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
  if (length <= 0 || static_cast<std::size_t>(length) >= text.size()) {
    return {};  // longer than any that is looked for
  }
  return text.data();
}

std::string serialHex(const X509& certificate) {
  const BigNumberHandle number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(&certificate), nullptr));
  if (!number) {
    throw CertificateError("serial number");
  }
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(BN_num_bytes(number.get())));
  BN_bn2bin(number.get(), bytes.data());
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0x0FU];
  }
  const std::size_t first = text.find_first_not_of('0');
  return first == std::string::npos ? "0" : text.substr(first);
}

std::string nameText(const X509_NAME* name) {
  const BioHandle text(BIO_new(BIO_s_mem()));
  if (!text || X509_NAME_print_ex(text.get(), name, 0, XN_FLAG_RFC2253) < 0) {
    throw CertificateError("issuer");
  }
  char* data = nullptr;
  const long length = BIO_get_mem_data(text.get(), &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string();
}

std::chrono::sys_seconds timePoint(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
    throw CertificateError("validity");
  }
  const std::chrono::sys_days day = std::chrono::year(parts.tm_year + 1900) /
                                    std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)) /
                                    std::chrono::day(static_cast<unsigned>(parts.tm_mday));
  return day + std::chrono::hours(parts.tm_hour) + std::chrono::minutes(parts.tm_min) +
         std::chrono::seconds(parts.tm_sec);
}

Purpose purposeFromKeyUsage(X509& certificate) {
  // UINT32_MAX where the extension is missing.
  const std::uint32_t usage = X509_get_key_usage(&certificate);
  if (usage == std::numeric_limits<std::uint32_t>::max()) {
    return Purpose::other;
  }
  if ((usage & KU_DIGITAL_SIGNATURE) == 0 || (usage & (KU_KEY_CERT_SIGN | KU_CRL_SIGN)) != 0) {
    return Purpose::other;
  }
  return (usage & KU_NON_REPUDIATION) != 0 ? Purpose::signing : Purpose::authentication;
}

Purpose purposeOf(X509& certificate) {
  const PoliciesHandle policies(static_cast<CERTIFICATEPOLICIES*>(
      X509_get_ext_d2i(&certificate, NID_certificate_policies, nullptr, nullptr)));
  for (int i = 0; policies && i < sk_POLICYINFO_num(policies.get()); ++i) {
    const std::string policy = oidText(sk_POLICYINFO_value(policies.get(), i)->policyid);
    if (policy == kSigningPolicy) {
      return Purpose::signing;
    }
    if (policy == kAuthenticationPolicy) {
      return Purpose::authentication;
    }
  }
  return purposeFromKeyUsage(certificate);
}

int rsaBits(const X509& certificate) {
  const EVP_PKEY* key = X509_get0_pubkey(&certificate);
  return key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA ? EVP_PKEY_get_bits(key) : 0;
}

/// The bytes of an item's value; empty for a type that carries no text.
std::string itemValue(const ASN1_TYPE* value) {
  if (value == nullptr) {
    return {};
  }
  switch (value->type) {
    case V_ASN1_UTF8STRING:
    case V_ASN1_PRINTABLESTRING:
    case V_ASN1_NUMERICSTRING:
    case V_ASN1_IA5STRING: {
      const ASN1_STRING* string = value->value.asn1_string;
      const int length = ASN1_STRING_length(string);
      // Of these types all but UTF8String are subsets of ASCII, hence of UTF-8.
      return length <= 0 ? std::string()
                         : std::string(ASN1_STRING_get0_data(string),
                                       ASN1_STRING_get0_data(string) + length);
    }
    default:
      return {};
  }
}

BasicFourItems itemsOf(const X509& certificate) {
  const GeneralNamesHandle names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(&certificate, NID_subject_alt_name, nullptr, nullptr)));
  std::array<std::string, kItemTypes.size()> values;
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
    if (name->type != GEN_OTHERNAME) {
      continue;
    }
    const std::string type = oidText(name->d.otherName->type_id);
    for (std::size_t item = 0; item < kItemTypes.size(); ++item) {
      // The first of a kind stands; the profile has one of each.
      if (type == kItemTypes[item] && values[item].empty()) {
        values[item] = itemValue(name->d.otherName->value);
      }
    }
  }
  return interpretItems({.name = values[0],
                         .nameSubstitution = values[1],
                         .sex = values[2],
                         .birth = values[3],
                         .address = values[4],
                         .addressSubstitution = values[5]});
}

}  // namespace

Validity validityAt(std::chrono::sys_seconds now, const Certificate& certificate) {
  if (certificate.notAfter <= now) {
    return Validity::ended;
  }
  return certificate.notBefore > now + kClockLeeway ? Validity::notYet : Validity::valid;
}

Certificate parseCertificate(std::span<const std::uint8_t> der) {
  const ErrorQueueMark mark;
  if (der.size() > static_cast<std::size_t>(std::numeric_limits<long>::max())) {
    throw CertificateError("too long");
  }
  const unsigned char* position = der.data();
  const X509Handle certificate(d2i_X509(nullptr, &position, static_cast<long>(der.size())));
  if (!certificate) {
    throw CertificateError("no X.509 certificate");
  }
  if (position != der.data() + der.size()) {
    throw CertificateError("bytes follow the certificate");
  }
  Certificate result;
  result.der.assign(der.begin(), der.end());
  result.serialHex = serialHex(*certificate);
  result.issuer = nameText(X509_get_issuer_name(certificate.get()));
  result.notBefore = timePoint(X509_get0_notBefore(certificate.get()));
  result.notAfter = timePoint(X509_get0_notAfter(certificate.get()));
  result.purpose = purposeOf(*certificate);
  result.rsaBits = rsaBits(*certificate);
  result.items = itemsOf(*certificate);
  return result;
}

}  // namespace madoguchi::certificate
