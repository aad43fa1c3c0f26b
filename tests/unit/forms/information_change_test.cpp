#include "forms/registration/information_change.h"

#include <gmock/gmock.h>

#include "forms/engine/answers_json.h"
#include "forms/engine/field_value.h"
#include "tests/support/form_cases.h"

namespace madoguchi::forms {
namespace {

using protocol::FieldError;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

constexpr auto kCounter = Entrance::coeByEmail;

std::vector<Finding> findingsOf(const Values& change, Entrance entrance = kCounter) {
  return judgeChange({.values = change}, {.values = test::goodForm(entrance)},
                     test::factsOf(entrance));
}
std::vector<FieldError> errorsOf(const Values& change, Entrance entrance = kCounter) {
  return fieldErrors({.values = change}, findingsOf(change, entrance));
}

// One rule, one place: what the registration takes is taken here, what it refuses is refused.
TEST(InformationChange, ChangeableFieldsHaveTheRulesOfTheRegistration) {
  for (const auto& formCase : test::loadFormCases()) {
    const Field* field = findField(informationChangeForm(), formCase.field);
    if (field == nullptr || formCase.field == "emailConfirmation" || formCase.repaired.empty()) {
      continue;
    }
    EXPECT_EQ(repaired(*field, formCase.input), formCase.repaired) << formCase.line;
    const auto fault = faultOf(
        explain(*field, formCase.repaired, test::factsOf(test::entranceOf(formCase)).today).cause);
    EXPECT_EQ(fault ? test::codeOf(*field, *fault) : "", formCase.code) << formCase.line;
  }
}

TEST(InformationChange, AsksAttorneysForTheirCertificateAndNobodyForTheirName) {
  const auto askedOf = [](Entrance entrance) {
    std::vector<std::string> ids;
    for (const FieldPath& path : asked(informationChangeForm(), {}, test::factsOf(entrance))) {
      ids.push_back(path.field);
    }
    return ids;
  };
  EXPECT_THAT(askedOf(kCounter), ElementsAre("municipalityCode", "addressRest", "phone", "email",
                                             "emailConfirmation"));
  EXPECT_EQ(askedOf(Entrance::cardHolder), askedOf(kCounter));
  EXPECT_THAT(askedOf(Entrance::attorneyOrScrivener),
              ElementsAre("municipalityCode", "addressRest", "phone", "email", "emailConfirmation",
                          "agentCertificateNumber"));
}

TEST(InformationChange, OneFieldAloneIsEnough) {
  EXPECT_THAT(errorsOf({{"phone", "0399999999"}}), IsEmpty());
  EXPECT_THAT(errorsOf({{"municipalityCode", "011011"}, {"addressRest", "北１条西２"}}), IsEmpty());
  EXPECT_THAT(errorsOf({{"email", "new@mail.example"}, {"emailConfirmation", "new@mail.example"}}),
              IsEmpty());
}

TEST(InformationChange, HalfAnAddressIsRefusedAtItsOtherHalf) {
  EXPECT_THAT(errorsOf({{"municipalityCode", "011011"}}),
              ElementsAre(FieldError{"addressRest", "WZBAM244E"}));
  EXPECT_THAT(errorsOf({{"addressRest", "北１条西２"}}),
              ElementsAre(FieldError{"municipalityCode", "WZBAM244E"}));
  EXPECT_EQ(summaryCodeOfChange(findingsOf({{"addressRest", "北１条西２"}})), "WZBAM244E");
}

TEST(InformationChange, NothingNewIsSaidAtEveryFieldThatCouldChange) {
  const auto nothing = [](const std::string& field) { return FieldError{field, "WZBAM245E"}; };
  const Values registered = test::goodForm(kCounter);
  for (const Values& change : {Values(), Values{{"phone", registered.at("phone")}}}) {
    EXPECT_THAT(errorsOf(change), ElementsAre(nothing("municipalityCode"), nothing("addressRest"),
                                              nothing("phone"), nothing("email")));
    EXPECT_EQ(summaryCodeOfChange(findingsOf(change)), "WZBAM245E");
  }
}

TEST(InformationChange, TheNewAddressIsTypedTwice) {
  EXPECT_THAT(errorsOf({{"email", "new@mail.example"}}),
              ElementsAre(FieldError{"emailConfirmation", "WZBAM001E"}));
  const Values different = {{"email", "new@mail.example"},
                            {"emailConfirmation", "now@mail.example"}};
  EXPECT_THAT(errorsOf(different), ElementsAre(FieldError{"emailConfirmation", "WZBAM159E"}));
  EXPECT_EQ(summaryCodeOfChange(findingsOf(different)), "WZBAM018E");
}

TEST(InformationChange, OnlyWhatDiffersIsAChange) {
  const Answers registered{.values = test::goodForm(kCounter)};
  EXPECT_THAT(
      changesOf({.values = {{"municipalityCode", registered.values.at("municipalityCode")},
                            {"addressRest", "霞が関２"},
                            {"email", "new@mail.example"},
                            {"emailConfirmation", "new@mail.example"}}},
                registered),
      UnorderedElementsAre(Pair("addressRest", "霞が関２"), Pair("email", "new@mail.example")));
}

TEST(InformationChange, AllOfItIsSent) {
  const Values change = {{"email", "new@mail.example"}, {"emailConfirmation", "new@mail.example"}};
  const std::string sent =
      canonicalJson(informationChangeForm(), {.values = change}, test::factsOf(kCounter));
  EXPECT_EQ(sent,
            R"({"answers":{"email":"new@mail.example","emailConfirmation":"new@mail.example"},)"
            R"("id":"informationChange","version":1})");
  EXPECT_EQ(answersFrom(informationChangeForm(), sent)->values, change);
}

}  // namespace
}  // namespace madoguchi::forms
