#include "backend/rooms/applications/application_desk.h"

#include <gmock/gmock.h>

#include <set>

#include "backend/rooms/applications/application_json.h"
#include "tests/unit/backend/rooms/applications/application_fixture.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using protocol::FieldError;
using protocol::Reason;
using protocol::Refusal;
using std::chrono::minutes;
using testing::ElementsAre;

/// Lists of applications, and what their owners report of them.
class ApplicationDeskTest : public test::ApplicationFixture {
 protected:
  std::string filed() {
    return good(file(addDraft(forms::dependentsAnswers()), {{"again", true}})).id;
  }
  ApplicationPage page(const std::string& before, int most) {
    return std::get<ApplicationPage>(m_desk.list("maria", before, most, soon()));
  }
  Refusal refusalOf(ApplicationDesk::Outcome outcome) {
    const auto* refusal = std::get_if<Refusal>(&outcome);
    EXPECT_NE(refusal, nullptr) << "it was taken";
    return refusal != nullptr ? *refusal : Refusal{};
  }
  ApplicationDesk::Outcome report(const std::string& id, const std::string& text,
                                  const std::string& attempt = makeId()) {
    return m_desk.report("maria", id, text, attempt, soon());
  }
  json reports(const std::string& id) {
    return detailJson(std::get<OwnApplication>(m_desk.find("maria", id, soon())))
        .at("errorReports");
  }
};

TEST_F(ApplicationDeskTest, PagesFollowEachOtherWhateverIsFiledMeanwhile) {
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) {
    ids.push_back(filed());
    m_now += minutes(i % 2);  // some in one second
  }
  const ApplicationPage first = page("", 2);
  ASSERT_EQ(first.applications.size(), 2U);
  EXPECT_EQ(first.applications[0].row.id, ids[4]);
  filed();
  std::set<std::string> seen;
  std::size_t pages = 0;
  for (std::string next = first.next; !next.empty(); ++pages) {
    const ApplicationPage more = page(next, 2);
    for (const ListedApplication& application : more.applications) {
      EXPECT_TRUE(seen.insert(application.row.id).second);
    }
    next = more.next;
  }
  EXPECT_EQ(pages, 2U);
  for (const ListedApplication& application : first.applications) {
    seen.insert(application.row.id);
  }
  EXPECT_EQ(seen, std::set(ids.begin(), ids.end()));
  EXPECT_EQ(page("", 6).next, "") << "there are no more";
}

TEST_F(ApplicationDeskTest, WhatIsDamagedHidesNeitherItselfNorTheOthers) {
  const std::string damaged = filed();
  filed();
  m_database.execute("UPDATE applications SET applicant = 'AAAA' WHERE id = '" + damaged + "';\n");
  const ApplicationPage all = page("", 5);
  ASSERT_EQ(all.applications.size(), 2U);
  for (const ListedApplication& application : all.applications) {
    EXPECT_EQ(application.applicant.empty(), application.row.id == damaged);
  }
}

TEST_F(ApplicationDeskTest, AListOpensNamesOnly) {
  const std::string id = filed();
  m_database.execute("UPDATE applications SET content = 'AAAA';\n");
  EXPECT_EQ(pageJson(page("", 50)).at("applications").at(0).at("applicant"), "SANTOS MARIA CLARA");
  EXPECT_THROW(m_desk.find("maria", id, soon()), std::runtime_error);
  EXPECT_EQ(count("applications WHERE applicant LIKE '%SANTOS%'"), "0");
}

TEST_F(ApplicationDeskTest, WhatWasFiledBeforeIsListedToo) {
  filed();
  m_database.execute("UPDATE applications SET applicant = NULL, applicant_key_id = NULL;\n");
  EXPECT_EQ(page("", 50).applications.at(0).applicant, "SANTOS MARIA CLARA");
}

TEST_F(ApplicationDeskTest, AskingForNoPageIsMalformed) {
  const auto isMalformed = [this](const std::string& before, int most) {
    const auto outcome = m_desk.list("maria", before, most, soon());
    const auto* refusal = std::get_if<Refusal>(&outcome);
    return refusal != nullptr && refusal->reason == Reason::malformed;
  };
  const std::string id(32, 'a');
  for (const std::string& before : {std::string("x"), id, "12-" + id + "'", "-" + id, "1x-" + id,
                                    "9999999999999999999-" + id}) {
    EXPECT_TRUE(isMalformed(before, 50)) << before;
  }
  EXPECT_TRUE(isMalformed("", 0));
  EXPECT_TRUE(isMalformed("", kLongestPage + 1));
  EXPECT_FALSE(isMalformed("12-" + id, kLongestPage));
}

TEST_F(ApplicationDeskTest, AReportIsKeptBesideWhatWasFiled) {
  const std::string id = filed();
  EXPECT_EQ(reports(id), json::array());
  m_now += minutes(5);
  const auto outcome = report(id, "\n \u3000My passport is\nAB12345678. ", "key");
  EXPECT_EQ(std::get<OwnApplication>(outcome).row.changedAt, m_now);
  m_now += minutes(5);
  report(id, "そして、二つ目。");
  EXPECT_EQ(reports(id),
            json::array({{{"text", "My passport is\nAB12345678."}, {"at", "2026-11-26T06:05:00Z"}},
                         {{"text", "そして、二つ目。"}, {"at", "2026-11-26T06:10:00Z"}}}));
  EXPECT_EQ(page("", 50).applications[0].row.changedAt, m_now) << "whoever reads the feed sees it";
  EXPECT_EQ(count("error_reports WHERE content LIKE '%AB1%'"), "0");
  EXPECT_EQ(count("application_steps"), "1") << "which is no step";
}

TEST_F(ApplicationDeskTest, ARequestReportsOnce) {
  const std::string id = filed();
  report(id, "wrong", "key");
  report(id, "wrong ", "key");
  EXPECT_EQ(refusalOf(report(id, "other", "key")).reason, Reason::idempotencyConflict);
  EXPECT_EQ(reports(id).size(), 1U);
}

TEST_F(ApplicationDeskTest, WhatIsNoReportIsNotTaken) {
  const std::string id = filed();
  std::string longest;
  for (std::size_t i = 0; i < kLongestReport; ++i) {
    longest += "\U0001F4A1";
  }
  for (const auto& [text, code] : std::map<std::string, std::string>{{" \n\u3000", "missing"},
                                                                     {longest + "x", "tooLong"},
                                                                     {"a\tb", "badCharacter"},
                                                                     {"a\r\nb", "badCharacter"},
                                                                     {"a\u0085b", "badCharacter"},
                                                                     {"a\x7F", "badCharacter"}}) {
    const Refusal refusal = refusalOf(report(id, text));
    EXPECT_EQ(refusal.reason, Reason::formInvalid);
    EXPECT_THAT(refusal.fields, ElementsAre(FieldError{"text", code}));
  }
  for (std::size_t i = 0; i < kMostReports; ++i) {
    report(id, longest);
  }
  EXPECT_EQ(reports(id).size(), kMostReports);
  EXPECT_THAT(refusalOf(report(id, "one more")).fields, ElementsAre(FieldError{"text", "tooMany"}));
}

TEST_F(ApplicationDeskTest, WhatIsAtItsEndTakesNoReport) {
  const std::string id = filed();
  report(id, "in time", "key");
  m_desk.withdraw("maria", id, soon());
  EXPECT_EQ(refusalOf(report(id, "late")).reason, Reason::tooLate);
  EXPECT_TRUE(std::holds_alternative<OwnApplication>(report(id, "in time", "key")))
      << "the answer to it was lost";
}

}  // namespace
}  // namespace madoguchi::backend
