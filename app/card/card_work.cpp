#include "app/card/card_work.h"

#include <algorithm>
#include <chrono>

namespace madoguchi::app {

FailureCode inDate(const certificate::Certificate& certificate, FailureCode ended) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  switch (certificate::validityAt(now, certificate)) {
    case certificate::Validity::valid:
      break;
    case certificate::Validity::notYet:
      return FailureCode::certificateNotYetValid;
    case certificate::Validity::ended:
      return ended;
  }
  return FailureCode::none;
}

std::vector<card::ReaderState> usedReaders(const card::ReaderSnapshot& readers,
                                           const std::string& preferredReader) {
  std::vector<card::ReaderState> used = readers.readers;
  if (!preferredReader.empty()) {
    std::erase_if(used, [&](const card::ReaderState& one) { return one.name != preferredReader; });
  }
  return used;
}

bool CardSecrets::has(card::Secret which) const {
  return which == card::Secret::signaturePassword ? password.has_value()
                                                  : !std::holds_alternative<std::monostate>(pin);
}

void CardSecrets::drop(card::Secret which) {
  if (which == card::Secret::signaturePassword) {
    password.reset();
  } else {
    pin = std::monostate{};
  }
}

bool CardSecrets::holdsAny() const {
  return password.has_value() || std::holds_alternative<card::SecretBuffer>(pin);
}

CardSecrets CardSecrets::duplicate() const {
  CardSecrets copy;
  if (password) {
    copy.password = password->duplicate();
  }
  if (const auto* typed = std::get_if<card::SecretBuffer>(&pin)) {
    copy.pin = typed->duplicate();
  } else if (isPinTypedAtReader()) {
    copy.pin = TypedAtReader{};
  }
  return copy;
}

}  // namespace madoguchi::app
