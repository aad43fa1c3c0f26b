#include "cardreader/simulated/certificate_profile.h"
#include "cardreader/certificate/openssl_handles.h"
#include "cardreader/simulated/openssl_require.h"

#include <openssl/objects.h>

#include <algorithm>
#include <initializer_list>
#include <span>
#include <sstream>
#include <string_view>
#include <utility>

// The profile is that of the certificates on My Number Cards as people have published dumps of
// theirs, with O=JPKI-TEST as on the official test cards. The items of the holder are otherNames
// under 1.2.392.200149.8.5.5. The real lists of revoked certificates are split by municipality,
// which is why the distribution point is a directory name; here one list can serve the whole CA.

namespace madoguchi::simulated {
namespace {

using certificate::ExtensionHandle;
using certificate::GeneralNamesHandle;
using certificate::IntegerHandle;
using certificate::NameHandle;
using certificate::OpensslFree;
using certificate::PoliciesHandle;

constexpr const char* kSigningPolicy = "1.2.392.200149.8.5.1.1.20";
constexpr const char* kAuthenticationPolicy = "1.2.392.200149.8.5.1.3.30";
constexpr std::string_view kItemsBase = "1.2.392.200149.8.5.5.";

struct NamePart {
  int nid;
  std::string_view text;
};

NameHandle makeName(std::initializer_list<NamePart> parts) {
  NameHandle name(require(X509_NAME_new(), "name"));
  for (const NamePart& part : parts) {
    if (part.text.empty()) {
      continue;
    }
    // MBSTRING_UTF8 lets OpenSSL take PrintableString where it suffices, as the real CA does.
    std::string text(part.text);
    requireOne(X509_NAME_add_entry_by_NID(name.get(), part.nid, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char*>(text.data()),
                                          static_cast<int>(text.size()), -1, 0),
               "part of a name");
  }
  return name;
}

std::string_view englishUnit(Usage usage) {
  return usage == Usage::signing ? "JPKI for digital signature" : "JPKI for user authentication";
}

// The CA's name in Japanese, which the real certificates carry as issuerAltName.
NameHandle japaneseAuthorityName() {
  return makeName({{NID_countryName, "JP"},
                   {NID_organizationName, "公的個人認証サービス"},
                   {NID_organizationalUnitName, "地方公共団体情報システム機構"}});
}

void addByText(X509* certificate, X509* issuer, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const ExtensionHandle extension(
      require(X509V3_EXT_conf_nid(nullptr, &context, nid, value), "extension"));
  requireOne(X509_add_ext(certificate, extension.get(), -1), "extension");
}

void addByValue(X509* certificate, int nid, void* value, bool critical = false) {
  requireOne(X509_add1_ext_i2d(certificate, nid, value, critical ? 1 : 0, X509V3_ADD_DEFAULT),
             "extension");
}

void addPolicy(X509* certificate, const char* oid) {
  const PoliciesHandle policies(require(CERTIFICATEPOLICIES_new(), "policies"));
  POLICYINFO* policy = require(POLICYINFO_new(), "policy");
  require(sk_POLICYINFO_push(policies.get(), policy), "policy");
  policy->policyid = require(OBJ_txt2obj(oid, 1), "policy");
  addByValue(certificate, NID_certificate_policies, policies.get(), true);
}

void appendDirectoryName(GENERAL_NAMES* names, NameHandle name) {
  GENERAL_NAME* general = require(GENERAL_NAME_new(), "general name");
  GENERAL_NAME_set0_value(general, GEN_DIRNAME, name.release());
  require(sk_GENERAL_NAME_push(names, general), "general name");
}

void appendOtherName(GENERAL_NAMES* names, char arc, std::string_view text) {
  if (text.empty()) {
    return;
  }
  ASN1_UTF8STRING* string = require(ASN1_UTF8STRING_new(), "UTF8String");
  requireOne(ASN1_STRING_set(string, text.data(), static_cast<int>(text.size())), "UTF8String");
  ASN1_TYPE* value = require(ASN1_TYPE_new(), "otherName");
  ASN1_TYPE_set(value, V_ASN1_UTF8STRING, string);
  const std::string oid = std::string(kItemsBase) + arc;
  GENERAL_NAME* general = require(GENERAL_NAME_new(), "general name");
  requireOne(
      GENERAL_NAME_set0_othername(general, require(OBJ_txt2obj(oid.c_str(), 1), "OID"), value),
      "otherName");
  require(sk_GENERAL_NAME_push(names, general), "general name");
}

void addDirectoryNames(X509* certificate, int nid, NameHandle name) {
  const GeneralNamesHandle names(require(GENERAL_NAMES_new(), "general names"));
  appendDirectoryName(names.get(), std::move(name));
  addByValue(certificate, nid, names.get());
}

DIST_POINT_NAME* makePointName(Usage usage, std::string_view municipalityRomaji) {
  const std::string municipality = std::string(municipalityRomaji) + " CRLDP";
  NameHandle name = makeName({{NID_countryName, "JP"},
                              {NID_organizationName, "JPKI-TEST"},
                              {NID_organizationalUnitName, englishUnit(usage)},
                              {NID_organizationalUnitName, "CRL Distribution Points"},
                              {NID_commonName, municipality}});
  DIST_POINT_NAME* point = require(DIST_POINT_NAME_new(), "distribution point");
  point->type = 0;  // fullName
  point->name.fullname = require(GENERAL_NAMES_new(), "general names");
  appendDirectoryName(point->name.fullname, std::move(name));
  return point;
}

void addDistributionPoint(X509* certificate, Usage usage, const Person& person) {
  const std::unique_ptr<CRL_DIST_POINTS, OpensslFree<CRL_DIST_POINTS_free>> points(
      require(CRL_DIST_POINTS_new(), "distribution points"));
  DIST_POINT* point = require(DIST_POINT_new(), "distribution point");
  require(sk_DIST_POINT_push(points.get(), point), "distribution point");
  point->distpoint = makePointName(usage, person.municipalityRomaji);
  addByValue(certificate, NID_crl_distribution_points, points.get());
}

void addBasicFourItems(X509* certificate, const Person& person) {
  const GeneralNamesHandle names(require(GENERAL_NAMES_new(), "general names"));
  // A name of another kind among them: a reader has to step over what it does not look for.
  appendDirectoryName(names.get(),
                      makeName({{NID_countryName, "JP"}, {NID_localityName, person.municipality}}));
  appendOtherName(names.get(), '1', person.name);
  appendOtherName(names.get(), '4', person.birth);
  appendOtherName(names.get(), '3', person.sex);
  appendOtherName(names.get(), '5', person.address);
  appendOtherName(names.get(), '2', person.nameSubstitution);
  appendOtherName(names.get(), '6', person.addressSubstitution);
  addByValue(certificate, NID_subject_alt_name, names.get());
}

}  // namespace

std::string serialHexOf(const ASN1_INTEGER* serial) {
  std::ostringstream hex;
  const std::span bytes(ASN1_STRING_get0_data(serial),
                        static_cast<std::size_t>(ASN1_STRING_length(serial)));
  for (const unsigned char byte : bytes) {
    hex << std::hex << (byte >> 4) << (byte & 0xF);
  }
  std::string text = hex.str();
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  return text;
}

NameHandle authorityName(Usage usage) {
  return makeName(
      {{NID_countryName, "JP"},
       {NID_organizationName, "JPKI-TEST"},
       {NID_organizationalUnitName, englishUnit(usage)},
       {NID_organizationalUnitName, "Japan Agency for Local Authority Information Systems"}});
}

NameHandle holderName(Usage usage, const Person& person, const std::string& commonName) {
  if (usage == Usage::authentication) {
    return makeName({{NID_countryName, "JP"}, {NID_commonName, commonName}});
  }
  return makeName({{NID_countryName, "JP"},
                   {NID_localityName, person.prefectureRomaji},
                   {NID_localityName, person.municipalityRomaji},
                   {NID_commonName, commonName}});
}

void addAuthorityExtensions(X509* certificate) {
  addByText(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
  addByText(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  addByText(certificate, certificate, NID_subject_key_identifier, "hash");
  addDirectoryNames(certificate, NID_subject_alt_name, japaneseAuthorityName());
}

void addHolderExtensions(X509* certificate, X509* issuer, Usage usage, const Person& person) {
  const bool signing = usage == Usage::signing;
  addByText(certificate, issuer, NID_key_usage,
            signing ? "critical,digitalSignature,nonRepudiation" : "critical,digitalSignature");
  if (!signing) {
    addByText(certificate, issuer, NID_ext_key_usage, "clientAuth");
  }
  addPolicy(certificate, signing ? kSigningPolicy : kAuthenticationPolicy);
  if (signing) {
    addBasicFourItems(certificate, person);
  }
  addDirectoryNames(certificate, NID_issuer_alt_name, japaneseAuthorityName());
  addDistributionPoint(certificate, usage, person);
  // The host does not exist: ".test" is reserved (RFC 6761), and nobody asks a responder anyway.
  addByText(certificate, issuer, NID_info_access,
            signing ? "OCSP;URI:http://ocspsignnorm.jpki.test"
                    : "OCSP;URI:http://ocspauthnorm.jpki.test");
  addByText(certificate, issuer, NID_authority_key_identifier, "keyid:always,issuer:always");
  addByText(certificate, issuer, NID_subject_key_identifier, "hash");
}

void addCrlExtensions(X509_CRL* crl, X509* issuer, std::int64_t number) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, nullptr, nullptr, crl, 0);
  const ExtensionHandle extension(
      require(X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"),
              "extension"));
  requireOne(X509_CRL_add_ext(crl, extension.get(), -1), "extension");
  const IntegerHandle crlNumber(require(ASN1_INTEGER_new(), "CRL number"));
  requireOne(ASN1_INTEGER_set_int64(crlNumber.get(), number), "CRL number");
  requireOne(X509_CRL_add1_ext_i2d(crl, NID_crl_number, crlNumber.get(), 0, X509V3_ADD_DEFAULT),
             "extension");
}

void limitCrl(X509_CRL* crl, Usage usage, std::string_view municipalityRomaji) {
  const std::unique_ptr<ISSUING_DIST_POINT, OpensslFree<ISSUING_DIST_POINT_free>> part(
      require(ISSUING_DIST_POINT_new(), "distribution point"));
  part->distpoint = makePointName(usage, municipalityRomaji);
  requireOne(
      X509_CRL_add1_ext_i2d(crl, NID_issuing_distribution_point, part.get(), 1, X509V3_ADD_DEFAULT),
      "extension");
}

}  // namespace madoguchi::simulated
