#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace madoguchi::card {

/// Whether extended APDUs get through a reader to the card and back.
enum class ExtendedLength : std::uint8_t { untried, works, fails };

/// What has been learnt about one reader. Whoever connects keeps it for as long as the reader has
/// its name (one process is enough) and hands it to each JpkiCard in that reader.
struct ReaderCapabilities {
  ExtendedLength extendedLength = ExtendedLength::untried;
  bool pinPadFails = false;
};

/// By the reader's name.
using KnownReaders = std::map<std::string, ReaderCapabilities, std::less<>>;

}  // namespace madoguchi::card
