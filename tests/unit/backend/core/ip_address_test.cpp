#include "backend/core/ip_address.h"

#include <gtest/gtest.h>

#include <string>

namespace madoguchi::backend {
namespace {

TEST(IpAddress, IsTheSameHoweverItIsWritten) {
  EXPECT_EQ(parseIpAddress("127.0.0.1"), parseIpAddress("::ffff:127.0.0.1"));
  EXPECT_EQ(parseIpAddress("127.0.0.1"), parseIpAddress("::FFFF:7f00:1"));
  EXPECT_EQ(parseIpAddress("2001:db8::1"), parseIpAddress("2001:0DB8:0:0:0:0:0:1"));
  EXPECT_NE(parseIpAddress("127.0.0.1"), parseIpAddress("127.0.0.2"));
  EXPECT_NE(parseIpAddress("127.0.0.1"), parseIpAddress("::7f00:1"));
}

TEST(IpAddress, IsNothingElse) {
  for (const std::string text :
       {"", "nonsense", "127.0.0", "127.0.0.1.1", "127.0.0.256", "127.0.0.1 ", " ::1", "[::1]",
        "fe80::1%eth0", "192.0.2.0/24", "127.0.0.1:80", "localhost"}) {
    EXPECT_FALSE(parseIpAddress(text)) << text;
  }
  EXPECT_FALSE(parseIpAddress(std::string("::1\0", 4)));
}

TEST(IpAddress, OfOneSubscriberIsOneV4AddressOrOneV6Network) {
  const auto subscriber = [](const char* text) { return subscriberOf(*parseIpAddress(text)); };
  EXPECT_EQ(subscriber("2001:db8::1"), subscriber("2001:db8::ffff:2"));
  EXPECT_NE(subscriber("2001:db8::1"), subscriber("2001:db8:0:1::1"));
  EXPECT_NE(subscriber("192.0.2.1"), subscriber("192.0.2.2"));
  EXPECT_EQ(subscriber("192.0.2.1"), subscriber("::ffff:192.0.2.1"));
}

TEST(IpAddress, IsWrittenAsPeopleDo) {
  for (const char* text : {"192.0.2.1", "2001:db8::1", "::"}) {
    EXPECT_EQ(toString(*parseIpAddress(text)), text);
  }
  EXPECT_EQ(toString(*parseIpAddress("::ffff:192.0.2.1")), "192.0.2.1");
}

}  // namespace
}  // namespace madoguchi::backend
