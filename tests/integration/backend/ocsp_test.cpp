// The CA's responder as a source of status, played by OpenSSL's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <signal.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <fstream>
#include <sstream>
#include <utility>

#include "backend/core/loggable_error.h"
#include "backend/core/structured_log.h"
#include "backend/trust/ocsp_answer.h"
#include "backend/trust/trust_store.h"
#include "cardreader/simulated/card_pki.h"
#include "child_process.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::backend {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using protocol::Reason;
using test::ChildProcess;
using testing::HasSubstr;

/// As `openssl ca` writes a serial number.
std::string indexSerial(std::string hex) {
  std::ranges::transform(hex, hex.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return (hex.size() % 2 == 0 ? "" : "0") + hex;
}

class OcspTest : public testing::Test {
 protected:
  OcspTest() {
    for (const char* part : {"signing", "authentication", "crl"}) {
      fs::create_directories(trust() / part);
    }
    write("trust/signing/ca.pem", simulated::certificatePem(authority()));
    write("trust/authentication/ca.pem", simulated::certificatePem(authority()));
    write("index", "");
    keepKey("ca", authority());
  }

  // One pair of keys for each, the holders included: making one takes long.
  static simulated::CertificateAuthority& authority() {
    static auto made = simulated::makeAuthority(simulated::Usage::signing);
    return made;
  }
  static simulated::CertificateAuthority& otherAuthority() {
    static auto made = simulated::makeAuthority(simulated::Usage::signing);
    return made;
  }
  static certificate::Certificate issued() {
    return certificate::parseCertificate(
        simulated::issueCertificate(authority(), *simulated::findPerson("maria"),
                                    simulated::usualValidity(), authority().key)
            .der);
  }

  fs::path path(const std::string& name) const { return m_folder.path() / name; }
  fs::path trust() const { return path("trust"); }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path(name)) << content;
  }
  void writeList() const { write("trust/crl/all.pem", simulated::makeCrl(authority())); }
  void keepKey(const std::string& name, const simulated::CertificateAuthority& owner) const {
    keepKey(name, owner.certificate.get(), owner.key.get());
  }
  void keepKey(const std::string& name, X509* certificate, EVP_PKEY* key) const {
    const certificate::BioHandle pem(BIO_new_file(path(name + ".pem").c_str(), "w"));
    ASSERT_EQ(PEM_write_bio_X509(pem.get(), certificate), 1);
    const certificate::BioHandle file(BIO_new_file(path(name + ".key").c_str(), "w"));
    ASSERT_EQ(PEM_write_bio_PrivateKey(file.get(), key, nullptr, nullptr, 0, nullptr, nullptr), 1);
  }
  /// Somebody else's key with a certificate of the CA, which says for what it is meant, and where
  /// it is exempt, that its revocation is not to be asked for. Gives its serial number.
  std::string keepDelegate(const std::string& name, const char* meantFor,
                           bool isExempt = false) const {
    const auto who = issued();
    const unsigned char* der = who.der.data();
    const certificate::X509Handle signer(
        d2i_X509(nullptr, &der, static_cast<long>(who.der.size())));
    EVP_PKEY* key = otherAuthority().key.get();
    EXPECT_EQ(X509_set_pubkey(signer.get(), key), 1);
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, authority().certificate.get(), signer.get(), nullptr, nullptr, 0);
    using ExtensionHandle =
        std::unique_ptr<X509_EXTENSION, certificate::OpensslFree<X509_EXTENSION_free>>;
    const ExtensionHandle usage(
        X509V3_EXT_conf_nid(nullptr, &context, NID_ext_key_usage, meantFor));
    EXPECT_EQ(X509_add_ext(signer.get(), usage.get(), -1), 1);
    if (isExempt) {
      const ExtensionHandle exempt(
          X509V3_EXT_conf_nid(nullptr, &context, NID_id_pkix_OCSP_noCheck, "yes"));
      EXPECT_EQ(X509_add_ext(signer.get(), exempt.get(), -1), 1);
    }
    EXPECT_GT(X509_sign(signer.get(), authority().key.get(), EVP_sha256()), 0);
    keepKey(name, signer.get(), key);
    return who.serialHex;
  }
  /// What the responder knows: one that is good, and one that is revoked.
  void know(const certificate::Certificate& good, const certificate::Certificate& revoked) const {
    write("index", "V\t491231000000Z\t\t" + indexSerial(good.serialHex) + "\tunknown\t/CN=a\n" +
                       "R\t491231000000Z\t260101000000Z\t" + indexSerial(revoked.serialHex) +
                       "\tunknown\t/CN=b\n");
  }
  std::vector<std::string> responderCommand(const std::string& signer) const {
    return {"openssl",  "ocsp",
            "-index",   path("index"),
            "-CA",      path("ca.pem"),
            "-rsigner", path(signer + ".pem"),
            "-rkey",    path(signer + ".key"),
            "-nmin",    "5"};
  }
  /// Gives its URL.
  std::string start(const std::string& signer = "ca") {
    std::vector<std::string> command = {
        "/usr/bin/python3", MADOGUCHI_BACKEND_TESTS "/ocsp_front.py", m_folder.path().string()};
    const auto responder = responderCommand(signer);
    command.insert(command.end(), responder.begin(), responder.end());
    m_responder = std::make_unique<ChildProcess>(command, path("responder"));
    return "http://127.0.0.1:" + m_responder->readLine();
  }
  /// On a machine that has much else to do, too.
  static OcspOptions patient(std::string url) {
    return {.url = std::move(url), .connectTime = 1min, .totalTime = 1min};
  }
  /// What it answers to the request.
  std::string answerTo(OCSP_REQUEST* request) const {
    const certificate::BioHandle file(BIO_new_file(path("request").c_str(), "wb"));
    EXPECT_EQ(i2d_OCSP_REQUEST_bio(file.get(), request), 1);
    BIO_flush(file.get());
    auto command = responderCommand("ca");
    command.insert(command.end(), {"-reqin", path("request"), "-respout", path("response")});
    EXPECT_EQ(test::runCommand(command).exitCode, 0);
    return text("response");
  }
  std::string text(const std::string& name) const {
    std::ostringstream all;
    all << std::ifstream(path(name), std::ios::binary).rdbuf();
    return all.str();
  }
  static std::optional<Reason> judged(TrustStore& store, const certificate::Certificate& who,
                                      Seconds time = now()) {
    return store.judge(who, certificate::Purpose::signing, time).refusal;
  }

  test::TemporaryFolder m_folder;
  StructuredLog m_log{path("log").string()};
  std::unique_ptr<ChildProcess> m_responder;
};

TEST_F(OcspTest, WhatItSaysCountsWhereNoListSaysAnything) {
  const auto good = issued();
  const auto revoked = issued();
  know(good, revoked);
  TrustStore store(trust(), m_log, patient(start()));
  EXPECT_EQ(judged(store, good), std::nullopt);
  EXPECT_EQ(judged(store, revoked), Reason::certificateRevoked);
  EXPECT_EQ(judged(store, issued()), Reason::revocationUnknown) << "it was never told of that one";
}

TEST_F(OcspTest, RevokedOfEitherCounts) {
  const auto inTheList = issued();
  const auto atTheResponder = issued();
  simulated::revoke(authority(), inTheList.serialHex);
  writeList();
  know(inTheList, atTheResponder);
  TrustStore store(trust(), m_log, patient(start()));
  EXPECT_EQ(judged(store, inTheList), Reason::certificateRevoked);
  EXPECT_EQ(judged(store, atTheResponder), Reason::certificateRevoked);
}

TEST_F(OcspTest, WhereItIsAwayTheListsDecideUnlessItIsDemanded) {
  const auto holder = issued();
  const std::string nowhere = "http://127.0.0.1:1";
  TrustStore withoutList(trust(), m_log, OcspOptions{.url = nowhere});
  EXPECT_EQ(judged(withoutList, holder), Reason::revocationUnknown);
  writeList();
  TrustStore store(trust(), m_log, OcspOptions{.url = nowhere});
  EXPECT_EQ(judged(store, holder), std::nullopt);
  TrustStore demanding(trust(), m_log, OcspOptions{.url = nowhere, .isDemanded = true});
  EXPECT_EQ(judged(demanding, holder), Reason::revocationUnknown);
  EXPECT_THAT(text("log"), HasSubstr("ocspUnreachable"));
}

TEST_F(OcspTest, AnAnswerIsKeptForMinutes) {
  const auto holder = issued();
  know(holder, issued());
  TrustStore store(trust(), m_log, patient(start()));
  const Seconds begin = now();
  EXPECT_EQ(judged(store, holder, begin), std::nullopt);
  m_responder.reset();
  EXPECT_EQ(judged(store, holder, begin + 4min), std::nullopt);
  EXPECT_EQ(judged(store, holder, begin + 6min), Reason::revocationUnknown);
}

TEST_F(OcspTest, AnAnswerThatTheCaHasNotSignedIsNone) {
  const auto holder = issued();
  know(issued(), holder);
  writeList();
  keepKey("other", otherAuthority());
  TrustStore store(trust(), m_log, patient(start("other")));
  EXPECT_EQ(judged(store, holder), std::nullopt) << "as the list says";
  EXPECT_THAT(text("log"), HasSubstr("is not signed by the CA"));
}

// RFC 6960 section 4.2.2.2: whom the CA certified for that, and nobody else whom it certified.
TEST_F(OcspTest, WhomTheCaHasNamedForThatSignsForIt) {
  const auto holder = issued();
  know(issued(), holder);
  writeList();
  keepDelegate("delegate", "OCSPSigning");
  TrustStore store(trust(), m_log, patient(start("delegate")));
  EXPECT_EQ(judged(store, holder), Reason::certificateRevoked) << text("log");
}

// RFC 6960 section 4.2.2.2.1.
TEST_F(OcspTest, WhoSignsForTheCaIsLookedUpInItsLists) {
  const auto holder = issued();
  know(holder, issued());
  keepDelegate("delegate", "OCSPSigning");
  TrustStore store(trust(), m_log, patient(start("delegate")));
  EXPECT_EQ(judged(store, holder), Reason::revocationUnknown) << "there is no list";
  EXPECT_THAT(text("log"), HasSubstr("who signed the OCSP answer was revoked is not known"));
}

TEST_F(OcspTest, WhoSaysThatItNeedsNoLookupNeedsNoList) {
  const auto holder = issued();
  know(holder, issued());
  keepDelegate("delegate", "OCSPSigning", true);
  TrustStore store(trust(), m_log, patient(start("delegate")));
  EXPECT_EQ(judged(store, holder), std::nullopt) << text("log");
}

TEST_F(OcspTest, WhoWasRevokedSignsNothingMore) {
  const auto holder = issued();
  know(issued(), holder);
  for (const bool isExempt : {false, true}) {
    simulated::revoke(authority(), keepDelegate("delegate", "OCSPSigning", isExempt));
    writeList();
    TrustStore store(trust(), m_log, patient(start("delegate")));
    EXPECT_EQ(judged(store, holder), std::nullopt) << "as the list says";
    EXPECT_THAT(text("log"), HasSubstr("who signed the OCSP answer was revoked\""));
  }
}

TEST_F(OcspTest, WhomTheCaHasCertifiedForSomethingElseDoesNot) {
  const auto holder = issued();
  know(issued(), holder);
  writeList();
  keepDelegate("server", "serverAuth");
  TrustStore store(trust(), m_log, patient(start("server")));
  EXPECT_EQ(judged(store, holder), std::nullopt) << "as the list says";
  EXPECT_THAT(text("log"), HasSubstr("is not signed by the CA"));
}

TEST_F(OcspTest, AnAnswerIsNoneWhereItIsOldOrAnswersAnotherQuestion) {
  const auto holder = issued();
  know(holder, issued());
  const unsigned char* der = holder.der.data();
  const certificate::X509Handle parsed(
      d2i_X509(nullptr, &der, static_cast<long>(holder.der.size())));
  X509* issuer = authority().certificate.get();
  const auto request = makeOcspRequest(parsed.get(), issuer);
  const std::string answer = answerTo(request.get());
  const auto nobodyElse = [](X509* /*signer*/) { return OcspStatus::unknown; };
  const auto read = [&](OCSP_REQUEST* question, Seconds time) {
    return readOcspAnswer(asBytes(answer), question, issuer, time, nobodyElse);
  };
  const auto why = [&](OCSP_REQUEST* question, Seconds time) -> std::string {
    try {
      read(question, time);
      return "read";
    } catch (const LoggableError& fault) {
      return fault.what();
    }
  };
  EXPECT_EQ(read(request.get(), now()).status, OcspStatus::good);
  EXPECT_LE(read(request.get(), now()).goodUntil, now() + 5min);
  EXPECT_THAT(why(request.get(), now() + 20min), HasSubstr("too old"));
  EXPECT_THAT(why(request.get(), now() - 20min), HasSubstr("future"));
  const auto again = makeOcspRequest(parsed.get(), issuer);
  EXPECT_THAT(why(again.get(), now()), HasSubstr("nonce of another question"));
  EXPECT_THROW(readOcspAnswer(asBytes("no answer"), request.get(), issuer, now(), nobodyElse),
               LoggableError);
}

}  // namespace
}  // namespace madoguchi::backend
