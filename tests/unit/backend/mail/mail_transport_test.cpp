#include "backend/mail/mail_transport.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "scripted_smtp.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::backend {
namespace {

using std::chrono::seconds;
using Result = Delivery::Result;
using test::ScriptedSmtp;

const std::string kMessage = "To: maria.santos@mail.example\r\nSubject: x\r\n\r\nText\r\n";

SmtpOptions quick(const ScriptedSmtp& server) {
  return {.url = server.url(), .login = {}, .ca = {}, .answerTime = seconds(1)};
}

Delivery deliver(const SmtpOptions& options, const std::string& to = "maria.santos@mail.example",
                 const std::stop_token& stop = {}) {
  return makeSmtpTransport(options)->deliver({"no-reply@madoguchi.example", to, "1@x"}, kMessage,
                                             stop);
}

struct Case {
  std::string step;
  std::string answer;
  Result result;
  std::string reason = {};
};

/// Each with a server of its own, all at once: some wait for an answer that does not come.
void expectResults(const std::vector<Case>& cases) {
  std::vector<std::jthread> threads;
  for (const Case& one : cases) {
    threads.emplace_back([&one] {
      ScriptedSmtp server(one.step, one.answer);
      const Delivery delivery = deliver(quick(server));
      EXPECT_EQ(delivery.result, one.result)
          << one.step << ' ' << one.answer << ": " << delivery.reason;
      if (!one.reason.empty()) {
        EXPECT_EQ(delivery.reason, one.reason);
      }
      EXPECT_EQ(delivery.reason.empty(), delivery.result == Result::taken);
      EXPECT_THAT(delivery.reason, testing::Not(testing::HasSubstr("mail.example")));
    });
  }
}

// RFC 5321 section 4.2.1: 5yz is final, 4yz is not.
TEST(SmtpTransport, WhatIsSaidOfThisMailIsFinalOrNot) {
  expectResults({{"RCPT", "550 5.1.1 no <maria.santos@mail.example> here", Result::refused,
                  "550 5.1.1 to RCPT"},
                 {"RCPT", "550-5.1.1 no such\r\n550-5.1.1 mailbox\r\n550 5.1.1 here",
                  Result::refused, "550 5.1.1 to RCPT"},
                 {"RCPT", "550-no\r\n550", Result::refused, "550 to RCPT"},
                 {"RCPT", "552 5.2.2 full", Result::refused, "552 5.2.2 to RCPT"},
                 {"RCPT", "251 forwarded", Result::taken},
                 {"RCPT", "250-good\r\n250", Result::taken},
                 {"RCPT", "421 4.7.0 try later", Result::postponed},
                 {"RCPT", "450-4.7.1 greylisted\r\n450 4.7.1 for 300 seconds", Result::postponed},
                 {"RCPT", "501 syntax", Result::refused, "501 to RCPT"},
                 {"RCPT", "553 name", Result::refused, "553 to RCPT"},
                 {"RCPT", "556 no mail", Result::refused, "556 to RCPT"},
                 {"RCPT", "450 busy", Result::postponed},
                 {"RCPT", "452 full", Result::postponed},
                 {"DATA", "554 no", Result::refused, "554 to DATA"},
                 {"DATA", "451 later", Result::postponed},
                 {"message", "554 spam", Result::refused, "554 to message"},
                 {"message", "554 5.7.1 spam", Result::refused, "554 5.7.1 to message"},
                 {"message", "552 full", Result::refused, "552 to message"},
                 {"message", "452 4.3.1 no space", Result::postponed},
                 {"message", "421 closing", Result::postponed},
                 {"message", "451 later", Result::postponed}});
}

TEST(SmtpTransport, WhatIsSaidOfThisServiceIsForItsOperator) {
  expectResults(
      {{"connection", "554 no", Result::misconfigured, "554 to connection"},
       {"MAIL", "550 no", Result::misconfigured, "550 to MAIL"},
       {"MAIL", "530 log in", Result::misconfigured, "530 to MAIL"},
       {"RCPT", "530 log in", Result::misconfigured, "530 to RCPT"},
       {"message", "535 log in", Result::misconfigured, "535 to message"},
       {"RCPT", "554 5.7.1 <maria.santos@mail.example>: Relay access denied", Result::misconfigured,
        "554 5.7.1 to RCPT"},
       {"RCPT", "550-5.7.1 not allowed\r\n550 5.7.1 to relay", Result::misconfigured,
        "550 5.7.1 to RCPT"},
       {"RCPT", "553 5.1.8 sender", Result::misconfigured, "553 5.1.8 to RCPT"},
       {"RCPT", "550 5.7.25 no reverse name", Result::misconfigured},
       {"message", "550 5.7.26 SPF and DKIM", Result::misconfigured, "550 5.7.26 to message"},
       {"connection", "421 later", Result::postponed},
       {"MAIL", "451 later", Result::postponed}});
}

TEST(SmtpTransport, AConnectionThatIsCutIsTriedAgain) {
  std::vector<Case> cases;
  for (const char* step : {"connection", "EHLO", "MAIL", "RCPT", "DATA", "message"}) {
    cases.push_back({step, ScriptedSmtp::kCut, Result::postponed});
  }
  cases.push_back({"QUIT", ScriptedSmtp::kCut, Result::taken});
  expectResults(cases);
}

// Neither is the answer to QUIT waited for, for which libcurl has 120 seconds.
TEST(SmtpTransport, ASilentServerIsNotWaitedFor) {
  std::vector<Case> cases;
  for (const char* step : {"connection", "EHLO", "MAIL", "RCPT", "DATA", "message"}) {
    cases.push_back({step, ScriptedSmtp::kSilence, Result::postponed});
  }
  cases.push_back({"QUIT", ScriptedSmtp::kSilence, Result::taken});
  // In the middle of an answer of several lines.
  for (const char* step : {"connection", "EHLO", "RCPT", "message"}) {
    cases.push_back({step, "250-more is to come", Result::postponed});
  }
  cases.push_back({"QUIT", "221-more is to come", Result::taken});
  expectResults(cases);
}

// Before TLS, in its handshake, and where TLS comes first.
TEST(SmtpTransport, AServerThatIsSilentAboutTlsIsNotWaitedFor) {
  const auto attempt = [](const std::string& answer, const std::string& scheme) {
    ScriptedSmtp server(answer.empty() ? "" : "STARTTLS", answer);
    SmtpOptions options = quick(server);
    options.url.replace(0, options.url.find(':'), scheme);
    options.connectTime = seconds(1);
    const Delivery delivery = deliver(options);
    EXPECT_EQ(delivery.result, Result::postponed) << answer << ' ' << delivery.reason;
  };
  const std::jthread before([&] { attempt(ScriptedSmtp::kSilence, "smtp"); });
  const std::jthread handshake([&] { attempt("220 go on", "smtp"); });
  const std::jthread first([&] { attempt({}, "smtps"); });
}

TEST(SmtpTransport, AnAnswerThatDoesNotEndIsNotWaitedFor) {
  std::vector<std::jthread> threads;
  for (const char* step : {"connection", "EHLO", "STARTTLS", "message"}) {
    for (const char* answer : {ScriptedSmtp::kEndless, ScriptedSmtp::kTrickle}) {
      threads.emplace_back([step, answer] {
        ScriptedSmtp server(step, answer);
        SmtpOptions options{.url = server.url(), .login = {}, .ca = {}};
        options.totalTime = seconds(1);
        EXPECT_EQ(deliver(options).result, Result::postponed) << step << ' ' << answer;
      });
    }
  }
}

TEST(SmtpTransport, StopsWhenItIsAskedTo) {
  for (const char* step : {"EHLO", "message", "QUIT"}) {
    ScriptedSmtp server(step, ScriptedSmtp::kSilence);
    // Longer than this test may take.
    const SmtpOptions patient{.url = server.url(),
                              .login = {},
                              .ca = {},
                              .answerTime = std::chrono::hours(1),
                              .totalTime = std::chrono::hours(1)};
    std::stop_source stop;
    const std::jthread stopper([&] {
      server.waitFor(step);
      stop.request_stop();
    });
    const Delivery delivery = deliver(patient, "maria.santos@mail.example", stop.get_token());
    EXPECT_EQ(delivery.result, step == std::string("QUIT") ? Result::taken : Result::stopped)
        << step << ' ' << delivery.reason;
  }
}

TEST(SmtpTransport, NamesTheRecipientAsTheRulesWantIt) {
  ScriptedSmtp server;
  EXPECT_EQ(deliver(quick(server), "a..b@docomo.example").result, Result::taken);
  server.waitFor("QUIT");  // said, although nobody waits for its answer
  EXPECT_THAT(server.lines(), testing::Contains("RCPT TO:<\"a..b\"@docomo.example>"));
}

TEST(SmtpTransport, GoesToTheServerThatIsNamedAndThroughNoProxy) {
  setenv("ALL_PROXY", "http://127.0.0.1:1", 1);
  setenv("smtp_proxy", "http://127.0.0.1:1", 1);
  ScriptedSmtp server;
  const Delivery delivery = deliver(quick(server));
  unsetenv("ALL_PROXY");
  unsetenv("smtp_proxy");
  EXPECT_EQ(delivery.result, Result::taken) << delivery.reason;
}

TEST(SmtpTransport, AConnectionTakesOneMailAfterTheOtherUntilNoneWaits) {
  ScriptedSmtp server;  // which takes one
  const auto transport = makeSmtpTransport(quick(server));
  for (const char* to : {"maria.santos@mail.example", "wei.chen@mail.example"}) {
    const Delivery delivery =
        transport->deliver({"no-reply@madoguchi.example", to, "1@x"}, kMessage, {});
    EXPECT_EQ(delivery.result, Result::taken) << delivery.reason;
  }
  EXPECT_THAT(server.lines(), testing::Contains("RCPT TO:<wei.chen@mail.example>"));
  transport->rest();
  server.waitFor("QUIT");
}

TEST(SmtpTransport, WhereTheServerClosesAConnectionTheNextMailGetsANewOne) {
  for (const char* answer : {ScriptedSmtp::kCut, "421 too long"}) {
    ScriptedSmtp server({}, {}, {.connections = 2, .toSecondMail = answer});
    const auto transport = makeSmtpTransport(quick(server));
    for (int i = 0; i < 2; ++i) {
      const Delivery delivery = transport->deliver(
          {"no-reply@madoguchi.example", "maria.santos@mail.example", "1@x"}, kMessage, {});
      EXPECT_EQ(delivery.result, Result::taken) << delivery.reason;
    }
    EXPECT_THAT(server.lines(), testing::Contains(testing::StartsWith("EHLO")).Times(2));
  }
}

TEST(FolderTransport, WritesAMailOnceHoweverOftenItIsDelivered) {
  const test::TemporaryFolder folder;
  const auto transport = makeFolderTransport(folder.path() / "mail");
  const Envelope envelope{"no-reply@madoguchi.example", "maria.santos@mail.example",
                          "registration.1@madoguchi.example"};
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(transport->deliver(envelope, kMessage, {}).result, Result::taken);
  }
  std::ostringstream text;
  text << std::ifstream(folder.path() / "mail" / "registration.1.eml").rdbuf();
  EXPECT_EQ(text.str(), kMessage);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path() / "mail"), {}), 1);
}

}  // namespace
}  // namespace madoguchi::backend
