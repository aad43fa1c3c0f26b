#include "backend/rooms/registration/registration_store.h"

#include <gtest/gtest.h>

#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Seconds kNow{seconds(1'795'000'000)};

class RegistrationStoreTest : public testing::Test {
 protected:
  template <typename Work>
  auto write(Work work) {
    return m_storage.write(deadlineIn(minutes(1)), work);
  }
  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
};

const NewAccount kAccount{.entrance = "cardHolder",
                          .userClass = "foreignNational",
                          .language = "en",
                          .form = "{}",
                          .email = "maria.santos@mail.example",
                          .termsVersion = "2022-10-31",
                          .certificate = CertificateRecord{"fingerprint", "01", "CN=x", "key"},
                          .authentication = AuthenticationRecord{"02", "key"}};

TEST_F(RegistrationStoreTest, AnAccountHasItsAnswerAndItsCertificate) {
  const auto answered = [this](const std::string& key) {
    return write([&](Transaction& transaction) { return answeredBefore(transaction, key); });
  };
  const auto taken = [this](const CertificateRecord& certificate) {
    return write([&](Transaction& transaction) {
      return accountOf(transaction, certificate, {"03", "key"}).has_value();
    });
  };
  EXPECT_FALSE(answered("key"));
  EXPECT_FALSE(taken(*kAccount.certificate));
  write([](Transaction& transaction) {
    addAccount(transaction, kAccount, "key", {"digest", "wkpnd31487", kNow});
  });
  const auto answer = answered("key");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->requestDigest, "digest");
  EXPECT_EQ(answer->authenticationId, "wkpnd31487");
  EXPECT_EQ(answer->registeredAt, kNow);
  EXPECT_EQ(
      m_database.query("SELECT authentication_serial || authentication_issuer_key FROM accounts"),
      "02key");
  EXPECT_FALSE(answered("another"));
  EXPECT_TRUE(taken(*kAccount.certificate));
  EXPECT_FALSE(taken({"fingerprint", "02", "CN=x", "key"}));
  EXPECT_FALSE(taken({"fingerprint", "01", "CN=x", "another authority's"}));
}

TEST_F(RegistrationStoreTest, AccountsWithoutACardDoNotCollide) {
  NewAccount account = kAccount;
  account.certificate.reset();
  for (const char* id : {"bcdfg01234", "bcdfg01235"}) {
    write([&](Transaction& transaction) {
      addAccount(transaction, account, id, {"digest", id, kNow});
    });
  }
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM accounts WHERE issuer_key IS NULL"), "2");
  // While one certificate makes one account, whatever was looked at before.
  const auto add = [](const char* id) {
    return [id](Transaction& transaction) {
      addAccount(transaction, kAccount, id, {"digest", id, kNow});
    };
  };
  write(add("bcdfg01236"));
  EXPECT_THROW(write(add("bcdfg01237")), StorageError);
}

}  // namespace
}  // namespace madoguchi::backend
