#include <QComboBox>
#include <chrono>
#include <string>

#include "app/core/service_clock.h"
#include "app/rooms/application/draft_work.h"
#include "forms/procedures/procedure_facts.h"
#include "tests/unit/app/pages/application_fixture.h"

// Before an application begins: who may file it, when, with what and for how much.

namespace madoguchi::test {
namespace {

class ProspectPageTest : public ApplicationTest {
 protected:
  void chooseCode(const char* box, const char* code) {
    auto* found = find<QComboBox>(box);
    ASSERT_NE(found, nullptr) << box;
    const int index = found->findData(QString::fromLatin1(code));
    ASSERT_GE(index, 0) << code;
    found->setCurrentIndex(index);
  }
  void typeDate(const std::string& name, const std::string& date) {
    ASSERT_TRUE(type((name + ".year").c_str(), QString::fromStdString(date.substr(0, 4))));
    for (const auto& [part, at] : {std::pair{".month", 5}, std::pair{".day", 8}}) {
      auto* box = find<QComboBox>((name + part).c_str());
      ASSERT_NE(box, nullptr) << name << part;
      box->setCurrentIndex(std::stoi(date.substr(static_cast<std::size_t>(at), 2)));
    }
  }
  /// The start page, filled in for an extension as spouse that can be filed.
  void toProspect(const std::string& userClass = "foreignNational",
                  const std::string& dateOfBirth = {}, const std::string& expiry = inDays(60)) {
    ASSERT_NO_FATAL_FAILURE(toList({}, {}, userClass));
    ASSERT_TRUE(press("applications.new"));
    ASSERT_TRUE(press("applicationStart.procedure.extension"));
    ASSERT_NO_FATAL_FAILURE(chooseCode("applicationStart.currentStatus", "T61"));
    ASSERT_NO_FATAL_FAILURE(typeDate("applicationStart.stayExpiry", expiry));
    if (!dateOfBirth.empty()) {
      ASSERT_NO_FATAL_FAILURE(typeDate("applicationStart.dateOfBirth", dateOfBirth));
    }
    ASSERT_TRUE(press("applicationStart.next"));
  }
};

TEST_F(ProspectPageTest, BeforeTheFirstFieldOneKnowsWhenWithWhatAndForHowMuch) {
  ASSERT_NO_FATAL_FAILURE(toProspect());
  ASSERT_TRUE(waitForPlace("applicationProspect")) << shown().toStdString();
  EXPECT_TRUE(wordsOf("prospect.verdict").contains("You can file this online"));
  EXPECT_NE(find("prospect.when"), nullptr);
  EXPECT_TRUE(textOf("prospect.needs").contains("photo"));
  EXPECT_TRUE(textOf("prospect.fee").contains("5,500"));
  server->answer("/v1/drafts", {.status = 201, .body = draft({})});
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("prospect.begin"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  const auto sent = nlohmann::json::parse(server->requests("/v1/drafts").back().body);
  EXPECT_EQ(sent.at("forWhom"), "self");
  EXPECT_EQ(sent.at("procedure"), "extension");
  EXPECT_EQ(sent.at("values").at("name"), "SANTOS MARIA CLARA") << "filled in beforehand";
  EXPECT_EQ(sent.at("values").at("currentStatus"), "T61") << "not asked twice";
  EXPECT_FALSE(server->requests("/v1/drafts").back().idempotencyKey.empty());
}

TEST_F(ProspectPageTest, OtherAnswersAreAnotherDraftWhateverBecameOfTheFirst) {
  const auto keys = [&] {
    std::vector<std::string> found;
    for (const auto& request : server->requests("/v1/drafts"))
      if (!request.idempotencyKey.empty()) found.push_back(request.idempotencyKey);
    return found;
  };
  // The service may have made it, and nobody hears of that.
  const auto beginInVain = [&] {
    const std::size_t before = keys().size();
    server->answer("/v1/drafts", ScriptedServer::problem(503, "unavailable"));
    ASSERT_TRUE(press("prospect.begin"));
    ASSERT_TRUE(eventually([&] { return keys().size() > before; }));
    ASSERT_TRUE(eventually([&] { return find("prospect.failure") != nullptr; }));
  };
  ASSERT_NO_FATAL_FAILURE(toProspect());
  ASSERT_NO_FATAL_FAILURE(beginInVain());
  ASSERT_NO_FATAL_FAILURE(beginInVain());
  ASSERT_TRUE(press("prospect.back"));
  ASSERT_NO_FATAL_FAILURE(typeDate("applicationStart.stayExpiry", inDays(61)));
  ASSERT_TRUE(press("applicationStart.next"));
  ASSERT_NO_FATAL_FAILURE(beginInVain());
  ASSERT_EQ(keys().size(), 3U);
  EXPECT_EQ(keys()[0], keys()[1]) << "the same once more is one draft";
  EXPECT_NE(keys()[0], keys()[2]);
}

TEST_F(ProspectPageTest, RelativesFileForWhoIsYoungAndAreToldWhatToDoForOthers) {
  const QDate born = todayInJapan().addYears(-16);
  ASSERT_NO_FATAL_FAILURE(
      toProspect("family", born.addDays(1).toString(Qt::ISODate).toStdString()));
  EXPECT_TRUE(wordsOf("prospect.verdict").contains("You can file this online"));
  ASSERT_TRUE(press("prospect.back"));
  ASSERT_NO_FATAL_FAILURE(
      typeDate("applicationStart.dateOfBirth", born.toString(Qt::ISODate).toStdString()));
  ASSERT_TRUE(eventually([&] { return find("applicationStart.unable.no") != nullptr; }));
  ASSERT_TRUE(press("applicationStart.unable.no"));
  ASSERT_TRUE(press("applicationStart.next"));
  const QString said = wordsOf("prospect.verdict");
  EXPECT_TRUE(said.contains("under 16")) << said.toStdString();
  EXPECT_TRUE(said.contains("legal representative"));
  EXPECT_EQ(find("prospect.begin"), nullptr);
  ASSERT_TRUE(press("prospect.back"));
  ASSERT_TRUE(press("applicationStart.unable.yes"));
  ASSERT_TRUE(press("applicationStart.next"));
  server->answer("/v1/drafts", {.status = 201, .body = draft({})});
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("prospect.begin"));
  ASSERT_TRUE(waitForPlace("applicationForm"));
  const auto sent = nlohmann::json::parse(server->requests("/v1/drafts").back().body);
  EXPECT_EQ(sent.at("values").at("unable"), "yes") << "and is signed with the rest";
}

/// The service says that it is noon in Japan on a day, as long as this lives.
class NoonInJapan {
 public:
  explicit NoonInJapan(std::chrono::sys_days day) {
    app::hearServiceTime(day + std::chrono::hours(3));
  }
  ~NoonInJapan() {
    app::hearServiceTime(
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  }
  NoonInJapan(const NoonInJapan&) = delete;
  NoonInJapan& operator=(const NoonInJapan&) = delete;
};

TEST_F(ProspectPageTest, OnTheLastDayTheWayLeadsToTheCounter) {
  const NoonInJapan thursday(std::chrono::year(2026) / 12 / 10);
  ASSERT_NO_FATAL_FAILURE(toProspect("foreignNational", {}, "2026-12-10"));
  EXPECT_TRUE(wordsOf("prospect.verdict").contains("apply today at the counter"))
      << shown().toStdString();
  EXPECT_EQ(find("prospect.begin"), nullptr);
}

TEST_F(ProspectPageTest, OnALastDayOnWhichOfficesAreClosedTheNextOpenOneIsNamed) {
  const NoonInJapan saturday(std::chrono::year(2027) / 1 / 2);
  ASSERT_NO_FATAL_FAILURE(toProspect("foreignNational", {}, "2027-01-02"));
  const QString said = wordsOf("prospect.verdict");
  EXPECT_TRUE(said.contains("they are open, 4 January 2027, is taken as in time"))
      << said.toStdString();
  EXPECT_EQ(find("prospect.begin"), nullptr);
}

TEST_F(ProspectPageTest, AComputerWithTheWrongDateOffersWhatTheServiceTakes) {
  const NoonInJapan later(std::chrono::year(2031) / 6 / 2);
  ASSERT_NO_FATAL_FAILURE(toProspect("foreignNational", {}, "2031-07-01"));
  EXPECT_TRUE(wordsOf("prospect.verdict").contains("You can file this online"))
      << shown().toStdString();
}

TEST_F(ProspectPageTest, WhichPartOfTheFormIsMissingIsSaidAndWhereToFile) {
  ASSERT_NO_FATAL_FAILURE(toProspect());
  ASSERT_TRUE(press("prospect.back"));
  for (const auto& [status, part] : {std::pair{"T25", "“M”"}, {"T41", "“P”"}, {"T19", "“O”"}}) {
    ASSERT_NO_FATAL_FAILURE(chooseCode("applicationStart.currentStatus", status));
    ASSERT_TRUE(press("applicationStart.next"));
    const QString said = wordsOf("prospect.verdict");
    EXPECT_TRUE(said.contains(QString::fromUtf8(part))) << said.toStdString();
    EXPECT_TRUE(said.contains("regional immigration services bureau"));
    EXPECT_EQ(find("prospect.begin"), nullptr);
    ASSERT_TRUE(press("prospect.back"));
  }
}

TEST_F(ProspectPageTest, NobodyGetsPastAMissingPartWhicheverStatusTheyChoose) {
  ASSERT_NO_FATAL_FAILURE(toProspect());
  ASSERT_TRUE(press("prospect.back"));
  QStringList codes;
  for (int i = 1; i < find<QComboBox>("applicationStart.currentStatus")->count(); ++i)
    codes << find<QComboBox>("applicationStart.currentStatus")->itemData(i).toString();
  int missing = 0;
  for (const QString& code : codes) {
    ASSERT_NO_FATAL_FAILURE(
        chooseCode("applicationStart.currentStatus", code.toLatin1().constData()));
    ASSERT_TRUE(press("applicationStart.next")) << code.toStdString();
    const forms::PartRow* part = forms::partOf(forms::procedureFacts(), "extension",
                                               code.toStdString(), app::todayInJapan());
    const bool isThere = part != nullptr && part->missing.empty();
    EXPECT_EQ(find("prospect.begin") != nullptr, isThere) << code.toStdString();
    if (!isThere) {
      const QString said = wordsOf("prospect.verdict");
      const std::string letter = part == nullptr ? std::string() : part->part;
      EXPECT_TRUE(said.contains("regional immigration services bureau")) << code.toStdString();
      EXPECT_TRUE(said.contains(QString::fromStdString(letter))) << code.toStdString();
      ++missing;
    }
    ASSERT_TRUE(press("prospect.back"));
    // The page that was left goes before the next one comes.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
  EXPECT_GT(missing, 0);
  EXPECT_LT(missing, codes.size());
}

/// In the form itself the status can be corrected still.

}  // namespace
}  // namespace madoguchi::test
