#pragma once

#include <iosfwd>
#include <string>
#include <vector>

// The table "What every fault of the card leads to" of docs/failure-codes.md, which is the only
// place where it stands.

namespace madoguchi::test {

/// What the program is doing with the card, in the order of a registration.
enum class CardStep {
  list,
  connect,
  select,
  read,
  tries,
  verifyPassword,
  readSigning,
  verifyPin,
  sign,
};

enum class CardFault {
  serviceMissing,
  serviceIncompatible,
  serviceDies,
  serviceHangs,
  readerUnplugged,
  readerFails,
  cardRemoved,
  cardSwapped,
  cardSwappedUnseen,
  otherKind,
  heldElsewhere,
  resetElsewhere,
  mute,
  silent,
  slow,
  status6F00,
  status61,
  status6C,
  truncated,
  overlong,
  garbageCertificate,
};

/// One row. The texts are the document's own.
struct CardFaultRow {
  CardStep step = CardStep::list;
  CardFault fault = CardFault::serviceMissing;
  std::string code;     ///< "MG-101"; "–" where the person notices nothing
  std::string page;     ///< where the person is afterwards, by its name in the page table
  std::string remains;  ///< "nothing", "secrets", "form" or "form and secrets"
  std::string tryMay;   ///< "no" or "may have counted"
  std::string goesOn;   ///< how, once the fault is over
  bool real = false;    ///< run with the real service, too
};

/// A fault that a step cannot meet.
struct ImpossibleFault {
  CardFault fault = CardFault::serviceMissing;
  std::vector<CardStep> steps;
  std::string why;
};

inline constexpr int kCardSteps = static_cast<int>(CardStep::sign) + 1;
inline constexpr int kCardFaults = static_cast<int>(CardFault::garbageCertificate) + 1;

/// As the document names them, for example "verify password" and "card removed".
std::string nameOf(CardStep step);
std::string nameOf(CardFault fault);
/// For messages.
std::ostream& operator<<(std::ostream& stream, const CardFaultRow& row);

/// All rows. Throws std::runtime_error where the document cannot be read or a row is not a row.
std::vector<CardFaultRow> cardFaultRows();
std::vector<ImpossibleFault> impossibleCardFaults();

}  // namespace madoguchi::test
