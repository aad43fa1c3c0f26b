#pragma once

#include <chrono>

#include "forms/application/application_form.h"
#include "forms/engine/judge.h"

// Good answers of made-up people to the application form.

namespace madoguchi::forms {

inline constexpr auto kFilingDay =
    std::chrono::year(2026) / std::chrono::November / std::chrono::day(26);

inline Facts filedBy(std::string_view userClass, std::string_view procedure = "extension") {
  return applicationFacts(procedure, userClass, kFilingDay);
}

/// An extension as dependent.
inline Answers dependentsAnswers() {
  const std::string file = std::string(64, 'a') + " image/jpeg 40000";
  return {.values = {{"nationality", "L12"},
                     {"dateOfBirth", "1990-04-15"},
                     {"name", "SANTOS MARIA CLARA"},
                     {"sex", "female"},
                     {"maritalStatus", "yes"},
                     {"occupation", "主婦"},
                     {"homeTown", "フィリピン　マニラ"},
                     {"postalCode", "1000013"},
                     {"municipalityCode", "131016"},
                     {"addressRest", "霞が関１－１－１"},
                     {"phone", "0312345678"},
                     {"email", "maria@mail.example"},
                     {"passportNumber", "AB1234567"},
                     {"passportExpiry", "2031-01-31"},
                     {"currentStatus", "T44"},
                     {"currentPeriod", "0100000"},
                     {"stayExpiry", "2026-12-31"},
                     {"hasCard", "yes"},
                     {"cardNumber", "AB12345678CD"},
                     {"extensionPeriod", "0300000"},
                     {"reason", "日本で家族と暮らし続けるため"},
                     {"criminal", "no"},
                     {"hasFamily", "yes"},
                     {"registeredEvent", "marriage"},
                     {"registeredInJapan", "千代田区"},
                     {"registeredInJapanOn", "2020-06-01"},
                     {"supportR", "relatives"},
                     {"hasOtherActivity", "no"},
                     {"supporterName", "SANTOS JOSE"},
                     {"supporterDateOfBirth", "1988-01-01"},
                     {"supporterNationality", "L12"},
                     {"supporterCardNumber", "CD12345678EF"},
                     {"supporterStatus", "T26"},
                     {"supporterPeriod", "0300000"},
                     {"supporterStayExpiry", "2028-01-01"},
                     {"supporterRelation", "03"},
                     {"supporterWork", "法務商事"},
                     {"supporterWorkAddress", "東京都千代田区霞が関１－１－１"},
                     {"supporterWorkPhone", "0312345678"},
                     {"supporterIncome", "5000000"},
                     {"alsoReentry", "no"},
                     {"alsoOtherActivity", "no"},
                     {"photo", file},
                     {"receipt", "post"},
                     {"notificationEmail", "maria@mail.example"},
                     {"notificationEmailAgain", "maria@mail.example"},
                     {"intentConfirmed", "true"}},
          .groups = {{"family",
                      {{.id = "r1",
                        .values = {{"relationship", "husband"},
                                   {"name", "サントス　ホセ"},
                                   {"dateOfBirth", "1988-01-01"},
                                   {"nationality", "L12"},
                                   {"livesTogether", "yes"},
                                   {"workplace", "法務商事"},
                                   {"cardNumber", "CD12345678EF"}}}}}}};
}

/// An extension as spouse of a Japanese national.
inline Answers spousesAnswers() {
  Answers answers = dependentsAnswers();
  const Values more = {{"currentStatus", "T61"},
                       {"position", "11"},
                       {"hasWork", "yes"},
                       {"workName", "法務商事"},
                       {"workAddress", "東京都千代田区霞が関１－１－１"},
                       {"workPhone", "0312345678"},
                       {"income", "3000000"},
                       {"supportT", "self"},
                       {"supportSelf", "200000"},
                       {"isSupported", "no"},
                       {"guarantorName", "法務太郎"},
                       {"guarantorOccupation", "会社員"},
                       {"guarantorMunicipality", "131016"},
                       {"guarantorAddressRest", "霞が関１－１－１"},
                       {"guarantorMobile", "09012345678"}};
  for (const auto& [id, value] : more) {
    answers.values[id] = value;
  }
  return answers;
}

/// An extension of somebody who works in an office, and for whom the employer's part is there too.
inline Answers engineersAnswers() {
  Answers answers = dependentsAnswers();
  const Values more = {{"currentStatus", "T26"},
                       {"occupation", "会社員"},
                       {"educationIn", "abroad"},
                       {"education", "bachelor"},
                       {"educationSchool", "UNIVERSITY OF MANILA"},
                       {"graduatedOn", "2012-03-31"},
                       {"major", "engineering"},
                       {"hasItQualification", "no"},
                       {"hasCareer", "yes"},
                       {"contractKind", "employment"},
                       {"orgName", "法務商事株式会社"},
                       {"orgHasNumber", "yes"},
                       {"orgNumber", "1234567890123"},
                       {"orgIndustry", "14"},
                       {"orgMunicipality", "131016"},
                       {"orgAddressRest", "霞が関１－１－１"},
                       {"orgPhone", "0312345678"},
                       {"orgCapital", "10000000"},
                       {"orgSales", "250000000"},
                       {"orgEmployees", "42"},
                       {"orgForeignEmployees", "3"},
                       {"workTerm", "open"},
                       {"monthlyPay", "300000"},
                       {"experienceMonths", "60"},
                       {"hasJobTitle", "no"},
                       {"jobType", "K12"},
                       {"duties", "ソフトウェアの設計及び開発"},
                       {"dutiesChanged", "no"},
                       {"dispatched", "no"},
                       {"contentConfirmed", "true"}};
  for (const auto& [id, value] : more) {
    answers.values[id] = value;
  }
  answers.groups["career"] = {
      {.id = "c1",
       .values = {{"country", "L12"},
                  {"joined", "2012-04"},
                  {"left", "2019-03"},
                  {"employerLatin", "MANILA SOFTWARE INC."}}},
      {.id = "c2",
       .values = {
           {"country", "JP"}, {"joined", "2019"}, {"employerJapanese", "法務商事株式会社"}}}};
  return answers;
}

/// An extension as Specified Skilled Worker (i) whose organization has the support done by another.
inline Answers specifiedSkilledWorkersAnswers() {
  Answers answers = engineersAnswers();
  const Values more = {{"currentStatus", "T71"},
                       {"skillProof", "evaluation"},
                       {"hasSkillExam", "yes"},
                       {"languageProof", "trainingCompleted"},
                       {"sswYears", "1"},
                       {"sswMonths", "6"},
                       {"hasDeposit", "no"},
                       {"hasForeignFees", "yes"},
                       {"agreedForeignFees", "yes"},
                       {"foreignFeesTo", "MANILA RECRUITING INC."},
                       {"foreignFeesAmount", "約１０００００円"},
                       {"hasHomeProcedures", "yes"},
                       {"homeProcedures", "yes"},
                       {"hasRegularCosts", "no"},
                       {"sswFrom", "2027-01-01"},
                       {"sswTo", "2027-12-31"},
                       {"sswJobType", "K77"},
                       {"sswHoursWeek", "40"},
                       {"sswHoursMonth", "173"},
                       {"sswHoursEqual", "yes"},
                       {"sswMonthlyPay", "230000"},
                       {"sswHourlyPay", "1330"},
                       {"sswPayEqual", "yes"},
                       {"sswPaidBy", "transfer"},
                       {"sswTreatedOtherwise", "no"},
                       {"sswHomeLeave", "yes"},
                       {"sswReturnTravel", "yes"},
                       {"sswHealthWatch", "yes"},
                       {"sswDispatched", "no"},
                       {"hasPlacementFirm", "no"},
                       {"orgFullTime", "42"},
                       {"orgRepresentative", "法務太郎"},
                       {"sswPlaceName", "霞が関工場"},
                       {"sswPlaceMunicipality", "131016"},
                       {"sswPlaceAddressRest", "霞が関１－１－１"},
                       {"sswHealthInsurance", "yes"},
                       {"sswLabourInsurance", "yes"},
                       {"sswLabourNumber", "13101234567000"},
                       {"conductLaborLaw", "no"},
                       {"conductDismissals", "no"},
                       {"conductMissing", "no"},
                       {"conductPunished", "no"},
                       {"conductCapacity", "no"},
                       {"conductBankrupt", "no"},
                       {"conductTrainingRevoked", "no"},
                       {"conductOfficerOfRevoked", "no"},
                       {"conductUnjust", "no"},
                       {"conductGangster", "no"},
                       {"conductControlled", "no"},
                       {"measuresDocuments", "yes"},
                       {"measuresDepositKnown", "no"},
                       {"measuresPenalty", "no"},
                       {"measuresSupportCosts", "yes"},
                       {"measuresInsurance", "yes"},
                       {"measuresInsuranceDetail", "労災保険に加入"},
                       {"measuresContinuation", "yes"},
                       {"measuresPayment", "yes"},
                       {"measuresCooperation", "yes"},
                       {"measuresWorkLetter", "yes"},
                       {"measuresWorkLetterOn", "2026-04-15"},
                       {"measuresWorkLetterTo", "千代田区長"},
                       {"measuresHomeLetter", "no"},
                       {"supportEntrusted", "yes"},
                       {"planTransport", "yes"},
                       {"planHousing", "yes"},
                       {"planContracts", "yes"},
                       {"planOrientation", "yes"},
                       {"planAccompanied", "yes"},
                       {"planJapanese", "yes"},
                       {"planComplaints", "yes"},
                       {"planExchange", "yes"},
                       {"planNewJob", "yes"},
                       {"planInterviews", "yes"},
                       {"planCopy", "yes"},
                       {"planSuitable", "yes"},
                       {"supportBodyName", "法務支援協会"},
                       {"supportBodyHasNumber", "no"},
                       {"supportBodyMunicipality", "131016"},
                       {"supportBodyAddressRest", "霞が関１－１－２"},
                       {"supportBodyPhone", "0312345679"},
                       {"supportBodyRepresentative", "法務花子"},
                       {"supportBodyRegistrationNumber", "９９登９９９９９９"},
                       {"supportBodyRegisteredOn", "2021-06-01"},
                       {"supportBodyPlace", "法務支援協会"},
                       {"supportBodyPlaceMunicipality", "131016"},
                       {"supportBodyPlaceAddressRest", "霞が関１－１－２"},
                       {"supportBodyManager", "法務花子"},
                       {"supportBodyStaff", "法務次郎"},
                       {"supportBodyLanguages", "ベトナム語、英語"},
                       {"supportBodyFee", "20000"}};
  for (const auto& [id, value] : more) {
    answers.values[id] = value;
  }
  answers.groups["skillExams"] = {
      {.id = "e1",
       .values = {
           {"name", "製造分野特定技能１号評価試験"}, {"place", "abroad"}, {"country", "L12"}}}};
  answers.groups["trainings"] = {{.id = "t1",
                                  .values = {{"occupation", "プラスチック成形"},
                                             {"operations", "射出成形作業"},
                                             {"proof", "gradeThree"}}}};
  answers.groups["sswWork"] = {{.id = "w1", .values = {{"field", "27"}, {"category", "L1"}}}};
  for (Row& row : answers.groups["career"]) {
    row.values.erase("country");
  }
  return answers;
}

}  // namespace madoguchi::forms
