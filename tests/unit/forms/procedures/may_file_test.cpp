#include "forms/procedures/may_file.h"

#include <gmock/gmock.h>

// The table 利用者ごとの申請可能な手続, cell by cell, with its notes.

namespace madoguchi::forms {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;
using Verdict = MayFile::Verdict;
using Question = MayFile::Question;

constexpr auto kDay = 2026y / 11 / 26;

MayFile on(std::string_view person, std::string_view procedure, const Applicant& applicant = {},
           year_month_day day = kDay) {
  return mayFile(procedureFacts(), person, procedure, applicant, day);
}

const Texts* text(std::string_view id) { return textOf(procedureFacts(), id); }

struct Cell {
  std::string_view person;
  std::string_view procedure;
  Verdict verdict;
  std::string_view note;
  std::string_view instead;
};

constexpr std::string_view kUnder16 = "under16OrUnable";
constexpr std::string_view kSelf = "insteadSelfOrRepresentative";

TEST(MayFile, SaysWhatEveryCellOfTheTableSays) {
  const std::vector<Cell> kCells = {
      {"foreignNational", "coe", Verdict::yes, "askBureauFirst", ""},
      {"foreignNational", "change", Verdict::yes, "", ""},
      {"foreignNational", "extension", Verdict::yes, "", ""},
      {"foreignNational", "acquisition", Verdict::yes, "askBureauFirst", ""},
      {"foreignNational", "workCertificate", Verdict::yes, "", ""},
      {"foreignNational", "otherActivity", Verdict::yes, "", ""},
      {"foreignNational", "reentry", Verdict::yes, "", ""},
      {"legalRepresentative", "coe", Verdict::yes, "", ""},
      {"legalRepresentative", "change", Verdict::yes, "", ""},
      {"legalRepresentative", "extension", Verdict::yes, "", ""},
      {"legalRepresentative", "acquisition", Verdict::yes, "", ""},
      {"legalRepresentative", "workCertificate", Verdict::yes, "", ""},
      {"legalRepresentative", "otherActivity", Verdict::yes, "", ""},
      {"legalRepresentative", "reentry", Verdict::yes, "", ""},
      {"family", "coe", Verdict::askFirst, "relativeInJapan", ""},
      {"family", "change", Verdict::askFirst, kUnder16, ""},
      {"family", "extension", Verdict::askFirst, kUnder16, ""},
      {"family", "acquisition", Verdict::askFirst, kUnder16, ""},
      {"family", "workCertificate", Verdict::no, "notForFamily", kSelf},
      {"family", "otherActivity", Verdict::no, "notForFamily", kSelf},
      {"family", "reentry", Verdict::askFirst, kUnder16, ""},
      {"attorneyOrScrivener", "coe", Verdict::yes, "", ""},
      {"attorneyOrScrivener", "change", Verdict::yes, "", ""},
      {"attorneyOrScrivener", "extension", Verdict::yes, "", ""},
      {"attorneyOrScrivener", "acquisition", Verdict::yes, "", ""},
      {"attorneyOrScrivener", "workCertificate", Verdict::yes, "", ""},
      {"attorneyOrScrivener", "otherActivity", Verdict::yes, "", ""},
      {"attorneyOrScrivener", "reentry", Verdict::yes, "", ""}};
  EXPECT_EQ(kCells.size(), procedureFacts().eligibility.size());
  for (const Cell& cell : kCells) {
    const MayFile may = on(cell.person, cell.procedure);
    EXPECT_EQ(may.verdict, cell.verdict) << cell.person << ' ' << cell.procedure;
    EXPECT_EQ(may.note, text(cell.note)) << cell.person << ' ' << cell.procedure;
    EXPECT_EQ(may.instead, text(cell.instead)) << cell.person << ' ' << cell.procedure;
  }
}

TEST(MayFile, KnowsNoOtherPersonProcedureOrDay) {
  EXPECT_EQ(on("coeByEmail", "extension").verdict, Verdict::no);
  EXPECT_EQ(on("foreignNational", "permanentResidence").verdict, Verdict::no);
  EXPECT_EQ(on("foreignNational", "extension", {}, 2022y / 3 / 15).verdict, Verdict::no);
  EXPECT_EQ(on("foreignNational", "extension", {}, 2022y / 3 / 16).verdict, Verdict::yes);
}

TEST(MayFile, LetsRelativesFileUntilTheSixteenthBirthday) {
  const Applicant child{.dateOfBirth = "2010-11-26", .unable = false};
  for (const std::string_view procedure : {"change", "extension", "acquisition", "reentry"}) {
    EXPECT_EQ(on("family", procedure, child, 2026y / 11 / 25).verdict, Verdict::yes);
    const MayFile refused = on("family", procedure, child, kDay);
    EXPECT_EQ(refused.verdict, Verdict::no);
    EXPECT_EQ(refused.note, text(kUnder16));
    EXPECT_EQ(refused.instead, text(kSelf));
    EXPECT_THAT(refused.open, IsEmpty());
  }
}

TEST(MayFile, CountsTheTwentyNinthOfFebruaryAsTheFirstOfMarch) {
  const Applicant child{.dateOfBirth = "2012-02-29", .unable = false};
  EXPECT_EQ(on("family", "extension", child, 2028y / 2 / 28).verdict, Verdict::yes);
  EXPECT_EQ(on("family", "extension", child, 2028y / 2 / 29).verdict, Verdict::no);
  const Applicant other{.dateOfBirth = "2008-02-29", .unable = false};
  EXPECT_EQ(on("family", "extension", other, 2024y / 2 / 28).verdict, Verdict::yes);
  EXPECT_EQ(
      on("family", "extension", {.dateOfBirth = "2007-03-01", .unable = false}, 2023y / 2 / 28)
          .verdict,
      Verdict::yes);
}

TEST(MayFile, ChangesOnEverySixteenthBirthdayAndOnNoOtherDay) {
  const sys_days first = 2012y / 1 / 1;
  for (sys_days born = first; born < first + days(366); born += days(1)) {
    const year_month_day day = born;
    const year_month_day birthday = day + years(16);  // 2028 is a leap year, too
    const std::string written = std::to_string(static_cast<int>(day.year())) +
                                (day.month() < October ? "-0" : "-") +
                                std::to_string(static_cast<unsigned>(day.month())) +
                                (static_cast<unsigned>(day.day()) < 10 ? "-0" : "-") +
                                std::to_string(static_cast<unsigned>(day.day()));
    const Applicant child{.dateOfBirth = written, .unable = false};
    const year_month_day before = sys_days(birthday) - days(1);
    EXPECT_EQ(on("family", "extension", child, before).verdict, Verdict::yes) << written;
    EXPECT_EQ(on("family", "extension", child, birthday).verdict, Verdict::no) << written;
  }
}

TEST(MayFile, LetsEverybodyElseFileWhateverTheAge) {
  for (const std::string_view person :
       {"foreignNational", "legalRepresentative", "attorneyOrScrivener"}) {
    for (const Procedure& procedure : procedureFacts().procedures) {
      for (const std::string_view born : {"2010-11-25", "2010-11-26", "2010-11-27", "unknown"}) {
        EXPECT_EQ(on(person, procedure.id, {.dateOfBirth = std::string(born)}).verdict,
                  Verdict::yes)
            << person << ' ' << procedure.id;
      }
    }
  }
}

TEST(MayFile, DoesNotMindTheEighteenthBirthday) {
  for (const std::string_view born : {"2008-11-25", "2008-11-26", "2008-11-27"}) {
    const Applicant applicant{.dateOfBirth = std::string(born), .unable = false};
    EXPECT_EQ(on("family", "extension", applicant).verdict, Verdict::no);
    EXPECT_EQ(on("legalRepresentative", "extension", applicant).verdict, Verdict::yes);
  }
}

TEST(MayFile, LetsRelativesFileForWhoeverCannot) {
  EXPECT_EQ(on("family", "extension", {.dateOfBirth = "1980-01-01", .unable = true}).verdict,
            Verdict::yes);
  EXPECT_EQ(on("family", "extension", {.unable = true}).verdict, Verdict::yes);
}

TEST(MayFile, AsksForNothingThatDecidesNothing) {
  EXPECT_THAT(on("family", "extension").open, ElementsAre(Question::dateOfBirth));
  EXPECT_THAT(on("family", "extension", {.dateOfBirth = "1980-01-01"}).open,
              ElementsAre(Question::unable));
  EXPECT_THAT(on("family", "extension", {.dateOfBirth = "2020-01-01"}).open, IsEmpty());
  EXPECT_THAT(on("family", "coe").open,
              ElementsAre(Question::relativeInJapan, Question::desiredStatus));
  EXPECT_THAT(on("family", "coe", {.relativeInJapan = false}).open, IsEmpty());
  EXPECT_THAT(on("foreignNational", "coe").open, IsEmpty());
}

TEST(MayFile, TakesForYoungOnlyWhoCertainlyIs) {
  const auto verdict = [](std::string born) {
    return on("family", "extension", {.dateOfBirth = std::move(born), .unable = false}).verdict;
  };
  EXPECT_EQ(verdict("2010"), Verdict::no);
  EXPECT_EQ(verdict("2010-11"), Verdict::no);
  EXPECT_EQ(verdict("2010-12"), Verdict::yes);
  EXPECT_EQ(verdict("2011"), Verdict::yes);
  EXPECT_EQ(verdict("unknown"), Verdict::no);
  EXPECT_EQ(verdict("2011-02-30"), Verdict::askFirst);
  EXPECT_EQ(verdict("soon"), Verdict::askFirst);
}

TEST(MayFile, HoldsTheEligibilityCertificateAgainstRelativesAndStatus) {
  const auto verdict = [](bool relative, std::string status) {
    return on("family", "coe", {.relativeInJapan = relative, .desiredStatus = std::move(status)})
        .verdict;
  };
  for (const std::string_view status : {"T41", "T44", "T51", "T61", "T62", "T63"}) {
    EXPECT_EQ(verdict(true, std::string(status)), Verdict::yes);
    EXPECT_EQ(verdict(false, std::string(status)), Verdict::no);
  }
  EXPECT_EQ(verdict(true, "T26"), Verdict::no);
  EXPECT_EQ(on("family", "coe", {.relativeInJapan = true, .desiredStatus = "T26"}).instead,
            text("insteadBureauOrAttorney"));
}

TEST(FiledTogether, IsSaidOfWhatCannotBeFiledAlone) {
  for (const Procedure& procedure : procedureFacts().procedures) {
    const bool together = procedure.id == "reentry" || procedure.id == "otherActivity";
    EXPECT_EQ(textOf(procedureFacts(), procedure.alone), together ? text("onlyTogether") : nullptr);
    EXPECT_EQ(procedure.onlyWith.size(), together ? 3U : 0U) << procedure.id;
  }
}

TEST(FiledTogether, LeavesOutWhatThePersonMayNotFile) {
  const auto together = [](std::string_view person, std::string_view procedure) {
    return filedTogether(procedureFacts(), person, procedure, {}, kDay);
  };
  EXPECT_THAT(together("foreignNational", "extension"), ElementsAre("otherActivity", "reentry"));
  EXPECT_THAT(together("family", "change"), ElementsAre("reentry"));
  EXPECT_THAT(together("attorneyOrScrivener", "acquisition"),
              ElementsAre("otherActivity", "reentry"));
  EXPECT_THAT(together("foreignNational", "coe"), IsEmpty());
  EXPECT_THAT(together("foreignNational", "workCertificate"), IsEmpty());
}

}  // namespace
}  // namespace madoguchi::forms
