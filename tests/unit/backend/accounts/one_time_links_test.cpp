#include "backend/accounts/one_time_links.h"

#include <gtest/gtest.h>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/link_store.h"
#include "backend/core/token.h"
#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

// The same of links that set passwords and of those that confirm addresses.

namespace madoguchi::backend {
namespace {

constexpr Seconds kMailed{std::chrono::seconds(1'795'000'000)};
constexpr std::chrono::seconds kGoodFor{60};

class OneTimeLinks : public testing::TestWithParam<LinkTable> {
 protected:
  OneTimeLinks() {
    for (const std::string id : {"maria", "taro"}) {
      m_database.execute(
          "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form,"
          " email, terms_version, created_at) VALUES ('" +
          id + "', '" + id + "', '', '', 'ja', '{}', 'x@y.example', '', 1);\n");
    }
  }

  template <typename Work>
  auto write(const Work& work) {
    return m_storage.write(deadlineIn(std::chrono::minutes(1)), work);
  }
  std::string add(const std::string& account) {
    return write([&](Transaction& transaction) {
      return GetParam() == LinkTable::passwords
                 ? addLink(transaction, {.accountId = account, .expiresAt = kMailed + kGoodFor},
                           kMailed)
                 : addEmailChange(transaction,
                                  {.accountId = account,
                                   .email = "new@mail.example",
                                   .expiresAt = kMailed + kGoodFor},
                                  kMailed);
    });
  }
  struct Found {
    LinkState state = LinkState::good;
    std::string usedBy;
  };
  Found find(const std::string& token, Seconds when) {
    return write([&](Transaction& transaction) {
      if (GetParam() == LinkTable::passwords) {
        const auto link = findLink(transaction, token, when);
        return Found{link->state, link->usedBy};
      }
      const auto change = findEmailChange(transaction, token, when);
      return Found{change->state, change->usedBy};
    });
  }
  bool use(const std::string& token, const std::string& attempt, Seconds when) {
    return write([&](Transaction& transaction) {
      return useUp(transaction, GetParam(), token, attempt, when);
    });
  }

  const test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
};

TEST_P(OneTimeLinks, IsGoodOnceForWhoIsFirst) {
  const std::string token = add("maria");
  const std::string other = add("taro");
  EXPECT_FALSE(use("somebody's guess", "me", kMailed));
  EXPECT_EQ(find(token, kMailed).state, LinkState::good);
  EXPECT_TRUE(use(token, "me", kMailed));
  EXPECT_EQ(find(token, kMailed).state, LinkState::used);
  EXPECT_EQ(find(token, kMailed).usedBy, tokenDigest("me"));
  EXPECT_FALSE(use(token, "me", kMailed));
  EXPECT_FALSE(use(token, "another", kMailed));
  EXPECT_EQ(find(token, kMailed + kGoodFor).usedBy, tokenDigest("me")) << "for who asks again";
  EXPECT_EQ(find(token, kMailed + kGoodFor).state, LinkState::used) << "and not expired";
  EXPECT_EQ(find(other, kMailed).state, LinkState::good);
}

TEST_P(OneTimeLinks, IsGoodUntilItEnds) {
  const std::string token = add("maria");
  const Seconds last = kMailed + kGoodFor - std::chrono::seconds(1);
  EXPECT_EQ(find(token, last).state, LinkState::good);
  EXPECT_EQ(find(token, kMailed + kGoodFor).state, LinkState::expired);
  EXPECT_FALSE(use(token, "me", kMailed + kGoodFor));
  EXPECT_EQ(find(token, last).usedBy, "");
  EXPECT_TRUE(use(token, "me", last));
}

TEST_P(OneTimeLinks, MadeByAClockThatWasAheadIsNotGoodUntilThen) {
  const std::string token = add("maria");
  const Seconds corrected = kMailed - std::chrono::days(400);
  EXPECT_EQ(find(token, corrected).state, LinkState::expired);
  EXPECT_FALSE(use(token, "me", corrected));
  EXPECT_EQ(find(token, kMailed - kClocksDiffer).state, LinkState::good) << "another machine's";
}

TEST_P(OneTimeLinks, EndsWithTheOthersOfItsAccount) {
  const std::string token = add("maria");
  const std::string other = add("taro");
  const Seconds later = kMailed + std::chrono::seconds(1);
  write([&](Transaction& transaction) {
    endGoodLinks(transaction, GetParam(), "maria", later);
    return 0;
  });
  EXPECT_EQ(find(token, later).state, LinkState::expired);
  EXPECT_FALSE(use(token, "me", later));
  EXPECT_TRUE(use(other, "me", later));
}

INSTANTIATE_TEST_SUITE_P(All, OneTimeLinks,
                         testing::Values(LinkTable::passwords, LinkTable::emailChanges),
                         [](const auto& info) {
                           return info.param == LinkTable::passwords ? "Passwords" : "EmailChanges";
                         });

TEST(EmailChanges, KeepNoAddressOnceTheyAreUsed) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at) VALUES ('maria', 'maria', '', '', 'ja', '{}', 'x@y.example', '',"
      " 1);\n");
  storage.write(deadlineIn(std::chrono::minutes(1)), [&](Transaction& transaction) {
    const std::string token = addEmailChange(
        transaction,
        {.accountId = "maria", .email = "new@mail.example", .expiresAt = kMailed + kGoodFor},
        kMailed);
    EXPECT_EQ(findEmailChange(transaction, token, kMailed)->email, "new@mail.example");
    EXPECT_FALSE(useUpEmailChange(transaction, token, "me", kMailed + kGoodFor));
    EXPECT_EQ(findEmailChange(transaction, token, kMailed)->email, "new@mail.example");
    EXPECT_TRUE(useUpEmailChange(transaction, token, "me", kMailed));
    EXPECT_EQ(findEmailChange(transaction, token, kMailed)->email, "");
    return 0;
  });
}

}  // namespace
}  // namespace madoguchi::backend
