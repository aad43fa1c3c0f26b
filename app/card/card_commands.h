#pragma once

#include <atomic>
#include <cstdint>
#include <set>
#include <string>

#include "app/card/card_work.h"

// What is done with a card, each in one connection that ends unpowered. Called in the card thread.

namespace madoguchi::app {

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
  /// A secret was sent in this command, and neither was it right nor was it never typed.
  std::atomic<bool> tryMayCount = false;
};

/// What the commands work with.
struct CardAccess {
  card::CardTransport& transport;
  card::ApduCounter& counter;
  CommandWatch& watch;
  card::KnownReaders& readers;  ///< what was learnt about them; the commands add to it
  std::set<std::string>& held;  ///< readers whose cards another program held; likewise
};

/// Looks at the cards in the readers (only in `preferredReader`, unless it is empty) until one is a
/// My Number Card. 11 APDUs with certificates of today's size, 6 where the reader takes extended
/// ones.
CardInspection inspectCard(const CardAccess& access, const std::string& preferredReader);
/// For the self-check: all readers, and what inspectCard() finds in them.
CardCheck checkCards(const CardAccess& access, const std::string& preferredReader);
/// 2 APDUs for a secret alone, 9 (3 with extended ones) for the password with the certificate that
/// it opens, 5 for two secrets and two signatures.
CardWorkDone workWithCard(const CardAccess& access, const CardWork& what);

}  // namespace madoguchi::app
