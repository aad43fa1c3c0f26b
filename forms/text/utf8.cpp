#include "forms/text/utf8.h"

#include <unicode/utf8.h>

namespace madoguchi::forms {

// ICU's macro mixes int and uint8_t.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
std::int32_t nextCodePoint(std::string_view text, std::size_t& offset) {
  std::int32_t character = 0;
  U8_NEXT(text.data(), offset, text.size(), character);
  return character;
}
#pragma GCC diagnostic pop

bool isUtf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (nextCodePoint(text, offset) < 0) {
      return false;
    }
  }
  return true;
}

}  // namespace madoguchi::forms
