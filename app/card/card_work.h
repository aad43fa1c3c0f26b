#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "app/core/failure_code.h"
#include "cardreader/certificate/certificate.h"
#include "cardreader/jpki_card.h"

// What is asked of a card, and what comes of it, as data.

namespace madoguchi::app {

/// One stay of a card in a reader, from its insertion to its removal.
struct CardIdentity {
  std::string reader;
  std::uint32_t eventCount = 0;
  bool operator==(const CardIdentity&) const = default;
};

/// What can be known of a card without a secret. With a `failure`, which kept it from being read,
/// the rest as far as it was; whether what was read is enough, judged() says (card_status.h).
struct CardInspection {
  FailureCode failure = FailureCode::none;
  CardIdentity identity;
  bool isMyNumberCard = false;
  std::optional<card::CertificatePresence> presence;
  std::optional<card::TriesLeft> passwordTries;
  std::optional<card::TriesLeft> pinTries;
  std::optional<certificate::Certificate> authentication;
  bool pinPad = false;         ///< the reader can ask for the PIN at a keypad of its own
  bool heldElsewhere = false;  ///< another program held a card that was to be looked at
};

/// None where the certificate can be used now, by this computer's clock; `ended` where its time is
/// over; certificateNotYetValid where it is still to come.
FailureCode inDate(const certificate::Certificate& certificate, FailureCode ended);

/// Readers and the card in them at one moment.
struct CardCheck {
  card::ReaderSnapshot readers;  ///< all that there are
  CardInspection inspection;
  std::string preferredReader;  ///< as for usedReaders()
};

/// Those whose cards are used: all where `preferredReader` is empty, otherwise none but that one.
std::vector<card::ReaderState> usedReaders(const card::ReaderSnapshot& readers,
                                           const std::string& preferredReader);

/// The reader asks for it, and nothing of it is in this program.
struct TypedAtReader {};

/// What is presented to a card.
struct CardSecrets {
  std::optional<card::SecretBuffer> password;
  std::variant<std::monostate, card::SecretBuffer, TypedAtReader> pin;

  [[nodiscard]] bool has(card::Secret which) const;
  void drop(card::Secret which);
  /// Whether anything secret is in memory.
  [[nodiscard]] bool holdsAny() const;
  [[nodiscard]] bool isPinTypedAtReader() const {
    return std::holds_alternative<TypedAtReader>(pin);
  }
  [[nodiscard]] CardSecrets duplicate() const;
};
/// For walking over both.
inline constexpr std::array kSecrets = {card::Secret::signaturePassword,
                                        card::Secret::authenticationPin};

using Signature = std::vector<std::uint8_t>;

/// Called in the card thread, so it owns what it uses: the DigestInfo to be signed next, given the
/// signatures made before it in this work.
struct SignatureStep {
  card::KeyPair key = card::KeyPair::authentication;
  std::function<std::vector<std::uint8_t>(std::span<const Signature> before)> digestInfo;
};

/// One powered session with a card: one VERIFY at most of each secret, the password first, the PIN
/// before the first signature that needs it, or at the end.
struct CardWork {
  CardIdentity stay;
  /// DER. Where it is given, nothing is presented to a card that does not hold it: one APDU more.
  std::vector<std::uint8_t> authenticationCertificate;
  CardSecrets secrets;
  bool readSigningCertificate = false;  ///< with the password
  std::vector<SignatureStep> sign;
};

/// A wrong secret is no failure: it stands in its result, and nothing was asked of the card after
/// it.
struct CardWorkDone {
  FailureCode failure = FailureCode::none;
  std::optional<card::VerifyResult> password;
  std::optional<card::VerifyResult> pin;
  std::optional<certificate::Certificate> signing;
  std::vector<Signature> signatures;  ///< of as many steps as were carried out
  bool pinPadFails = false;           ///< the reader's keypad does not understand the entry
};

}  // namespace madoguchi::app
