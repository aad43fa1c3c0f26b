#include "forms/procedures/procedure_facts.h"

#include <gmock/gmock.h>

#include <array>
#include <map>

#include "forms/procedures/result_needs.h"

namespace madoguchi::forms {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

constexpr auto kLastOldDay = 2025y / 3 / 31;
constexpr auto kFirstNewDay = 2025y / 4 / 1;

std::optional<int> fee(std::string_view procedure, std::string_view variant, std::string_view way,
                       year_month_day day) {
  return feeInYen(procedureFacts(), procedure, variant, way, day);
}

TEST(Fees, ChangeOnTheFirstOfApril2025) {
  struct Row {
    std::string_view procedure;
    std::string_view variant;
    int before;
    int online;
    int counter;
  };
  const std::array<Row, 8> kRows = {{{"change", "", 4000, 5500, 6000},
                                     {"extension", "", 4000, 5500, 6000},
                                     {"workCertificate", "", 1200, 1600, 2000},
                                     {"reentry", "single", 3000, 3500, 4000},
                                     {"reentry", "multiple", 6000, 6500, 7000},
                                     {"coe", "", 0, 0, 0},
                                     {"acquisition", "", 0, 0, 0},
                                     {"otherActivity", "", 0, 0, 0}}};
  for (const Row& row : kRows) {
    EXPECT_THAT(fee(row.procedure, row.variant, "online", kLastOldDay), Optional(row.before));
    EXPECT_THAT(fee(row.procedure, row.variant, "counter", kLastOldDay), Optional(row.before));
    EXPECT_THAT(fee(row.procedure, row.variant, "online", kFirstNewDay), Optional(row.online));
    EXPECT_THAT(fee(row.procedure, row.variant, "counter", kFirstNewDay), Optional(row.counter));
  }
  EXPECT_EQ(fee("reentry", "", "online", kFirstNewDay), std::nullopt);
  EXPECT_EQ(fee("extension", "", "online", 2022y / 3 / 15), std::nullopt);
}

TEST(FileLimits, ChangeWithTheSystemOf2026) {
  const FileLimitRow* old = fileLimits(procedureFacts(), 2026y / 1 / 4);
  ASSERT_NE(old, nullptr);
  EXPECT_EQ(old->files, 1);
  EXPECT_EQ(old->bytesTogether, 10U * 1024 * 1024);
  EXPECT_FALSE(old->countsPhoto);
  const FileLimitRow* now = fileLimits(procedureFacts(), 2026y / 1 / 5);
  ASSERT_NE(now, nullptr);
  EXPECT_EQ(now->files, 20);
  EXPECT_EQ(now->bytesTogether, 25U * 1024 * 1024);
  EXPECT_TRUE(now->countsPhoto);
  EXPECT_THAT(now->mediaTypes, ElementsAre("application/pdf"));
}

TEST(Photos, MayBeThreeMonthsOldAndSixSince2026) {
  const PhotoRow* old = photoRules(procedureFacts(), 2026y / 1 / 4);
  const PhotoRow* now = photoRules(procedureFacts(), 2026y / 1 / 5);
  ASSERT_TRUE(old != nullptr && now != nullptr);
  EXPECT_EQ(oldestPhoto(*old, 2025y / 5 / 31), 2025y / 2 / 28);
  EXPECT_EQ(oldestPhoto(*now, 2026y / 8 / 31), 2026y / 2 / 28);
  EXPECT_EQ(oldestPhoto(*now, 2028y / 8 / 29), 2028y / 2 / 29);
}

TEST(Photos, AreNotWantedOfWhoeverIsUnderSixteen) {
  const PhotoRow* rules = photoRules(procedureFacts(), 2026y / 11 / 26);
  ASSERT_NE(rules, nullptr);
  EXPECT_FALSE(needsPhoto(*rules, "2010-11-26", 2026y / 11 / 25));
  EXPECT_TRUE(needsPhoto(*rules, "2010-11-26", 2026y / 11 / 26));
  EXPECT_TRUE(needsPhoto(*rules, "unknown", 2026y / 11 / 26));
}

std::vector<std::string> needs(std::string_view procedure, std::string_view status,
                               std::string_view receipt = {}) {
  std::vector<std::string> ids;
  for (const NeedRow* row :
       needsOf(procedureFacts(), procedure, status, receipt, 2026y / 11 / 26)) {
    ids.push_back(row->id);
  }
  return ids;
}

TEST(Needs, DependOnProcedureAndStatus) {
  EXPECT_THAT(needs("extension", "T61"),
              ElementsAre("familyRegister", "taxCertificates", "letterOfGuarantee",
                          "residentRecord", "reasonPapers"));
  EXPECT_THAT(needs("change", "T44"),
              ElementsAre("proofOfRelation", "supportersCard", "supportersWork", "reasonPapers"));
  EXPECT_THAT(needs("acquisition", "T62"),
              ElementsAre("proofOfBirth", "residentRecord", "reasonPapers"));
  EXPECT_THAT(needs("extension", "T26"),
              ElementsAre("categoryProof", "payingOffice", "representativeDeclaration",
                          "ownTaxCertificates", "workConditions", "languageAbility",
                          "dispatchPapers", "reasonPapers"));
  EXPECT_THAT(needs("change", "T29"),
              ElementsAre("representativeDeclaration", "workConditions", "careWorkerRegistration",
                          "dispatchPapers", "reasonPapers"));
  EXPECT_THAT(needs("change", "T20"),
              ElementsAre("categoryProof", "payingOffice", "workConditions", "experienceProof",
                          "companyPapers", "reasonPapers"));
  EXPECT_THAT(needs("extension", "T71"), ElementsAre("sswPapers", "reasonPapers"));
  EXPECT_THAT(needs("reentry", "T61"), IsEmpty());
}

TEST(Needs, DependOnHowTheCardIsReceived) {
  EXPECT_THAT(needs("extension", "T61", "post"),
              ElementsAre("envelopeForCard", "feePaper", "cardOriginal"));
  EXPECT_THAT(needs("change", "T71", "post"),
              ElementsAre("envelopeForCard", "feePaper", "cardOriginal", "designation"));
  EXPECT_THAT(needs("acquisition", "T61", "post"), ElementsAre("envelopeForCard"));
  EXPECT_THAT(needs("coe", "T61", "post"), ElementsAre("envelopeForCoe"));
  EXPECT_THAT(needs("workCertificate", "T26", "post"),
              ElementsAre("envelopeForCertificate", "feePaper", "cardCopy"));
  EXPECT_THAT(needs("extension", "T61", "counter"),
              ElementsAre("passport", "cardAtCounter", "feePaper", "resultMail"));
  EXPECT_THAT(needs("acquisition", "T61", "counter"),
              ElementsAre("passport", "cardAtCounter", "resultMail"));
  EXPECT_THAT(needs("change", "T61", "afterwards"), ElementsAre("myNumberCard"));
  EXPECT_THAT(needs("acquisition", "T61", "afterwards"), IsEmpty());
}

TEST(Addresses, AreThoseOfTheDay) {
  using testing::HasSubstr;
  EXPECT_THAT(addressForPapers(procedureFacts(), 2022y / 4 / 1)->address,
              HasSubstr("在留管理情報部門"));
  EXPECT_THAT(addressForPapers(procedureFacts(), 2026y / 11 / 26)->address,
              HasSubstr("オンライン審査部門"));
  EXPECT_EQ(addressForPapers(procedureFacts(), 2022y / 3 / 15), nullptr);
}

std::string partFor(std::string_view procedure, std::string_view status) {
  const PartRow* row = partOf(procedureFacts(), procedure, status, 2026y / 11 / 26);
  return row == nullptr ? "none" : row->part + (row->missing.empty() ? "" : " " + row->missing);
}

TEST(Parts, AreThoseOfThePaperForm) {
  EXPECT_EQ(partFor("extension", "T61"), "T");
  EXPECT_EQ(partFor("change", "T63"), "T");
  EXPECT_EQ(partFor("extension", "T44"), "R");
  EXPECT_EQ(partFor("extension", "T26"), "N");
  EXPECT_EQ(partFor("change", "T72"), "V");
  EXPECT_EQ(partFor("extension", "T25"), "M partAndOrganizationMissing");
  EXPECT_EQ(partFor("extension", "T41"), "P partAndOrganizationMissing");
  EXPECT_EQ(partFor("change", "T19"), "O partOfFormMissing");
  EXPECT_EQ(partFor("change", "T82"), "L / N partAndOrganizationMissing");
  EXPECT_EQ(partFor("acquisition", "T61"), "none");
}

TEST(ProcedureFacts, SayOfEveryProcedureWhatItCostsAndHowLongItTakes) {
  for (const Procedure& row : procedureFacts().procedures) {
    EXPECT_NE(textOf(procedureFacts(), row.name), nullptr);
    EXPECT_NE(usualDuration(procedureFacts(), row.id, 2026y / 11 / 26), nullptr) << row.id;
    EXPECT_EQ(row.onlyWith.empty(), row.alone.empty());
    const std::string_view variant = row.id == "reentry" ? "single" : "";
    EXPECT_NE(fee(row.id, variant, "online", 2026y / 11 / 26), std::nullopt) << row.id;
  }
}

std::string source(std::string_view rows) {
  return R"({"sources":{"decree":{"title":"Made up","checkedAt":"2026-11-26"}},)" +
         std::string(rows) + "}";
}

ProcedureFacts with(const std::string& json) {
  const std::array<FactFile, 1> kFiles = {{{"operator.json", json}}};
  return procedureFactsWith(kFiles);
}

TEST(ProcedureFacts, TakeAnOperatorsRowsFirst) {
  const ProcedureFacts facts = with(source(
      R"("fees":[{"procedure":"extension","way":"online","yen":33000,"from":"2027-04-01",)"
      R"("source":"decree"},{"procedure":"change","way":"online","yen":7,"from":"2025-04-01",)"
      R"("source":"decree"}],"texts":{"expired":{"ja":"x"}})"));
  EXPECT_THAT(feeInYen(facts, "extension", "", "online", 2027y / 3 / 31), Optional(5500));
  EXPECT_THAT(feeInYen(facts, "extension", "", "online", 2027y / 4 / 1), Optional(33000));
  EXPECT_THAT(feeInYen(facts, "extension", "", "counter", 2027y / 4 / 1), Optional(6000));
  EXPECT_THAT(feeInYen(facts, "change", "", "online", 2025y / 4 / 1), Optional(7));
  EXPECT_EQ(textOf(facts, "expired")->at("ja"), "x");
  EXPECT_NE(textOf(facts, "lastDayAtCounter"), nullptr);
}

TEST(ProcedureFacts, SayInEveryLanguageWhichPartIsMissingAndWhereToFile) {
  const std::map<std::string, std::string> bureau = {
      {"ja", "地方出入国在留管理官署"},
      {"easy", "入管"},
      {"en", "regional immigration services bureau"}};
  for (const PartRow& row : procedureFacts().parts) {
    if (row.missing.empty()) continue;
    const Texts* texts = textOf(procedureFacts(), row.missing);
    ASSERT_NE(texts, nullptr) << row.missing;
    for (const auto& [language, office] : bureau) {
      EXPECT_THAT(texts->at(language), testing::HasSubstr("%1")) << row.part << ' ' << language;
      EXPECT_THAT(texts->at(language), testing::HasSubstr(office)) << row.part << ' ' << language;
    }
  }
}

TEST(ResultNeeds, AreByTheDayOfFilingWithWhatWasFiledTogether) {
  const ProcedureFacts facts = with(
      source(R"("fees":[{"procedure":"extension","way":"online","yen":33000,"from":"2027-04-01",)"
             R"("source":"decree"}])"));
  Answers answers;
  answers.values = {{"currentStatus", "T61"}, {"alsoReentry", "yes"}, {"reentryKind", "single"}};
  const auto needsFiledOn = [&](year_month_day day, std::string_view receipt) {
    return resultNeeds(
        facts, {.procedure = "extension", .answers = answers, .receipt = receipt, .filedOn = day},
        2027y / 5 / 1);
  };
  const ResultNeeds before = needsFiledOn(2027y / 3 / 31, "post");
  ASSERT_EQ(before.fees.size(), 2U);
  EXPECT_EQ(before.fees[0].yen, 5500) << "whatever it costs when it is granted";
  EXPECT_NE(before.fees[0].name, before.fees[1].name);
  EXPECT_FALSE(before.papers.empty());
  EXPECT_FALSE(before.address.empty());
  answers.values["alsoReentry"] = "no";
  const ResultNeeds after = needsFiledOn(2027y / 4 / 1, "counter");
  ASSERT_EQ(after.fees.size(), 1U);
  EXPECT_EQ(after.fees[0].yen, 33000);
  EXPECT_EQ(after.address, "") << "nothing is sent";
}

std::vector<std::string> papersOf(std::string_view procedure, const Values& values,
                                  std::string_view receipt) {
  const Answers answers{.values = values};
  std::vector<std::string> papers;
  for (const Texts* text : resultNeeds(procedureFacts(),
                                       {.procedure = procedure,
                                       .answers = answers,
                                       .receipt = receipt,
                                       .filedOn = 2026y / 11 / 26},
                                       2026y / 12 / 26)
                               .papers) {
    papers.push_back(text->at("en"));
  }
  return papers;
}

TEST(ResultNeeds, NameTheDesignationPaperOfWhoHoldsOne) {
  using testing::Contains;
  using testing::Not;
  using testing::StartsWith;
  const auto designation = StartsWith("The designation paper");
  EXPECT_THAT(papersOf("change", {{"currentStatus", "T51"}, {"desiredStatus", "T26"}}, "post"),
              Contains(designation));
  EXPECT_THAT(papersOf("change", {{"currentStatus", "T41"}, {"desiredStatus", "T71"}}, "post"),
              Not(Contains(designation)));
  EXPECT_THAT(papersOf("extension", {{"currentStatus", "T71"}}, "post"), Contains(designation));
}

TEST(ResultNeeds, NameTheFeesPaperOfAReentryThatWasFiledTogether) {
  using testing::Contains;
  using testing::StartsWith;
  const auto fee = StartsWith("Fee payment form");
  EXPECT_THAT(papersOf("acquisition", {}, "counter"), testing::Not(Contains(fee)));
  EXPECT_THAT(
      papersOf("acquisition", {{"alsoReentry", "yes"}, {"reentryKind", "single"}}, "counter"),
      Contains(fee));
  EXPECT_THAT(
      papersOf("extension",
               {{"currentStatus", "T61"}, {"alsoReentry", "yes"}, {"reentryKind", "single"}},
               "counter"),
      Contains(fee).Times(1));
}

TEST(ProcedureFacts, AreThoseThatWereAdoptedLast) {
  const FileLimitRow* before = fileLimits(procedureFacts(), 2099y / 1 / 1);
  const int files = before->files;
  const auto adopt = [](const std::string& rows) {
    const std::string json = source(rows);
    const std::array<FactFile, 1> kFiles = {{{"operator.json", json}}};
    adoptProcedureFacts(kFiles);
  };
  adopt(
      R"("fileLimits":[{"files":99,"bytesEach":1,"bytesTogether":1,"countsPhoto":true,)"
      R"("mediaTypes":["application/pdf"],"leastDpi":200,"from":"2098-01-01","source":"decree"}])");
  EXPECT_EQ(fileLimits(procedureFacts(), 2099y / 1 / 1)->files, 99);
  EXPECT_EQ(before->files, files) << "what was given out stays";
  EXPECT_THROW(adopt(R"("fees":[{}])"), std::runtime_error);
  EXPECT_EQ(fileLimits(procedureFacts(), 2099y / 1 / 1)->files, 99) << "nothing has changed";
  adoptProcedureFacts({});
  EXPECT_EQ(fileLimits(procedureFacts(), 2099y / 1 / 1)->files, files);
}

TEST(ProcedureFacts, RefuseRowsThatCannotBeMeant) {
  const std::string fee = R"("fees":[{"procedure":"extension","yen":1,"source":"decree")";
  const std::string cell = R"("eligibility":[{"person":"family","procedure":"coe",)"
                           R"("source":"decree","note":"expired",)";
  const std::string period = R"("periods":[{"procedure":"coe","source":"decree",)";
  const std::vector<std::pair<std::string, std::string>> kBad = {
      {"x", "operator.json: the file"},
      {source(R"("prices":[])"), "operator.json: the file: unknown member prices"},
      {source(fee + R"(,"day":"2026-01-01"}])"), "fees[0]: unknown member day"},
      {source(fee + R"(,"from":"2026-02-30"}])"), "fees[0].from: 2026-02-30 is no date"},
      {source(fee + R"(,"from":"2026-02-02","until":"2026-02-01"}])"), "fees[0].until"},
      {source(fee + R"(,"way":"post"}])"), "fees[0].way"},
      {source(R"("fees":[{"procedure":"visa","yen":1,"source":"decree"}])"),
       "fees[0].procedure: unknown procedure visa"},
      {source(R"("fees":[{"procedure":"coe","yen":-1,"source":"decree"}])"), "fees[0].yen"},
      {source(R"("fees":[{"procedure":"coe","yen":1,"source":"hearsay"}])"),
       "fees[0].source: unknown source hearsay"},
      {source(R"("fees":[{"procedure":"coe","yen":1}])"), "fees[0]: lacks source"},
      {source(cell + R"("may":"if","instead":"expired"}])"), "eligibility[0]: lacks if"},
      {source(cell + R"("may":"yes","if":{"under":16}}])"), "eligibility[0]"},
      {source(cell + R"("may":"perhaps"}])"), "eligibility[0].may"},
      {source(cell + R"("may":"no"}])"), "eligibility[0]: lacks the words"},
      {source(cell + R"("may":"if","instead":"expired","if":{}}])"), "eligibility[0].if"},
      {source(cell + R"("may":"if","instead":"expired","if":{"orUnable":true}}])"),
       "eligibility[0].if.orUnable"},
      {source(period + R"("closes":{"of":"stayExpiry"}}])"), "periods[0]: lacks the words"},
      {source(period + R"("opens":{"months":-3},"tooEarly":"expired"}])"), "periods[0].opens"},
      {source(R"("texts":{"none":{}})"), "texts.none"},
      {source(R"("durations":[{"procedure":"coe","takes":"ages","source":"decree"}])"),
       "durations[0].takes: unknown text ages"},
      {source(R"("officeDays":[{"closed":true,"from":"2027-05-06","source":"decree"}])"),
       "officeDays[0]: is not of a few days"},
      {source(R"("officeDays":[{"closed":true,"from":"2027-05-06","until":"2027-06-06",)"
              R"("source":"decree"}])"),
       "officeDays[0]: is not of a few days"}};
  for (const auto& [json, place] : kBad) {
    try {
      with(json);
      ADD_FAILURE() << "taken: " << json;
    } catch (const std::runtime_error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr(place));
    }
  }
}

}  // namespace
}  // namespace madoguchi::forms
