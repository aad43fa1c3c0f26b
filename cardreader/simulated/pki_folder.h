#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "cardreader/simulated/card_pki.h"
#include "cardreader/simulated/simulated_card.h"

// The PKI on disk:
//   trust/signing/*.pem, trust/authentication/*.pem   CA certificates
//   trust/crl/*.pem                                   one revocation list per CA
//   keys/*.pem                                        the CAs' private keys, readable by the owner
//   only persons/<id>/                                     the cards issued so far, likewise
// trust/ is laid out as the backend wants its trust folder. All functions throw std::runtime_error
// (std::filesystem::filesystem_error included) with a message for people.

namespace madoguchi::simulated {

/// Writes the authorities and fresh revocation lists; whoever reads meanwhile sees the old or the
/// new.
void writePki(CardPki& pki, const std::filesystem::path& folder);
CardPki loadPki(const std::filesystem::path& folder);
/// Loads the folder, or makes it where it is missing or empty, and renews the revocation lists.
/// Several processes may do so at once.
CardPki openPki(const std::filesystem::path& folder);

/// The person's card from the folder; issued and kept there the first time. Tries start anew.
CardContents cardOf(const std::filesystem::path& folder, const CardPki& pki, const Person& person);

/// Everything in one: the card of `personId` from the PKI in `folder`, which is made where missing.
/// Throws std::invalid_argument for an unknown person.
std::shared_ptr<SimulatedCard> openCard(const std::filesystem::path& folder,
                                        std::string_view personId, Behaviour behaviour = {});

}  // namespace madoguchi::simulated
