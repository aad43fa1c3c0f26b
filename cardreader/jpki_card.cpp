#include "cardreader/jpki_card.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "cardreader/apdu.h"
#include "cardreader/jpki_files.h"

namespace madoguchi::card {

namespace {

namespace instruction = apdu::instruction;
namespace status = apdu::status;

constexpr std::size_t kLabelLength = 32;    // the label at the start of the 160 bytes of EF 0006
constexpr std::size_t kPresenceLength = 3;  // EF 0008

// Of a card fresh from the municipal office (OpenSC, jpki.h: JPKI_SIGN_PIN_MAX_TRIES,
// JPKI_AUTH_...).
constexpr TriesLeft kSignaturePasswordTries = 5;
constexpr TriesLeft kAuthenticationPinTries = 3;

constexpr std::size_t kPasswordMin = 6;
constexpr std::size_t kPasswordMax = 16;
constexpr std::uint8_t kPinLength = 4;

/// RSA-2048 leaves this much room in PKCS #1 v1.5 padding (RFC 8017, section 9.2).
constexpr std::size_t kMaxDigestInfo = 245;

std::uint8_t keyFile(KeyPair which) {
  return which == KeyPair::signing ? kSigningKeyFile : kAuthenticationKeyFile;
}

std::uint8_t secretFile(Secret which) {
  return which == Secret::signaturePassword ? kSignaturePasswordFile : kAuthenticationPinFile;
}

std::array<std::uint8_t, 4> verifyHeader(Secret which) {
  return {0x00, instruction::kVerify, 0x00, withShortId(secretFile(which))};
}

bool isBlocked(std::uint16_t word) {
  return word == status::kBlocked || word == status::kReferenceDataUnusable;
}

/// A checking error: the card did not carry the command out (ISO/IEC 7816-4, 5.6: 67xx to 6Exx;
/// 6Fxx tells nothing).
bool wasRefused(std::uint16_t word) {
  constexpr unsigned kFirst = 0x67;
  constexpr unsigned kLast = 0x6E;
  const unsigned sw1 = word >> 8U;
  return sw1 >= kFirst && sw1 <= kLast;
}

/// 63Cx carries the tries left in its last digit.
std::optional<TriesLeft> triesIn(std::uint16_t word) {
  if ((word & 0xFFF0U) != 0x63C0U) {
    return std::nullopt;
  }
  return static_cast<TriesLeft>(word & 0x0FU);
}

/// The count in 61xx and 6Cxx; as in a command, zero stands for 256.
std::size_t lengthIn(std::uint16_t word) {
  const std::size_t length = word & 0xFFU;
  return length == 0 ? apdu::kMaxShortAnswer : length;
}

/// What cards without the JPKI application, and readers that speak for storage cards, answer to
/// SELECT.
bool isUnknownApplication(std::uint16_t word) {
  switch (word) {
    case status::kFileNotFound:
    case status::kFunctionNotSupported:
    case status::kAppletSelectionFailed:
    case status::kInstructionNotSupported:
    case status::kClassNotSupported:
    case status::kVerificationFailed:  // 6300 is "operation failed" for storage cards (PC/SC part
                                       // 3)
      return true;
    default:
      return false;
  }
}

bool isDigit(std::uint8_t byte) { return byte >= '0' && byte <= '9'; }

std::string cardErrorMessage(const std::string& step, std::uint16_t statusWord) {
  return statusWord == 0 ? step + ": unusable answer"
                         : step + ": " + apdu::describeStatus(statusWord);
}

}  // namespace

CardError::CardError(const std::string& step, std::uint16_t statusWord)
    : std::runtime_error(cardErrorMessage(step, statusWord)), m_statusWord(statusWord) {}

bool normaliseSecret(Secret which, SecretBuffer& typed) noexcept {
  const std::span<std::uint8_t> bytes = typed.bytes();
  if (which == Secret::authenticationPin) {
    return bytes.size() == kPinLength && std::ranges::all_of(bytes, isDigit);
  }
  for (std::uint8_t& byte : bytes) {
    if (byte >= 'a' && byte <= 'z') {
      byte = static_cast<std::uint8_t>(byte - 'a' + 'A');
    }
  }
  return bytes.size() >= kPasswordMin && bytes.size() <= kPasswordMax &&
         std::ranges::all_of(bytes, [](std::uint8_t byte) {
           return isDigit(byte) || (byte >= 'A' && byte <= 'Z');
         });
}

JpkiCard::JpkiCard(CardConnection& connection, ApduCounter* counter, ReaderCapabilities* reader)
    : m_connection(connection), m_counter(counter), m_reader(reader) {}

JpkiCard::Answer JpkiCard::transmitOnce(std::span<const std::uint8_t> command) {
  const std::optional<apdu::CommandView> view = apdu::parse(command);
  const std::size_t expected = view ? view->expected : 0;
  m_firstExchange = false;
  return take(m_connection.transmit(command), command.size(), expected, command);
}

JpkiCard::Answer JpkiCard::take(std::vector<std::uint8_t> bytes, std::size_t commandLength,
                                std::size_t expected, std::span<const std::uint8_t> described) {
  if (m_counter != nullptr) {
    ++m_counter->count;
    m_counter->bytes += commandLength + bytes.size();
  }
  if (bytes.size() < 2 || bytes.size() - 2 > expected) {
    throw TransportError(TransportFault::malformedAnswer, "answer to " + apdu::describe(described));
  }
  Answer answer;
  answer.statusWord = apdu::statusWord(bytes);
  bytes.resize(bytes.size() - 2);
  answer.data = std::move(bytes);
  return answer;
}

void JpkiCard::fetchRest(Answer& answer, std::size_t expected) {
  while ((answer.statusWord >> 8U) == 0x61 && answer.data.size() < expected) {
    const std::size_t room = expected - answer.data.size();
    const std::size_t length = std::min(lengthIn(answer.statusWord), room);
    const Answer part =
        transmitOnce(apdu::command({0x00, instruction::kGetResponse, 0x00, 0x00}, {}, length));
    answer.data.insert(answer.data.end(), part.data.begin(), part.data.end());
    answer.statusWord = part.statusWord;
    if (part.data.empty() && (part.statusWord >> 8U) == 0x61) {
      throw TransportError(TransportFault::malformedAnswer, "answer to GET RESPONSE");
    }
  }
}

JpkiCard::Answer JpkiCard::exchange(std::span<const std::uint8_t> command) {
  const bool first = m_firstExchange;
  Answer answer = transmitOnce(command);
  if (first && answer.statusWord == status::kNoDiagnosis) {
    // The first command after power-up may be lost to the card's own start.
    answer = transmitOnce(command);
  }
  const std::optional<apdu::CommandView> view = apdu::parse(command);
  const std::size_t expected = view ? view->expected : 0;
  if ((answer.statusWord >> 8U) == 0x6C && expected > 0) {
    const std::size_t exact = lengthIn(answer.statusWord);
    if (exact > expected) {
      throw TransportError(TransportFault::malformedAnswer, "answer to " + apdu::describe(command));
    }
    answer = transmitOnce(apdu::command(view->header, view->data, exact));
  }
  fetchRest(answer, expected);
  return answer;
}

JpkiCard::Answer JpkiCard::readByShortId(std::uint8_t shortId, std::size_t length) {
  return exchange(
      apdu::command({0x00, instruction::kReadBinary, withShortId(shortId), 0x00}, {}, length));
}

bool JpkiCard::select() {
  // P2 = 0C: no file information wanted.
  const Answer answer =
      exchange(apdu::command({0x00, instruction::kSelect, 0x04, 0x0C}, apdu::kJpkiApplication, 0));
  if (answer.statusWord == status::kOk || (answer.statusWord >> 8U) == 0x61) {
    return true;
  }
  if (isUnknownApplication(answer.statusWord)) {
    return false;
  }
  throw CardError("SELECT JPKI", answer.statusWord);
}

CardKind JpkiCard::readKind() {
  const Answer answer = readByShortId(kTokenInformationFile, kLabelLength);
  if (isAbsent(answer.statusWord)) {
    return CardKind::unknown;
  }
  if (answer.statusWord != status::kOk && answer.statusWord != status::kEndOfFile) {
    throw CardError("read token information", answer.statusWord);
  }
  std::string label(answer.data.begin(), answer.data.end());
  // Filled up with spaces; zero bytes are tolerated.
  label.erase(label.find_last_not_of(std::string_view(" \0", 2)) + 1);
  if (label == "JPKIAPICCTOKEN2") {
    return CardKind::myNumberCard;
  }
  if (label == "JPKIAPICCTOKEN") {
    return CardKind::olderResidentCard;
  }
  if (label == "JPKIAPGPSETOKEN") {
    return CardKind::androidPhone;
  }
  return label == "JPKIAPIOSTOKEN" ? CardKind::iPhone : CardKind::unknown;
}

CertificatePresence JpkiCard::readPresence() {
  const Answer answer = readByShortId(kPresenceFile, kPresenceLength);
  // 8F 8F 00 is known as "both". A zero byte is read as "none"; whatever else is said, or nothing,
  // leaves the decision to reading the certificate: nobody is turned away on a doubtful byte.
  CertificatePresence presence{true, true};
  if (isAbsent(answer.statusWord)) {
    return presence;
  }
  if (answer.statusWord != status::kOk && answer.statusWord != status::kEndOfFile) {
    throw CardError("read certificate presence", answer.statusWord);
  }
  if (answer.data.size() == kPresenceLength) {
    presence.signing = answer.data[0] != 0;
    presence.authentication = answer.data[1] != 0;
  }
  return presence;
}

TriesLeft JpkiCard::readTriesLeft(Secret which) {
  const Answer answer = transmitOnce(verifyHeader(which));
  if (const std::optional<TriesLeft> tries = triesIn(answer.statusWord)) {
    return *tries;
  }
  if (isBlocked(answer.statusWord)) {
    return 0;
  }
  if (answer.statusWord == status::kOk) {
    // Already verified, and a right secret sets the counter back.
    return which == Secret::signaturePassword ? kSignaturePasswordTries : kAuthenticationPinTries;
  }
  throw CardError("read tries left", answer.statusWord);
}

VerifyResult JpkiCard::verify(Secret which, const SecretBuffer& secret) {
  SecretBuffer normalised = secret.duplicate();
  if (!normaliseSecret(which, normalised)) {
    return {VerifyStatus::neverSent, 0};
  }
  // The command carries the secret, so it lives where the secret lives.
  SecretBuffer command(verifyHeader(which).size() + 1 + normalised.size());
  command.append(verifyHeader(which));
  command.append(static_cast<std::uint8_t>(normalised.size()));
  command.append(normalised.bytes());
  normalised.clear();

  const Answer answer = present([&] { return transmitOnce(command.bytes()); });
  command.clear();
  return judge(which, answer.statusWord);
}

template <typename Send>
JpkiCard::Answer JpkiCard::present(const Send& send) {
  m_secretPresented = true;
  try {
    return send();
  } catch (const TransportError& error) {
    if (error.fault() == TransportFault::forbiddenCommand) {
      throw;  // it never left
    }
    throw VerifyInterrupted(error.fault(), error.what(), error.pcscCode());
  }
}

TriesLeft JpkiCard::triesAfterFailure(Secret which) {
  try {
    return readTriesLeft(which);
  } catch (const TransportError& error) {
    throw VerifyInterrupted(error.fault(), error.what(), error.pcscCode());
  } catch (const CardError& error) {
    throw VerifyInterrupted(TransportFault::malformedAnswer, error.what());
  }
}

VerifyResult JpkiCard::judge(Secret which, std::uint16_t statusWord) {
  if (statusWord == status::kOk) {
    return {VerifyStatus::verified, 0};
  }
  if (isBlocked(statusWord)) {
    return {VerifyStatus::blocked, 0};
  }
  std::optional<TriesLeft> tries = triesIn(statusWord);
  if (!tries && statusWord == status::kVerificationFailed) {
    tries = triesAfterFailure(which);
  }
  if (!tries && wasRefused(statusWord)) {
    throw CardError("VERIFY", statusWord);
  }
  if (!tries) {
    throw VerifyInterrupted(TransportFault::malformedAnswer,
                            cardErrorMessage("VERIFY", statusWord));
  }
  return {*tries == 0 ? VerifyStatus::blocked : VerifyStatus::wrong, *tries};
}

bool JpkiCard::offersPinPad() const {
  return (m_reader == nullptr || !m_reader->pinPadFails) && m_connection.hasPinPad(kPinLength);
}

VerifyResult JpkiCard::verifyPinAtPad() {
  const PadEntry entry{.header = verifyHeader(Secret::authenticationPin), .digits = kPinLength};
  const Answer answer = present([&] {
    // Lc and the digits come from the reader.
    return take(m_connection.verifyAtPad(entry), entry.header.size() + 1 + entry.digits, 0,
                entry.header);
  });
  if (answer.statusWord == status::kPadEntryNotUnderstood) {
    if (m_reader != nullptr) {
      m_reader->pinPadFails = true;
    }
    return {VerifyStatus::notEntered, 0};
  }
  if (answer.statusWord >= status::kPadTimeout && answer.statusWord <= status::kPadWrongLength) {
    return {VerifyStatus::notEntered, 0};
  }
  return judge(Secret::authenticationPin, answer.statusWord);
}

std::vector<std::uint8_t> JpkiCard::sign(KeyPair which, std::span<const std::uint8_t> digestInfo) {
  if (digestInfo.empty() || digestInfo.size() > kMaxDigestInfo) {
    throw std::invalid_argument("JpkiCard::sign: length of the DigestInfo");
  }
  // COMPUTE DIGITAL SIGNATURE of a DigestInfo; P2 names the key's file (jpki/myna and
  // siketyan/jpki-rs).
  Answer answer = exchange(apdu::command(
      {0x80, instruction::kPerformSecurityOperation, 0x00, withShortId(keyFile(which))}, digestInfo,
      apdu::kMaxShortAnswer));
  if (answer.statusWord != status::kOk) {
    throw CardError("sign", answer.statusWord);
  }
  if (answer.data.empty()) {
    throw CardError("sign", 0);
  }
  return std::move(answer.data);
}

}  // namespace madoguchi::card
