#pragma once

#include <gtest/gtest.h>
#include <sodium.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/rooms/password/password_service.h"
#include "backend/rooms/password/password_store.h"
#include "backend/rooms/registration/registration_store.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {

/// Somebody who has just registered, and was sent the link for the first password.
class PasswordFixture : public testing::Test {
 protected:
  static constexpr std::string_view kOrigin = "https://localhost";
  static inline const std::string kPassword = "AB12345!";
  static inline const std::string kId = "wikpn31487";
  static inline const std::string kEmail = "applicant@mail.example";

  static Deadline soon() { return deadlineIn(std::chrono::minutes(1)); }
  PasswordFixture() : m_account(addAccount(kId, kEmail)) {}

  template <typename Work>
  auto write(Work work) {
    return m_storage.write(soon(), work);
  }
  std::string addAccount(const std::string& id, const std::string& email) {
    return write([&](Transaction& transaction) {
      std::string account = backend::addAccount(
          transaction,
          {.entrance = "coeByEmail",
           .userClass = "coeByEmail",
           .language = "en",
           .form = "{}",
           .email = email,
           .termsVersion = "1",
           .certificate = std::nullopt},
          "key of " + id, {.requestDigest = "x", .authenticationId = id, .registeredAt = m_now});
      mailPasswordLink(transaction, kOrigin,
                       {.accountId = account, .recipient = email, .language = "en"}, m_now);
      return account;
    });
  }
  /// The token in the newest mail to the address that waits.
  std::string newestToken(const std::string& email = kEmail) {
    const std::string values = m_database.query(
        "SELECT template_values FROM outbox WHERE state = 'waiting' AND recipient = '" + email +
        "' AND template_values LIKE '%link%' ORDER BY created_at DESC");
    const std::string link = nlohmann::json::parse(values).value("link", "");
    return link.substr(link.rfind('/') + 1);
  }
  PasswordService::Choice choice(const std::string& token, const std::string& attempt = "first") {
    return {token, kPassword, kPassword, attempt};
  }
  using Outcome = std::variant<PasswordService::Chosen, protocol::Refusal>;
  static protocol::Reason reasonOf(const Outcome& outcome) {
    const auto* refusal = std::get_if<protocol::Refusal>(&outcome);
    EXPECT_NE(refusal, nullptr) << "it was taken";
    return refusal != nullptr ? refusal->reason : protocol::Reason::internal;
  }
  static bool isStored(const Outcome& outcome) {
    const auto* chosen = std::get_if<PasswordService::Chosen>(&outcome);
    EXPECT_NE(chosen, nullptr) << "it was refused";
    return chosen != nullptr && chosen->stored;
  }
  bool isPassword(const std::string& password) {
    const auto account =
        write([&](Transaction& transaction) { return accountForLogin(transaction, kId); });
    const PasswordHasher::Turn turn(m_hasher, soon());
    return m_hasher.verify(turn, password, account->passwordHash);
  }
  std::string count(const std::string& what) {
    return m_database.query("SELECT COUNT(*) FROM " + what);
  }

  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
  PasswordHasher m_hasher{{.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 2}};
  Seconds m_now{std::chrono::seconds(1'795'000'000)};
  std::function<void()> m_asked = [] {};  ///< when the service asks what time it is
  PasswordService m_service{m_storage, m_hasher, std::string(kOrigin), nullptr, [this] {
                              m_asked();
                              return m_now;
                            }};
  std::string m_account;
};

/// Who has set it, ten days ago.
class WithPassword : public PasswordFixture {
 protected:
  WithPassword() {
    m_service.choose(choice(newestToken()), soon());
    m_now += std::chrono::days(10);
  }
};

}  // namespace madoguchi::backend
