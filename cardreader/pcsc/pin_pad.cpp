#include "cardreader/pcsc/pin_pad.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "cardreader/pcsc/service_codes.h"
#include "cardreader/readers/reader_table.h"

namespace madoguchi::card::pcsc {

namespace {

// Part 10, 2.2 and 2.3.
constexpr DWORD kGetFeatures = 3400;
constexpr std::uint8_t kVerifyPinDirect = 0x06;
constexpr std::uint8_t kPinProperties = 0x0A;
constexpr std::uint8_t kTlvProperties = 0x12;

// Part 10, 2.6.14: tags of the TLV properties.
constexpr std::uint8_t kEntryEndTag = 0x02;
constexpr std::uint8_t kFewestDigitsTag = 0x06;
constexpr std::uint8_t kMostDigitsTag = 0x07;
constexpr std::uint8_t kVendorTag = 0x0B;
constexpr std::uint8_t kProductTag = 0x0C;

constexpr std::uint8_t kConfirmationKey = 0x02;
constexpr std::uint8_t kMostEntryEnds = 0x07;

using Bytes = std::vector<std::uint8_t>;

/// Tag, length, value, as long as they fit.
std::map<std::uint8_t, Bytes> tagged(std::span<const std::uint8_t> bytes) {
  std::map<std::uint8_t, Bytes> values;
  while (bytes.size() >= 2 && bytes[1] <= bytes.size() - 2) {
    const auto value = bytes.subspan(2, bytes[1]);
    values.emplace(bytes[0], Bytes(value.begin(), value.end()));
    bytes = bytes.subspan(2 + value.size());
  }
  return values;
}

/// Control codes of features are big endian (part 10, 2.2).
std::map<std::uint8_t, DWORD> readFeatures(SCARDHANDLE card) {
  std::map<std::uint8_t, DWORD> codes;
  for (const auto& [tag, value] : tagged(control(card, controlCode(kGetFeatures), {}))) {
    DWORD code = 0;
    for (const std::uint8_t byte : value) {
      code = (code << 8U) | byte;
    }
    codes.emplace(tag, code);
  }
  return codes;
}

struct Properties {
  std::optional<std::uint8_t> entryEnd;
  std::optional<std::uint8_t> fewestDigits;
  std::optional<std::uint8_t> mostDigits;
  std::string usbId;
};

Properties readProperties(SCARDHANDLE card, const std::map<std::uint8_t, DWORD>& features) {
  Properties properties;
  if (const auto feature = features.find(kTlvProperties); feature != features.end()) {
    const auto values = tagged(control(card, feature->second, {}));
    const auto byte = [&](std::uint8_t tag) -> std::optional<std::uint8_t> {
      const auto value = values.find(tag);
      return value != values.end() && value->second.size() == 1 ? std::optional(value->second[0])
                                                                : std::nullopt;
    };
    properties.entryEnd = byte(kEntryEndTag);
    properties.fewestDigits = byte(kFewestDigitsTag);
    properties.mostDigits = byte(kMostDigitsTag);
    const auto vendor = values.find(kVendorTag);
    const auto product = values.find(kProductTag);
    if (vendor != values.end() && product != values.end() && vendor->second.size() == 2 &&
        product->second.size() == 2) {
      constexpr std::string_view kDigits = "0123456789abcdef";
      // Little endian, unlike the control codes.
      for (const Bytes* number : {&vendor->second, &product->second}) {
        properties.usbId += properties.usbId.empty() ? "" : ":";
        for (const std::uint8_t one : {(*number)[1], (*number)[0]}) {
          properties.usbId += kDigits[one >> 4U];
          properties.usbId += kDigits[one & 0x0FU];
        }
      }
    }
  }
  if (const auto feature = features.find(kPinProperties);
      !properties.entryEnd && feature != features.end()) {
    // PIN_PROPERTIES_STRUCTURE: wLcdLayout, bEntryValidationCondition, bTimeOut2.
    constexpr std::size_t kEntryEnd = 2;
    const Bytes structure = control(card, feature->second, {});
    if (structure.size() > kEntryEnd) {
      properties.entryEnd = structure[kEntryEnd];
    }
  }
  return properties;
}

}  // namespace

std::optional<PinPad> findPinPad(SCARDHANDLE card, const std::string& reader) {
  try {
    const auto features = readFeatures(card);
    const auto verify = features.find(kVerifyPinDirect);
    if (verify == features.end()) {
      return std::nullopt;
    }
    const Properties properties = readProperties(card, features);
    const PinPadQuirk quirk = pinPadQuirk(properties.usbId, reader);
    if (quirk == PinPadQuirk::unusable) {
      return std::nullopt;
    }
    PinPad pad;
    pad.verifyCode = verify->second;
    // libccid says 0 where it does not know.
    pad.fewestDigits = properties.fewestDigits.value_or(0);
    pad.mostDigits = properties.mostDigits.value_or(0) != 0 ? *properties.mostDigits : 0xFF;
    const std::uint8_t ends = properties.entryEnd.value_or(0);
    // Nothing is sent before the person confirms it, unless the reader can do nothing else.
    if (ends != 0 && ends <= kMostEntryEnds && (ends & kConfirmationKey) == 0) {
      pad.entryEnd = ends;
    }
    pad.messages = quirk == PinPadQuirk::noMessage ? 0 : 1;
    return pad;
  } catch (const TransportError&) {
    return std::nullopt;  // most readers do not know the question
  }
}

std::vector<std::uint8_t> verifyAtPad(SCARDHANDLE card, const PinPad& pad, const PadEntry& entry) {
  // PIN_VERIFY_STRUCTURE, part 10, 2.5.2. Numbers are little endian; libccid takes both orders.
  // Digits in ASCII, from the first byte of the data on, in a block that they fill: so no reader
  // has to pad or to count.
  constexpr std::uint8_t kAsciiInBytes = 0x82;
  constexpr std::uint8_t kEnglishLow = 0x09;  // 0409; readers hardly know other languages
  constexpr std::uint8_t kEnglishHigh = 0x04;
  const auto apduLength = static_cast<std::uint8_t>(entry.header.size() + 1 + entry.digits);
  Bytes structure = {entry.seconds,  // to the first key
                     entry.seconds,  // from key to key
                     kAsciiInBytes,  // bmFormatString
                     entry.digits,   // bmPINBlockString: no length inserted, size of the block
                     0,              // bmPINLengthFormat
                     entry.digits,   // wPINMaxExtraDigit: most,
                     entry.digits,   // fewest
                     pad.entryEnd,   // bEntryValidationCondition
                     pad.messages,   // bNumberMessage
                     kEnglishLow,
                     kEnglishHigh,
                     0,  // bMsgIndex
                     0,  // bTeoPrologue, for the driver
                     0,
                     0,
                     apduLength,  // ulDataLength
                     0,
                     0,
                     0};
  structure.insert(structure.end(), entry.header.begin(), entry.header.end());
  structure.push_back(entry.digits);
  structure.insert(structure.end(), entry.digits, 0x00);  // where the digits go
  return control(card, pad.verifyCode, structure);
}

}  // namespace madoguchi::card::pcsc
