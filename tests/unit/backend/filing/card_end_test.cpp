// Who registered with a card and comes in without it: each of the conditions alone.
#include "backend/filing/card_end.h"

#include "protocol/application_payload.h"
#include "protocol/jws.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

class CardEndTest : public test::ApplicationFixture {
 protected:
  /// Maria has filed an application, and her card's certificate has ended an hour ago.
  CardEndTest() {
    file();
    bind("01", m_now - hours(1));
  }

  void file(const std::string& account = "maria", const std::string& signedText = {}) {
    ApplicationRow row = good(ApplicationFixture::file(
        addDraft(forms::dependentsAnswers(), account), {{"again", true}}, account));
    if (!signedText.empty()) {
      ApplicationContent content = openApplication(row.content, m_keys, row.id);
      content.signedText = signedText;
      row.content = sealContent(content, m_keys, row.id);
      EXPECT_TRUE(write([&](Transaction& transaction) {
        return changeApplication(transaction, row, row.state, m_now);
      }));
    }
  }
  void bind(const std::string& signingSerial, std::optional<Seconds> endsAt) {
    m_database.execute("UPDATE accounts SET certificate_serial = '" + signingSerial +
                       "', issuer_key = id," + " authentication_ends_at = " +
                       (endsAt ? std::to_string(endsAt->time_since_epoch().count()) : "NULL") +
                       ";\n");
  }
  /// Who files then needs no signature.
  void bindNone() { m_database.execute("UPDATE accounts SET certificate_serial = NULL;\n"); }
  bool comesIn(const DataKeys* keys) {
    return m_storage.read(soon(), [&](Transaction& transaction) {
      return comesInWithoutCard(transaction, keys, "maria", m_now);
    });
  }
  bool comesIn() { return comesIn(&m_keys); }
};

TEST_F(CardEndTest, TheEndOfTheCertificateCountsToTheSecond) {
  EXPECT_TRUE(comesIn());
  bind("01", m_now + seconds(1));
  EXPECT_FALSE(comesIn());
  m_now += seconds(1);
  EXPECT_TRUE(comesIn());
}

TEST_F(CardEndTest, AnApplicationCountsUntilItsEnd) {
  for (const std::string_view state : application_state::kAll) {
    m_database.execute("UPDATE applications SET state = '" + std::string(state) + "';\n");
    const bool isOver = state == application_state::kDone || state == application_state::kRefused ||
                        state == application_state::kWithdrawn;
    EXPECT_EQ(comesIn(), !isOver) << state;
  }
  bindNone();
  file();
  bind("01", m_now - hours(1));
  EXPECT_TRUE(comesIn()) << "one of them is not over";
}

TEST_F(CardEndTest, SomebodyElsesApplicationIsNone) {
  m_database.execute("DELETE FROM application_steps;\nDELETE FROM applications;\n");
  EXPECT_FALSE(comesIn());
  bindNone();
  test::addApplicant(m_database, "jose");
  file("jose");
  bind("01", m_now - hours(1));
  EXPECT_FALSE(comesIn());
}

TEST_F(CardEndTest, WhoHasBoundNoCardNeedsNone) {
  bindNone();
  EXPECT_FALSE(comesIn());
}

/// Cards that were bound before the end of their certificate was kept.
class OlderCardTest : public CardEndTest {
 protected:
  /// What was filed is signed by a certificate that ends then; gives its serial number.
  std::string fileSigned(Seconds end) {
    static const simulated::CertificateAuthority kAuthority =
        simulated::makeAuthority(simulated::Usage::signing);
    const auto issued = simulated::issueCertificate(kAuthority, *simulated::findPerson("maria"),
                                                    {m_now - hours(48), end});
    bindNone();
    file("maria", protocol::jwsCompact(protocol::jwsSigningInput(
                                           "RS256", protocol::kApplicationType, issued.der, "{}"),
                                       std::vector<std::uint8_t>(256)));
    return issued.serialHex;
  }
};

TEST_F(OlderCardTest, WhatHasSignedTheApplicationSaysWhenItEnds) {
  const std::string serial = fileSigned(m_now + hours(1));
  bind(serial, std::nullopt);
  EXPECT_FALSE(comesIn());
  m_now += hours(1);
  EXPECT_TRUE(comesIn());
  bind(serial, m_now + hours(1));
  EXPECT_FALSE(comesIn()) << "what was kept goes before it";
}

TEST_F(OlderCardTest, OnlyTheCertificateThatIsBoundSaysIt) {
  fileSigned(m_now - hours(1));
  bind("02", std::nullopt);
  EXPECT_FALSE(comesIn()) << "signed with the card before this one";
}

TEST_F(OlderCardTest, NobodyComesInWithoutASignatureOrTheKeysToReadIt) {
  bind("01", std::nullopt);
  EXPECT_FALSE(comesIn());
  bind(fileSigned(m_now - hours(1)), std::nullopt);
  EXPECT_TRUE(comesIn());
  EXPECT_FALSE(comesIn(nullptr));
}

}  // namespace
}  // namespace madoguchi::backend
