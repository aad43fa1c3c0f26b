// The certificates: profile, sizes, chain, revocation, and what the product's own parser reads from
// them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "cardreader/certificate/certificate.h"
#include "cardreader/certificate/openssl_handles.h"
#include "cardreader/simulated/card_pki.h"
#include "cardreader/simulated/pki_folder.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::test {
namespace {

using certificate::BioHandle;
using certificate::CrlHandle;
using certificate::StoreContextHandle;
using certificate::StoreHandle;
using certificate::X509Handle;

using namespace simulated;

X509Handle decode(const std::vector<std::uint8_t>& der) {
  const unsigned char* in = der.data();
  return X509Handle(d2i_X509(nullptr, &in, static_cast<long>(der.size())));
}

// The verdict of libcrypto with revocation checked, as a verifier would do it.
int verify(CertificateAuthority& authority, const std::vector<std::uint8_t>& der) {
  const StoreHandle store(X509_STORE_new());
  X509_STORE_add_cert(store.get(), authority.certificate.get());
  const std::string pem = makeCrl(authority);
  const BioHandle bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  const CrlHandle crl(PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr));
  X509_STORE_add_crl(store.get(), crl.get());
  X509_STORE_set_flags(store.get(), X509_V_FLAG_CRL_CHECK | X509_V_FLAG_X509_STRICT);
  const StoreContextHandle context(X509_STORE_CTX_new());
  const auto certificate = decode(der);
  X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr);
  X509_verify_cert(context.get());
  return X509_STORE_CTX_get_error(context.get());
}

TEST(CardPki, CardsOfMariaVerifyAndHaveTheUsualSizes) {
  CardPki pki = makePki();
  const CardContents card = issueCard(pki, *findPerson("maria"));
  EXPECT_EQ(verify(pki.signing, card.signingCertificate), X509_V_OK);
  EXPECT_EQ(verify(pki.authentication, card.authenticationCertificate), X509_V_OK);
  EXPECT_EQ(verify(pki.authentication, card.signingCertificate),
            X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY);
  EXPECT_THAT(card.signingCertificate.size(),
              ::testing::AllOf(::testing::Ge(1600U), ::testing::Le(1800U)));
  EXPECT_THAT(card.authenticationCertificate.size(),
              ::testing::AllOf(::testing::Ge(1400U), ::testing::Le(1600U)));
  const auto signing = decode(card.signingCertificate);
  EXPECT_EQ(X509_check_private_key(signing.get(), card.signingKey.get()), 1);
  EXPECT_EQ(X509_get_key_usage(signing.get()),
            static_cast<unsigned>(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION));
  const auto authentication = decode(card.authenticationCertificate);
  EXPECT_EQ(X509_check_private_key(authentication.get(), card.authenticationKey.get()), 1);
  EXPECT_EQ(X509_get_key_usage(authentication.get()), static_cast<unsigned>(KU_DIGITAL_SIGNATURE));
}

TEST(CardPki, TheProductsParserReadsWhatThePersonIs) {
  const CertificateAuthority authority = makeAuthority(Usage::signing);
  const PrivateKey key = makeKey();
  for (const Person& person : persons()) {
    SCOPED_TRACE(person.id);
    const auto issued = issueCertificate(authority, person, usualValidity(), key);
    const auto parsed = certificate::parseCertificate(issued.der);
    EXPECT_EQ(parsed.items.name, person.name);
    EXPECT_EQ(parsed.items.address, person.address);
    EXPECT_TRUE(parsed.items.sexPresent);
    EXPECT_EQ(parsed.items.sex,
              person.sex == "1" ? certificate::Sex::male : certificate::Sex::female);
    EXPECT_EQ(parsed.items.birth.text, person.birth);
    ASSERT_TRUE(parsed.items.birth.complete());
    EXPECT_EQ(*parsed.items.birth.year, std::stoi(std::string(person.birth.substr(1, 4))));
    EXPECT_EQ(*parsed.items.birth.month, std::stoi(std::string(person.birth.substr(5, 2))));
    EXPECT_EQ(*parsed.items.birth.day, std::stoi(std::string(person.birth.substr(7, 2))));
    EXPECT_EQ(parsed.items.nameSubstituted,
              person.nameSubstitution.find('1') != std::string_view::npos);
    EXPECT_FALSE(parsed.items.addressSubstituted);
    EXPECT_EQ(parsed.serialHex, issued.serialHex);
    EXPECT_EQ(parsed.purpose, certificate::Purpose::signing);
    EXPECT_EQ(parsed.rsaBits, 2048);
    EXPECT_THAT(parsed.issuer, ::testing::HasSubstr("O=JPKI-TEST"));
  }
}

TEST(CardPki, AuthenticationCertificatesTellNothingAboutThePerson) {
  const CertificateAuthority authority = makeAuthority(Usage::authentication);
  const auto issued = issueCertificate(authority, *findPerson("maria"), usualValidity());
  const auto parsed = certificate::parseCertificate(issued.der);
  EXPECT_EQ(parsed.purpose, certificate::Purpose::authentication);
  EXPECT_EQ(parsed.items.name, "");
  EXPECT_EQ(parsed.items.address, "");
  EXPECT_FALSE(parsed.items.sexPresent);
}

TEST(CardPki, SubstitutionMarksMatchTheTextTheyMark) {
  for (const Person& person : persons()) {
    const auto characters = [](std::string_view text) {
      return std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
    };
    EXPECT_EQ(person.nameSubstitution.size(), characters(person.name)) << person.id;
    EXPECT_EQ(person.addressSubstitution.size(), characters(person.address)) << person.id;
    EXPECT_NE(person.address.find(person.municipality), std::string_view::npos) << person.id;
  }
}

TEST(CardPki, ExpiredMeansSinceYesterday) {
  CardPki pki = makePki();
  const CardContents card = issueCard(pki, *findPerson("expired"));
  EXPECT_EQ(verify(pki.signing, card.signingCertificate), X509_V_ERR_CERT_HAS_EXPIRED);
  const auto notAfter = certificate::parseCertificate(card.signingCertificate).notAfter;
  const auto ago = std::chrono::system_clock::now() - notAfter;
  EXPECT_GE(ago, std::chrono::hours(23));
  EXPECT_LE(ago, std::chrono::hours(25));
}

TEST(CardPki, RevokedSerialsAreOnTheNextList) {
  CertificateAuthority authority = makeAuthority(Usage::signing);
  const PrivateKey key = makeKey();
  const auto first = issueCertificate(authority, *findPerson("maria"), usualValidity(), key);
  const auto second = issueCertificate(authority, *findPerson("alias"), usualValidity(), key);
  ASSERT_EQ(verify(authority, first.der), X509_V_OK);
  revoke(authority, first.serialHex);
  revoke(authority, first.serialHex);
  EXPECT_EQ(authority.revocations.size(), 1U);
  EXPECT_EQ(verify(authority, first.der), X509_V_ERR_CERT_REVOKED);
  EXPECT_EQ(verify(authority, second.der), X509_V_OK);
}

TEST(CardPki, AnotherAuthorityOfTheSameNameIsNotTheIssuer) {
  CertificateAuthority known = makeAuthority(Usage::signing);
  const CertificateAuthority unknown = makeAuthority(Usage::signing);
  const auto issued = issueCertificate(unknown, *findPerson("maria"), usualValidity());
  EXPECT_NE(verify(known, issued.der), X509_V_OK);
}

TEST(CardPki, ChildHasNoSigningCertificateAndBlockedNoTries) {
  const CardPki pki = makePki();
  const CardContents child = issueCard(pki, *findPerson("child"));
  EXPECT_TRUE(child.signingCertificate.empty());
  EXPECT_FALSE(child.signingKey);
  EXPECT_FALSE(child.authenticationCertificate.empty());
  const CardContents blocked = issueCard(pki, *findPerson("blocked"));
  EXPECT_EQ(blocked.signaturePasswordTries, 0);
  EXPECT_EQ(blocked.authenticationPinTries, 0);
}

TEST(PkiFolder, IsUnderstoodByTheOpensslCommand) {
  const TemporaryFolder scratch;
  CardPki pki = openPki(scratch.path());
  const CardContents card = cardOf(scratch.path(), pki, *findPerson("maria"));
  const auto opensslVerify = [&](const std::string& usage) {
    const std::string root = scratch.path().string();
    return std::system(("openssl verify -x509_strict -crl_check -CAfile '" + root + "/trust/" +
                        usage + "/ca.pem' -CRLfile '" + root + "/trust/crl/" + usage + ".pem' '" +
                        root + "/persons/maria/" + usage + ".der' >/dev/null 2>&1")
                           .c_str());
  };
  EXPECT_EQ(opensslVerify("signing"), 0);
  EXPECT_EQ(opensslVerify("authentication"), 0);
  revoke(pki.signing, certificate::parseCertificate(card.signingCertificate).serialHex);
  writePki(pki, scratch.path());
  EXPECT_NE(opensslVerify("signing"), 0);
  EXPECT_EQ(opensslVerify("authentication"), 0);
}

TEST(PkiFolder, KeepsAuthoritiesPersonsAndRevocations) {
  const TemporaryFolder scratch;
  const auto folder = scratch.path() / "new";
  CardPki first = openPki(folder);
  const CardContents maria = cardOf(folder, first, *findPerson("maria"));
  const CardContents child = cardOf(folder, first, *findPerson("child"));
  revoke(first.signing, "4a0b");
  writePki(first, folder);
  const CardPki second = openPki(folder);
  EXPECT_EQ(certificateDer(first.signing), certificateDer(second.signing));
  EXPECT_EQ(certificateDer(first.authentication), certificateDer(second.authentication));
  ASSERT_EQ(second.signing.revocations.size(), 1U);
  EXPECT_EQ(second.signing.revocations[0].serialHex, "4a0b");
  EXPECT_EQ(second.signing.revocations[0].when, first.signing.revocations[0].when);
  EXPECT_GT(second.signing.crlNumber, first.signing.crlNumber);
  const CardContents again = cardOf(folder, second, *findPerson("maria"));
  EXPECT_EQ(maria.signingCertificate, again.signingCertificate);
  EXPECT_EQ(maria.authenticationCertificate, again.authenticationCertificate);
  EXPECT_EQ(maria.signingCaCertificate, again.signingCaCertificate);
  EXPECT_EQ(again.signaturePassword, kDemoSignaturePassword);
  EXPECT_EQ(EVP_PKEY_eq(maria.signingKey.get(), again.signingKey.get()), 1);
  const CardContents childAgain = cardOf(folder, second, *findPerson("child"));
  EXPECT_TRUE(childAgain.signingCertificate.empty());
  EXPECT_EQ(child.authenticationCertificate, childAgain.authenticationCertificate);
}

TEST(PkiFolder, KeepsKeysToTheOwner) {
  namespace fs = std::filesystem;
  const TemporaryFolder scratch;
  const CardPki pki = openPki(scratch.path());
  cardOf(scratch.path(), pki, *findPerson("child"));
  int keys = 0;
  for (const auto& entry : fs::recursive_directory_iterator(scratch.path())) {
    if (!entry.is_regular_file()) {
      continue;
    }
    std::ifstream file(entry.path());
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    if (content.find("PRIVATE KEY") != std::string::npos) {
      ++keys;
      EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write)
          << entry.path();
    }
  }
  EXPECT_EQ(keys, 3);
}

TEST(PkiFolder, SaysWhatIsWrongWithAFolder) {
  const TemporaryFolder scratch;
  std::ofstream(scratch.path() / "letter.txt") << "not yours";
  EXPECT_THROW(openPki(scratch.path()), std::runtime_error);
  EXPECT_TRUE(std::filesystem::exists(scratch.path() / "letter.txt"));
  EXPECT_THROW(openPki(scratch.path() / "letter.txt" / "pki"), std::runtime_error);
  EXPECT_THROW(openCard(scratch.path() / "pki", "nobody"), std::invalid_argument);
  const auto damaged = scratch.path() / "damaged";
  openPki(damaged);
  std::ofstream(damaged / "keys" / "signing-ca.pem") << "garbage";
  EXPECT_THROW(openPki(damaged), std::runtime_error);
}

}  // namespace
}  // namespace madoguchi::test
