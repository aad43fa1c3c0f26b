#pragma once

#include <string>

namespace madoguchi::card::pcsc {

/// Of the protocol that the service speaks with its clients, for example "4:4". Empty where the
/// service cannot be asked, or the system's service has no such thing.
std::string serviceProtocolVersion();

}  // namespace madoguchi::card::pcsc
