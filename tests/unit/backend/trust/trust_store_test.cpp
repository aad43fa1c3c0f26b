#include "backend/trust/trust_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "backend/core/structured_log.h"
#include "cardreader/certificate/openssl_handles.h"
#include "cardreader/simulated/card_pki.h"
#include "tests/support/processor_time.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::backend {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using protocol::Reason;

class TrustStoreTest : public testing::Test {
 protected:
  TrustStoreTest() : m_log((m_folder.path() / "log").string()) {
    for (const char* part : {"signing", "authentication"}) {
      write(fs::path(part) / "ca.pem", simulated::certificatePem(authority()));
    }
    fs::create_directory(trust() / "crl");
  }

  /// One pair of keys for all, the holders included: making one takes long.
  static simulated::CertificateAuthority& authority() {
    static auto made = simulated::makeAuthority(simulated::Usage::signing);
    return made;
  }

  static const simulated::Person& maria() { return *simulated::findPerson("maria"); }

  static certificate::Certificate issued(
      const simulated::Validity& validity = simulated::usualValidity(),
      const simulated::Person& person = maria()) {
    return certificate::parseCertificate(
        simulated::issueCertificate(authority(), person, validity, authority().key).der);
  }

  fs::path trust() const { return m_folder.path() / "trust"; }

  void write(const fs::path& name, const std::string& content) const {
    fs::create_directories((trust() / name).parent_path());
    std::ofstream(trust() / name) << content;
  }

  void writeListOf(std::string_view municipality) const {
    write(fs::path("crl") / (std::string(municipality) + ".pem"),
          simulated::makeCrl(authority(), std::chrono::days(30), municipality));
  }

  static std::optional<Reason> judged(TrustStore& store, const certificate::Certificate& who,
                                      Seconds time = now()) {
    return store.judge(who, certificate::Purpose::signing, time).refusal;
  }

  /// What has changed since the list of number `base`: these are revoked, or released where
  /// `released` says so. Of the whole authority or of one municipality.
  static std::string deltaSince(std::int64_t base, const std::vector<std::string>& serials,
                                bool released = false, std::chrono::seconds lifetime = 2h,
                                std::string_view municipality = {}) {
    auto changed = authority();
    changed.revocations.clear();
    for (const std::string& serial : serials) {
      simulated::revoke(changed, serial);
    }
    const std::string pem = simulated::makeCrl(changed, lifetime, municipality);
    authority().crlNumber = changed.crlNumber;
    const certificate::BioHandle in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const certificate::CrlHandle list(PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<ASN1_INTEGER, certificate::OpensslFree<ASN1_INTEGER_free>> number(
        ASN1_INTEGER_new());
    ASN1_INTEGER_set_int64(number.get(), base);
    EXPECT_EQ(X509_CRL_add1_ext_i2d(list.get(), NID_delta_crl, number.get(), 1, 0), 1);
    const std::unique_ptr<ASN1_ENUMERATED, certificate::OpensslFree<ASN1_ENUMERATED_free>> reason(
        ASN1_ENUMERATED_new());
    ASN1_ENUMERATED_set(reason.get(), CRL_REASON_REMOVE_FROM_CRL);
    auto* entries = X509_CRL_get_REVOKED(list.get());
    for (int i = 0; released && i < sk_X509_REVOKED_num(entries); ++i) {
      EXPECT_EQ(X509_REVOKED_add1_ext_i2d(sk_X509_REVOKED_value(entries, i), NID_crl_reason,
                                          reason.get(), 0, 0),
                1);
    }
    EXPECT_GT(X509_CRL_sign(list.get(), changed.key.get(), EVP_sha256()), 0);
    const certificate::BioHandle out(BIO_new(BIO_s_mem()));
    EXPECT_EQ(PEM_write_bio_X509_CRL(out.get(), list.get()), 1);
    char* text = nullptr;
    const long length = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(length)};
  }

  int logged(std::string_view event) const {
    std::ifstream file(m_folder.path() / "log");
    int count = 0;
    for (std::string line; std::getline(file, line);) {
      count += line.find(event) != std::string::npos ? 1 : 0;
    }
    return count;
  }

  test::TemporaryFolder m_folder;
  StructuredLog m_log;
};

TEST_F(TrustStoreTest, AMunicipalityIsJudgedByItsOwnListOnly) {
  writeListOf("Osaka-shi");
  TrustStore store(trust(), m_log);
  const auto holder = issued();
  EXPECT_EQ(judged(store, holder), Reason::revocationUnknown);  // no other says anything of it
  writeListOf(maria().municipalityRomaji);
  EXPECT_EQ(judged(store, holder), std::nullopt);
  simulated::revoke(authority(), holder.serialHex);
  writeListOf("Osaka-shi");
  EXPECT_EQ(judged(store, holder), std::nullopt);
  writeListOf(maria().municipalityRomaji);
  EXPECT_EQ(judged(store, holder), Reason::certificateRevoked);
}

TEST_F(TrustStoreTest, AListOfTheWholeAuthorityIsAboutEverybody) {
  const auto holder = issued();
  simulated::revoke(authority(), holder.serialHex);
  write("crl/all.pem", simulated::makeCrl(authority()));
  writeListOf("Osaka-shi");
  TrustStore store(trust(), m_log);
  EXPECT_EQ(judged(store, holder), Reason::certificateRevoked);
  EXPECT_EQ(judged(store, issued()), std::nullopt);
}

TEST_F(TrustStoreTest, WhatHasChangedSinceTheListCounts) {
  const auto before = issued();
  const auto since = issued();
  simulated::revoke(authority(), before.serialHex);
  write("crl/all.pem", simulated::makeCrl(authority()));
  const auto base = authority().crlNumber;
  write("crl/delta.pem", deltaSince(base, {since.serialHex}));
  TrustStore store(trust(), m_log);
  EXPECT_EQ(judged(store, before), Reason::certificateRevoked) << "as the base says";
  EXPECT_EQ(judged(store, since), Reason::certificateRevoked);
  EXPECT_EQ(judged(store, issued()), std::nullopt);
  // One of the same number twice, as when a file is written beside.
  fs::copy(trust() / "crl/delta.pem", trust() / "crl/same.pem");
  EXPECT_EQ(judged(store, since), Reason::certificateRevoked);
  // The next base is whole again; what it does not say any more does not hold.
  write("crl/all.pem", simulated::makeCrl(authority()));
  EXPECT_EQ(judged(store, since), std::nullopt);
}

TEST_F(TrustStoreTest, ADeltaByItselfIsNoListThatSaysGood) {
  const auto revoked = issued();
  write("crl/delta.pem", deltaSince(authority().crlNumber, {revoked.serialHex}));
  TrustStore store(trust(), m_log);
  EXPECT_EQ(judged(store, issued()), Reason::revocationUnknown);
  EXPECT_EQ(judged(store, revoked), Reason::certificateRevoked);
  EXPECT_EQ(store.listsEnd(), Seconds());
}

TEST_F(TrustStoreTest, WhoWasReleasedSinceIsGoodWhileThatIsFresh) {
  const auto held = issued();
  simulated::revoke(authority(), held.serialHex);
  write("crl/all.pem", simulated::makeCrl(authority()));
  const auto base = authority().crlNumber;
  write("crl/one.pem", deltaSince(base, {held.serialHex}, true));
  TrustStore store(trust(), m_log);
  EXPECT_EQ(judged(store, held), std::nullopt);
  EXPECT_EQ(judged(store, held, now() + 2h), Reason::certificateRevoked) << "no word of today";
  EXPECT_EQ(judged(store, issued(), now() + 2h), std::nullopt) << "the base is still good";
  write("crl/two.pem", deltaSince(base, {held.serialHex}));
  EXPECT_EQ(judged(store, held), Reason::certificateRevoked) << "the later delta counts";
  EXPECT_EQ(judged(store, held, now() + 2h), Reason::certificateRevoked);
  fs::remove(trust() / "crl/two.pem");
  write("crl/one.pem", deltaSince(authority().crlNumber + 1, {held.serialHex}, true));
  EXPECT_EQ(judged(store, held), Reason::certificateRevoked) << "it goes on from another base";
}

TEST_F(TrustStoreTest, ADeltaIsAboutTheCertificatesOfItsBaseOnly) {
  const auto holder = issued();
  writeListOf(maria().municipalityRomaji);
  const auto base = authority().crlNumber;
  write("crl/delta.pem", deltaSince(base, {holder.serialHex}, false, 2h, "Osaka-shi"));
  TrustStore store(trust(), m_log);
  EXPECT_EQ(judged(store, holder), std::nullopt);
  write("crl/delta.pem",
        deltaSince(base, {holder.serialHex}, false, 2h, maria().municipalityRomaji));
  EXPECT_EQ(judged(store, holder), Reason::certificateRevoked);
}

TEST_F(TrustStoreTest, TellsWhenTheFirstListEndsThatNoOtherStandsInFor) {
  TrustStore store(trust(), m_log);
  EXPECT_EQ(store.listsEnd(), Seconds()) << "there is none";
  const auto writeOne = [](const fs::path& file, std::chrono::seconds lifetime, const char* place) {
    std::ofstream(file) << simulated::makeCrl(authority(), lifetime, place);
  };
  // Each from an hour ago.
  writeOne(trust() / "crl/old.pem", std::chrono::days(2), "Osaka-shi");
  writeOne(trust() / "crl/new.pem", std::chrono::days(9), "Osaka-shi");
  writeOne(trust() / "crl/other.pem", std::chrono::days(5), "Sakai-shi");
  const auto end = store.listsEnd();
  ASSERT_TRUE(end);
  EXPECT_GT(*end, now() + std::chrono::days(4));
  EXPECT_LT(*end, now() + std::chrono::days(5));
}

TEST_F(TrustStoreTest, AnAuthorityWithoutAListIsSaidWhateverTheOthersHave) {
  write("crl/all.pem", simulated::makeCrl(authority()));
  TrustStore store(trust(), m_log);
  EXPECT_GT(store.listsEnd(), now());
  write("authentication/another.pem",
        simulated::certificatePem(simulated::makeAuthority(simulated::Usage::authentication)));
  EXPECT_EQ(store.listsEnd(), Seconds());
  // What a responder answers for is not missing.
  TrustStore withResponder(trust(), m_log, OcspOptions{.url = "http://127.0.0.1:9/"});
  EXPECT_GT(withResponder.listsEnd(), now());
  fs::remove(trust() / "crl/all.pem");
  EXPECT_EQ(TrustStore(trust(), m_log, OcspOptions{.url = "http://127.0.0.1:9/"}).listsEnd(),
            std::nullopt);
}

// The real CA has about 1,900. What is compared are times within this run, with a wide margin: when
// every verification looked at every list, the factor was more than the number of lists divided by
// ten.
TEST_F(TrustStoreTest, TheListsOfOtherPlacesTakeNoTime) {
  const auto holder = issued();
  writeListOf(maria().municipalityRomaji);
  const auto fastest = [&](TrustStore& store) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < 20; ++i) {
      const double start = test::threadSeconds();
      EXPECT_EQ(judged(store, holder), std::nullopt);
      best = std::min(best, test::threadSeconds() - start);
    }
    return best;
  };
  TrustStore few(trust(), m_log);
  const auto alone = fastest(few);
  constexpr int kOthers = 400;
  for (int i = 0; i < kOthers; ++i) {
    writeListOf("Town" + std::to_string(i) + "-machi");
  }
  TrustStore many(trust(), m_log);
  const auto among = fastest(many);
  RecordProperty("factor", std::to_string(among / alone));
  EXPECT_LT(among, alone * 4);
}

TEST_F(TrustStoreTest, AListIsReadWhenItChangesAndNotWithTheOthers) {
  write("crl/broken.pem", "no list");
  // Long ago: of what was written just now one cannot tell that it is the same.
  fs::last_write_time(trust() / "crl/broken.pem", fs::file_time_type::clock::now() - 1h);
  writeListOf(maria().municipalityRomaji);
  TrustStore store(trust(), m_log);
  const auto holder = issued();
  writeListOf("Osaka-shi");
  EXPECT_EQ(judged(store, holder), std::nullopt);
  EXPECT_EQ(logged("unreadableRevocationList"), 1);
  write("crl/broken.pem", "still no list");
  EXPECT_EQ(judged(store, holder), std::nullopt);
  EXPECT_EQ(logged("unreadableRevocationList"), 2);
}

// Rename, in place, with the time and the size that it had, gone, and a whole folder under another.
TEST_F(TrustStoreTest, EveryWayOfChangingAListIsNoticed) {
  write("crl/all.pem", simulated::makeCrl(authority()));
  TrustStore store(trust(), m_log);
  const auto holder = issued();
  const auto becomes = [&](std::optional<Reason> expected, const char* how,
                           const std::function<void()>& change) {
    change();
    EXPECT_EQ(judged(store, holder), expected) << how;
  };
  becomes(std::nullopt, "nothing", [] {});
  const std::string good = simulated::makeCrl(authority());
  simulated::revoke(authority(), holder.serialHex);
  const std::string bad = simulated::makeCrl(authority());
  becomes(Reason::certificateRevoked, "in place", [&] { write("crl/all.pem", bad); });
  becomes(std::nullopt, "rename", [&] {
    write("crl/.new", good);
    fs::rename(trust() / "crl/.new", trust() / "crl/all.pem");
  });
  becomes(Reason::revocationUnknown, "gone", [&] { fs::remove(trust() / "crl/all.pem"); });
  becomes(Reason::certificateRevoked, "new", [&] { write("crl/other.crl", bad); });
  becomes(std::nullopt, "another folder", [&] {
    write("crl.new/all.pem", good);
    fs::rename(trust() / "crl", trust() / "crl.old");
    fs::rename(trust() / "crl.new", trust() / "crl");
  });
  becomes(Reason::certificateRevoked, "in the other folder", [&] { write("crl/all.pem", bad); });
  becomes(std::nullopt, "same time and size", [&] {
    const auto time = fs::last_write_time(trust() / "crl/all.pem");
    std::string padded = good;
    ASSERT_LT(padded.size(), bad.size());
    padded.append(bad.size() - padded.size(), '\n');
    write("crl/all.pem", padded);
    fs::last_write_time(trust() / "crl/all.pem", time);
  });
}

TEST_F(TrustStoreTest, AFaultOfTheFolderIsNotForgottenBeforeItIsMended) {
  write("crl/all.pem", simulated::makeCrl(authority()));
  TrustStore store(trust(), m_log);
  const auto holder = issued();
  fs::rename(trust() / "crl", trust() / "elsewhere");
  EXPECT_THROW(judged(store, holder), TrustError);
  EXPECT_THROW(judged(store, holder), TrustError);
  EXPECT_TRUE(store.obstacle());
  fs::rename(trust() / "elsewhere", trust() / "crl");
  EXPECT_EQ(judged(store, holder), std::nullopt);
  EXPECT_EQ(store.obstacle(), std::nullopt);
}

// Nobody's card is at fault then.
TEST_F(TrustStoreTest, WithoutAnyAuthorityNobodyIsJudged) {
  write("crl/all.pem", simulated::makeCrl(authority()));
  TrustStore store(trust(), m_log);
  const auto holder = issued();
  for (const char* part : {"signing", "authentication"}) {
    const fs::path away = trust() / (part + std::string(".away"));
    fs::rename(trust() / part, away);
    EXPECT_THROW(judged(store, holder), TrustError) << part;
    fs::create_directory(trust() / part);
    EXPECT_THROW(judged(store, holder), TrustError) << part;
    EXPECT_TRUE(store.obstacle()) << part;
    fs::remove(trust() / part);
    fs::rename(away, trust() / part);
    EXPECT_EQ(judged(store, holder), std::nullopt) << part;
  }
}

// The clocks of the CA and of this machine differ by minutes, for certificates and for lists.
TEST_F(TrustStoreTest, WhatBeginsInAMomentHasBegun) {
  write("crl/all.pem", simulated::makeCrl(authority()));
  TrustStore store(trust(), m_log);
  const Seconds start = now() + 10min;
  const auto fresh = issued({start, start + 24h});
  for (const auto& [before, refusal] :
       {std::pair(0s, std::optional<Reason>()), std::pair(1s, std::optional<Reason>()),
        std::pair(300s, std::optional<Reason>()),
        std::pair(301s, std::optional(Reason::certificateNotYetValid)),
        std::pair(86400s, std::optional(Reason::certificateNotYetValid))}) {
    EXPECT_EQ(judged(store, fresh, start - before), refusal) << before.count();
  }
  EXPECT_EQ(judged(store, fresh, start + 24h - 1s), std::nullopt);
  EXPECT_EQ(judged(store, fresh, start + 24h), Reason::certificateExpired);

  const auto old = issued();
  const Seconds listed = now() - 1h;  // from when the list is good
  EXPECT_EQ(judged(store, old, listed - 4min), std::nullopt);
  EXPECT_EQ(judged(store, old, listed - 6min), Reason::revocationUnknown);
}

TEST_F(TrustStoreTest, ACertificateOfNobodyIsUntrustedHoweverOldItIs) {
  write("crl/all.pem", simulated::makeCrl(authority()));
  TrustStore store(trust(), m_log);
  const auto stranger = simulated::makeAuthority(simulated::Usage::signing);
  const auto forged = certificate::parseCertificate(
      simulated::issueCertificate(stranger, maria(), simulated::expiredValidity(), authority().key)
          .der);
  EXPECT_EQ(judged(store, forged), Reason::certificateUntrusted);
}

}  // namespace
}  // namespace madoguchi::backend
