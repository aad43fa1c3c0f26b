#include <algorithm>
#include <utility>

#include "cardreader/apdu.h"
#include "cardreader/jpki_card.h"
#include "cardreader/jpki_files.h"

// How a certificate leaves the card: in short parts, or whole where the reader has shown that it
// can.

namespace madoguchi::card {

namespace {

namespace instruction = apdu::instruction;
namespace status = apdu::status;

/// Today's certificates have about 1.7 kB. A header that claims more than this lies.
constexpr std::size_t kMaxCertificate = 8192;

/// Of a DER object with two length bytes: tag, 82, length.
constexpr std::size_t kHeaderLength = 4;

std::uint8_t certificateFile(KeyPair which) {
  return which == KeyPair::signing ? kSigningCertificateFile : kAuthenticationCertificateFile;
}

/// Length of a DER object, header included, as its first bytes say; empty where they say nothing
/// sane.
std::optional<std::size_t> certificateLength(std::span<const std::uint8_t> start) {
  constexpr std::uint8_t kSequence = 0x30;
  constexpr std::uint8_t kTwoLengthBytes = 0x82;
  // Every certificate is longer than 255 bytes: the key alone is.
  if (start.size() < kHeaderLength || start[0] != kSequence || start[1] != kTwoLengthBytes) {
    return std::nullopt;
  }
  const std::size_t length = kHeaderLength + (static_cast<std::size_t>(start[2]) << 8U) + start[3];
  if (length > kMaxCertificate || length <= apdu::kMaxShortAnswer) {
    return std::nullopt;
  }
  return length;
}

/// An empty file may be there all the same, filled with either of the usual erased values.
bool isErased(std::span<const std::uint8_t> content) {
  return std::ranges::all_of(content, [](std::uint8_t byte) { return byte == 0x00; }) ||
         std::ranges::all_of(content, [](std::uint8_t byte) { return byte == 0xFF; });
}

/// Faults behind which a reader may hide that the command or the answer was too long for it, while
/// it is still there with its card. The others say that card, reader or service have gone.
bool mayBeTheLength(TransportFault fault) {
  return fault == TransportFault::communication || fault == TransportFault::cardReset ||
         fault == TransportFault::unresponsiveCard || fault == TransportFault::malformedAnswer ||
         fault == TransportFault::other;
}

}  // namespace

bool JpkiCard::mayReadExtended(KeyPair which) const {
  if (m_reader == nullptr || m_reader->extendedLength == ExtendedLength::fails) {
    return false;
  }
  return m_reader->extendedLength == ExtendedLength::works ||
         (which == KeyPair::authentication && !m_secretPresented);
}

std::optional<std::vector<std::uint8_t>> JpkiCard::readExtended(std::uint8_t shortId) {
  // Unless a certificate comes back, what reader or card say to short commands decides: a reader
  // that cannot do this may answer anything, and one that cuts the answer may cut the status word
  // off.
  const ExtendedLength before = std::exchange(m_reader->extendedLength, ExtendedLength::fails);
  Answer answer;
  try {
    // Le 0000 asks for all that the file holds (ISO/IEC 7816-4, READ BINARY), so that no card can
    // find it too long.
    answer = transmitOnce(apdu::extendedCommand(
        {0x00, instruction::kReadBinary, withShortId(shortId), 0x00}, apdu::kMaxExtendedAnswer));
    if (m_counter != nullptr) {
      ++m_counter->extended;
    }
    fetchRest(answer, apdu::kMaxExtendedAnswer);
  } catch (const TransportError& error) {
    if (error.fault() == TransportFault::cancelled) {
      m_reader->extendedLength = before;  // it says nothing about the reader
    }
    if (m_secretPresented || !mayBeTheLength(error.fault())) {
      throw;  // to connect and present a secret again is for the person to decide
    }
    throw ExtendedLengthProbeFailed(error.fault(), error.what(), error.pcscCode());
  }
  const bool done = answer.statusWord == status::kOk || answer.statusWord == status::kEndOfFile;
  const std::optional<std::size_t> length = certificateLength(answer.data);
  if (!done || !length) {
    return std::nullopt;
  }
  // One that cuts the answer short is served as quickly in short parts from here on.
  if (answer.data.size() >= *length) {
    m_reader->extendedLength = ExtendedLength::works;
  }
  return std::move(answer.data);
}

bool JpkiCard::holdsCertificate(KeyPair which, std::span<const std::uint8_t> der) {
  // Two headers, the version and a serial number of at most 20 bytes (RFC 5280, 4.1) need 35.
  constexpr std::size_t kCompared = 64;
  const auto start = der.first(std::min(der.size(), kCompared));
  const Answer answer = readByShortId(certificateFile(which), kCompared);
  if (answer.statusWord != status::kOk && answer.statusWord != status::kEndOfFile) {
    throw CardError("compare certificate", answer.statusWord);
  }
  return std::ranges::equal(answer.data, start);
}

std::optional<std::vector<std::uint8_t>> JpkiCard::readCertificate(KeyPair which) {
  const std::string step =
      which == KeyPair::signing ? "read signing certificate" : "read authentication certificate";
  std::vector<std::uint8_t> certificate;
  if (mayReadExtended(which)) {
    certificate = readExtended(certificateFile(which)).value_or(std::vector<std::uint8_t>());
  }
  if (certificate.empty()) {
    Answer answer = readByShortId(certificateFile(which), apdu::kMaxShortAnswer);
    if (isAbsent(answer.statusWord)) {
      return std::nullopt;
    }
    if (answer.statusWord != status::kOk && answer.statusWord != status::kEndOfFile) {
      throw CardError(step, answer.statusWord);
    }
    certificate = std::move(answer.data);
  }
  if (isErased(certificate)) {
    return std::nullopt;
  }
  const std::optional<std::size_t> length = certificateLength(certificate);
  if (!length) {
    throw CardError(step, 0);
  }
  while (certificate.size() < *length) {
    // The short id above made the file the current one, so a plain 15-bit offset goes on in it.
    const std::size_t offset = certificate.size();
    const std::size_t wanted = std::min(*length - offset, apdu::kMaxShortAnswer);
    const Answer answer = exchange(
        apdu::command({0x00, instruction::kReadBinary, static_cast<std::uint8_t>(offset >> 8U),
                       static_cast<std::uint8_t>(offset & 0xFFU)},
                      {}, wanted));
    if (answer.statusWord != status::kOk && answer.statusWord != status::kEndOfFile &&
        answer.statusWord != status::kWrongOffset) {
      throw CardError(step, answer.statusWord);
    }
    if (answer.data.empty()) {
      throw CardError(step, 0);  // the header promised more than the file holds
    }
    certificate.insert(certificate.end(), answer.data.begin(), answer.data.end());
  }
  certificate.resize(*length);
  return certificate;
}

}  // namespace madoguchi::card
