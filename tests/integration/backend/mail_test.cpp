#include <curl/curl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <fstream>
#include <set>
#include <thread>

#include "backend_under_test.h"
#include "smtp_sink.h"

namespace madoguchi::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string registerIn(BackendUnderTest& backend, const std::string& language) {
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  draft.payload.language = language;
  const Response response = backend.submit(client, draft);
  EXPECT_EQ(response.status, 201) << response.body;
  return response.json().value("authenticationId", "");
}

/// Without a card.
void registerAddress(BackendUnderTest& backend, const std::string& address) {
  HttpClient client = backend.client();
  DraftPayload payload = backend.agentPayload(client);
  payload.form["email"] = address;
  EXPECT_EQ(backend.post(client, newUuid(), plainBody(payload)).status, 201);
}

struct Wording {
  std::string language;
  std::string subject;
  std::string text;
  std::string stop;  ///< how to have such mails stopped
  std::string html;  ///< a piece of it
};

std::string nameOf(const testing::TestParamInfo<Wording>& info) { return info.param.language; }

class MailIn : public testing::TestWithParam<Wording> {};

TEST_P(MailIn, CarriesALinkAndNotTheAuthenticationId) {
  BackendUnderTest backend;
  const std::string id = registerIn(backend, GetParam().language);
  const auto mails = backend.waitForMails(1);
  ASSERT_EQ(mails.size(), 1U);
  const auto mail = parseMail(mails.front());
  EXPECT_EQ(mail.at("defects"), nlohmann::json::array());
  EXPECT_EQ(mail.at("type"), "multipart/alternative");
  EXPECT_EQ(mail.at("parts"), (nlohmann::json{"text/plain", "text/html"}));
  EXPECT_EQ(mail.at("headers").at("to"), "maria.santos@mail.example");
  EXPECT_EQ(mail.at("headers").at("from"), "no-reply@madoguchi.example");
  EXPECT_EQ(mail.at("headers").at("auto-submitted"), "auto-generated");
  EXPECT_THAT(mail.at("headers").at("message-id").get<std::string>(),
              testing::MatchesRegex("<registration\\.[0-9a-f]+@madoguchi\\.example>"));
  EXPECT_EQ(mail.at("headers").at("subject"), GetParam().subject);
  EXPECT_THAT(mail.at("text").get<std::string>(), testing::Not(HasSubstr(id)));
  EXPECT_THAT(mail.at("text").get<std::string>(),
              testing::ContainsRegex("\n" + backend.origin() + "/password/[A-Za-z0-9_-]{43}\r\n"));
  EXPECT_THAT(mail.at("text").get<std::string>(), HasSubstr(GetParam().text));
  EXPECT_THAT(mail.at("text").get<std::string>(), testing::Not(HasSubstr("{")));
  EXPECT_THAT(mail.at("text").get<std::string>(), HasSubstr(GetParam().stop));
  const std::string html = mail.at("html");
  EXPECT_THAT(html, testing::ContainsRegex("<a href=\"" + backend.origin() +
                                           "/password/[A-Za-z0-9_-]{43}\">"));
  EXPECT_THAT(html, HasSubstr(GetParam().html));
  EXPECT_THAT(html, testing::Not(testing::ContainsRegex("[{}]|src=|<script|<link")));
}

INSTANTIATE_TEST_SUITE_P(
    Language, MailIn,
    testing::Values(Wording{"ja", "【在留申請オンラインシステム】利用者情報登録完了のお知らせ",
                            "認証ID", "送信を止める", "<html lang=\"ja\">"},
                    Wording{"easy",
                            "登録（とうろく）が 終（お）わりました（在留申請（ざいりゅうしんせい）"
                            "オンラインシステム）",
                            "認証（にんしょう）ID", "メールを 止（と）める",
                            "<ruby>認<rp>（</rp><rt>にん</rt><rp>）</rp>"},
                    Wording{
                        "en", "Online Residence Application System: your registration is complete",
                        "Authentication ID", "the help desk can stop them", "<html lang=\"en\">"}),
    nameOf);

TEST(Smtp, DeliversToARealServer) {
  const SmtpSink sink;
  BackendUnderTest backend({"--smtp", sink.url()});
  registerIn(backend, "en");
  const auto mails = sink.waitForMails(1);
  ASSERT_EQ(mails.size(), 1U);
  const auto mail = parseMail(mails.front());
  EXPECT_EQ(mail.at("headers").at("x-envelope-to"), "maria.santos@mail.example");
  EXPECT_EQ(mail.at("headers").at("x-envelope-from"), "no-reply@madoguchi.example");
  EXPECT_EQ(mail.at("headers").at("x-tls"), "no");
  EXPECT_THAT(mail.at("text").get<std::string>(), HasSubstr("/password/"));
  backend.stop();
  EXPECT_EQ(backend.query("SELECT state FROM outbox"), "sent");
}

/// TLS files and a login for a mail server and its client.
class SecuredSink {
 public:
  explicit SecuredSink(const std::string& passwordOfClient) {
    EXPECT_EQ(runCommand({MADOGUCHI_BACKEND, "--make-tls", tls(), "localhost"}).exitCode, 0);
    std::ofstream(m_folder.path() / "login") << "sender\n" << passwordOfClient << '\n';
    m_sink = std::make_unique<SmtpSink>(std::vector<std::string>{
        tls() + "/server.pem", tls() + "/server.key", "sender", "made-up password"});
  }
  [[nodiscard]] std::vector<std::string> options() const {
    return {"--smtp",          m_sink->url(),  "--smtp-ca",
            tls() + "/ca.pem", "--smtp-login", (m_folder.path() / "login").string()};
  }
  [[nodiscard]] const SmtpSink& sink() const { return *m_sink; }

 private:
  [[nodiscard]] std::string tls() const { return (m_folder.path() / "tls").string(); }

  TemporaryFolder m_folder;
  std::unique_ptr<SmtpSink> m_sink;
};

TEST(Smtp, UsesTlsWhereItIsOfferedAndLogsInOverItOnly) {
  const SecuredSink server("made-up password");
  BackendUnderTest backend(server.options());
  registerIn(backend, "ja");
  const auto mails = server.sink().waitForMails(1);
  ASSERT_EQ(mails.size(), 1U) << backend.log();
  EXPECT_EQ(parseMail(mails.front()).at("headers").at("x-tls"), "yes");
}

TEST(Smtp, WritesNoSecretsOfTlsDownBecauseTheEnvironmentAsksForIt) {
  const TemporaryFolder folder;
  const auto secrets = folder.path() / "secrets";
  const SecuredSink server("made-up password");
  ASSERT_EQ(curl_global_init(CURL_GLOBAL_DEFAULT), CURLE_OK);  // this program's own asks now
  setenv("SSLKEYLOGFILE", secrets.c_str(), 1);
  BackendUnderTest backend(server.options());
  unsetenv("SSLKEYLOGFILE");
  registerIn(backend, "ja");
  ASSERT_EQ(server.sink().waitForMails(1).size(), 1U) << backend.log();
  EXPECT_FALSE(exists(secrets));
}

// RFC 4954: 535 is the operator's to mend, and no reason to lose a mail.
TEST(Smtp, AWrongPasswordIsLoggedAndTheMailWaits) {
  const SecuredSink server("another password");
  BackendUnderTest backend(server.options());
  registerIn(backend, "ja");
  backend.waitForLog("mailServerRefusesService");
  EXPECT_THAT(backend.log(), HasSubstr("535 5.7.8 to AUTH"));
  EXPECT_THAT(backend.log(), testing::Not(HasSubstr("another password")));
  EXPECT_EQ(backend.query("SELECT state FROM outbox"), "waiting");
}

TEST(Smtp, QuotesAnAddressThatIsNoDotAtomAndStoresItAsTyped) {
  const SmtpSink sink;
  BackendUnderTest backend({"--smtp", sink.url()});
  for (const char* address : {"a..b@docomo.example", ".abc@ezweb.example", "abc.@ezweb.example"}) {
    registerAddress(backend, address);
    EXPECT_EQ(
        backend.query("SELECT COUNT(*) FROM accounts WHERE email = '" + std::string(address) + "'"),
        "1");
  }
  std::vector<std::string> recipients;
  for (const auto& path : sink.waitForMails(3)) {
    recipients.push_back(parseMail(path).at("headers").at("x-envelope-to"));
  }
  EXPECT_THAT(recipients,
              testing::UnorderedElementsAre("\"a..b\"@docomo.example", "\".abc\"@ezweb.example",
                                            "\"abc.\"@ezweb.example"))
      << backend.log();
}

TEST(Smtp, AnAddressThatIsRefusedIsShownToTheOperatorWhoCanSendAgain) {
  const SmtpSink sink;
  BackendUnderTest backend({"--smtp", sink.url()});
  registerAddress(backend, "nobody@mail.example");
  backend.waitForLog("mailRefused");
  backend.stop();  // which the commands do not need, but so nothing happens between two looks
  const std::string database = "sqlite3://db=" + backend.database().string();
  const auto unsent = [&] {
    return runCommand({MADOGUCHI_ADMIN, "--database", database, "--json", "unsent-mails"});
  };
  const auto seen = nlohmann::json::parse(unsent().output);
  EXPECT_EQ(seen.at("kind"), "registration");
  EXPECT_EQ(seen.at("state"), "refused");
  EXPECT_EQ(seen.at("failure"), "550 5.1.1 to RCPT");
  EXPECT_EQ(seen.at("attempts"), 1);
  EXPECT_EQ(seen.at("recipientDomain"), "mail.example");
  EXPECT_THAT(unsent().output, testing::Not(HasSubstr("nobody")));
  const auto sendAgain = [&](const std::string& id) {
    return runCommand({MADOGUCHI_ADMIN, "--database", database, "send-again", id}).exitCode;
  };
  EXPECT_EQ(sendAgain("unknown"), 3);
  EXPECT_EQ(sendAgain(seen.at("id")), 0);
  EXPECT_EQ(unsent().output, "");
  // The person has made the mailbox meanwhile.
  backend.execute("UPDATE outbox SET recipient = 'somebody@mail.example'");
  backend.start();
  EXPECT_EQ(sink.waitForMails(1).size(), 1U) << backend.log();
}

// libcurl waited up to two minutes for the answer to QUIT.
TEST(Smtp, AMailThatCameBackIsShownToTheOperatorAndAtTheNextLogin) {
  const SmtpSink sink;
  BackendUnderTest backend({"--smtp", sink.url(), "--bounces", "bounces@service.example",
                            "--password-memory", "8", "--password-passes", "1"});
  registerAddress(backend, "maria@mail.example");
  const auto mails = sink.waitForMails(1);
  ASSERT_EQ(mails.size(), 1U);
  const auto headers = parseMail(mails.front()).at("headers");
  EXPECT_EQ(headers.at("from"), "no-reply@madoguchi.example");
  const std::string path = headers.at("x-envelope-from");
  EXPECT_THAT(path, testing::MatchesRegex("bounces\\+[0-9a-f]{32}@service\\.example"));
  backend.waitForLog("mailSent");

  backend.setPassword("Kawa9Ishi!");
  const std::string id = backend.query("SELECT authentication_id FROM accounts");
  HttpClient client = backend.client();
  const auto logIn = [&] {
    return client
        .send({.method = "POST",
               .path = "/v1/sessions",
               .body = nlohmann::json{{"authenticationId", id}, {"password", "Kawa9Ishi!"}}.dump(),
               .headers = {"Content-Type: application/json"}})
        .json();
  };
  const nlohmann::json welcome = logIn();
  EXPECT_FALSE(welcome.contains("mailsComeBack"));
  const std::string token = welcome.at("token");
  const auto account = [&] {
    return client.send({.path = "/v1/account", .headers = {"Authorization: Bearer " + token}})
        .json();
  };
  EXPECT_FALSE(account().contains("mailsComeBack"));
  const auto bounce = [&](const std::string& database, const std::string& action) {
    const std::string message =
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\nAction: " +
        action + "\nStatus: 5.1.1\n\n--b--\n";
    std::ofstream(backend.folder() / "bounce") << message;
    return runCommand({"/bin/sh", "-c", "exec \"$0\" --database \"$1\" bounce \"$2\" < \"$3\"",
                       MADOGUCHI_ADMIN, "sqlite3://db=" + database, path,
                       (backend.folder() / "bounce").string()})
        .exitCode;
  };
  EXPECT_EQ(bounce(backend.database().string(), "delayed"), 0);
  EXPECT_FALSE(account().contains("mailsComeBack"));
  EXPECT_EQ(bounce("/nowhere/x", "failed"), 75) << "the mail server keeps it";
  EXPECT_EQ(bounce(backend.database().string(), "failed"), 0);
  EXPECT_EQ(account().at("mailsComeBack"), true);
  EXPECT_EQ(logIn().at("mailsComeBack"), true);
  const auto seen = runCommand(
      {MADOGUCHI_ADMIN, "--database", "sqlite3://db=" + backend.database().string(), "find", id});
  EXPECT_THAT(seen.output, HasSubstr("came back: 5.1.1"));
}

TEST(Smtp, ASilentServerDoesNotKeepTheServiceFromStopping) {
  const SmtpSink sink;
  BackendUnderTest backend({"--smtp", sink.url()});
  registerAddress(backend, "silent@mail.example");
  ASSERT_EQ(sink.waitForMails(1).size(), 1U);
  backend.stop();
  EXPECT_THAT(backend.log(), HasSubstr("\"event\":\"mailStopped\""));
  EXPECT_EQ(backend.query("SELECT state FROM outbox"), "waiting");
}

TEST(Smtp, DoesNotTrustAStrangersCertificate) {
  const TemporaryFolder folder;
  const std::string tls = (folder.path() / "tls").string();
  ASSERT_EQ(runCommand({MADOGUCHI_BACKEND, "--make-tls", tls, "localhost"}).exitCode, 0);
  const SmtpSink sink({tls + "/server.pem", tls + "/server.key"});
  BackendUnderTest backend({"--smtp", sink.url()});
  registerIn(backend, "ja");
  backend.waitForLog("mailPostponed");
  EXPECT_EQ(backend.query("SELECT state FROM outbox"), "waiting");
}

TEST(Smtp, DeliversWhenTheServerComesBack) {
  SmtpSink sink;
  sink.stop();
  BackendUnderTest backend({"--smtp", sink.url()});
  registerIn(backend, "ja");  // answered although no mail can leave
  backend.waitForLog("mailPostponed");
  sink.start();
  EXPECT_EQ(sink.waitForMails(1).size(), 1U) << backend.log();
}

TEST(Smtp, DeliversAfterARestart) {
  SmtpSink sink;
  sink.stop();
  BackendUnderTest backend({"--smtp", sink.url()});
  registerIn(backend, "ja");
  backend.waitForLog("mailPostponed");
  backend.stop();
  sink.start();
  backend.start();
  EXPECT_EQ(sink.waitForMails(1).size(), 1U) << backend.log();
}

}  // namespace
}  // namespace madoguchi::test
