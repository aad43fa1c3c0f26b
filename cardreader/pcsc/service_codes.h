#pragma once

#include <winscard.h>

#include <cstddef>
#include <optional>

#include "cardreader/transport.h"

// Numbers of the PC/SC service that differ between systems: service_linux.cpp, service_windows.cpp.

namespace madoguchi::card::pcsc {

/// As many entries as SCardGetStatusChange takes, which is also as many readers as there can be:
/// with so many, none can come.
std::size_t mostEntries();

/// What the system's own service means by a code, where others mean something else by it or
/// nothing.
std::optional<TransportFault> ownMeaningOf(LONG code);

/// A control code for drivers, by its number in PC/SC part 10.
DWORD controlCode(DWORD number);

}  // namespace madoguchi::card::pcsc
