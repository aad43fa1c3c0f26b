#include "forms/engine/registration_form.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "tests/support/form_cases.h"

namespace madoguchi::forms {
namespace {

using test::contextOf;
using test::goodForm;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::array kEntrances = {Entrance::cardHolder, Entrance::attorneyOrScrivener,
                                   Entrance::coeByEmail};

const FormDefinition& form() { return FormDefinition::registration(); }

std::vector<std::string> visible(Entrance entrance, std::string_view userClass) {
  std::vector<std::string> ids;
  for (const FieldDefinition* field : form().visibleFields(entrance, userClass)) {
    ids.push_back(field->id);
  }
  return ids;
}

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

TEST(RegistrationForm, GoodFormsOfEveryEntranceAndClassAreAccepted) {
  for (const Entrance entrance : kEntrances) {
    for (const std::string& userClass : form().classes(entrance)) {
      FormValues values = goodForm(entrance);
      values["userClass"] = userClass;
      EXPECT_THAT(form().validate(values, contextOf(entrance)), IsEmpty())
          << toString(entrance) << " " << userClass;
    }
  }
}

TEST(RegistrationForm, EveryEntranceOffersItsOwnClasses) {
  EXPECT_THAT(form().classes(Entrance::cardHolder),
              ElementsAre("foreignNational", "legalRepresentative", "family"));
  EXPECT_THAT(form().classes(Entrance::attorneyOrScrivener), ElementsAre("attorneyOrScrivener"));
  EXPECT_THAT(form().classes(Entrance::coeByEmail), ElementsAre("coeByEmail"));
}

TEST(RegistrationForm, AClassOfAnotherEntranceIsRefused) {
  for (const Entrance entrance : kEntrances) {
    for (const Entrance other : kEntrances) {
      if (other == entrance) {
        continue;
      }
      for (const std::string& userClass : form().classes(other)) {
        FormValues values = goodForm(entrance);
        values["userClass"] = userClass;
        const auto errors = form().validate(values, contextOf(entrance));
        EXPECT_THAT(errors, ElementsAre(FieldError{"userClass", "WZBAM005E"}))
            << toString(entrance) << " " << userClass;
      }
    }
  }
}

TEST(RegistrationForm, NumbersAreAskedOfTheirClassOnly) {
  for (const std::string& userClass : form().classes(Entrance::cardHolder)) {
    const auto ids = visible(Entrance::cardHolder, userClass);
    EXPECT_EQ(has(ids, "residenceCardNumber"), userClass == "foreignNational") << userClass;
    EXPECT_FALSE(has(ids, "agentCertificateNumber")) << userClass;
  }
  const auto agent = visible(Entrance::attorneyOrScrivener, "");
  EXPECT_TRUE(has(agent, "agentCertificateNumber"));
  EXPECT_FALSE(has(agent, "residenceCardNumber"));
  const auto counter = visible(Entrance::coeByEmail, "coeByEmail");
  EXPECT_FALSE(has(counter, "agentCertificateNumber"));
  EXPECT_FALSE(has(counter, "residenceCardNumber"));
}

TEST(RegistrationForm, AWrittenClassOpensNoFieldOfAnotherEntrance) {
  EXPECT_FALSE(has(visible(Entrance::cardHolder, "attorneyOrScrivener"), "agentCertificateNumber"));
  EXPECT_FALSE(has(visible(Entrance::coeByEmail, "foreignNational"), "residenceCardNumber"));
}

TEST(RegistrationForm, FieldsOfOtherClassesAreIgnored) {
  FormValues values = goodForm(Entrance::cardHolder);
  values["userClass"] = "family";
  values["residenceCardNumber"] = "nonsense";
  values["agentCertificateNumber"] = "nonsense";
  values["somethingElse"] = "nonsense";
  EXPECT_THAT(form().validate(values, contextOf(Entrance::cardHolder)), IsEmpty());
  const FormValues submitted = submittedValues(values, Entrance::cardHolder);
  EXPECT_FALSE(submitted.contains("residenceCardNumber"));
  EXPECT_FALSE(submitted.contains("agentCertificateNumber"));
  EXPECT_FALSE(submitted.contains("somethingElse"));
}

TEST(RegistrationForm, AnEmptyFormNamesEveryRequiredFieldInOrder) {
  const auto errors =
      form().validate({{"userClass", "foreignNational"}}, contextOf(Entrance::cardHolder));
  EXPECT_THAT(
      errors,
      ElementsAre(FieldError{"name", "WZBAM001E"}, FieldError{"sex", "WZBAM001E"},
                  FieldError{"dateOfBirth", "WZBAM001E"},
                  FieldError{"municipalityCode", "WZBAM103E"},
                  FieldError{"addressRest", "WZBAM104E"}, FieldError{"phone", "WZBAM001E"},
                  FieldError{"email", "WZBAM001E"}, FieldError{"emailConfirmation", "WZBAM001E"},
                  FieldError{"residenceCardNumber", "WZBAM001E"},
                  FieldError{"termsAccepted", "WZBAM256E"}));
  EXPECT_EQ(FormDefinition::summaryCode(errors), "WZBAM001E");
}

TEST(RegistrationForm, ACardHolderMustChooseAClassOthersHaveTheirs) {
  for (const Entrance entrance : kEntrances) {
    FormValues values = goodForm(entrance);
    values.erase("userClass");
    values.erase("residenceCardNumber");
    const auto errors = form().validate(values, contextOf(entrance));
    if (entrance == Entrance::cardHolder) {
      EXPECT_THAT(errors, ElementsAre(FieldError{"userClass", "WZBAM001E"}));
    } else {
      EXPECT_THAT(errors, IsEmpty());
      EXPECT_EQ(submittedValues(values, entrance).at("userClass"), form().classes(entrance)[0]);
    }
  }
}

TEST(RegistrationForm, SummaryTellsMissingFromWrong) {
  EXPECT_EQ(FormDefinition::summaryCode({}), "");
  EXPECT_EQ(FormDefinition::summaryCode({{"name", "WZBAM001E"}}), "WZBAM001E");
  EXPECT_EQ(FormDefinition::summaryCode({{"termsAccepted", "WZBAM256E"}}), "WZBAM001E");
  EXPECT_EQ(FormDefinition::summaryCode({{"name", "WZBAM005E"}}), "WZBAM018E");
  EXPECT_EQ(FormDefinition::summaryCode({{"name", "WZBAM001E"}, {"phone", "WZBAM005E"}}),
            "WZBAM018E");
  EXPECT_EQ(FormDefinition::summaryCode({{"unknown", "WZBAM001E"}}), "WZBAM018E");
}

TEST(RegistrationForm, WhatWasSignedIsJudgedWithoutWhatIsNotSent) {
  for (const Entrance entrance : kEntrances) {
    const FormValues submitted = submittedValues(goodForm(entrance), entrance);
    EXPECT_FALSE(submitted.contains("emailConfirmation"));
    EXPECT_FALSE(submitted.contains("termsAccepted"));
    FormContext context = contextOf(entrance);
    EXPECT_THAT(form().validate(submitted, context),
                ElementsAre(FieldError{"emailConfirmation", "WZBAM001E"},
                            FieldError{"termsAccepted", "WZBAM256E"}));
    context.submitted = true;
    EXPECT_THAT(form().validate(submitted, context), IsEmpty());
  }
}

TEST(RegistrationForm, CanonicalJsonIsSortedCompactAndWhole) {
  EXPECT_EQ(
      canonicalJson(goodForm(Entrance::cardHolder), Entrance::cardHolder),
      R"({"addressRest":"霞が関１－１－１","dateOfBirth":"1990-04-01","email":"example@xxx.co.jp",)"
      R"("municipalityCode":"131016","name":"HOUMU TARO","phone":"0312345678",)"
      R"("residenceCardNumber":"AB12345678CD","sex":"male","userClass":"foreignNational"})");
}

TEST(RegistrationForm, SignedTextIsReadBack) {
  const FormValues good = goodForm(Entrance::cardHolder);
  EXPECT_EQ(formValuesFromJson(canonicalJson(good, Entrance::cardHolder)),
            submittedValues(good, Entrance::cardHolder));
  for (const char* text : {"", "[]", "null", R"({"name":1})", R"({"name":null})", R"({"name":{}})",
                           R"({"name":["HOUMU"]})", R"({"name":"A","name":"B"})"}) {
    EXPECT_FALSE(formValuesFromJson(text)) << text;
  }
}

TEST(RegistrationForm, RepairedLeavesUnknownFieldsOut) {
  EXPECT_THAT(form().repaired({{"name", "houmu taro"}, {"unknown", "x"}}),
              UnorderedElementsAre(std::pair("name", "HOUMU TARO")));
}

void expectRefusedAsTyped(const FieldDefinition& field, const std::string& value) {
  EXPECT_EQ(form().repair(field.id, value), value) << field.id;
  const test::FormCase formCase{0, field.id, value, value, {}};
  const std::string code = field.sameAs.empty() ? field.codes.wrong : field.codes.different;
  EXPECT_THAT(form().validate(test::formWith(formCase), contextOf(test::entranceOf(formCase))),
              ElementsAre(FieldError{field.id, code}));
}

TEST(RegistrationForm, WhatIsNotUtf8IsRefusedAndKept) {
  for (const std::string bytes :
       {"\xff", "A\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80"}) {
    for (const FieldDefinition& field : form().fields()) {
      expectRefusedAsTyped(field, bytes);
    }
  }
}

TEST(RegistrationForm, AHugeValueIsRefusedInEveryField) {
  for (const FieldDefinition& field : form().fields()) {
    expectRefusedAsTyped(field, std::string(1'000'000, '1'));
  }
}

TEST(RegistrationForm, EveryExampleIsAcceptedAsItStands) {
  for (const FieldDefinition& field : form().fields()) {
    EXPECT_EQ(form().repair(field.id, field.example), field.example);
    const Entrance entrance =
        field.id == "agentCertificateNumber" ? Entrance::attorneyOrScrivener : Entrance::cardHolder;
    FormValues values = goodForm(entrance);
    values[field.id] = field.example;
    EXPECT_THAT(form().validate(values, contextOf(entrance)), IsEmpty()) << field.id;
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

TEST(FormDefinitionFile, FaultsAreNamed) {
  const auto faultOf = [](std::string_view json) -> std::string {
    try {
      FormDefinition::fromJson(json);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "none";
  };
  const std::string entrances = R"({"entrances":[{"id":"coeByEmail","classes":["x"]}],"fields":[)";
  const std::string field =
      R"({"id":"a","type":"text","rule":"phone","example":"1","codes":{"missing":"M","wrong":"W"}})";
  EXPECT_EQ(faultOf(entrances + field + "]}"), "none");
  EXPECT_THAT(faultOf("{"), testing::HasSubstr("not JSON"));
  EXPECT_THAT(faultOf(entrances + field + "," + field + "]}"),
              testing::HasSubstr("a occurs twice"));
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string changed = field;
    changed.replace(changed.find(from), from.size(), to);
    return faultOf(entrances + changed + "]}");
  };
  EXPECT_THAT(with("\"phone\"", "\"fax\""), testing::HasSubstr("unknown rule fax"));
  EXPECT_THAT(with("\"text\"", "\"tex\""), testing::HasSubstr("unknown type tex"));
  EXPECT_THAT(with("\"example\"", "\"exmple\""), testing::HasSubstr("unknown member exmple"));
  EXPECT_THAT(with("\"W\"", "\"\""), testing::HasSubstr("code is missing at a"));
  for (const std::string length : {"1.5e66", "4294967296", "-1", "\"9\"", "9.5"}) {
    EXPECT_THAT(with("\"rule\"", "\"maxLength\":" + length + ",\"rule\""),
                testing::HasSubstr("maxLength is no number of characters"))
        << length;
  }
  EXPECT_EQ(with("\"rule\"", "\"maxLength\":9,\"rule\""), "none");
  EXPECT_THAT(with("\"rule\"", "\"sameAs\":\"b\",\"rule\""),
              testing::HasSubstr("code is missing at a"));
}

/// One line of the table in docs/form-rules.md.
std::string documented(const FieldDefinition& field) {
  const auto cell = [](const std::string& text) { return text.empty() ? std::string("–") : text; };
  std::string asked = "all";
  if (!field.classes.empty()) {
    asked.clear();
    for (const std::string& userClass : field.classes) {
      asked += (asked.empty() ? "" : ", ") + userClass;
    }
  }
  std::string line = "| " + field.id + " | " + asked + " | " + field.rule + " | ";
  line += (field.maxLength == 0 ? std::string("–") : std::to_string(field.maxLength)) + " | ";
  for (const std::string& code : {field.codes.missing, field.codes.wrong, field.codes.external,
                                  field.codes.unreal, field.codes.different}) {
    line += cell(code) + " | ";
  }
  return line + (field.submitted ? "yes" : "no") + " |\n";
}

TEST(FormDefinitionFile, IsWhatTheDocumentationShows) {
  std::ifstream file(MADOGUCHI_DOCS "/form-rules.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::string table;
  for (const FieldDefinition& field : form().fields()) {
    table += documented(field);
  }
  EXPECT_THAT(page, testing::HasSubstr(table + "\n")) << "the table should read\n" << table;
}

}  // namespace
}  // namespace madoguchi::forms
