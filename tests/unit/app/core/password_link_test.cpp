#include "app/core/password_link.h"

#include <gtest/gtest.h>

namespace madoguchi::test {
namespace {

const std::string kToken = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";
const QString kOrigin = QStringLiteral("https://service.example:8443");

std::string tokenOf(const std::string& text) {
  return app::passwordLinkToken(QString::fromStdString(text), kOrigin).value_or("none");
}

TEST(PasswordLink, IsTakenAsMailsAndSystemsGiveIt) {
  EXPECT_EQ(tokenOf("https://service.example:8443/password/" + kToken), kToken);
  EXPECT_EQ(tokenOf(" <https://service.example:8443/password/" + kToken + "?language=en>\n"),
            kToken);
  EXPECT_EQ(tokenOf("HTTPS://Service.example:8443/password/" + kToken), kToken);
  EXPECT_EQ(tokenOf("madoguchi:password/" + kToken), kToken);
  EXPECT_EQ(tokenOf(kToken), kToken);
}

TEST(PasswordLink, IsFoundWhereMailsAndServicesHaveWrappedIt) {
  const std::string link = "https://service.example:8443/password/" + kToken;
  const std::string packed = "https%3A%2F%2Fservice.example%3A8443%2Fpassword%2F" + kToken;
  for (const std::string& text :
       {"https://jpn01.safelinks.protection.outlook.com/?url=" + packed +
            "%3Flanguage%3Dja&data=05%7C02%7Ca%40b.example%7C0&sdata=x%3D&reserved=0",
        "https://www.google.com/url?q=" + link + "&sa=D",
        "https://urldefense.com/v3/__" + link + "__;!!AbC!xyz$",
        "Please open this link: " + link + " It works for 24 hours.", "「" + link + "」",
        link.substr(0, 60) + "\r\n" + link.substr(60), "> " + link + "\n"}) {
    EXPECT_EQ(tokenOf(text), kToken) << text;
  }
}

TEST(PasswordLink, IsNothingElse) {
  for (const std::string& text :
       {std::string(), kToken.substr(1), kToken + "A", kToken.substr(1) + " ",
        "https://service.example:8443/password/" + kToken.substr(1),
        "https://service.example:8443/password/" + kToken + "/x",
        "https://service.example:8443/email/" + kToken,
        "https://elsewhere.example:8443/password/" + kToken,
        "https://service.example/password/" + kToken,
        "https://somebody@service.example:8443/password/" + kToken,
        "http://service.example:8443/password/" + kToken, "file:///password/" + kToken,
        "https://wrap.example/?u=https://service.example:8443/password/" + kToken + "A",
        "https://wrap.example/?u=https://elsewhere.example:8443/password/" + kToken,
        std::string("https://service.example:8443/password/")}) {
    EXPECT_EQ(tokenOf(text), "none") << text;
  }
}

TEST(PasswordLink, IsHandedOverInOneWayOnly) {
  EXPECT_EQ(app::handedOverToken(QString::fromStdString("madoguchi:password/" + kToken)), kToken);
  for (const std::string& address :
       {kToken, "https://service.example:8443/password/" + kToken, "madoguchi:" + kToken,
        "madoguchi://password/" + kToken, "madoguchi:password/" + kToken + "?a=b",
        " madoguchi:password/" + kToken, "madoguchi:email/" + kToken}) {
    EXPECT_FALSE(app::handedOverToken(QString::fromStdString(address))) << address;
  }
}

}  // namespace
}  // namespace madoguchi::test
