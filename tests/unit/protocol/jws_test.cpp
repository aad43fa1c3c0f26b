#include "protocol/jws.h"

#include <gtest/gtest.h>

#include "protocol/base64.h"

namespace madoguchi::protocol {
namespace {

using Bytes = std::vector<std::uint8_t>;

const Bytes kCertificate = {0x30, 0x03, 0x02, 0x01, 0xFF};
const Bytes kSignature = {0xFB, 0xFF, 0x00};

Bytes utf8(std::string_view text) { return {text.begin(), text.end()}; }

std::string withHeader(std::string_view header) {
  return base64url(utf8(header)) + ".e30." + base64url(kSignature);
}

std::string goodHeader(std::string_view more = "") {
  return R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8="])" + std::string(more) + "}";
}

TEST(Jws, IsReadAsItWasMade) {
  const std::string payload = R"({"name":"窓口"})";
  const std::string input = jwsSigningInput("RS256", "some+jws", kCertificate, payload);
  const auto jws = parseJws(jwsCompact(input, kSignature));
  ASSERT_TRUE(jws);
  EXPECT_EQ(jws->algorithm, "RS256");
  EXPECT_EQ(jws->type, "some+jws");
  EXPECT_EQ(jws->certificates, std::vector<Bytes>{kCertificate});
  EXPECT_EQ(jws->payload, payload);
  EXPECT_EQ(jws->signingInput, input);
  EXPECT_EQ(jws->signature, kSignature);
}

TEST(Jws, SigningInputIsHeaderAndPayload) {
  EXPECT_EQ(jwsSigningInput("RS256", "t", kCertificate, "{}"),
            base64url(utf8(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8="]})")) + ".e30");
}

TEST(Jws, GoodHeadersOfOthersAreRead) {
  EXPECT_TRUE(parseJws(withHeader(goodHeader())));
  EXPECT_TRUE(parseJws(withHeader(goodHeader(R"(,"kid":"1")"))));
  const auto chain =
      parseJws(withHeader(R"({"x5c":["MAMCAf8=","MAMCAQA="],"typ":"t","alg":"ES384"})"));
  ASSERT_TRUE(chain);
  EXPECT_EQ(chain->certificates,
            (std::vector<Bytes>{kCertificate, {0x30, 0x03, 0x02, 0x01, 0x00}}));
}

TEST(Jws, BadHeadersAreRefused) {
  for (const std::string& header :
       {std::string("{}"),
        std::string("[]"),
        std::string("null"),
        std::string(""),
        std::string("{"),
        goodHeader(R"(,"crit":["b64"])"),
        goodHeader(R"(,"crit":[])"),
        goodHeader(R"(,"alg":"none")"),
        goodHeader(R"(,"x5c":["AAAA"])"),
        goodHeader(R"(,"a":{"b":[{}]})"),
        goodHeader() + "x",
        std::string(R"({"typ":"t","x5c":["MAMCAf8="]})"),
        std::string(R"({"alg":"RS256","x5c":["MAMCAf8="]})"),
        std::string(R"({"alg":"RS256","typ":"t"})"),
        std::string(R"({"alg":1,"typ":"t","x5c":["MAMCAf8="]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":[]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":"MAMCAf8="})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":[1]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8=",1]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8=","garbage"]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8=","-_8A"]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8=",""]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8=\u0000"]})"),
        goodHeader() + std::string("\0", 1),
        goodHeader() + std::string("\0{}", 3),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8"]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["MAMCAf8=\n"]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":["-_8A"]})"),
        std::string(R"({"alg":"RS256","typ":"t","x5c":[""]})")}) {
    EXPECT_FALSE(parseJws(withHeader(header))) << header;
  }
}

TEST(Jws, OtherShapesAreRefused) {
  const std::string good = withHeader(goodHeader());
  ASSERT_TRUE(parseJws(good));
  const std::string header = base64url(utf8(goodHeader()));
  for (const std::string& text :
       {std::string(), std::string("."), std::string(".."), std::string("..."), header,
        header + ".e30", header + ".e30.", header + "..", good + ".", good + ".AAAA", good + "=",
        good + "\n", " " + good, header + ".e3 0.-_8A", header + ".e30=.-_8A",
        std::string(200'000, 'A'), header + "." + std::string(200'000, 'A') + ".-_8A"}) {
    EXPECT_FALSE(parseJws(text)) << text.substr(0, 80);
  }
}

}  // namespace
}  // namespace madoguchi::protocol
