#include "app/core/program_options.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include "app/core/language.h"
#include "app/core/machine_file.h"
#include "app/core/server_origin.h"
#include "protocol/terms_version.h"

namespace madoguchi::test {
namespace {

class ProgramOptionsTest : public ::testing::Test {
 protected:
  app::ParsedOptions parse(const QStringList& arguments) {
    return app::parseOptions(QStringList{"madoguchi"} + arguments, machineFile());
  }
  QString machineFile() const { return folder.filePath("client.json"); }
  void writeMachineFile(const QByteArray& text) {
    QFile file(machineFile());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
  }
  void expectRefused(const QStringList& arguments, const char* why) {
    const auto parsed = parse(arguments);
    EXPECT_FALSE(parsed.options);
    EXPECT_EQ(parsed.exitCode, 2);
    EXPECT_TRUE(parsed.text.contains(why)) << parsed.text.toStdString();
  }

  void writeTerms(const QString& language, const QByteArray& text) {
    QFile file(folder.filePath(QStringLiteral("terms.%1.txt").arg(language)));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
  }

  QTemporaryDir folder;
};

TEST_F(ProgramOptionsTest, TakesTheOperatorsTermsOfUse) {
  for (const QString& language : app::Language::tags())
    writeTerms(language, "2027-04-01\nOur terms\n");
  writeMachineFile(R"({"server": "https://service.example", "termsFolder": ")" +
                   folder.path().toUtf8() + R"("})");
  const auto parsed = parse({});
  ASSERT_TRUE(parsed.options) << parsed.text.toStdString();
  EXPECT_EQ(parsed.options->termsFolder, folder.path());
  writeTerms("easy", "2026-04-01\nOlder terms\n");
  expectRefused({}, "terms.easy.txt is of another version");
  writeTerms("easy", "2027-04-01");
  expectRefused({}, "terms.easy.txt cannot be read, or lacks");
  ASSERT_TRUE(QFile::remove(folder.filePath("terms.en.txt")));
  writeTerms("easy", "2027-04-01\nOur terms\n");
  expectRefused({}, "terms.en.txt cannot be read");
}

TEST_F(ProgramOptionsTest, TakesTheCommandLine) {
  const auto parsed = parse({"--server", "https://Example.jp:443/", "--lang", "easy", "--demo",
                             "--person", "alias", "--pki", "/tmp/pki", "--text-scale", "1.5",
                             "--reader", "Reader 0", "--report", "/tmp/report.json"});
  ASSERT_TRUE(parsed.options) << parsed.text.toStdString();
  EXPECT_EQ(parsed.options->server, "https://example.jp");
  EXPECT_EQ(parsed.options->language, "easy");
  EXPECT_TRUE(parsed.options->demo);
  EXPECT_EQ(parsed.options->person, "alias");
  EXPECT_EQ(parsed.options->pki, "/tmp/pki");
  EXPECT_EQ(parsed.options->textScale, 1.5);
  EXPECT_EQ(parsed.options->reader, "Reader 0");
  EXPECT_EQ(parsed.options->report, "/tmp/report.json");
}

TEST_F(ProgramOptionsTest, RefusesTheSampleOfTheTermsOfUseAtAServiceInEarnest) {
  const QStringList server = {"--server", "https://service.example"};
  expectRefused(server, "the terms of use are a sample");
  EXPECT_TRUE(parse(server + QStringList{"--doctor"}).options);
  EXPECT_TRUE(parse(server + QStringList{"--demo", "--pki", "x"}).options);
  for (const char* here : {"https://localhost:8443", "https://127.0.0.1:8443", "https://[::1]"})
    EXPECT_TRUE(parse({"--server", here}).options) << here;
  // The same text in a folder of its own is a sample too.
  const QByteArray version(protocol::kTermsVersion.data(),
                           static_cast<qsizetype>(protocol::kTermsVersion.size()));
  for (const QString& language : app::Language::tags()) writeTerms(language, version + "\nTerms\n");
  writeMachineFile(R"({"termsFolder": ")" + folder.path().toUtf8() + R"("})");
  expectRefused(server, "the terms of use are a sample");
}

TEST_F(ProgramOptionsTest, TakesTheSelfCheck) {
  const auto parsed = parse({"--server", "https://localhost", "--doctor"});
  ASSERT_TRUE(parsed.options) << parsed.text.toStdString();
  EXPECT_TRUE(parsed.options->doctor);
  EXPECT_FALSE(parsed.options->json);
  EXPECT_TRUE(parse({"--server", "https://localhost", "--doctor", "--json"}).options->json);
}

TEST_F(ProgramOptionsTest, TheMachinesFileStandsInForWhatIsNotGiven) {
  writeMachineFile(R"({"server": "https://a.localhost", "reader": "Reader 1",)"
                   R"( "helpDesk": "00-0000-0000"})");
  EXPECT_EQ(parse({}).options->server, "https://a.localhost");
  EXPECT_EQ(parse({}).options->reader, "Reader 1");
  EXPECT_EQ(parse({}).options->operatorTexts,
            (app::OperatorTexts::All{{"helpDesk", {{"", "00-0000-0000"}}}}));
  EXPECT_EQ(parse({"--server", "https://b.localhost"}).options->server, "https://b.localhost");
}

// An entry that is passed over may be the one that was to limit whom the machine trusts.
TEST_F(ProgramOptionsTest, TheMachinesFileIsTakenWholeOrNotAtAll) {
  const QStringList server = {"--server", "https://localhost"};
  for (const auto& [text, why] : std::initializer_list<std::pair<QByteArray, const char*>>{
           {R"({"cafile": "/etc/ca.pem"})", "client.json has an unknown entry \"cafile\""},
           {R"({"caFile": "/etc/ca.pem", "demo": true})", "unknown entry \"demo\""},
           {R"({"": ""})", "unknown entry \"\""},
           {R"({"caFile": ["/etc/ca.pem"]})", "client.json: the entry \"caFile\" is not text"},
           {R"({"reader": 5})", "the entry \"reader\" is not text"},
           {R"({"termsFolder": null})", "the entry \"termsFolder\" is not text"},
           {R"({"server": {}})", "the entry \"server\" is not text"},
           {R"({"helpDesk": 5})", "\"helpDesk\" is no text, nor one for each of"},
           {R"({"helpDesk": ""})", "\"helpDesk\" is no text"},
           {R"({"helpDesk": {"ja": "a", "en": "a"}})", "\"helpDesk\" is no text"},
           {R"({"operator": {"ja": "a", "easy": "a", "en": "a", "fr": "a"}})",
            "\"operator\" is no text"},
           {R"({"caFile": ""})", "the entry \"caFile\" is not text"},
           {R"({"caFile": "/a", "caFile": "/b"})", "is not a JSON object"},
           {QByteArray("{}\0{\"caFile\": \"/a\"}", 18), "is not a JSON object"},
           {R"({} {})", "is not a JSON object"},
           {"{" + QByteArray(70'000, ' ') + "}", "is not a JSON object"},
           {"", "is not a JSON object"}}) {
    writeMachineFile(text);
    expectRefused(server, why);
  }
  writeMachineFile("{}");
  EXPECT_TRUE(parse(server).options);
}

TEST_F(ProgramOptionsTest, TheMachinesFileSaysHowLargeTextIsToBeginWith) {
  const QStringList server = {"--server", "https://localhost"};
  EXPECT_EQ(parse(server).options->textSize, app::TextSize::normal);
  for (const app::TextSize size : app::kTextSizes) {
    writeMachineFile("{\"textSize\": \"" + app::nameOf(size).toUtf8() + "\"}");
    EXPECT_EQ(parse(server).options->textSize, size);
  }
  writeMachineFile(R"({"textSize": "a+"})");
  expectRefused(server, "client.json is one of A, A+ and A++");
}

TEST_F(ProgramOptionsTest, TheSchemaOfTheMachinesFileNamesItsEntries) {
  const QString packaging = QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/packaging/client/");
  const app::MachineSettings example = app::readMachineFile(packaging + "client.json");
  EXPECT_EQ(example.fault, "");
  EXPECT_FALSE(example.entries.empty());
  for (const QString& language : app::Language::tags())
    EXPECT_TRUE(example.texts.at("helpDesk").contains(language)) << language.toStdString();
  QFile schema(packaging + "client.schema.json");
  ASSERT_TRUE(schema.open(QIODevice::ReadOnly));
  const QJsonObject properties =
      QJsonDocument::fromJson(schema.readAll()).object()["properties"].toObject();
  EXPECT_EQ(properties.keys(), (QStringList{"caFile", "helpDesk", "operator", "reader", "server",
                                            "termsFolder", "textSize"}));
  QJsonObject all;
  for (const QString& name : properties.keys()) all[name] = "https://service.example";
  writeMachineFile(QJsonDocument(all).toJson());
  const app::MachineSettings read = app::readMachineFile(machineFile());
  EXPECT_EQ(read.fault, "");
  EXPECT_EQ(static_cast<qsizetype>(read.entries.size() + read.texts.size()), properties.size());
}

TEST_F(ProgramOptionsTest, SaysThatNoServerIsConfigured) {
  expectRefused({}, "no server is configured");
  const auto check = parse({"--doctor"});
  ASSERT_TRUE(check.options) << "it has much else to look at";
  EXPECT_EQ(check.options->server, "");
  expectRefused({"--doctor", "--server", "http://example.jp"}, "https://host");
}

TEST_F(ProgramOptionsTest, RefusesWhatCannotBeMeant) {
  expectRefused({"--server", "http://example.jp"}, "https://host");
  expectRefused({"--server", "https://example.jp/path"}, "https://host");
  expectRefused({"--server", "https://user@example.jp"}, "https://host");
  for (const QStringList& arguments : {QStringList{"--server", "https://user:s3cret@example.jp"},
                                       {"https://u:s3cret@example.jp"}}) {
    expectRefused(arguments, "@example.jp");
    EXPECT_FALSE(parse(arguments).text.contains("s3cret"));
  }
  const QStringList server = {"--server", "https://localhost"};
  expectRefused(server + QStringList{"--lang", "fr"}, "--lang");
  expectRefused(server + QStringList{"--text-scale", "0.5"}, "--text-scale");
  expectRefused(server + QStringList{"--text-scale", "big"}, "--text-scale");
  expectRefused(server + QStringList{"--ca-file", "/nowhere/ca.pem"}, "/nowhere/ca.pem");
  expectRefused(server + QStringList{"--demo"}, "--pki");
  expectRefused(server + QStringList{"--json"}, "--doctor");
  expectRefused(server + QStringList{"--unheard-of"}, "unheard-of");
  expectRefused(server + QStringList{"something"}, "something");
  writeMachineFile("[]");
  expectRefused(server, "client.json");
}

TEST_F(ProgramOptionsTest, HelpAndVersionNeedNoServer) {
  EXPECT_EQ(parse({"--help"}).exitCode, 0);
  EXPECT_TRUE(parse({"--help"}).text.contains("--text-scale"));
  EXPECT_EQ(parse({"--version"}).text, "madoguchi " MADOGUCHI_VERSION "\n");
}

TEST(ServerOriginTest, IsWrittenAsBrowsersWriteIt) {
  EXPECT_EQ(app::serverOrigin("https://EXAMPLE.jp:8443/"), "https://example.jp:8443");
  EXPECT_EQ(app::serverOrigin(" https://example.jp "), "https://example.jp");
  EXPECT_EQ(app::serverOrigin("https://[::1]:8443"), "https://[::1]:8443");
  EXPECT_EQ(app::serverOrigin("https://"), "");
  EXPECT_EQ(app::serverOrigin("example.jp"), "");
}

TEST_F(ProgramOptionsTest, TakesOneLinkOfAMailAndNothingLikeIt) {
  writeMachineFile(R"({"server": "https://localhost"})");
  const QString token(43, u'A');
  const auto parsed = parse({"madoguchi:password/" + token});
  ASSERT_TRUE(parsed.options) << parsed.text.toStdString();
  EXPECT_EQ(parsed.options->passwordLink, token.toStdString());
  EXPECT_EQ(parse({}).options->passwordLink, "");
  for (const QString& other : {"madoguchi:password/" + token + "A", "madoguchi:" + token,
                               QStringLiteral("madoguchi:--server=https://elsewhere.example")}) {
    expectRefused({other}, "no link");
    EXPECT_FALSE(parse({other}).text.contains(token)) << "it may be somebody's";
  }
  expectRefused({"madoguchi:password/" + token, "madoguchi:password/" + token}, "no link");
  expectRefused({"https://localhost/password/" + token}, "unexpected argument");
}

TEST(DesktopFile, HandsOverLinksAsOneArgument) {
  QFile file(QStringLiteral(MADOGUCHI_SOURCE "/packaging/client/madoguchi.desktop"));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray text = file.readAll();
  EXPECT_TRUE(text.contains("\nExec=madoguchi %u\n"));
  EXPECT_TRUE(text.contains("\nMimeType=x-scheme-handler/madoguchi;\n"));
}

}  // namespace
}  // namespace madoguchi::test
