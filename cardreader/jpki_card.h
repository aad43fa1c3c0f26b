#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "cardreader/reader_capabilities.h"
#include "cardreader/secret_buffer.h"
#include "cardreader/transport.h"

namespace madoguchi::card {

/// Which of the two secrets of the JPKI application.
enum class Secret {
  signaturePassword,  ///< 署名用パスワード: 6 to 16 of A-Z 0-9, 5 tries
  authenticationPin,  ///< 利用者証明用パスワード: 4 digits, 3 tries
};

enum class KeyPair { signing, authentication };

/// What the label in the token information says the card is.
enum class CardKind { myNumberCard, olderResidentCard, androidPhone, iPhone, unknown };

struct CertificatePresence {
  bool signing = false;
  bool authentication = false;
};

/// Tries left of a secret; 0 is blocked.
using TriesLeft = int;
/// As a new card has them, and any after the right secret.
inline constexpr TriesLeft kAllPasswordTries = 5;
inline constexpr TriesLeft kAllPinTries = 3;

enum class VerifyStatus {
  verified,
  wrong,       ///< counted by the card; `triesLeft` says how many remain (at least 1)
  blocked,     ///< this try, or an earlier one, used up the last
  neverSent,   ///< could not have been right (length or characters); the card was not asked
  notEntered,  ///< cancelled or left at the reader's keypad; the card was not asked
};

struct VerifyResult {
  VerifyStatus status = VerifyStatus::neverSent;
  TriesLeft triesLeft = 0;  ///< meaningful for `wrong` (>= 1) and `blocked` (0)
};

/// An answer of the card that the step did not allow for.
class CardError : public std::runtime_error {
 public:
  CardError(const std::string& step, std::uint16_t statusWord);
  /// SW1 SW2, for example 0x6A82; 0 where the answer itself was unusable.
  [[nodiscard]] std::uint16_t statusWord() const noexcept { return m_statusWord; }

 private:
  std::uint16_t m_statusWord;
};

/// VERIFY was under way when the link broke, or was answered by what tells nothing: the try may or
/// may not have counted.
class VerifyInterrupted : public TransportError {
 public:
  using TransportError::TransportError;
};

/// The link broke while it was tried whether the reader takes extended APDUs. The capabilities now
/// say that it does not, and no secret was verified; but the card may have been reset. The caller
/// connects anew and begins again, which will go with short APDUs.
class ExtendedLengthProbeFailed : public TransportError {
 public:
  using TransportError::TransportError;
};

/// Normalises and checks what was typed: letters become capitals. False where the card could not
/// accept it (the signature password: 6 to 16 letters and digits; the PIN: 4 digits).
bool normaliseSecret(Secret which, SecretBuffer& typed) noexcept;

/// Counts what crosses to the card, for figures and reports. Not thread-safe.
struct ApduCounter {
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;     ///< both ways, status words included
  std::uint64_t extended = 0;  ///< of `count`, those with an extended Le
};

/// The JPKI application of a card that is connected and powered.
///
/// Every call sends as few short APDUs as the card allows (short file identifiers instead of
/// SELECT, length from the DER header). With the reader's capabilities given, a whole certificate
/// is read by one extended READ BINARY where the reader has shown that it takes one; it shows that
/// when the authentication certificate is read and no secret has been presented yet. No call
/// repeats a VERIFY. Not thread-safe.
class JpkiCard {
 public:
  /// All three must outlive this object. `counter` may be null; without `reader`, every APDU is
  /// short.
  explicit JpkiCard(CardConnection& connection, ApduCounter* counter = nullptr,
                    ReaderCapabilities* reader = nullptr);

  /// SELECTs the application. False where the card does not have it.
  bool select();
  /// From the token information (EF 0006).
  CardKind readKind();
  /// From EF 0008.
  CertificatePresence readPresence();
  /// Costs no try.
  TriesLeft readTriesLeft(Secret which);
  /// One VERIFY at most; none where normaliseSecret() refuses a copy of `secret`.
  VerifyResult verify(Secret which, const SecretBuffer& secret);
  /// Whether the reader can ask for the PIN at a keypad of its own. The signature password has
  /// letters, which keypads lack.
  [[nodiscard]] bool offersPinPad() const;
  /// One VERIFY at most, with the PIN typed there. A keypad that does not understand it is not
  /// offered again.
  VerifyResult verifyPinAtPad();
  /// DER of the certificate, exactly as long as its header says. The signing certificate needs the
  /// signature password verified. std::nullopt where the card holds none. Throws
  /// ExtendedLengthProbeFailed, see there.
  std::optional<std::vector<std::uint8_t>> readCertificate(KeyPair which);
  /// Whether the file begins as this certificate does, as far as the serial number and beyond. One
  /// APDU.
  bool holdsCertificate(KeyPair which, std::span<const std::uint8_t> der);
  /// Signs a DigestInfo (PKCS #1 v1.5, RSA-2048). 256 bytes for today's cards. Needs the secret
  /// verified.
  std::vector<std::uint8_t> sign(KeyPair which, std::span<const std::uint8_t> digestInfo);

 private:
  struct Answer {
    std::vector<std::uint8_t> data;
    std::uint16_t statusWord = 0;
  };
  /// One command as it stands, counted; never repeated.
  Answer take(std::vector<std::uint8_t> bytes, std::size_t commandLength, std::size_t expected,
              std::span<const std::uint8_t> described);
  template <typename Send>
  Answer present(const Send& send);
  VerifyResult judge(Secret which, std::uint16_t statusWord);
  /// After a try that has counted: that it has must not be lost with the link.
  TriesLeft triesAfterFailure(Secret which);
  Answer transmitOnce(std::span<const std::uint8_t> command);
  /// With what cards and readers may ask for: a repeat after power-up, another Le, GET RESPONSE.
  Answer exchange(std::span<const std::uint8_t> command);
  void fetchRest(Answer& answer, std::size_t expected);
  Answer readByShortId(std::uint8_t shortId, std::size_t length);
  [[nodiscard]] bool mayReadExtended(KeyPair which) const;
  /// What one extended command brings of a file that holds a certificate, and what that tells of
  /// the reader. Empty where short commands have to do it.
  std::optional<std::vector<std::uint8_t>> readExtended(std::uint8_t shortId);

  CardConnection& m_connection;
  ApduCounter* m_counter;
  ReaderCapabilities* m_reader;
  bool m_firstExchange = true;
  bool m_secretPresented = false;
};

}  // namespace madoguchi::card
