#include "forms/address_splitter.h"

namespace madoguchi::forms {

SplitAddress splitAddress(std::string_view address) {
  SplitAddress split;
  split.rest = address;
  return split;
}

}  // namespace madoguchi::forms
