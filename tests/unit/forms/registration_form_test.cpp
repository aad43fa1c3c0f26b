#include "forms/registration/registration_form.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "forms/engine/answers_json.h"
#include "forms/engine/field_value.h"
#include "tests/support/form_cases.h"

namespace madoguchi::forms {
namespace {

using protocol::FieldError;
using test::askedFields;
using test::errorsOf;
using test::goodForm;
using test::submittedValues;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::array kEntrances = {Entrance::cardHolder, Entrance::attorneyOrScrivener,
                                   Entrance::coeByEmail};

const std::vector<Field>& fields() { return registrationForm().fields; }

std::string canonical(const Values& values, Entrance entrance) {
  return canonicalJson(registrationForm(), {.values = values}, test::factsOf(entrance));
}

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

TEST(RegistrationForm, GoodFormsOfEveryEntranceAndClassAreAccepted) {
  for (const Entrance entrance : kEntrances) {
    for (const std::string& userClass : userClasses(entrance)) {
      Values values = goodForm(entrance);
      values["userClass"] = userClass;
      EXPECT_THAT(errorsOf(values, entrance), IsEmpty()) << toString(entrance) << " " << userClass;
    }
  }
}

TEST(RegistrationForm, EveryEntranceOffersItsOwnClasses) {
  EXPECT_THAT(userClasses(Entrance::cardHolder),
              ElementsAre("foreignNational", "legalRepresentative", "family"));
  EXPECT_THAT(userClasses(Entrance::attorneyOrScrivener), ElementsAre("attorneyOrScrivener"));
  EXPECT_THAT(userClasses(Entrance::coeByEmail), ElementsAre("coeByEmail"));
}

TEST(RegistrationForm, AClassOfAnotherEntranceIsRefused) {
  for (const Entrance entrance : kEntrances) {
    for (const Entrance other : kEntrances) {
      if (other == entrance) {
        continue;
      }
      for (const std::string& userClass : userClasses(other)) {
        Values values = goodForm(entrance);
        values["userClass"] = userClass;
        const auto errors = errorsOf(values, entrance);
        EXPECT_THAT(errors, ElementsAre(FieldError{"userClass", "WZBAM005E"}))
            << toString(entrance) << " " << userClass;
      }
    }
  }
}

TEST(RegistrationForm, NumbersAreAskedOfTheirClassOnly) {
  for (const std::string& userClass : userClasses(Entrance::cardHolder)) {
    const auto ids = askedFields(Entrance::cardHolder, userClass);
    EXPECT_EQ(has(ids, "residenceCardNumber"), userClass == "foreignNational") << userClass;
    EXPECT_FALSE(has(ids, "agentCertificateNumber")) << userClass;
  }
  const auto agent = askedFields(Entrance::attorneyOrScrivener, "");
  EXPECT_TRUE(has(agent, "agentCertificateNumber"));
  EXPECT_FALSE(has(agent, "residenceCardNumber"));
  const auto counter = askedFields(Entrance::coeByEmail, "coeByEmail");
  EXPECT_FALSE(has(counter, "agentCertificateNumber"));
  EXPECT_FALSE(has(counter, "residenceCardNumber"));
}

TEST(RegistrationForm, AWrittenClassOpensNoFieldOfAnotherEntrance) {
  EXPECT_FALSE(
      has(askedFields(Entrance::cardHolder, "attorneyOrScrivener"), "agentCertificateNumber"));
  EXPECT_FALSE(has(askedFields(Entrance::coeByEmail, "foreignNational"), "residenceCardNumber"));
}

TEST(RegistrationForm, FieldsOfOtherClassesAreIgnored) {
  Values values = goodForm(Entrance::cardHolder);
  values["userClass"] = "family";
  values["residenceCardNumber"] = "nonsense";
  values["agentCertificateNumber"] = "nonsense";
  values["somethingElse"] = "nonsense";
  EXPECT_THAT(errorsOf(values, Entrance::cardHolder), IsEmpty());
  const Values submitted = submittedValues(values, Entrance::cardHolder);
  EXPECT_FALSE(submitted.contains("residenceCardNumber"));
  EXPECT_FALSE(submitted.contains("agentCertificateNumber"));
  EXPECT_FALSE(submitted.contains("somethingElse"));
}

TEST(RegistrationForm, AnEmptyFormNamesEveryRequiredFieldInOrder) {
  const auto errors = errorsOf({{"userClass", "foreignNational"}}, Entrance::cardHolder);
  EXPECT_THAT(
      errors,
      ElementsAre(FieldError{"name", "WZBAM001E"}, FieldError{"sex", "WZBAM001E"},
                  FieldError{"dateOfBirth", "WZBAM001E"},
                  FieldError{"municipalityCode", "WZBAM103E"},
                  FieldError{"addressRest", "WZBAM104E"}, FieldError{"phone", "WZBAM001E"},
                  FieldError{"email", "WZBAM001E"}, FieldError{"emailConfirmation", "WZBAM001E"},
                  FieldError{"residenceCardNumber", "WZBAM001E"},
                  FieldError{"termsAccepted", "WZBAM256E"}));
}

TEST(RegistrationForm, ACardHolderMustChooseAClassOthersHaveTheirs) {
  for (const Entrance entrance : kEntrances) {
    Values values = goodForm(entrance);
    values.erase("userClass");
    values.erase("residenceCardNumber");
    const auto errors = errorsOf(values, entrance);
    if (entrance == Entrance::cardHolder) {
      EXPECT_THAT(errors, ElementsAre(FieldError{"userClass", "WZBAM001E"}));
    } else {
      EXPECT_THAT(errors, IsEmpty());
      EXPECT_EQ(submittedValues(values, entrance).at("userClass"), userClasses(entrance)[0]);
    }
  }
}

TEST(RegistrationForm, SummaryTellsMissingFromWrong) {
  const auto summary = [](const std::vector<std::pair<std::string, std::string>>& errors) {
    std::vector<Finding> findings;
    for (const auto& [field, code] : errors) {
      findings.push_back({topField(field), code});
    }
    return summaryCode(findings);
  };
  EXPECT_EQ(summary({}), "");
  EXPECT_EQ(summary({{"name", "WZBAM001E"}}), "WZBAM001E");
  EXPECT_EQ(summary({{"termsAccepted", "WZBAM256E"}}), "WZBAM001E");
  EXPECT_EQ(summary({{"name", "WZBAM005E"}}), "WZBAM018E");
  EXPECT_EQ(summary({{"name", "WZBAM001E"}, {"phone", "WZBAM005E"}}), "WZBAM018E");
  EXPECT_EQ(summary({{"unknown", "WZBAM001E"}}), "WZBAM018E");
  const Answers empty{.values = {{"userClass", "foreignNational"}}};
  EXPECT_EQ(summaryCode(judge(registrationForm(), empty, test::factsOf(Entrance::cardHolder))),
            "WZBAM001E");
}

TEST(RegistrationForm, ConsentToTermsThatWereNotOpenedIsNone) {
  const Answers answers{.values = goodForm(Entrance::cardHolder)};
  const auto findings =
      judge(registrationForm(), answers,
            registrationFacts(Entrance::cardHolder, test::factsOf(Entrance::cardHolder).today));
  EXPECT_THAT(fieldErrors(answers, findings),
              ElementsAre(FieldError{"termsAccepted", "WZBAM256E"}));
  EXPECT_EQ(summaryCode(findings), "WZBAM001E");
}

TEST(RegistrationForm, WhatWasSignedIsJudgedWithoutWhatIsNotSent) {
  for (const Entrance entrance : kEntrances) {
    const Values submitted = submittedValues(goodForm(entrance), entrance);
    EXPECT_FALSE(submitted.contains("emailConfirmation"));
    EXPECT_FALSE(submitted.contains("termsAccepted"));
    EXPECT_THAT(errorsOf(submitted, entrance),
                ElementsAre(FieldError{"emailConfirmation", "WZBAM001E"},
                            FieldError{"termsAccepted", "WZBAM256E"}));
    EXPECT_THAT(errorsOf(submitted, entrance, {.submittedOnly = true}), IsEmpty());
  }
}

TEST(RegistrationForm, CanonicalJsonIsSortedCompactAndWhole) {
  EXPECT_EQ(
      canonical(goodForm(Entrance::cardHolder), Entrance::cardHolder),
      R"({"answers":{"addressRest":"霞が関１－１－１","dateOfBirth":"1990-04-01","email":"example@xxx.co.jp",)"
      R"("municipalityCode":"131016","name":"HOUMU TARO","phone":"0312345678",)"
      R"("residenceCardNumber":"AB12345678CD","sex":"male","userClass":"foreignNational"},)"
      R"("id":"registration","version":1})");
}

TEST(RegistrationForm, SignedTextIsReadBack) {
  const Values good = goodForm(Entrance::cardHolder);
  const auto read = answersFrom(registrationForm(), canonical(good, Entrance::cardHolder));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->values, submittedValues(good, Entrance::cardHolder));
  for (const std::string answers : {R"({"name":1})", R"({"name":null})", R"({"name":{}})",
                                    R"({"name":["HOUMU"]})", R"({"name":"A","name":"B"})"}) {
    const std::string text = R"({"answers":)" + answers + R"(,"id":"registration","version":1})";
    EXPECT_FALSE(answersFrom(registrationForm(), text)) << text;
  }
}

TEST(RegistrationForm, RepairedLeavesUnknownFieldsOut) {
  EXPECT_THAT(test::repairedValues({{"name", "houmu taro"}, {"unknown", "x"}}),
              UnorderedElementsAre(std::pair("name", "HOUMU TARO")));
}

void expectRefusedAsTyped(const Field& field, const std::string& value) {
  EXPECT_EQ(repaired(field, value), value) << field.id;
  const test::FormCase formCase{0, field.id, value, value, {}};
  const std::string code = test::codeOf(field, field.sameAs ? Fault::different : Fault::wrong);
  EXPECT_THAT(errorsOf(test::formWith(formCase), test::entranceOf(formCase)),
              ElementsAre(FieldError{field.id, code}));
}

TEST(RegistrationForm, WhatIsNotUtf8IsRefusedAndKept) {
  for (const std::string bytes :
       {"\xff", "A\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80"}) {
    for (const Field& field : fields()) {
      expectRefusedAsTyped(field, bytes);
    }
  }
}

TEST(RegistrationForm, AHugeValueIsRefusedInEveryField) {
  for (const Field& field : fields()) {
    expectRefusedAsTyped(field, std::string(1'000'000, '1'));
  }
}

TEST(RegistrationForm, EveryExampleIsAcceptedAsItStands) {
  for (const Field& field : fields()) {
    EXPECT_EQ(repaired(field, field.example), field.example);
    const Entrance entrance =
        field.id == "agentCertificateNumber" ? Entrance::attorneyOrScrivener : Entrance::cardHolder;
    Values values = goodForm(entrance);
    values[field.id] = field.example;
    EXPECT_THAT(errorsOf(values, entrance), IsEmpty()) << field.id;
  }
}

TEST(RegistrationForm, EntrancesHaveNamesBothWays) {
  for (const Entrance entrance : kEntrances) {
    Entrance read{};
    EXPECT_TRUE(fromString(toString(entrance), read));
    EXPECT_EQ(read, entrance);
  }
  Entrance untouched = Entrance::coeByEmail;
  EXPECT_FALSE(fromString("cardholder", untouched));
  EXPECT_EQ(untouched, Entrance::coeByEmail);
}

/// The classes that are asked for a field, whatever their entrance.
std::string askedOf(const Field& field) {
  std::string classes;
  bool all = true;
  for (const Entrance entrance : kEntrances) {
    for (const std::string& userClass : userClasses(entrance)) {
      const bool asked = has(askedFields(entrance, userClass), field.id);
      classes += asked ? (classes.empty() ? "" : ", ") + userClass : "";
      all = all && asked;
    }
  }
  return all ? "all" : classes;
}

/// One line of the table in docs/form-rules.md.
std::string documented(const Field& field) {
  std::string line = "| " + field.id + " | " + askedOf(field) + " | " + field.rule + " | ";
  line += (field.maxLength == 0 ? std::string("–") : std::to_string(field.maxLength)) + " | ";
  for (const Fault fault :
       {Fault::missing, Fault::wrong, Fault::external, Fault::unreal, Fault::different}) {
    const std::string code = test::codeOf(field, fault);
    line += (code.empty() ? "–" : code) + " | ";
  }
  return line + (field.submitted ? "yes" : "no") + " |\n";
}

TEST(FormDefinitionFile, IsWhatTheDocumentationShows) {
  std::ifstream file(MADOGUCHI_DOCS "/form-rules.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::string table;
  for (const Field& field : fields()) {
    table += documented(field);
  }
  EXPECT_THAT(page, testing::HasSubstr(table + "\n")) << "the table should read\n" << table;
}

}  // namespace
}  // namespace madoguchi::forms
