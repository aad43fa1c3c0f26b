#include "protocol/plain_text.h"

#include <gtest/gtest.h>

#include <string>

namespace madoguchi::protocol {
namespace {

TEST(PlainText, LooksLikeWhatItIs) {
  for (const char* text :
       {"", "one\ntwo", "窓口", "\u3000Åland\u00A0", "👨‍👩‍👧", "\u00C2\u00A0x"}) {
    EXPECT_TRUE(isPlainText(text)) << text;
  }
  for (const char* text : {"\x1B[2J", "a\rb", "a\tb", "\x7F", "\u0080", "\u009B2J", "\u009F",
                           "a\u202Eb", "\u2066", "\u200F", "\u061C", "a\u2028b", "a\u2029b"}) {
    EXPECT_FALSE(isPlainText(text)) << text;
  }
  EXPECT_FALSE(isPlainText(std::string("a\0b", 3)));
}

TEST(PlainText, IsUtf8) {
  for (const char* text : {"\xFF", "\xC2", "a\xC2", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                           "\x91\x8B\x8C\xFB", "\x80", "\xE3\x81"}) {
    EXPECT_FALSE(isPlainText(text)) << text;
  }
}

TEST(PlainText, ChangesOfDirectionAreNoControls) {
  EXPECT_FALSE(hasControls("\u202D090-1234-5678\u202C\n"));
  EXPECT_TRUE(hasControls("\u0085"));
}

}  // namespace
}  // namespace madoguchi::protocol
