#include "backend/core/origin.h"

#include <gtest/gtest.h>

namespace madoguchi::backend {
namespace {

TEST(Origin, IsSaidAsClientsSayIt) {
  for (const auto& [given, said] : {
           std::pair("https://service.example", "https://service.example"),
           std::pair("https://SERVICE.Example", "https://service.example"),
           std::pair("HTTPS://service.example/", "https://service.example"),
           std::pair("https://service.example:443", "https://service.example"),
           std::pair("https://service.example:0443", "https://service.example"),
           std::pair("https://service.example:8443", "https://service.example:8443"),
           std::pair("https://LOCALHOST:0", "https://localhost:0"),
           std::pair("https://xn--6xw.example", "https://xn--6xw.example"),
           std::pair("https://3com", "https://3com"),
           std::pair("https://192.0.2.1:444", "https://192.0.2.1:444"),
           std::pair("https://[2001:DB8:0:0::1]", "https://[2001:db8::1]"),
           std::pair("https://[::1]:443", "https://[::1]"),
       }) {
    const auto origin = parseOrigin(given);
    ASSERT_TRUE(origin) << given;
    EXPECT_EQ(originText(*origin), said) << given;
  }
}

TEST(Origin, WhatNoClientCouldSayIsNone) {
  for (const char* text : {"",
                           "https://",
                           "https:///",
                           "http://service.example",
                           "service.example",
                           "https://a b",
                           "https://service.example/x",
                           "https://service.example//",
                           "https://service.example?x",
                           "https://service.example#x",
                           "https://user@service.example",
                           "https://service.example:",
                           "https://service.example:65536",
                           "https://service.example:-1",
                           "https://service.example:+1",
                           "https://service.example:44a",
                           "https://service.example:1:2",
                           "https://.example",
                           "https://service..example",
                           "https://service.example.",
                           "https://-service.example",
                           "https://service-.example",
                           "https://窓口.example",
                           "https://service.example\n",
                           "https://127.1",
                           "https://010.0.0.1",
                           "https://1.2.3.4.5",
                           "https://256.0.0.1",
                           "https://2130706433",
                           "https://0x7f000001",
                           "https://::1",
                           "https://[::1",
                           "https://[::1]x",
                           "https://[fe80::1%eth0]",
                           "https://[localhost]"}) {
    EXPECT_FALSE(parseOrigin(text)) << text;
  }
  EXPECT_FALSE(parseOrigin(std::string_view("https://a\0b", 11)));
  EXPECT_FALSE(parseOrigin(std::string_view("https://[::1\0]", 14)));
  EXPECT_FALSE(parseOrigin("https://" + std::string(64, 'a') + ".example"));
}

}  // namespace
}  // namespace madoguchi::backend
