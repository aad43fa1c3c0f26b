#include "app/core/program_options.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include "app/core/language.h"
#include "app/core/server_origin.h"
#include "protocol/terms_version.h"

namespace madoguchi::test {
namespace {

using Kind = app::PolicyFault::Kind;

class ProgramOptionsTest : public ::testing::Test {
 protected:
  app::ParsedOptions parse(const QStringList& arguments) {
    return app::parseOptions(QStringList{"madoguchi"} + arguments, policyFile());
  }
  QString policyFile() const { return folder.filePath("client.json"); }
  void writePolicy(const QByteArray& text) {
    QFile file(policyFile());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
  }
  void expectRefused(const QStringList& arguments, const char* why) {
    const auto parsed = parse(arguments);
    EXPECT_FALSE(parsed.options);
    EXPECT_EQ(parsed.exitCode, 2);
    EXPECT_TRUE(parsed.text.contains(why)) << parsed.text.toStdString();
  }

  void expectUnusable(const QStringList& arguments, const app::PolicyFault& fault) {
    const auto parsed = parse(arguments);
    EXPECT_FALSE(parsed.options);
    EXPECT_EQ(parsed.exitCode, 2);
    ASSERT_TRUE(parsed.policy);
    EXPECT_EQ(parsed.policy->file, policyFile());
    ASSERT_EQ(parsed.policy->faults.size(), 1U);
    EXPECT_EQ(parsed.policy->faults.front().place, fault.place);
    EXPECT_EQ(parsed.policy->faults.front().kind, fault.kind);
    EXPECT_TRUE(parsed.policy->faults.front().detail.contains(fault.detail))
        << parsed.policy->faults.front().detail.toStdString();
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
  writePolicy(R"({"server": "https://service.example", "termsFolder": ")" + folder.path().toUtf8() +
              R"("})");
  const auto parsed = parse({});
  ASSERT_TRUE(parsed.options) << parsed.text.toStdString();
  EXPECT_EQ(parsed.options->policy.termsFolder, folder.path());
  writeTerms("easy", "2026-04-01\nOlder terms\n");
  expectUnusable({}, {"/termsFolder", Kind::badTerms, "terms.easy.txt is of another version"});
  writeTerms("easy", "2027-04-01");
  expectUnusable({}, {"/termsFolder", Kind::badTerms, "terms.easy.txt cannot be read, or lacks"});
  // Shift_JIS, UTF-16, and versions that no service can have.
  for (const QByteArray& text :
       {QByteArray("2027-04-01\n\x97\x98\x97p\x8bK\x96\xf1\n"), QByteArray("\xff\xfe"
                                                                           "2\0\n\0x\0",
                                                                           8)}) {
    writeTerms("easy", text);
    expectUnusable({}, {"/termsFolder", Kind::badTerms, "terms.easy.txt is not in UTF-8"});
  }
  for (const QByteArray& version : {QByteArray("April 2027"), QByteArray(65, '1')}) {
    writeTerms("ja", version + "\nOur terms\n");
    expectUnusable({}, {"/termsFolder", Kind::badTerms, "terms.ja.txt has a version with blanks"});
  }
  writeTerms("ja",
             "\xef\xbb\xbf"
             "2027-04-01\r\nOur terms\r\n");  // as Notepad saves it
  ASSERT_TRUE(QFile::remove(folder.filePath("terms.en.txt")));
  writeTerms("easy", "2027-04-01\nOur terms\n");
  expectUnusable({}, {"/termsFolder", Kind::badTerms, "terms.en.txt cannot be read"});
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
  writePolicy(R"({"termsFolder": ")" + folder.path().toUtf8() + R"("})");
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
  writePolicy(R"({"server": "https://a.localhost", "reader": "Reader 1",)"
              R"( "helpDesk": "00-0000-0000"})");
  EXPECT_EQ(parse({}).options->server, "https://a.localhost");
  EXPECT_EQ(parse({}).options->reader, "Reader 1");
  EXPECT_EQ(parse({}).options->policy.texts,
            (app::OperatorTexts::All{{"helpDesk", {{"", "00-0000-0000"}}}}));
  EXPECT_EQ(parse({"--server", "https://b.localhost"}).options->server, "https://b.localhost");
}

// What may stand there is tested with the policy (core/policy_test.cpp).
TEST_F(ProgramOptionsTest, TheMachinesFileIsTakenWholeOrNotAtAll) {
  const QStringList server = {"--server", "https://localhost"};
  writePolicy(R"({"cafile": "/etc/ca.pem", "helpDesk": "00"})");
  expectUnusable(server, {"/cafile", Kind::unknownName, {}});
  writePolicy(R"({"caFile": "/nowhere/ca.pem"})");
  expectUnusable(server, {"/caFile", Kind::noFile, "/nowhere/ca.pem"});
  // Where nobody could be trusted: empty, in DER, a key.
  const QString pem = folder.filePath("ca.pem");
  for (const QByteArray& text : {QByteArray(), QByteArray("\x30\x82\x01\x02\x30", 5),
                                 QByteArray("-----BEGIN PRIVATE KEY-----\n")}) {
    QFile file(pem);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    writePolicy(R"({"caFile": ")" + pem.toUtf8() + R"("})");
    expectUnusable(server, {"/caFile", Kind::noCertificate, pem});
    writePolicy("{}");
    expectRefused(server + QStringList{"--ca-file", pem}, "no certificate in PEM");
  }
  writePolicy("[]");
  expectUnusable(server, {"", Kind::wrongType, "object"});
  writePolicy("{}");
  EXPECT_TRUE(parse(server).options);
}

TEST_F(ProgramOptionsTest, TheMachinesFileSaysHowLargeTextIsToBeginWith) {
  const QStringList server = {"--server", "https://localhost"};
  EXPECT_EQ(parse(server).options->policy.textSize, std::nullopt);
  for (const app::TextSize size : app::kTextSizes) {
    writePolicy("{\"textSize\": \"" + app::nameOf(size).toUtf8() + "\"}");
    EXPECT_EQ(parse(server).options->policy.textSize, size);
  }
}

TEST_F(ProgramOptionsTest, NoLanguageCanBeAskedForThatTheMachineDoesNotOffer) {
  writePolicy(R"({"languages": ["ja", "easy"]})");
  expectRefused({"--server", "https://localhost", "--lang", "en"}, "--lang takes one of ja, easy");
}

TEST_F(ProgramOptionsTest, ChecksThePolicyOfTheMachineOrOneThatIsNamed) {
  const auto faults = [&](const QStringList& arguments, int exitCode) {
    const auto parsed = parse(QStringList{"--check-policy"} + arguments);
    EXPECT_FALSE(parsed.options);
    EXPECT_EQ(parsed.exitCode, exitCode);
    return parsed.policy.value_or(app::PolicyReport()).faults;
  };
  using Faults = std::vector<app::PolicyFault>;
  EXPECT_EQ(faults({}, 1), (Faults{{"", Kind::unreadable, {}}}));
  writePolicy(R"({"server": "https://localhost"})");
  EXPECT_EQ(faults({}, 0), Faults());
  EXPECT_EQ(faults({"--lang", "ja", folder.filePath("other.json")}, 1),
            (Faults{{"", Kind::unreadable, {}}}));
  writePolicy(R"({"server": "https://service.example"})");
  EXPECT_EQ(faults({policyFile()}, 1), (Faults{{"/termsFolder", Kind::sampleTerms, {}}}));
  expectRefused({"--check-policy", "a", "b"}, "unexpected argument a");
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
  EXPECT_EQ(app::serverOrigin("HTTPS://LOCALHOST:443/"), "https://localhost");
  EXPECT_EQ(app::serverOrigin("https://[2001:DB8:0:0::1]:443"), "https://[2001:db8::1]");
  EXPECT_EQ(app::serverOrigin("https://窓口.example"), "https://xn--6or331g.example");
  EXPECT_EQ(app::serverOrigin("https://bücher.example"), "https://xn--bcher-kva.example");
  // What the service is called, whatever follows it (backend/core/origin.h says it so).
  EXPECT_EQ(app::serverOrigin("HTTPS://Example.jp./"), "https://example.jp");
  EXPECT_EQ(app::serverOrigin("https://example.jp.:443"), "https://example.jp");
  for (const char* none :
       {"https://", "https://.", "https://:443", "example.jp", "//example.jp", "http://example.jp",
        "https:example.jp", "https://user@example.jp", "https://example.jp/v1",
        "https://example.jp?", "https://example.jp?x", "https://example.jp#",
        "https://example.jp#x", "https://a b", "https://[::1", "https://[fe80::1%25eth0]",
        "https://example.jp:0", "https://example.jp:-1", "https://example.jp:65536"}) {
    EXPECT_EQ(app::serverOrigin(none), "") << none;
  }
}

TEST_F(ProgramOptionsTest, TakesOneLinkOfAMailAndNothingLikeIt) {
  writePolicy(R"({"server": "https://localhost"})");
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

TEST_F(ProgramOptionsTest, AKioskIsWantedByThePolicyOrByAnOption) {
  const QStringList usual{"--server", "https://localhost"};
  EXPECT_FALSE(parse(usual).options->kiosk);
  const auto byOption = parse(usual + QStringList{"--kiosk"}).options;
  ASSERT_TRUE(byOption);
  EXPECT_TRUE(byOption->kiosk);
  EXPECT_EQ(byOption->policy.kiosk->idle, std::chrono::seconds(180));
  EXPECT_TRUE(byOption->visit.empty());
  writePolicy(R"({"kiosk": {"idleSeconds": 90}})");
  const auto byPolicy = parse(usual + QStringList{"--visit", "selfCheck"}).options;
  ASSERT_TRUE(byPolicy);
  EXPECT_TRUE(byPolicy->kiosk);
  EXPECT_EQ(byPolicy->policy.kiosk->idle, std::chrono::seconds(90));
  EXPECT_EQ(byPolicy->visit, "selfCheck");
}

TEST_F(ProgramOptionsTest, AKioskTakesNothingFromOutside) {
  const QStringList kiosk{"--server", "https://localhost", "--kiosk"};
  expectRefused(kiosk + QStringList{"--report", "/tmp/r.json"}, "a kiosk writes no report");
  expectRefused(kiosk + QStringList{"madoguchi:password/" + QString(43, 'a')},
                "a kiosk takes no link");
  expectRefused(kiosk + QStringList{"--visit", "account"}, "there is no such --visit");
  expectRefused({"--server", "https://localhost", "--visit", "home"}, "--visit goes with --kiosk");
}

TEST_F(ProgramOptionsTest, AnotherPolicyIsTriedOut) {
  writePolicy(R"({"reader": "Reader 0"})");
  const QString other = folder.filePath("other.json");
  QFile file(other);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(R"({"server": "https://localhost", "reader": "Reader 1"})");
  file.close();
  const auto parsed = parse({"--policy", other});
  ASSERT_TRUE(parsed.options);
  EXPECT_EQ(parsed.options->reader, "Reader 1");
  expectRefused({"--policy", "/no/such/file"}, "there is no file /no/such/file");
}

TEST_F(ProgramOptionsTest, ForACodeOfStaffNothingElseIsNeeded) {
  const auto parsed = parse({"--staff-code"});
  ASSERT_TRUE(parsed.options);
  EXPECT_TRUE(parsed.options->asksStaffCode);
}

}  // namespace
}  // namespace madoguchi::test
