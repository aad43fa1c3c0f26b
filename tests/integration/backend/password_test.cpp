// The first password and one that was forgotten, as a person meets them: mails, and pages over real
// HTTPS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "backend_under_test.h"

namespace madoguchi::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kEmail = "applicant@mail.example";

class FirstPassword : public testing::Test {
 protected:
  /// In English. The id that the client shows.
  std::string registerPerson() {
    DraftPayload payload = m_backend.agentPayload(m_client);
    payload.form["email"] = kEmail;
    payload.language = "en";
    const Response response = m_backend.post(m_client, newUuid(), plainBody(payload));
    EXPECT_EQ(response.status, 201) << response.body;
    return response.json().value("authenticationId", "");
  }
  std::string mail(const std::string& kind, std::size_t count) {
    return m_backend.mailOfKind(kind, count).at("text");
  }
  /// The path of the link in a mail.
  static std::string linkIn(const std::string& text) {
    std::smatch found;
    EXPECT_TRUE(std::regex_search(text, found, std::regex("https://[^/]+(/password/[\\w-]{43})")));
    return found[1];
  }
  Response get(const std::string& path) { return m_client.send({.path = path}); }
  Response send(const std::string& path, const std::string& form,
                std::vector<std::string> headers = {}) {
    headers.emplace_back("Content-Type: application/x-www-form-urlencoded");
    return m_client.send(
        {.method = "POST", .path = path, .body = form, .headers = std::move(headers)});
  }
  static std::string typed(const std::string& password) {
    return "password=" + password + "&passwordConfirmation=" + password;
  }

  BackendUnderTest m_backend{{"--password-memory", "64", "--password-passes", "1"}};
  HttpClient m_client = m_backend.client();
};

TEST_F(FirstPassword, IsSetOnThePageOfTheLinkAndTheIdComesByMail) {
  const std::string id = registerPerson();
  const std::string link = linkIn(mail("registration", 1));
  const Response page = get(link);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_THAT(page.body, HasSubstr("<h1>Set your password</h1>"));
  EXPECT_THAT(page.body, HasSubstr("href=\"madoguchi:password/" + link.substr(10) + '"'))
      << "opens in the client, where there is one";
  const Response done = send("/password?language=en", hiddenFields(page) + typed("AB12345%21"));
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_THAT(get(done.headers.at("location")).body, HasSubstr("Your password is set"));
  EXPECT_THAT(mail("authenticationId", 2), HasSubstr(id));
  EXPECT_THAT(m_backend.query("SELECT password_hash FROM accounts"), HasSubstr("m=64,t=1"));
  // Sent once more, as a browser does whose answer was lost; and from a second window.
  EXPECT_EQ(send("/password", hiddenFields(page) + typed("AB12345%21")).status, 303);
  EXPECT_EQ(get(link).status, 409);
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM outbox"), "2");
}

TEST_F(FirstPassword, OpeningTheLinkChangesNothing) {
  registerPerson();
  const std::string link = linkIn(mail("registration", 1));
  const std::string all = "SELECT COUNT(*) FROM links WHERE used_at IS NULL AND expires_at > 0";
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(get(link).status, 200);
    EXPECT_EQ(m_client.send({.method = "HEAD", .path = link}).status, 200);
  }
  EXPECT_EQ(m_client.send({.method = "DELETE", .path = link}).status, 405);
  EXPECT_EQ(m_backend.query(all), "1");
}

TEST_F(FirstPassword, IsAskedForInThePersonsLanguageAndInAnyOther) {
  registerPerson();
  const std::string link = linkIn(mail("registration", 1));
  EXPECT_THAT(get(link + "?language=ja").body, HasSubstr("<h1>パスワードの設定</h1>"));
  EXPECT_THAT(get(link + "?language=easy").body,
              HasSubstr("<h1>パスワードを <ruby>決<rp>（</rp><rt>き</rt><rp>）</rp></ruby>めて"));
  EXPECT_EQ(get(link + "?language=xx").headers.at("content-language"), "en");
}

TEST_F(FirstPassword, SaysWhatIsWrongAtEachFieldAndShowsNoPassword) {
  registerPerson();
  const Response page = get(linkIn(mail("registration", 1)));
  const Response wrong = send("/password?language=en",
                              hiddenFields(page) + "password=secret1&passwordConfirmation=secret2");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("WZBAM018E: There is an error"));
  EXPECT_THAT(wrong.body, HasSubstr("WZBAM160E: Please enter the same password"));
  EXPECT_THAT(wrong.body, HasSubstr("aria-describedby=\"password-error rules\""));
  EXPECT_THAT(wrong.body, Not(HasSubstr("secret")));
  const Response empty =
      send("/password?language=en", hiddenFields(wrong) + "password=&passwordConfirmation=");
  EXPECT_THAT(empty.body, HasSubstr("WZBAM001E: Please enter the items"));
  const Response common = send("/password?language=en", hiddenFields(empty) + typed("P%40ssw0rd1"));
  EXPECT_THAT(common.body, HasSubstr("WZBAM018E: There is an error"));
  EXPECT_THAT(common.body, HasSubstr("(such as Password1!) <span class=\"unmet\">"));
  EXPECT_EQ(send("/password", hiddenFields(empty) + typed("AB12345%21")).status, 303);
}

TEST_F(FirstPassword, IsSetByNoOtherSite) {
  registerPerson();
  const Response page = get(linkIn(mail("registration", 1)));
  const std::string form = hiddenFields(page) + typed("AB12345%21");
  for (const char* header : {"Origin: https://elsewhere.example", "Origin: null",
                             "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"}) {
    const Response refused = send("/password?language=en", form, {header});
    EXPECT_EQ(refused.status, 422) << header;
    EXPECT_THAT(refused.body, HasSubstr("This could not be done")) << "a person sees this";
  }
  EXPECT_THAT(page.headers.at("content-security-policy"), HasSubstr("frame-ancestors 'none'"));
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM accounts WHERE password_hash IS NOT NULL"), "0");
  EXPECT_EQ(
      send("/password", form, {"Origin: " + m_backend.origin(), "Sec-Fetch-Site: same-origin"})
          .status,
      303);
}

TEST_F(FirstPassword, AnExpiredLinkSendsANewOne) {
  registerPerson();
  const std::string link = linkIn(mail("registration", 1));
  m_backend.execute("UPDATE links SET expires_at = 1, created_at = 1");
  const Response expired = get(link);
  EXPECT_EQ(expired.status, 410);
  EXPECT_THAT(expired.body, HasSubstr("This link has expired"));
  const Response renewed = send("/password/renew?language=en", hiddenFields(expired));
  ASSERT_EQ(renewed.status, 303) << renewed.body;
  EXPECT_THAT(get(renewed.headers.at("location")).body, HasSubstr("A new link has been sent"));
  ASSERT_EQ(m_backend.waitForMails(2).size(), 2U);
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM outbox WHERE kind = 'registration'"), "2");
}

TEST_F(FirstPassword, ATruncatedLinkSaysWhatToDo) {
  registerPerson();
  const std::string link = linkIn(mail("registration", 1));
  for (const std::string& path :
       {link.substr(0, link.size() - 1), std::string("/password/"), std::string("/password")}) {
    const Response cut = get(path + "?language=en");
    EXPECT_EQ(cut.status, 404);
    EXPECT_THAT(cut.body, HasSubstr("Part of the link may be missing")) << path;
    EXPECT_THAT(cut.body, HasSubstr("/password/forgotten?language=en"));
  }
}

TEST_F(FirstPassword, LeavesNoTokenPasswordOrIdInTheLog) {
  const std::string id = registerPerson();
  const std::string link = linkIn(mail("registration", 1));
  send("/password", hiddenFields(get(link)) + typed("AB12345%21"));
  ASSERT_EQ(m_backend.waitForMails(2).size(), 2U);
  m_backend.stop();
  const std::string log = m_backend.log();
  EXPECT_THAT(log, HasSubstr("GET /password/{token}"));
  for (const std::string& secret :
       {link.substr(link.rfind('/') + 1), std::string("AB12345"), id, kEmail}) {
    EXPECT_THAT(log, Not(HasSubstr(secret)));
  }
}

TEST_F(FirstPassword, CanBeForgottenAndSetAnew) {
  const std::string id = registerPerson();
  send("/password", hiddenFields(get(linkIn(mail("registration", 1)))) + typed("AB12345%21"));
  mail("authenticationId", 2);
  const Response asked = send("/password/forgotten?language=en",
                              "authenticationId=" + id + "&email=applicant%40mail.example");
  ASSERT_EQ(asked.status, 303);
  const Response stranger = send("/password/forgotten?language=en",
                                 "authenticationId=wikpn31487&email=nobody%40mail.example");
  EXPECT_EQ(stranger.status, asked.status);
  EXPECT_EQ(stranger.headers.at("location"), asked.headers.at("location"));
  const Response page = get(linkIn(mail("forgottenPassword", 3)));
  EXPECT_THAT(page.body, HasSubstr("<h1>Set a new password</h1>"));
  EXPECT_EQ(send("/password", hiddenFields(page) + typed("CD67890%21")).status, 303);
  EXPECT_THAT(mail("passwordChanged", 4), HasSubstr("was changed"));
  const Response wrong =
      send("/password/forgotten?language=en", "authenticationId=ab&email=%22%3E%3Cb%3E");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("WZBAM168E: The Authentication ID or the email address"));
  EXPECT_THAT(wrong.body, HasSubstr("value=\"&quot;&gt;&lt;b&gt;\"")) << "nothing typed is lost";
}

TEST_F(FirstPassword, LetsTheirOwnerInAndIsChangedThere) {
  const std::string id = registerPerson();
  const auto logIn = [&](const std::string& password) {
    return m_client.send(
        {.method = "POST",
         .path = "/v1/sessions",
         .body = nlohmann::json{{"authenticationId", id}, {"password", password}}.dump(),
         .headers = {"Content-Type: application/json"}});
  };
  EXPECT_EQ(logIn("AB12345!").reason(), "loginRefused");
  send("/password", hiddenFields(get(linkIn(mail("registration", 1)))) + typed("AB12345%21"));
  const Response session = logIn("AB12345!");
  ASSERT_EQ(session.status, 201) << session.body;
  const auto change = [&](const std::string& current, const std::string& authorization) {
    return m_client.send({.method = "PUT",
                          .path = "/v1/account/password",
                          .body = nlohmann::json{{"currentPassword", current},
                                                 {"password", "CD67890!"},
                                                 {"passwordConfirmation", "CD67890!"}}
                                      .dump(),
                          .headers = {"Content-Type: application/json",
                                      "Idempotency-Key: " + newUuid(), authorization}});
  };
  const std::string bearer =
      "Authorization: Bearer " + session.json().at("token").get<std::string>();
  EXPECT_EQ(change("AB12345!", "Authorization: Bearer x").status, 401);
  EXPECT_EQ(change("EF12345!", bearer).json().at("errors").at(0).at("code"), "WZBAM154E");
  EXPECT_EQ(change("AB12345!", bearer).status, 204);
  EXPECT_EQ(logIn("AB12345!").reason(), "loginRefused");
  EXPECT_EQ(logIn("CD67890!").status, 201);
}

TEST_F(FirstPassword, AnExpiredOneIsChangedByWhoKnowsIt) {
  const std::string id = registerPerson();
  send("/password", hiddenFields(get(linkIn(mail("registration", 1)))) + typed("AB12345%21"));
  m_backend.execute("UPDATE accounts SET password_set_at = 1");
  const std::string key = newUuid();
  const auto change = [&](const std::string& who, const std::string& current,
                          const std::string& underKey) {
    return m_client.send(
        {.method = "PUT",
         .path = "/v1/passwords/expired",
         .body = nlohmann::json{{"authenticationId", who},
                                {"currentPassword", current},
                                {"password", "CD67890!"},
                                {"passwordConfirmation", "CD67890!"}}
                     .dump(),
         .headers = {"Content-Type: application/json", "Idempotency-Key: " + underKey}});
  };
  const auto logIn = [&](const std::string& password) {
    return m_client.send(
        {.method = "POST",
         .path = "/v1/sessions",
         .body = nlohmann::json{{"authenticationId", id}, {"password", password}}.dump(),
         .headers = {"Content-Type: application/json"}});
  };
  EXPECT_EQ(logIn("AB12345!").reason(), "passwordExpired");
  const Response wrong = change(id, "EF12345!", newUuid());
  EXPECT_EQ(wrong.json().at("errors").at(0).at("code"), "WZBAM154E");
  EXPECT_EQ(change("wikpn31487", "AB12345!", newUuid()).json().at("errors"),
            wrong.json().at("errors"))
      << "nobody learns which IDs there are";
  EXPECT_EQ(change(id, "AB12345!", key).status, 204);
  EXPECT_EQ(change(id, "AB12345!", key).status, 204) << "sent once more, as the answer was lost";
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM outbox WHERE kind = 'passwordChanged'"), "1");
  EXPECT_EQ(logIn("CD67890!").status, 201);
}

TEST_F(FirstPassword, WhoGuessesAnExpiredOneIsLockedOutAndACardIsNoWayAroundTheCard) {
  const std::string id = registerPerson();
  send("/password", hiddenFields(get(linkIn(mail("registration", 1)))) + typed("AB12345%21"));
  const auto change = [&](const std::string& current) {
    return m_client.send(
        {.method = "PUT",
         .path = "/v1/passwords/expired",
         .body = nlohmann::json{{"authenticationId", id},
                                {"currentPassword", current},
                                {"password", "CD67890!"},
                                {"passwordConfirmation", "CD67890!"}}
                     .dump(),
         .headers = {"Content-Type: application/json", "Idempotency-Key: " + newUuid()}});
  };
  m_backend.execute("UPDATE accounts SET entrance = 'cardHolder'");
  EXPECT_EQ(change("AB12345!").reason(), "loginRefused");
  m_backend.execute("UPDATE accounts SET entrance = 'attorneyOrScrivener', status = 'suspended'");
  EXPECT_EQ(change("AB12345!").reason(), "loginRefused");
  m_backend.execute("UPDATE accounts SET status = 'active'");
  for (int i = 1; i < 5; ++i) {
    EXPECT_EQ(change("EF12345!").reason(), "formInvalid");
  }
  EXPECT_EQ(change("EF12345!").reason(), "accountLocked");
  EXPECT_EQ(change("AB12345!").reason(), "accountLocked");
}

// A person sees these in a browser, whatever goes wrong.
TEST(PasswordPage, TellsInWordsThatThereWereTooManyRequests) {
  BackendUnderTest backend({"--rate-limit", "15", "--password-memory", "64"});
  HttpClient client = backend.client();
  const Request form{.method = "POST",
                     .path = "/password/renew?language=en",
                     .body = "token=x",
                     .headers = {"Content-Type: application/x-www-form-urlencoded"}};
  EXPECT_EQ(client.send(form).status, 404);
  const Response refused = client.send(form);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.headers.count("retry-after"), 1U);
  EXPECT_THAT(refused.body, HasSubstr("<h1>The service is busy</h1>"));
  EXPECT_THAT(refused.body, Not(HasSubstr("?language="))) << "no link sends the form once more";
}

// The link is good, and stays so: a person who is told so in another language must not lose it.
TEST(PasswordPage, LeadsFromABusyServiceBackToTheLinkInEachLanguage) {
  BackendUnderTest backend({"--rate-limit", "3"});
  HttpClient client = backend.client();
  const auto busy = [&](const std::string& path, const std::vector<std::string>& headers) {
    Response response;
    for (int i = 0; i < 100 && response.status != 429; ++i) {
      response = client.send({.path = path, .headers = headers});
    }
    EXPECT_EQ(response.status, 429);
    return response;
  };
  const std::string link = "/password/" + std::string(43, 'A');
  const Response english = busy(link, {"Accept-Language: en"});
  EXPECT_EQ(english.headers.at("content-language"), "en");
  EXPECT_THAT(english.body, HasSubstr("<h1>The service is busy</h1>"));
  EXPECT_THAT(english.body, HasSubstr("href=\"" + link + "?language=easy\""));
  const Response unsaid = busy(link, {});
  EXPECT_EQ(unsaid.headers.at("content-language"), "ja");
  EXPECT_THAT(unsaid.body, HasSubstr("href=\"" + link + "?language=en\""));
  const Response asked = busy(link + "?language=easy", {"Accept-Language: en"});
  EXPECT_THAT(asked.body, HasSubstr("<body class=\"ruby\">"));
  EXPECT_THAT(asked.body, HasSubstr("href=\"" + link + "?language=en\""));
}

}  // namespace
}  // namespace madoguchi::test
