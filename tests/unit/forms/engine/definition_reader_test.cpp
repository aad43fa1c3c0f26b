#include "forms/engine/definition_reader.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/demonstration_form.h"
#include "tests/unit/forms/engine/small_form.h"

namespace madoguchi::forms {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string faultIn(const std::string& json) {
  try {
    definitionFrom(json, test::demonstrationLists());
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

/// The demonstration form with the value at a JSON pointer replaced, taken out, or patched.
std::string faultAfter(const nlohmann::json& patch) {
  const auto form = nlohmann::json::parse(test::testData("forms/demonstration.json"));
  return faultIn(form.patch(nlohmann::json::array({patch})).dump());
}

std::string faultWith(const std::string& pointer, const std::string& value) {
  return faultAfter({{"op", "add"}, {"path", pointer}, {"value", nlohmann::json::parse(value)}});
}

std::string faultWithout(const std::string& pointer) {
  return faultAfter({{"op", "remove"}, {"path", pointer}});
}

TEST(DefinitionReader, ReadsEveryConstruct) {
  const Definition& form = test::demonstrationForm();
  EXPECT_EQ(form.id, "demonstration");
  EXPECT_EQ(form.version, 3);
  EXPECT_EQ(form.checkedAt, "2026-11-01");
  EXPECT_EQ(form.pages.size(), 5U);
  EXPECT_EQ(form.groups.size(), 2U);
  EXPECT_EQ(form.checks.size(), 10U);
  EXPECT_EQ(form.migrations.size(), 2U);
  const Field* phone = findField(form, "phone");
  ASSERT_NE(phone, nullptr);
  EXPECT_EQ(pageOf(form, *phone).id, "person");
  const Field* name = findField(form, "family", "name");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(groupIdOf(form, *name), "family");
  EXPECT_EQ(name->rule, "fullWidth");
  EXPECT_EQ(findField(form, "name")->rule, "latinName");
  EXPECT_EQ(findField(form, "family", "phone"), nullptr);
  EXPECT_EQ(findField(form, "familie", "name"), nullptr);
  EXPECT_EQ(findGroup(form, "name"), nullptr);
  EXPECT_EQ(pageOf(form, FieldPath{.group = "work"})->id, "work");
  EXPECT_EQ(pageOf(form, FieldPath{.group = "nothing"}), nullptr);
  EXPECT_TRUE(findField(form, "stayExpiry")->isAskedAnew);
  EXPECT_FALSE(findField(form, "passportExpiry")->isAskedAnew);
  for (const Field& field : form.fields) {
    EXPECT_EQ(field.isAskedAnew, field.id == "stayExpiry" || pageOf(form, field).id == "end")
        << field.id;
  }
}

TEST(DefinitionReader, ResolvesNamesInTheRowFirst) {
  const Definition& form = test::demonstrationForm();
  const Field* workplace = findField(form, "family", "workplace");
  const std::size_t seen = workplace->when->parts.at(0).operands.at(0).index;
  EXPECT_EQ(groupIdOf(form, form.fields[seen]), "family");
}

TEST(DefinitionReader, NamesThePlaceOfAFault) {
  const std::string identity = "/pages/0/sections/0/contents/";
  const std::string status = "/pages/1/sections/0/contents/";
  const std::string family = "/pages/2/sections/0/contents/1";
  const std::string support = "/pages/3/sections/1/contents/";
  EXPECT_EQ(faultIn("{"), "the form: not JSON, too long or too deep");
  EXPECT_EQ(faultIn("[]"), "the file: is no object");
  EXPECT_EQ(faultWithout("/source"), "the file: lacks source");
  EXPECT_EQ(faultWith("/nonsense", "1"), "the file: unknown member nonsense");
  EXPECT_EQ(faultWith("/version", "0"), "version: is no whole number from 1 to 9999");
  EXPECT_EQ(faultWith("/version", "1.5e66"), "version: is no whole number from 1 to 9999");
  EXPECT_EQ(faultWith("/checkedAt", R"("2026-02-30")"), "checkedAt: 2026-02-30 is no date");
  EXPECT_EQ(faultWith("/form", R"("a b")"), "form: a b is no name");
  EXPECT_EQ(faultWith(identity + "0/id", R"("sex")"),
            "pages[0].sections[0].contents[1].id: sex occurs twice");
  EXPECT_EQ(faultWith("/pages/1/id", R"("person")"), "pages[1].id: person occurs twice");
  EXPECT_EQ(faultWith("/pages/0/sections/1/id", R"("identity")"),
            "pages[0].sections[1].id: identity occurs twice");
  EXPECT_EQ(faultWith(family + "/group", R"("phone")"),
            "pages[2].sections[0].contents[1].group: phone occurs twice");
  EXPECT_EQ(faultWith("/pages/4/sections/0/contents/0/id", R"("family")"),
            "pages[4].sections[0].contents[0].id: family occurs twice");
  EXPECT_EQ(faultWith(identity + "0/type", R"("txt")"),
            "pages[0].sections[0].contents[0].type: unknown type txt");
  EXPECT_EQ(faultWith(identity + "0/rule", R"("fax")"),
            "pages[0].sections[0].contents[0].rule: unknown rule fax");
  EXPECT_EQ(faultWith(identity + "2/rule", R"("phone")"),
            "pages[0].sections[0].contents[2].rule: unknown rule phone");
  EXPECT_EQ(faultWithout(identity + "0/rule"), "pages[0].sections[0].contents[0]: lacks rule");
  EXPECT_EQ(faultWith(identity + "2/maxLength", "9"),
            "pages[0].sections[0].contents[2]: unknown member maxLength");
  for (const char* length : {"1.5e66", "4294967296", "-1", "0", R"("9")", "9.5"}) {
    EXPECT_EQ(faultWith(identity + "0/maxLength", length),
              "pages[0].sections[0].contents[0].maxLength: is no whole number from 1 to 4000");
  }
  EXPECT_EQ(faultWith(identity + "0/required", R"("yes")"),
            "pages[0].sections[0].contents[0].required: is no object");
  EXPECT_EQ(faultWith(identity + "3/list", R"("planets")"),
            "pages[0].sections[0].contents[3].list: unknown list planets");
  EXPECT_EQ(faultWith(identity + "1/choices", "[]"),
            "pages[0].sections[0].contents[1].choices: is empty");
  EXPECT_EQ(faultWith(identity + "1/choices/-", R"("male")"),
            "pages[0].sections[0].contents[1].choices[2]: male occurs twice");
  EXPECT_EQ(faultWith(status + "9/pattern", R"("A-0")"),
            "pages[1].sections[0].contents[9].pattern: a pattern has A and 0 only");
  for (const char* patterns : {R"("A0|A0")", R"("A0|A")", R"("A0|")", R"("|A0")", R"("A||A0")"}) {
    EXPECT_EQ(
        faultWith(status + "9/pattern", patterns),
        "pages[1].sections[0].contents[9].pattern: a pattern is empty, or not longer than the "
        "one before it");
  }
  EXPECT_EQ(faultWith(status + "9/pattern", R"("A0|00A")"), "none");
  EXPECT_EQ(faultWithout(status + "9/pattern"), "pages[1].sections[0].contents[9]: lacks pattern");
  EXPECT_EQ(faultWithout(status + "3/by"),
            "pages[1].sections[0].contents[3]: lacks by, on which its list depends");
  EXPECT_EQ(faultWith(status + "3/by", R"("hasCard")"),
            "pages[1].sections[0].contents[3].by: never has the value student, for which m6 is "
            "offered");
  EXPECT_EQ(faultWith(identity + "3/by", R"("currentStatus")"),
            "pages[0].sections[0].contents[3]: has by, on which its list does not depend");
  EXPECT_EQ(faultWith(support + "1/max", "-1"),
            "pages[3].sections[1].contents[1].max: is no whole number from 0 to "
            "9223372036854775807");
}

TEST(DefinitionReader, HoldsConditionsAgainstWhatTheyLookAt) {
  const auto faultOfWhen = [](const std::string& condition) {
    return faultWith("/pages/4/sections/0/contents/0/when", condition);
  };
  const std::string at = "pages[4].sections[0].contents[0].when";
  EXPECT_EQ(faultOfWhen(R"({"answered":"phone"})"), "none");
  EXPECT_EQ(faultOfWhen(R"({"answered":"fon"})"), at + ".answered: unknown field fon");
  EXPECT_EQ(faultOfWhen(R"({"answered":"relationship"})"),
            at + ".answered: unknown field relationship");
  EXPECT_EQ(faultOfWhen(R"({"answered":"@weather"})"), at + ".answered: unknown fact @weather");
  EXPECT_EQ(faultOfWhen(R"({"was":["sex","male"]})"), at + ": unknown operator was");
  EXPECT_EQ(faultOfWhen(R"({})"), at + ": a condition has one operator");
  EXPECT_EQ(faultOfWhen(R"({"answered":"phone","not":{"answered":"phone"}})"),
            at + ": a condition has one operator");
  EXPECT_EQ(faultOfWhen(R"("sex")"), at + ": is no object");
  EXPECT_EQ(faultOfWhen(R"({"is":["sex","male"]})"), "none");
  EXPECT_EQ(faultOfWhen(R"({"is":["sex"]})"), at + ".is: has not 2 parts");
  EXPECT_EQ(faultOfWhen(R"({"is":["sex","unknown"]})"),
            at + ".is[1]: unknown is none of the values that it can have");
  EXPECT_EQ(faultOfWhen(R"({"is":["phone","1"]})"), at + ".is[0]: is does not fit what it holds");
  EXPECT_EQ(faultOfWhen(R"({"is":["@procedure","coe"]})"),
            at + ".is[1]: coe is none of the values that it can have");
  EXPECT_EQ(faultOfWhen(R"({"is":["@today","2026-11-20"]})"),
            at + ".is[0]: is does not fit what it holds");
  EXPECT_EQ(faultOfWhen(R"({"is":["support","self"]})"),
            at + ".is[0]: is does not fit what it holds");
  EXPECT_EQ(faultOfWhen(R"({"contains":["sex","male"]})"),
            at + ".contains[0]: contains does not fit what it holds");
  EXPECT_EQ(faultOfWhen(R"({"in":["sex",[]]})"), at + ".in[1]: is empty");
  EXPECT_EQ(faultOfWhen(R"({"in":["sex",["male","male"]]})"), at + ".in[1][1]: male occurs twice");
  EXPECT_EQ(faultOfWhen(R"({"age":["dateOfBirth","<",16]})"), "none");
  EXPECT_EQ(faultOfWhen(R"({"age":["dateOfBirth","=",16]})"), at + ".age[1]: is none of < <= > >=");
  EXPECT_EQ(faultOfWhen(R"({"age":["dateOfBirth","<",-1]})"),
            at + ".age[2]: is no whole number from 0 to 150");
  EXPECT_EQ(faultOfWhen(R"({"age":["phone","<",16]})"), at + ".age[0]: is no date");
  EXPECT_EQ(faultOfWhen(R"({"before":["@procedure","@today"]})"), at + ".before[0]: is no date");
  EXPECT_EQ(faultOfWhen(R"({"before":["2026-02-30","@today"]})"),
            at + ".before[0]: 2026-02-30 is no date");
  EXPECT_EQ(faultOfWhen(R"({"all":[]})"), at + ".all: is empty");
  EXPECT_EQ(faultOfWhen(R"({"not":{"any":[{"answered":"x"}]}})"),
            at + ".not.any[0].answered: unknown field x");
}

TEST(DefinitionReader, RefusesCircles) {
  EXPECT_EQ(faultIn(smallForm(yesNo("a", R"("when":{"is":["a","yes"]})"))),
            "pages[0].sections[0].contents[0]: depends on itself: a -> a");
  EXPECT_EQ(faultIn(smallForm(yesNo("a", R"("when":{"is":["c","yes"]})") + "," +
                              yesNo("b", R"("when":{"answered":"a"})") + "," +
                              yesNo("c", R"("when":{"not":{"answered":"b"}})"))),
            "pages[0].sections[0].contents[0]: depends on itself: a -> c -> b -> a");
  // Through the conditions of what stands around a field.
  EXPECT_THAT(faultWith("/pages/1/when", R"({"answered":"stayExpiry"})"),
              HasSubstr("depends on itself: "));
  EXPECT_THAT(faultWith("/pages/1/sections/0/when", R"({"answered":"stayExpiry"})"),
              HasSubstr("depends on itself: "));
  EXPECT_THAT(faultIn(smallForm(yesNo("a", R"("when":{"is":["b","yes"]})") +
                                R"(,{"group":"g","max":2,"title":["x"],"contents":[)" +
                                digits("x") + "]}," + yesNo("b", R"("when":{"is":["a","yes"]})"))),
              HasSubstr("depends on itself: a -> b -> a"));
  EXPECT_THAT(faultIn(smallForm(R"({"group":"g","max":2,"title":["x"],"contents":[)" +
                                yesNo("x", R"("when":{"is":["y","yes"]})") + "," +
                                yesNo("y", R"("when":{"is":["x","yes"]})") + "]}")),
              HasSubstr("depends on itself: x -> y -> x"));
  // Through what an empty answer means.
  const std::string choice =
      R"({"id":"a","type":"choice","takesOnlyChoice":true,"choices":[{"value":"x","when":{"is":["a","x"]}}]})";
  EXPECT_THAT(faultIn(smallForm(choice)), HasSubstr("depends on itself: a -> a"));
}

TEST(DefinitionReader, WantsACodeForEveryFaultAndNoneForOthers) {
  const auto fault = [](const std::string& field, const std::string& codes) {
    return faultIn(R"({"form":"small","version":1,"source":"x","checkedAt":"2026-11-01","codes":)" +
                   codes + R"(,"pages":[{"id":"p","sections":[{"id":"s","contents":[)" + field +
                   "]}]}]}");
  };
  const std::string at = "pages[0].sections[0].contents[0]";
  EXPECT_EQ(fault(digits("a"), R"({"wrong":"W"})"), "none");
  EXPECT_EQ(fault(digits("a"), "{}"), at + ": a message code is missing: wrong");
  EXPECT_EQ(fault(digits("a", R"("required":true)"), R"({"wrong":"W"})"),
            at + ": a message code is missing: missing");
  EXPECT_EQ(fault(digits("a", R"("required":{"answered":"a"})"), R"({"wrong":"W"})"),
            at + ": a message code is missing: missing");
  EXPECT_EQ(fault(digits("a", R"("sameAs":"b")") + "," + digits("b"), R"({"wrong":"W"})"),
            at + ": a message code is missing: different");
  EXPECT_EQ(fault(digits("a", R"("codes":{"external":"E"})"), R"({"wrong":"W"})"),
            at + ".codes.external: is a fault that cannot occur here");
  EXPECT_EQ(fault(digits("a", R"("codes":{"odd":"E"})"), R"({"wrong":"W"})"),
            at + ".codes: unknown member odd");
  EXPECT_EQ(fault(R"({"group":"g","max":2,"title":["x"],"contents":[)" + digits("x") + "]}",
                  R"({"wrong":"W"})"),
            at + ": a message code is missing for too few or too many rows");
}

TEST(DefinitionReader, HoldsGroupsChecksAndRepetitionsTogether) {
  const auto group = [](const std::string& contents, const std::string& rest) {
    return faultIn(smallForm(digits("outside") + R"(,{"group":"g",)" + rest + R"("contents":[)" +
                             contents + "]}"));
  };
  const std::string at = "pages[0].sections[0].contents[1]";
  EXPECT_EQ(group(digits("x"), R"("max":2,"title":["x"],)"), "none");
  EXPECT_EQ(group(digits("x"), R"("title":["x"],)"), at + ": lacks max");
  EXPECT_EQ(group(digits("x"), R"("max":101,"title":["x"],)"),
            at + ".max: is no whole number from 1 to 100");
  EXPECT_EQ(group(digits("x"), R"("max":2,"min":3,"title":["x"],)"),
            at + ".min: is no whole number from 0 to 2");
  EXPECT_EQ(group(digits("x"), R"("max":2,"title":["outside"],)"),
            at + ".title[0]: is no field of the group");
  EXPECT_EQ(group("", R"("max":2,"title":[],)"), at + ".contents: asks nothing");
  EXPECT_EQ(group(digits("x", R"("sameAs":"outside","codes":{"different":"D"})"),
                  R"("max":2,"title":[],)"),
            at + ".contents[0].sameAs: is no other text beside it");
  EXPECT_THAT(group(R"({"group":"h","max":1,"title":[],"contents":[]})", R"("max":2,"title":[],)"),
              StartsWith(at + ".contents[0]: "));

  const auto check = [](const std::string& members) {
    return faultIn(smallForm(digits("a") + "," + yesNo("b") + R"(,{"id":"d","type":"date"},{)" +
                             members + "}"));
  };
  const std::string third = "pages[0].sections[0].contents[3]";
  EXPECT_EQ(check(R"("check":"oneOf","fields":["a","b"],"code":"C")"), "none");
  EXPECT_EQ(check(R"("check":"oneOf","fields":["a","b"])"), third + ": lacks code");
  EXPECT_EQ(check(R"("check":"noneOf","fields":["a","b"],"code":"C")"),
            third + ".check: unknown noneOf");
  EXPECT_EQ(check(R"("check":"oneOf","fields":["a","c"],"code":"C")"),
            third + ".fields[1]: unknown field c");
  EXPECT_EQ(check(R"("check":"oneOf","fields":["a","a"],"code":"C")"),
            third + ".fields[1]: a occurs twice");
  EXPECT_EQ(check(R"("check":"oneOf","fields":["a"],"code":"C")"),
            third + ".fields: takes 2 fields beside it, or more");
  EXPECT_EQ(check(R"("check":"same","fields":["a","b"],"code":"C")"),
            third + ".fields: compares fields of one type");
  EXPECT_EQ(check(R"("check":"before","fields":["d","2027-01-01"],"code":"C")"), "none");
  EXPECT_EQ(check(R"("check":"before","fields":["d","a"],"code":"C")"),
            third + ".fields: takes two dates, one of them a field beside it");
  EXPECT_EQ(check(R"("check":"before","fields":["@today","2027-01-01"],"code":"C")"),
            third + ".fields: takes two dates, one of them a field beside it");
  EXPECT_EQ(check(R"("check":"unique","fields":["a"],"code":"C")"),
            third + ".check: unique stands in a group");
  EXPECT_EQ(check(R"("check":"oneOf","fields":["a","b"],"code":"C","severity":"fatal")"),
            third + ".severity: unknown fatal");
}

TEST(DefinitionReader, HoldsFactsNumbersAndMigrationsTogether) {
  EXPECT_EQ(faultWith("/facts/procedure", "[]"), "facts.procedure: a fact is a date or has values");
  EXPECT_EQ(faultWith("/facts/filingDate", R"("number")"),
            "facts.filingDate: a fact is a date or has values");
  EXPECT_EQ(faultWith("/facts/today", R"("date")"), "facts.today: every form has it");
  EXPECT_EQ(faultWith("/numberedBy", R"("@filingDate")"), "numberedBy: is no fact with values");
  EXPECT_EQ(faultWith("/pages/0/sections/0/contents/0/number/coe", R"("3")"),
            "pages[0].sections[0].contents[0].number.coe: is for no value of the fact");
  EXPECT_EQ(faultIn(smallForm(digits("a", R"("number":{"x":"1"})"))),
            "pages[0].sections[0].contents[0].number: the form is not numbered by a fact");
  EXPECT_EQ(faultWith("/migrations/0/from", "2"),
            "migrations[1].from: is no whole number from 3 to 2");
  EXPECT_EQ(faultWith("/migrations/1/from", "3"),
            "migrations[1].from: is no whole number from 2 to 2");
  EXPECT_EQ(faultWith("/migrations/1/rename/relatives", R"("friends")"),
            "migrations[1].rename.relatives: leads to friends, which the form does not have");
  EXPECT_EQ(faultWith("/migrations/1/rename/relatives", R"("family.name")"),
            "migrations[1].rename.relatives: is in another group");
  EXPECT_EQ(faultWith("/migrations/1/default/hobby", R"("chess")"),
            "migrations[1].default.hobby: leads to hobby, which the form does not have");
}

TEST(DefinitionReader, HasLimits) {
  EXPECT_EQ(faultIn(std::string(600'000, ' ') + "{}"), "the form: not JSON, too long or too deep");
  std::string fields;
  for (int number = 0; number < 1'001; ++number) {
    fields += (fields.empty() ? "" : ",") + digits("f" + std::to_string(number));
  }
  EXPECT_EQ(faultIn(smallForm(fields)),
            "pages[0].sections[0].contents[1000]: is one field too many");
  std::string deep = R"({"answered":"a"})";
  for (int depth = 0; depth < 20; ++depth) {
    deep = R"({"not":)" + deep + "}";
  }
  EXPECT_EQ(faultIn(smallForm(digits("a") + "," + digits("b", R"("when":)" + deep))),
            "the form: not JSON, too long or too deep");
}

std::string faultInList(const std::string& json) {
  try {
    codeListFrom(json);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

TEST(CodeListReader, NamesThePlaceOfAFault) {
  const auto list = [](const std::string& entries) {
    return faultInList(R"({"list":"l","source":"x","checkedAt":"2026-11-01","entries":[)" +
                       entries + "]}");
  };
  const std::string a = R"({"code":"a","texts":{"ja":"あ","en":"A"}})";
  EXPECT_EQ(list(a), "none");
  EXPECT_EQ(list(""), "entries: is empty");
  EXPECT_EQ(list(a + "," + a), "entries[1].code: a occurs twice");
  EXPECT_EQ(list(R"({"code":"a,b","texts":{"ja":"あ"}})"), "entries[0].code: a,b is no code");
  EXPECT_EQ(list(R"({"code":"a","texts":{}})"),
            "entries[0].texts: other languages than in the first entry, or none");
  EXPECT_EQ(list(a + R"(,{"code":"b","texts":{"ja":"い"}})"),
            "entries[1].texts: other languages than in the first entry, or none");
  EXPECT_EQ(list(R"({"code":"a","texts":{"ja":"あ"},"offeredFor":[]})"),
            "entries[0].offeredFor: is offered for nothing");
  EXPECT_EQ(list(R"({"code":"a","texts":{"ja":""}})"), "entries[0].texts.ja: is no text");
  EXPECT_EQ(faultInList("{"), "the list: not JSON, too long or too deep");
}

constexpr const char* kTwoParts =
    R"("facts":{"procedure":["extension","change"]},"numberedBy":["@procedure","part"],)";
constexpr const char* kPart =
    R"({"id":"part","type":"choice","choices":["T","R"],"required":true},)";

TEST(Numbers, CanBeByAPartOfTheFormToo) {
  const Definition form = smallDefinition(
      kPart + digits("a", R"("number":{"extension/T":"23","extension/R":"20","change":"7"})") +
          "," + digits("b", R"("number":{"extension/T":"24"})"),
      kTwoParts);
  const auto numbers = [&form](const std::string& procedure, const std::string& part) {
    const Answers answers{.values = {{"part", part}}};
    const Facts facts{.values = {{"procedure", procedure}}};
    const Relevance relevance(form, answers, facts);
    std::string all;
    for (const std::size_t field : {1U, 2U}) {
      all += std::string(relevance.numberOfField(field)) +
             (relevance.asksField(field) ? "" : "not asked") + ";";
    }
    return all;
  };
  EXPECT_EQ(numbers("extension", "T"), "23;24;");
  EXPECT_EQ(numbers("extension", "R"), "20;not asked;");
  EXPECT_EQ(numbers("extension", ""), "not asked;not asked;");
  EXPECT_EQ(numbers("change", "T"), "7;not asked;");
}

TEST(Numbers, AreRefusedForAPartThatThereIsNot) {
  const auto refusal = [](const std::string& contents, const std::string& rest) {
    try {
      smallDefinition(contents, rest);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string("taken");
  };
  const std::string place = "pages[0].sections[0].contents[1].number.extension/";
  EXPECT_EQ(refusal(kPart + digits("a", R"("number":{"extension/U":"1"})"), kTwoParts),
            place + "U: is for no part");
  EXPECT_EQ(refusal(yesNo("x") + "," + digits("a", R"("number":{"extension/T":"1"})"),
                    R"("facts":{"procedure":["extension"]},"numberedBy":"@procedure",)"),
            place + "T: is for no part");
  EXPECT_EQ(refusal(digits("part"), kTwoParts),
            "numberedBy[1]: is no field with values, of which it has one");
  EXPECT_EQ(refusal(digits("a"), R"("facts":{"p":["x"]},"numberedBy":["@p"],)"),
            "numberedBy: is no fact, nor a fact and a field");
  EXPECT_EQ(
      refusal(
          yesNo("x", R"("number":{"extension/T":"1"})") + "," +
              R"({"id":"part","type":"choice","choices":[{"value":"T","when":{"is":["x","yes"]}}]})",
          kTwoParts),
      "pages[0].sections[0].contents[0]: depends on itself: x -> part -> x");
}

TEST(Lists, CanBeTakenWithoutSomeOfTheirCodes) {
  const Definition form = smallDefinition(
      R"({"id":"status","type":"code","list":"status","leaveOut":["student"],"codes":{"notOffered":"N"}})");
  const Answers left{.values = {{"status", "student"}}};
  const Facts facts;
  EXPECT_EQ(Relevance(form, left, facts).offered(0),
            (std::vector<std::string>{"engineer", "dependent"}));
  EXPECT_EQ(saidOf(form, left), std::vector<std::string>{"status N"});
  EXPECT_TRUE(saidOf(form, {.values = {{"status", "engineer"}}}).empty());
  EXPECT_THROW(
      smallDefinition(R"({"id":"status","type":"code","list":"status","leaveOut":["tourist"]})"),
      std::runtime_error);
}

}  // namespace
}  // namespace madoguchi::forms
