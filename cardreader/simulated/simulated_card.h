#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cardreader/simulated/card_contents.h"

namespace madoguchi::simulated {

struct CommandApdu;

/// What a card, or the reader before it, makes of an extended APDU.
enum class ExtendedApdus : std::uint8_t {
  served,
  wrongLength,  ///< 6700
  wrongLe,      ///< 6C00
  shortened,    ///< 256 bytes of the answer's data, and its status word
  cutOff,       ///< the first 256 bytes of the answer; the status word is lost
  silent,       ///< no answer to this and all that follows until the next power-up
  resetsCard,   ///< a warm reset in place of an answer; other programs are told of it
};

/// Oddities of cards and readers that a client has to live with. The default is a card that
/// behaves.
struct Behaviour {
  bool firstCommandFails = false;  ///< the first APDU after power-up answers 6F00, once
  bool answersInParts = false;     ///< data are announced by 61xx and fetched with GET RESPONSE
  bool wantsExactLe = false;       ///< READ BINARY beyond the end answers 6Cxx instead of 6282
  ExtendedApdus extendedApdus = ExtendedApdus::served;
  bool selectForgetsSecrets = false;  ///< selecting an application ends the verified state
  bool mute = false;                  ///< does not answer the power-up
  std::size_t dropsAtCommand = 0;     ///< the answer to this APDU since power-up (from 1) is lost
  std::uint16_t blockedStatus = 0x6984;  ///< VERIFY of a blocked secret; other cards say 6983
  std::size_t bytesAfterCertificates =
      0;  ///< zero bytes by which a file is longer than its content
};

/// A My Number Card as its reader sees it: APDUs in, answers out. Knows no transport and no clock.
///
/// The facts follow the public sources named in simulated_card.cpp. The verified state survives a
/// warm reset and goes with the power. Not thread-safe.
class SimulatedCard {
 public:
  explicit SimulatedCard(CardContents contents, Behaviour behaviour = {});

  /// Cold power-up. Gives the answer to reset; empty where the card is mute.
  std::vector<std::uint8_t> powerOn();
  void powerOff();
  /// Warm reset: back to the master file, secrets stay verified.
  std::vector<std::uint8_t> reset();
  /// One command APDU, answered with data and status word. Empty where the card does not answer
  /// (mute, dropped or without power).
  std::vector<std::uint8_t> process(std::span<const std::uint8_t> command);

  [[nodiscard]] std::vector<std::uint8_t> answerToReset() const;
  [[nodiscard]] bool powered() const noexcept { return m_powered; }
  /// Whether the card was reset without anybody asking for it, since the last power-up.
  [[nodiscard]] bool wasReset() const noexcept { return m_wasReset; }
  /// Whether a secret is verified at this moment: a client must never leave it so.
  [[nodiscard]] bool anySecretVerified() const noexcept;
  [[nodiscard]] int signaturePasswordTries() const noexcept {
    return m_signaturePassword.triesLeft;
  }
  [[nodiscard]] int authenticationPinTries() const noexcept {
    return m_authenticationPin.triesLeft;
  }
  /// How often the Individual Number, or the secret made of it, was asked for. Must stay 0.
  [[nodiscard]] std::size_t forbiddenTouches() const noexcept { return m_forbiddenTouches; }
  /// VERIFY commands that carried a secret, over the life of this object.
  [[nodiscard]] std::size_t verifications() const noexcept { return m_verifications; }
  /// Changes the oddities from the next command on.
  void setBehaviour(const Behaviour& behaviour) { m_behaviour = behaviour; }

 private:
  enum class Application { masterFile, jpki, textEntry, visual };
  struct StoredSecret {
    std::string value;
    int triesLeft = 0;
    int triesAtMost = 0;
    bool verified = false;
  };
  struct Answer {
    std::uint16_t statusWord = 0;
    std::vector<std::uint8_t> data;
  };

  Answer dispatch(const CommandApdu& command);
  Answer selectFile(const CommandApdu& command);
  Answer readBinary(const CommandApdu& command);
  Answer verify(const CommandApdu& command);
  Answer sign(const CommandApdu& command);
  Answer getResponse(const CommandApdu& command);
  Answer inParts(Answer answer);
  std::vector<std::uint8_t> answerExtendedOddly(const CommandApdu& command);

  [[nodiscard]] bool fileExists(std::uint8_t file) const;
  [[nodiscard]] bool isForbidden(std::uint8_t file) const;
  [[nodiscard]] std::optional<std::vector<std::uint8_t>> fileContent(std::uint8_t file) const;
  StoredSecret* secretIn(std::uint8_t file);
  void returnToMasterFile();

  CardContents m_contents;
  Behaviour m_behaviour;
  StoredSecret m_signaturePassword;
  StoredSecret m_authenticationPin;
  bool m_powered = false;
  bool m_wasReset = false;
  bool m_silent = false;
  Application m_application = Application::masterFile;
  std::optional<std::uint8_t> m_currentFile;
  std::vector<std::uint8_t> m_pending;
  std::size_t m_commandsSincePowerOn = 0;
  std::size_t m_forbiddenTouches = 0;
  std::size_t m_verifications = 0;
};

}  // namespace madoguchi::simulated
