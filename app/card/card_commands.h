#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "cardreader/certificate/certificate.h"
#include "cardreader/jpki_card.h"

// What is done with a card, each in one connection that ends unpowered. Called in the card thread.

namespace madoguchi::app {

/// One stay of a card in a reader, from its insertion to its removal.
struct CardIdentity {
  std::string reader;
  std::uint32_t eventCount = 0;
  bool operator==(const CardIdentity&) const = default;
};

/// What can be known of a card without a secret. With a `failure`, the rest as far as it was read.
struct CardInspection {
  FailureCode failure = FailureCode::none;
  CardIdentity identity;
  bool isMyNumberCard = false;
  std::optional<card::CertificatePresence> presence;
  std::optional<card::TriesLeft> passwordTries;
  std::optional<card::TriesLeft> pinTries;
  std::optional<certificate::Certificate> authentication;
  bool pinPad = false;  ///< the reader can ask for the PIN at a keypad of its own
};

/// Readers and the card in them at one moment.
struct CardCheck {
  card::ReaderSnapshot readers;
  CardInspection inspection;
};

struct SecretsToVerify {
  CardIdentity identity;
  std::optional<card::SecretBuffer> password;
  std::optional<card::SecretBuffer> pin;
  bool readSigningCertificate = false;
  bool pinAtPad = false;  ///< in place of `pin`: the reader asks for it
  /// DER. A PIN goes only to the card that holds it: the password before it was this card's.
  std::vector<std::uint8_t> authenticationCertificate;
};

/// A wrong secret is no failure; it stands in the result, and nothing was asked after it.
struct SecretsVerified {
  FailureCode failure = FailureCode::none;
  std::optional<card::VerifyResult> password;
  std::optional<card::VerifyResult> pin;
  std::optional<certificate::Certificate> signing;
};

struct RegistrationToSign {
  CardIdentity identity;
  card::SecretBuffer password;
  std::optional<card::SecretBuffer> pin;  ///< without it, the reader asks for it
  std::string payload;                    ///< protocol::RegistrationPayload as JSON
  std::string nonce;
  std::string origin;
  std::vector<std::uint8_t> signingCertificate;  ///< DER
  std::vector<std::uint8_t> authenticationCertificate;
};

/// Both compact JWS; empty with a failure or a wrong secret.
struct RegistrationSigned {
  FailureCode failure = FailureCode::none;
  std::optional<card::VerifyResult> password;
  std::optional<card::VerifyResult> pin;
  std::string registration;
  std::string authentication;
};

/// The command that runs, for the thread that gave it and the one that carries it out.
struct CommandWatch {
  enum class Asked : std::uint8_t {
    anything,
    verify,  ///< a secret is on its way to the card
    person,  ///< who types it at the reader and takes their time
  };
  std::atomic<bool> stop = false;              ///< no further APDU begins
  std::atomic<std::uint64_t> answers = 0;      ///< of the smart-card service so far
  std::atomic<Asked> asked = Asked::anything;  ///< what has no answer yet
};

/// What the commands work with.
struct CardAccess {
  card::CardTransport& transport;
  card::ApduCounter& counter;
  CommandWatch& watch;
  card::KnownReaders& readers;  ///< what was learnt about them; the commands add to it
};

/// Looks at the cards in the readers (only in `preferredReader`, unless it is empty) until one is a
/// My Number Card. 11 APDUs with certificates of today's size, 6 where the reader takes extended
/// ones.
CardInspection inspectCard(const CardAccess& access, const std::string& preferredReader);
/// For the self-check: all readers, and what inspectCard() finds in them.
CardCheck checkCards(const CardAccess& access, const std::string& preferredReader);
/// One VERIFY for each secret given: 9 APDUs (3 with extended ones) for the password with the
/// certificate, 3 for the PIN.
SecretsVerified verifySecrets(const CardAccess& access, const SecretsToVerify& what);
/// Signs the registration, then the proof of the person's presence over that signature. 5 APDUs.
RegistrationSigned signRegistration(const CardAccess& access, const RegistrationToSign& what);

}  // namespace madoguchi::app
