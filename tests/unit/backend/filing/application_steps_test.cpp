#include "backend/filing/application_steps.h"

#include <gmock/gmock.h>

#include "backend/core/ruby_markup.h"
#include "backend/mail/mail_template.h"
#include "backend/rooms/applications/application_json.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using protocol::Reason;
using protocol::Refusal;
using std::chrono::days;
using std::chrono::hours;
using testing::HasSubstr;

class ApplicationSteps : public test::ApplicationFixture {
 protected:
  bool want(const std::string& id) {
    return write([&](Transaction& transaction) {
      return wantDocuments(transaction, m_keys, row(id), "住民票", m_now + days(14), m_now);
    });
  }
  static std::optional<Reason> refusal(const ApplicationDesk::Outcome& outcome) {
    const auto* refused = std::get_if<Refusal>(&outcome);
    return refused != nullptr ? std::optional(refused->reason) : std::nullopt;
  }
  json shown(const std::string& id) {
    return detailJson(std::get<OwnApplication>(m_desk.find("maria", id, soon())));
  }
  /// How many mails of a kind an address gets.
  std::string mails(const std::string& kind, const std::string& recipient) const {
    return count("outbox WHERE kind = '" + kind + "' AND recipient = '" + recipient + "'");
  }
  static forms::Answers answersWithAddress(const std::string& email) {
    forms::Answers answers = forms::dependentsAnswers();
    answers.values["notificationEmail"] = answers.values["notificationEmailAgain"] = email;
    return answers;
  }
  void moveAccountTo(const std::string& email) const {
    m_database.execute("UPDATE accounts SET email = '" + email + "';\n");
  }
  /// The body of the last mail of a kind.
  std::string mail(const std::string& kind, const std::string& language = "en") {
    MailValues values =
        json::parse(m_database.query("SELECT template_values FROM outbox WHERE kind = '" + kind +
                                     "' ORDER BY created_at DESC LIMIT 1"));
    values[std::string(kHelpDesk)] = "00";
    return fillTemplate(mailTemplate(kind, language), values).body;
  }
};

TEST_F(ApplicationSteps, TheNumberComesOnTheNextDayInJapan) {
  const std::string first = good(file(addDraft())).id;
  EXPECT_EQ(number(), 0);
  m_now += hours(9);  // 0:00 in Japan
  const std::string second = good(file(addDraft(), {{"again", true}})).id;
  EXPECT_EQ(number(), 1);
  EXPECT_EQ(row(first).number, "20261127-000001");
  EXPECT_EQ(row(first).state, "examination");
  EXPECT_EQ(row(second).number, "");
  EXPECT_THAT(mail("applicationNumbered"), HasSubstr("20261127-000001"));
  m_now += days(1);
  EXPECT_EQ(number(), 1);
  EXPECT_EQ(number(), 0);
  EXPECT_EQ(row(second).number, "20261128-000001");
}

TEST_F(ApplicationSteps, OneThatCannotBeOpenedKeepsNobodysNumberBack) {
  const std::string damaged = good(file(addDraft())).id;
  m_database.execute("UPDATE applications SET content = 'no base64!' WHERE id = '" + damaged +
                     "';\n");
  good(file(addDraft()));
  const std::string mails = count("outbox WHERE kind = 'applicationNumbered'");
  m_now += std::chrono::days(1);
  std::vector<std::string> unreadable;
  EXPECT_EQ(write([&](Transaction& transaction) {
              unreadable.clear();
              return numberFiledApplications(transaction, m_keys, m_now, 50,
                                             [&](const ApplicationRow& row, const LoggableError&) {
                                               unreadable.push_back(row.id);
                                             });
            }),
            2);
  EXPECT_EQ(unreadable, std::vector<std::string>{damaged});
  EXPECT_EQ(count("applications WHERE number IS NOT NULL"), "2");
  EXPECT_GE(std::stoi(count("outbox WHERE kind = 'applicationNumbered'")), std::stoi(mails) + 2)
      << "both of their owners are told";
}

TEST_F(ApplicationSteps, NumbersOfADayAreDifferent) {
  for (int i = 0; i < 3; ++i) {
    good(file(addDraft(), {{"again", true}}));
  }
  m_now += days(1);
  EXPECT_EQ(write([this](Transaction& transaction) {
              return numberFiledApplications(transaction, m_keys, m_now, 2);
            }),
            2);
  EXPECT_EQ(number(), 1);
  EXPECT_EQ(m_database.query("SELECT COUNT(DISTINCT number) FROM applications"), "3");
}

TEST_F(ApplicationSteps, WantedDocumentsAreHandedInUntilTheirDay) {
  const std::string id = examined();
  EXPECT_EQ(refusal(m_desk.takeDocuments("maria", id, soon())), Reason::tooLate) << "not wanted";
  EXPECT_TRUE(want(id));
  EXPECT_EQ(shown(id).at("task"), "documents");
  EXPECT_EQ(shown(id).at("wanted"), (json{{"text", "住民票"}, {"until", "2026-12-11T06:00:00Z"}}));
  EXPECT_EQ(shown(id).at("wantedUntil"), "2026-12-11T06:00:00Z") << "in the list, too";
  EXPECT_THAT(mail("documentsWanted"), HasSubstr("2026/12/11"));
  EXPECT_THAT(mail("documentsWanted"), testing::Not(HasSubstr("住民票"))) << "not in a mail";
  EXPECT_EQ(refusal(m_desk.takeDocuments("maria", id, soon())), Reason::formInvalid) << "none came";
  m_now += hours(1);
  addPhoto("maria", id);
  m_database.execute("UPDATE attachments SET kind = 'document';\n");
  EXPECT_EQ(refusal(m_desk.takeDocuments("maria", id, soon())), std::nullopt);
  EXPECT_EQ(shown(id).at("state"), "examination");
  EXPECT_FALSE(shown(id).contains("wanted"));
  EXPECT_EQ(refusal(m_desk.takeDocuments("maria", id, soon())), std::nullopt)
      << "whoever got no answer asks again";
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM application_steps"), "4");
  EXPECT_TRUE(want(id));
  m_now += days(14);
  EXPECT_FALSE(
      write([&](Transaction& transaction) { return m_desk.takesFiles(transaction, "maria", id); }));
  EXPECT_EQ(refusal(m_desk.takeDocuments("maria", id, soon())), Reason::tooLate);
}

TEST_F(ApplicationSteps, TheMailNamesTheDayThatAMidnightEnds) {
  const std::string id = examined();
  const Seconds midnight = std::chrono::sys_days(std::chrono::year(2027) / 1 / 1) - hours(9);
  for (const auto& [until, day] : {std::pair(midnight, "2026/12/31"),
                                   std::pair(midnight + std::chrono::seconds(1), "2027/1/1"),
                                   std::pair(midnight - std::chrono::seconds(1), "2026/12/31")}) {
    m_database.execute("DELETE FROM outbox;\n");
    EXPECT_TRUE(write([&, until = until](Transaction& transaction) {
      return wantDocuments(transaction, m_keys, row(id), "住民票", until, m_now);
    }));
    EXPECT_THAT(mail("documentsWanted"), HasSubstr(day));
  }
}

TEST_F(ApplicationSteps, FilesThatCameSinceDocumentsAreWantedAreMarked) {
  const std::string id = examined();
  const auto added = [&] {
    const auto application = std::get<OwnApplication>(m_desk.find("maria", id, soon()));
    std::vector<bool> marks;
    for (const json& file :
         filesJson(application, {{.id = "filed", .createdAt = m_now - hours(1)},
                                 {.id = "later", .createdAt = m_now + hours(1)}})) {
      marks.push_back(file.contains("added"));
    }
    return marks;
  };
  EXPECT_EQ(added(), (std::vector{false, false}));
  EXPECT_TRUE(want(id));
  EXPECT_TRUE(want(id)) << "with other words";
  EXPECT_EQ(added(), (std::vector{false, true}));
  EXPECT_EQ(write([&](Transaction& transaction) {
              return ApplicationDesk::documentsWantedSince(transaction, id);
            }),
            m_now);
}

TEST_F(ApplicationSteps, WhatIsGrantedTellsWhatToSend) {
  m_database.execute("UPDATE accounts SET language = 'en';\n");
  const std::string id = examined();
  EXPECT_TRUE(decideOn(id, true));
  EXPECT_FALSE(decideOn(id, false)) << "once";
  EXPECT_EQ(shown(id).at("state"), "decided");
  EXPECT_EQ(shown(id).at("result"), (json{{"granted", true}, {"text", "1年"}}));
  const std::string text = mail("grantedByPost");
  EXPECT_THAT(text, HasSubstr("Fee: 5500 yen"));
  EXPECT_THAT(text, HasSubstr("\n- The residence card that you hold"));
  EXPECT_THAT(text, HasSubstr("〒135-0064\n東京都江東区青海2-7-11"));
  EXPECT_TRUE(write(
      [&](Transaction& transaction) { return closeApplication(transaction, row(id), m_now); }));
  EXPECT_EQ(shown(id).at("state"), "done");
}

TEST_F(ApplicationSteps, AtTheCounterAPassportIsBroughtAndReentryIsPaidToo) {
  forms::Answers answers = forms::dependentsAnswers();
  for (const auto& [field, value] : forms::Values{{"alsoReentry", "yes"},
                                                  {"purposeDecided", "no"},
                                                  {"destinationDecided", "no"},
                                                  {"departureDecided", "no"},
                                                  {"departurePortDecided", "no"},
                                                  {"returnDecided", "no"},
                                                  {"returnPortDecided", "no"},
                                                  {"reentryKind", "single"},
                                                  {"pendingTrial", "no"},
                                                  {"receipt", "counter"}}) {
    answers.values[field] = value;
  }
  const std::string id = examined(answers);
  EXPECT_EQ(refusal(m_desk.changeReceipt("maria", id, "post", soon())), Reason::formInvalid);
  EXPECT_TRUE(decideOn(id, true));
  EXPECT_THAT(mail("grantedAtCounter", "ja"), HasSubstr("手数料：9000円"));
  const std::string title = "{結果|けっ.か}が {決|き}まりました";
  EXPECT_TRUE(mailTemplate("grantedAtCounter", "easy").starts_with(title));
  EXPECT_THAT(mail("grantedAtCounter", "easy"),
              HasSubstr("「" + rubyInBrackets(title) + "」の メール"))
      << "the mail to bring is named as it is";
}

TEST_F(ApplicationSteps, ARefusalSaysNothingInTheMail) {
  const std::string id = examined();
  EXPECT_TRUE(decideOn(id, false));
  EXPECT_EQ(shown(id).at("state"), "refused");
  EXPECT_THAT(mail("applicationRefused", "ja"), testing::Not(HasSubstr("1年")));
  // Not everybody has filed something else with it.
  EXPECT_THAT(mail("applicationRefused", "ja"), HasSubstr("同時に申請した場合は"));
  EXPECT_THAT(mail("applicationRefused", "easy"), HasSubstr("した ときは"));
}

TEST_F(ApplicationSteps, MailsFollowTheAccountToItsNewAddress) {
  const std::string id = examined(answersWithAddress("Maria@mail.example"));
  EXPECT_EQ(count("outbox"), "2") << "one that it was filed, one with the number";
  moveAccountTo("new@mail.example");
  EXPECT_TRUE(want(id));  // which seals it anew
  EXPECT_TRUE(decideOn(id, false));
  EXPECT_EQ(mails("documentsWanted", "new@mail.example"), "1");
  EXPECT_EQ(mails("applicationRefused", "new@mail.example"), "1");
  EXPECT_EQ(count("outbox"), "4") << "nothing goes to the mailbox of before any more";
}

TEST_F(ApplicationSteps, AnotherAddressIsToldTooUntilItIsTheAccounts) {
  const std::string id = examined(answersWithAddress("family@mail.example"));
  EXPECT_EQ(mails("applicationNumbered", "maria@mail.example"), "1");
  EXPECT_EQ(mails("applicationNumbered", "family@mail.example"), "1");
  moveAccountTo("Family@mail.example");
  EXPECT_TRUE(decideOn(id, false));
  EXPECT_EQ(count("outbox WHERE kind = 'applicationRefused'"), "1");
}

TEST_F(ApplicationSteps, WhatDoesNotSayWhoseItsAddressWasIsMailedThereToo) {
  const std::string id = examined();
  ApplicationRow older = row(id);
  json content = json::parse(m_keys.open(older.content, applicationPlace(id)));
  EXPECT_EQ(content.erase("notifiesAccount"), 1U);
  older.content = m_keys.seal(content.dump(), applicationPlace(id));
  EXPECT_TRUE(write([&](Transaction& transaction) {
    return changeApplication(transaction, older, older.state, m_now);
  }));
  moveAccountTo("new@mail.example");
  EXPECT_TRUE(decideOn(id, false));
  EXPECT_EQ(mails("applicationRefused", "new@mail.example"), "1");
  EXPECT_EQ(mails("applicationRefused", "maria@mail.example"), "1");
}

TEST_F(ApplicationSteps, IsWithdrawnUntilItIsDecided) {
  const std::string id = examined();
  EXPECT_EQ(refusal(m_desk.withdraw("maria", id, soon())), std::nullopt);
  EXPECT_EQ(refusal(m_desk.withdraw("maria", id, soon())), std::nullopt) << "it is";
  EXPECT_EQ(count("outbox WHERE kind = 'applicationWithdrawn'"), "1");
  EXPECT_FALSE(decideOn(id, true));
  EXPECT_FALSE(want(id));
  const std::string other = examined();
  EXPECT_TRUE(decideOn(other, true));
  EXPECT_EQ(refusal(m_desk.withdraw("maria", other, soon())), Reason::tooLate);
  EXPECT_EQ(refusal(m_desk.changeReceipt("maria", other, "counter", soon())), Reason::tooLate);
}

TEST_F(ApplicationSteps, HowToReceiveCanBeChanged) {
  const std::string id = examined();
  EXPECT_EQ(refusal(m_desk.changeReceipt("maria", id, "counter", soon())), std::nullopt);
  EXPECT_EQ(shown(id).at("receive"), "counter");
  EXPECT_EQ(shown(id).at("history").size(), 2U) << "which is no step";
  EXPECT_EQ(refusal(m_desk.changeReceipt("maria", id, "bird", soon())), Reason::malformed);
  EXPECT_TRUE(want(id));
  EXPECT_EQ(refusal(m_desk.changeReceipt("maria", id, "post", soon())), std::nullopt);
  EXPECT_EQ(shown(id).at("receive"), "post");
  EXPECT_TRUE(shown(id).contains("wantedUntil")) << "they are wanted all the same";
}

TEST_F(ApplicationSteps, SomebodyElsesApplicationIsNotThere) {
  test::addApplicant(m_database, "other");
  const std::string id = examined();
  for (const std::string& by : {id, std::string(), std::string(32, '\0'), std::string("' --")}) {
    EXPECT_EQ(refusal(m_desk.find("other", by, soon())), Reason::notFound);
    EXPECT_EQ(refusal(m_desk.withdraw("other", by, soon())), Reason::notFound);
    EXPECT_EQ(refusal(m_desk.changeReceipt("other", by, "post", soon())), Reason::notFound);
    EXPECT_EQ(refusal(m_desk.takeDocuments("other", by, soon())), Reason::notFound);
    EXPECT_EQ(refusal(m_desk.report("other", by, "wrong", "key", soon())), Reason::notFound);
    EXPECT_TRUE(std::holds_alternative<Refusal>(m_desk.copyAsDraft("other", by, "key", soon())));
  }
  EXPECT_TRUE(std::get<ApplicationPage>(m_desk.list("other", "", 50, soon())).applications.empty());
}

TEST_F(ApplicationSteps, ACopyLacksWhatBelongedToThatFiling) {
  const std::string id = examined();
  const auto draft = std::get<std::string>(m_desk.copyAsDraft("maria", id, "key", soon()));
  const auto content = m_storage.read(soon(), [&](Transaction& transaction) {
    return openContent(draftOf(transaction, "maria", draft)->content, m_keys, draft);
  });
  const json values = json::parse(content.values);
  EXPECT_EQ(values.at("name"), "SANTOS MARIA CLARA");
  EXPECT_EQ(values.at("family").size(), 1U);
  for (const char* field : {"photo", "stayExpiry", "reason", "intentConfirmed"}) {
    EXPECT_FALSE(values.contains(field)) << field;
  }
}

TEST_F(ApplicationSteps, ACopyThatIsAskedForOnceMoreIsTheSame) {
  const std::string id = examined();
  const auto copy = [&](const std::string& of, const char* key) {
    return std::get<std::string>(m_desk.copyAsDraft("maria", of, key, soon()));
  };
  const std::string first = copy(id, "key");
  EXPECT_EQ(copy(id, "key"), first) << "the answer to it was lost";
  EXPECT_NE(copy(id, "another key"), first);
  EXPECT_NE(copy(examined(), "key"), first) << "of another application";
}

TEST_F(ApplicationSteps, WhatEndedLongAgoIsForgottenWithItsFiles) {
  const std::string id = examined();
  m_desk.report("maria", id, "wrong", "key", soon());
  EXPECT_TRUE(decideOn(id, false));
  const auto forget = [&](Seconds before) {
    return write([before](Transaction& transaction) {
      std::vector<std::string> pieces;
      return forgetOldApplications(transaction, before, 10, pieces);
    });
  };
  EXPECT_EQ(forget(m_now), 0);
  examined();
  EXPECT_EQ(forget(m_now + hours(1)), 1);
  EXPECT_EQ(count("applications"), "1") << "what goes on stays";
  EXPECT_EQ(count("attachments WHERE owner_id = '" + id + "'"), "0");
  EXPECT_EQ(count("error_reports"), "0");
}

}  // namespace
}  // namespace madoguchi::backend
