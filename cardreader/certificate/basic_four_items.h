#pragma once

#include <string>

#include "cardreader/certificate/certificate.h"

namespace madoguchi::certificate {

/// The items as their bytes stand in the certificate; a missing one is empty.
struct RawItems {
  std::string name;
  std::string nameSubstitution;
  std::string sex;
  std::string birth;
  std::string address;
  std::string addressSubstitution;
};

/// Never throws: a malformed item stays empty.
BasicFourItems interpretItems(const RawItems& raw);

}  // namespace madoguchi::certificate
