#pragma once

#include <memory>
#include <string>

#include "cardreader/pcsc/held_readers.h"
#include "cardreader/transport.h"

namespace madoguchi::card::pcsc {

/// Powers the card in `reader` and takes it exclusively, in a context of its own; unpowers it when
/// destroyed. Throws TransportError. Not guarded: PcscTransport::connect() is the way in.
std::unique_ptr<CardConnection> openConnection(const std::string& reader,
                                               std::shared_ptr<HeldReaders> held);

}  // namespace madoguchi::card::pcsc
