#include "app/core/policy.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/core/language.h"
#include "app/core/server_origin.h"
#include "embedded/policy_schema.h"

namespace madoguchi::test {
namespace {

using Fault = app::PolicyFault::Kind;
using Faults = std::vector<app::PolicyFault>;

class PolicyTest : public ::testing::Test {
 protected:
  app::ReadPolicy read(const QByteArray& text) {
    QFile file(path());
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    return app::readPolicy(path());
  }
  [[nodiscard]] QString path() const { return folder.filePath("client.json"); }

  QTemporaryDir folder;
};

TEST_F(PolicyTest, WithoutAFileNothingIsDecided) {
  const auto [policy, faults] = app::readPolicy(path());
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(policy.languages, app::Language::tags());
  EXPECT_EQ(policy.proxy, std::nullopt);
  EXPECT_EQ(policy.secretLifetime, std::chrono::minutes(5));
  EXPECT_EQ(policy.sessionLifetime, std::chrono::minutes(30));
  EXPECT_FALSE(policy.kiosk);
  EXPECT_TRUE(policy.entrances.empty() && policy.closed.empty() && policy.texts.empty());
}

TEST_F(PolicyTest, ReadsEveryThingThatCanBeDecided) {
  const auto [policy, faults] =
      read(R"({
    "server": "https://service.example", "caFile": "/etc/ca.pem", "proxy": "socks5://proxy:1080",
    "reader": "Reader 0", "languages": ["en", "ja"], "entrances": ["cardHolder", "coeByEmail"],
    "idleMinutes": {"secrets": 2, "session": 10}, "printing": false, "saving": false,
    "kiosk": {"idleSeconds": 60, "printer": "counter", "pagesPerVisit": 5, "staffCode":
      "scrypt:15:00112233445566778899aabbccddeeff:)"
           R"(00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
      "screenDotsPerInch": 92, "shuffledDigits": true},
    "copying": false, "textSize": "A+", "termsFolder": "/etc/terms", "operator": "Office",
    "helpDesk": {"ja": "j", "easy": "e", "en": "n"}, "updateNotice": "https://service.example"})");
  EXPECT_EQ(faults, Faults());
  EXPECT_EQ(policy.server, "https://service.example");
  EXPECT_EQ(policy.caFile, "/etc/ca.pem");
  EXPECT_EQ(policy.proxy, "socks5://proxy:1080");
  EXPECT_EQ(policy.reader, "Reader 0");
  EXPECT_EQ(policy.languages, (QStringList{"en", "ja"}));
  EXPECT_EQ(policy.entrances, (std::set<std::string>{"cardHolder", "coeByEmail"}));
  EXPECT_EQ(policy.secretLifetime, std::chrono::minutes(2));
  EXPECT_EQ(policy.sessionLifetime, std::chrono::minutes(10));
  EXPECT_EQ(policy.closed, (std::set{app::Outlets::Kind::print, app::Outlets::Kind::file,
                                     app::Outlets::Kind::clipboard}));
  ASSERT_TRUE(policy.kiosk);
  EXPECT_EQ(policy.kiosk->idle, std::chrono::seconds(60));
  EXPECT_EQ(policy.kiosk->printer, "counter");
  EXPECT_EQ(policy.kiosk->pagesPerVisit, 5);
  EXPECT_EQ(policy.kiosk->staffCode.size(), std::string("scrypt:15:").size() + 32 + 1 + 64);
  EXPECT_EQ(policy.kiosk->screenDotsPerInch, 92);
  EXPECT_TRUE(policy.kiosk->shuffledDigits);
  EXPECT_EQ(policy.textSize, app::TextSize::large);
  EXPECT_EQ(policy.termsFolder, "/etc/terms");
  EXPECT_EQ(policy.texts,
            (app::OperatorTexts::All{{"operator", {{"", "Office"}}},
                                     {"helpDesk", {{"ja", "j"}, {"easy", "e"}, {"en", "n"}}},
                                     {"updateNotice", {{"", "https://service.example"}}}}));
  EXPECT_EQ(read(R"({"proxy": "none", "printing": true})").policy.proxy, "");
  EXPECT_TRUE(read(R"({"printing": true})").policy.closed.empty());
}

TEST_F(PolicyTest, WhateverIsWrongIsSaidWithItsPlace) {
  const struct {
    QByteArray text;
    Faults faults;
  } kWrong[] = {
      {R"({"cafile": "/a", "demo~/": 1})",
       {{"/cafile", Fault::unknownName, {}}, {"/demo~0~1", Fault::unknownName, {}}}},
      {R"({"": ""})", {{"/", Fault::unknownName, {}}}},
      {R"({"caFile": ["/a"]})", {{"/caFile", Fault::wrongType, "string"}}},
      {R"({"reader": 5})", {{"/reader", Fault::wrongType, "string"}}},
      {R"({"termsFolder": null})", {{"/termsFolder", Fault::wrongType, "string"}}},
      {R"({"caFile": ""})", {{"/caFile", Fault::empty, {}}}},
      {R"({"server": "http://a.example"})",
       {{"/server", Fault::wrongForm, "https://service.example"}}},
      {R"({"server": "https://a.example\n"})",
       {{"/server", Fault::wrongForm, "https://service.example"}}},
      {R"({"proxy": "http://me:secret@proxy"})",
       {{"/proxy", Fault::wrongForm, "http://proxy.example:3128, none"}}},
      {R"({"server": "https://a.example:99999"})",
       {{"/server", Fault::wrongForm, "https://service.example"}}},
      {R"({"server": "https://[::1"})", {{"/server", Fault::wrongForm, "https://service.example"}}},
      {R"({"proxy": "http://proxy.example:99999"})",
       {{"/proxy", Fault::wrongForm, "http://proxy.example:3128"}}},
      {R"({"proxy": "socks5://:1080"})",
       {{"/proxy", Fault::wrongForm, "http://proxy.example:3128"}}},
      {R"({"caFile": {}})", {{"/caFile", Fault::wrongType, "string"}}},
      {R"({"reader": true, "Reader": "x"})",
       {{"/Reader", Fault::unknownName, {}}, {"/reader", Fault::wrongType, "string"}}},
      {R"({"kiosk": []})", {{"/kiosk", Fault::wrongType, "object"}}},
      {R"({"kiosk": {"idleSeconds": "60", "idleseconds": 60}})",
       {{"/kiosk/idleSeconds", Fault::wrongType, "integer"},
        {"/kiosk/idleseconds", Fault::unknownName, {}}}},
      {R"({"idleMinutes": {"secrets": 99999999999999999999}})",
       {{"/idleMinutes/secrets", Fault::wrongType, "integer"}}},
      {R"({"idleMinutes": {"secrets": 4294967297}})",
       {{"/idleMinutes/secrets", Fault::outOfRange, "1, 5"}}},
      {R"({"reader": "\ud800"})", {{"", Fault::notJson, "1"}}},
      {R"({"kiosk": {"printer": "a", "printer": "b"}})", {{"", Fault::notJson, ""}}},
      {R"({"textSize": "a+"})", {{"/textSize", Fault::notOneOf, "A, A+, A++"}}},
      {R"({"languages": []})", {{"/languages", Fault::empty, {}}}},
      {R"({"languages": ["ja", "fr", "ja"]})",
       {{"/languages/1", Fault::notOneOf, "ja, easy, en"}, {"/languages/2", Fault::twice, {}}}},
      {R"({"entrances": "cardHolder"})", {{"/entrances", Fault::wrongType, "array"}}},
      {R"({"idleMinutes": {"secrets": 6, "session": 2.5}})",
       {{"/idleMinutes/secrets", Fault::outOfRange, "1, 5"},
        {"/idleMinutes/session", Fault::wrongType, "integer"}}},
      {R"({"printing": "no"})", {{"/printing", Fault::wrongType, "boolean"}}},
      {R"({"helpDesk": 5})", {{"/helpDesk", Fault::wrongType, "string"}}},
      {R"({"helpDesk": ""})", {{"/helpDesk", Fault::empty, {}}}},
      {R"({"operator": {"ja": "a", "en": "", "fr": "a"}})",
       {{"/operator/en", Fault::empty, {}},
        {"/operator/fr", Fault::unknownName, {}},
        {"/operator/easy", Fault::missing, {}}}},
      {"[]", {{"", Fault::wrongType, "object"}}},
      {"{\n  \"server\": \"https://a.example\"\n  \"reader\": 1\n}", {{"", Fault::notJson, "3"}}},
      {"", {{"", Fault::notJson, "1"}}},
      {"{\"helpDesk\": \"\x91\x8b\x8c\xfb\"}", {{"", Fault::notUtf8, {}}}},  // Shift_JIS
      {QByteArray("\xff\xfe{\0}\0", 6), {{"", Fault::notUtf8, {}}}},
      {QByteArray("{\0}\0", 4), {{"", Fault::notUtf8, {}}}},
      {R"({"caFile": "C:\certificates\ca.pem"})", {{"", Fault::notJson, "1"}}},
      {R"({"caFile": "/a", "caFile": "/b"})", {{"", Fault::notJson, ""}}},
      {"{" + QByteArray(70'000, ' ') + "}", {{"", Fault::unreadable, {}}}},
  };
  for (const auto& [text, faults] : kWrong)
    EXPECT_EQ(read(text).faults, faults) << text.left(80).toStdString();
  EXPECT_FALSE(read(QByteArray("{}\0{\"caFile\": \"/a\"}", 18)).faults.empty());
}

TEST_F(PolicyTest, IsReadAsEditorsOfWindowsWriteUtf8) {
  const auto [policy, faults] =
      read("\xef\xbb\xbf{\r\n  \"caFile\": \"C:\\\\証明書 類\\\\ca.pem\"\r\n}\r\n");
  EXPECT_EQ(faults, Faults());
  EXPECT_EQ(policy.caFile, QStringLiteral("C:\\証明書 類\\ca.pem"));
}

TEST_F(PolicyTest, TheExampleThatIsShippedCanBeUsed) {
  const auto [policy, faults] =
      app::readPolicy(QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/packaging/client/client.json"));
  EXPECT_EQ(faults, Faults());
  EXPECT_EQ(app::serverOrigin(policy.server), policy.server);
  for (const QString& language : app::Language::tags())
    EXPECT_TRUE(policy.texts.at("helpDesk").contains(language)) << language.toStdString();
}

TEST_F(PolicyTest, TheExampleForAKioskSaysAllThatAKioskCanBeToldAndCanBeUsed) {
  QFile shipped(QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/packaging/kiosk/client.json"));
  ASSERT_TRUE(shipped.open(QIODevice::ReadOnly));
  auto example = nlohmann::json::parse(shipped.readAll().toStdString());
  const auto schema = nlohmann::json::parse(embedded::policy_schema());
  for (const auto& [key, rule] : schema.at("/properties/kiosk/properties"_json_pointer).items())
    EXPECT_TRUE(example.at("kiosk").contains(key)) << key;
  // What the operator brings.
  const auto write = [this](const QString& name, const QByteArray& text) {
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    return file.fileName().toStdString();
  };
  for (const QString& language : app::Language::tags())
    write(QStringLiteral("terms.%1.txt").arg(language), "2027-04-01\nOf the operator.\n");
  example["caFile"] = write(QStringLiteral("ca.pem"), "-----BEGIN CERTIFICATE-----\n");
  example["termsFolder"] = folder.path().toStdString();
  write(QStringLiteral("client.json"), QByteArray::fromStdString(example.dump()));
  EXPECT_EQ(app::policyFaults(path()), Faults());
  EXPECT_TRUE(app::readPolicy(path()).policy.kiosk);
}

TEST_F(PolicyTest, TheSchemaKnowsTheProgramsOwnLists) {
  const auto schema = nlohmann::json::parse(embedded::policy_schema());
  const auto listed = [&](const char* place) {
    QStringList values;
    for (const auto& one : schema.at(nlohmann::json::json_pointer(place)))
      values << QString::fromStdString(one.get<std::string>());
    return values;
  };
  EXPECT_EQ(listed("/properties/languages/items/enum"), app::Language::tags());
  EXPECT_EQ(listed("/$defs/text/anyOf/1/required"), app::Language::tags());
  QStringList sizes;
  for (const app::TextSize size : app::kTextSizes) sizes << app::nameOf(size);
  EXPECT_EQ(listed("/properties/textSize/enum"), sizes);
  for (const char* name : app::OperatorTexts::kNames)
    EXPECT_TRUE(schema["properties"].contains(name)) << name;
}

}  // namespace
}  // namespace madoguchi::test
