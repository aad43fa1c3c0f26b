// Secrets, tries, what they open, and how long.

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <string>

#include "cardreader/certificate/openssl_handles.h"
#include "tests/unit/simulated/card_on_the_bench.h"

namespace madoguchi::test {
namespace {

using certificate::KeyContextHandle;

using simulated::Behaviour;

class CardSecrets : public CardOnTheBench {
 protected:
  void SetUp() override {
    CardOnTheBench::SetUp();
    selectJpki();
  }

  bool signingCertificateOpen() { return send("00B0810001") == "019000"; }
};

TEST_F(CardSecrets, AskingForTheTriesCostsNone) {
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(send("0020009B"), "63C5");
    EXPECT_EQ(send("00200098"), "63C3");
  }
  send("00A4020C02 001B");
  EXPECT_EQ(send("00200080"), "63C5");
  send("00A4020C02 0018");
  EXPECT_EQ(send("00200080"), "63C3");
  EXPECT_EQ(card().verifications(), 0U);
}

TEST_F(CardSecrets, WrongTriesCountDownToBlocked) {
  for (const char* answer : {"63C4", "63C3", "63C2", "63C1", "63C0"}) {
    EXPECT_EQ(verifyPassword("WRONG123"), answer);
  }
  EXPECT_EQ(verifyPassword("MADO1234"), "6984");
  EXPECT_EQ(send("0020009B"), "63C0");
  EXPECT_EQ(card().signaturePasswordTries(), 0);
  for (const char* answer : {"63C2", "63C1", "63C0"}) {
    EXPECT_EQ(verifyPin("0000"), answer);
  }
  Behaviour other;
  other.blockedStatus = 0x6983;
  card().setBehaviour(other);
  EXPECT_EQ(verifyPin("1234"), "6983");
  card().powerOn();
  selectJpki();
  EXPECT_EQ(verifyPassword("MADO1234"), "6983") << "power does not unblock";
}

TEST_F(CardSecrets, TheRightSecretRestoresTheTries) {
  EXPECT_EQ(verifyPin("0000"), "63C2");
  EXPECT_EQ(verifyPin("9999"), "63C1");
  EXPECT_EQ(verifyPin("1234"), "9000");
  EXPECT_EQ(send("00200098"), "63C3");
  EXPECT_EQ(card().verifications(), 3U);
}

TEST_F(CardSecrets, LowerCaseIsAWrongPassword) {
  EXPECT_EQ(verifyPassword("mado1234"), "63C4");
  EXPECT_EQ(verifyPassword("MADO1234"), "9000");
}

TEST_F(CardSecrets, APrefixOfTheSecretIsWrong) {
  EXPECT_EQ(verifyPin("123"), "63C2");
  EXPECT_EQ(verifyPin("12345"), "63C1");
  EXPECT_EQ(card().authenticationPinTries(), 1);
}

TEST_F(CardSecrets, TheTwoSecretsAreApart) {
  EXPECT_EQ(verifyPin("1234"), "9000");
  EXPECT_EQ(send("00B0810001"), "6982");
  EXPECT_EQ(verifyPassword("WRONG123"), "63C4");
  EXPECT_TRUE(card().anySecretVerified());
  EXPECT_EQ(verifyPassword("MADO1234"), "9000");
  EXPECT_TRUE(signingCertificateOpen());
}

TEST_F(CardSecrets, AWrongTryEndsTheVerifiedState) {
  verifyPassword("MADO1234");
  ASSERT_TRUE(signingCertificateOpen());
  EXPECT_EQ(verifyPassword("WRONG123"), "63C4");
  EXPECT_FALSE(signingCertificateOpen());
  EXPECT_FALSE(card().anySecretVerified());
}

TEST_F(CardSecrets, VerifiedOutlivesResetAndSelectionButNotPower) {
  verifyPassword("MADO1234");
  card().reset();
  EXPECT_EQ(send("00B0810001"), "6A82") << "reset leaves the application";
  selectJpki();
  EXPECT_TRUE(signingCertificateOpen());
  send("00A4040C0A D3921000310001010408");
  selectJpki();
  EXPECT_TRUE(signingCertificateOpen());
  card().powerOff();
  EXPECT_FALSE(card().anySecretVerified());
  card().powerOn();
  selectJpki();
  EXPECT_FALSE(signingCertificateOpen());
}

TEST_F(CardSecrets, OtherCardsForgetOnSelection) {
  Behaviour forgetful;
  forgetful.selectForgetsSecrets = true;
  card().setBehaviour(forgetful);
  verifyPassword("MADO1234");
  EXPECT_TRUE(signingCertificateOpen());
  selectJpki();
  EXPECT_FALSE(signingCertificateOpen());
}

TEST_F(CardSecrets, OnlyTheSigningCertificateNeedsItsPassword) {
  EXPECT_EQ(send("00B0810001"), "6982");
  EXPECT_EQ(send("00B0820001"), "029000");
  EXPECT_EQ(send("00B08A0001"), "039000");
  EXPECT_EQ(send("00B08B0001"), "049000");
}

TEST_F(CardSecrets, RefusesMalformedVerify) {
  EXPECT_EQ(send("00200198"), "6A86");
  EXPECT_EQ(send("00200018"), "6A86");
  EXPECT_EQ(send("00200080"), "6986") << "no current file";
  EXPECT_EQ(send("00200097"), "6981") << "a key is no secret";
  EXPECT_EQ(send("00200083"), "6A88");
  EXPECT_EQ(verifyPassword("ABCDEFGHIJKLMNOPQ"), "6700") << "seventeen characters";
  EXPECT_EQ(send("0020009804 31323334 00"), "6700") << "with Le";
  EXPECT_EQ(send("0020009B"), "63C5");
  EXPECT_EQ(send("00200098"), "63C3");
}

class CardSignatures : public CardOnTheBench {
 protected:
  void SetUp() override {
    auto with = contents();
    m_key = simulated::makeKey();
    with.signingKey = m_key;
    with.authenticationKey = m_key;
    powerUp({}, with);
    selectJpki();
  }

  // What OpenSSL finds under the padding of a signature.
  std::string recovered(const std::vector<std::uint8_t>& answer) {
    using namespace simulated;
    const KeyContextHandle context(EVP_PKEY_CTX_new(m_key.get(), nullptr));
    std::vector<std::uint8_t> message(256);
    std::size_t size = message.size();
    if (answer.size() != 258 || EVP_PKEY_verify_recover_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
        EVP_PKEY_verify_recover(context.get(), message.data(), &size, answer.data(), 256) != 1) {
      return "not a signature: " + toHex(answer, "");
    }
    message.resize(size);
    return toHex(message, "");
  }

  std::vector<std::uint8_t> raw(std::string_view hex) { return card().process(fromHex(hex)); }

 private:
  simulated::PrivateKey m_key;
};

TEST_F(CardSignatures, NeedTheirOwnSecret) {
  EXPECT_EQ(send("802A009703 AABBCC 00"), "6982");
  EXPECT_EQ(send("802A009A03 AABBCC 00"), "6982");
  verifyPin("1234");
  EXPECT_EQ(send("802A009A03 AABBCC 00"), "6982");
  EXPECT_EQ(recovered(raw("802A009703 AABBCC 00")), "AABBCC");
  card().powerOn();
  selectJpki();
  verifyPassword("MADO1234");
  EXPECT_EQ(send("802A009703 AABBCC 00"), "6982");
  EXPECT_EQ(recovered(raw("802A009A03 AABBCC 00")), "AABBCC");
}

TEST_F(CardSignatures, CoverExactlyWhatWasSent) {
  verifyPin("1234");
  const std::string digest(64, 'A');
  const std::string info = "3031300D060960864801650304020105000420" + digest;
  EXPECT_EQ(recovered(raw("802A009733" + info + "00")), info);
  EXPECT_EQ(recovered(raw("802A029720" + digest + "00")), info) << "the card adds the DigestInfo";
  send("00A4020C02 0017");
  EXPECT_EQ(recovered(raw("802A008001 01 00")), "01");
}

TEST_F(CardSignatures, RefuseWhatIsMalformed) {
  verifyPin("1234");
  EXPECT_EQ(send("802A049703 AABBCC 00"), "6A86");
  EXPECT_EQ(send("802A001703 AABBCC 00"), "6A86");
  EXPECT_EQ(send("802A009803 AABBCC 00"), "6981");
  EXPECT_EQ(send("802A008303 AABBCC 00"), "6A88");
  EXPECT_EQ(send("802A009703 AABBCC"), "6700");
  EXPECT_EQ(send("802A009700"), "6700");
  EXPECT_EQ(send("802A0297 03 AABBCC 00"), "6700");
  EXPECT_EQ(send("802A0097F6" + std::string(std::size_t{2} * 246, '1') + "00"), "6700");
  EXPECT_EQ(send("802A009703 AABBCC FF"), "6C00");
  EXPECT_EQ(send("002A009703 AABBCC 00"), "6D00");
}

}  // namespace
}  // namespace madoguchi::test
