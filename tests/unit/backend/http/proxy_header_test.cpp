#include "backend/http/proxy_header.h"

#include <gtest/gtest.h>

#include <string>

namespace madoguchi::backend {
namespace {

using HeaderState = ProxyHeader::State;

const std::string kSignature("\r\n\r\n\0\r\nQUIT\n", 12);

std::string header(char command, char family, const std::string& behind) {
  return kSignature + command + family + static_cast<char>(behind.size() / 256) +
         static_cast<char>(behind.size() % 256) + behind;
}

/// 192.0.2.7:513 to 192.0.2.1:443
const std::string kFour("\xC0\x00\x02\x07\xC0\x00\x02\x01\x02\x01\x01\xBB", 12);

TEST(ProxyHeader, SaysWhoComes) {
  const ProxyHeader four = readProxyHeader(header('\x21', '\x11', kFour));
  ASSERT_EQ(four.state, HeaderState::complete);
  EXPECT_EQ(toString(four.client.value()), "192.0.2.7");
  EXPECT_EQ(four.size, 28U);

  std::string six(36, '\0');
  six.replace(0, 4, "\x20\x01\x0D\xB8");
  six[15] = '\x09';
  const ProxyHeader other = readProxyHeader(header('\x21', '\x21', six));
  ASSERT_EQ(other.state, HeaderState::complete);
  EXPECT_EQ(toString(other.client.value()), "2001:db8::9");
}

TEST(ProxyHeader, SkipsWhatProxiesAdd) {
  const std::string checksum("\x03\x00\x04wxyz", 7);
  const ProxyHeader read = readProxyHeader(header('\x21', '\x11', kFour + checksum));
  EXPECT_EQ(read.state, HeaderState::complete);
  EXPECT_EQ(read.size, 35U);
  EXPECT_EQ(toString(read.client.value()), "192.0.2.7");
}

TEST(ProxyHeader, TheProxyMaySpeakForItself) {
  for (const std::string& own :
       {header('\x20', '\0', ""), header('\x20', '\x11', kFour), header('\x21', '\0', "")}) {
    const ProxyHeader read = readProxyHeader(own);
    EXPECT_EQ(read.state, HeaderState::complete);
    EXPECT_FALSE(read.client);
  }
}

TEST(ProxyHeader, NeverAsksForAByteBehindIt) {
  const std::string whole = header('\x21', '\x11', kFour);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const ProxyHeader read = readProxyHeader(whole.substr(0, size));
    EXPECT_EQ(read.state, HeaderState::unfinished) << size;
    EXPECT_GT(read.size, size);
    EXPECT_LE(read.size, whole.size());
  }
}

TEST(ProxyHeader, RefusesWhatIsNoHeader) {
  const std::string tls("\x16\x03\x01\x02", 4);
  for (const std::string& bytes :
       {tls, std::string("PROXY TCP4 192.0.2.7 192.0.2.1 513 443\r\n"),
        kSignature.substr(0, 8) + "x", header('\x11', '\x11', kFour), header('\x22', '\x11', kFour),
        header('\x21', '\x31', kFour), header('\x21', '\x12', kFour),
        header('\x21', '\x11', kFour.substr(1)), header('\x21', '\x21', kFour),
        header('\x21', '\x11', std::string(513, 'x'))}) {
    EXPECT_EQ(readProxyHeader(bytes).state, HeaderState::malformed) << bytes;
  }
}

}  // namespace
}  // namespace madoguchi::backend
