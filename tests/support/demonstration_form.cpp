#include "tests/support/demonstration_form.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "forms/engine/definition_reader.h"

#ifndef MADOGUCHI_TEST_DATA
#error "define MADOGUCHI_TEST_DATA as the path of tests/data"
#endif

namespace madoguchi::test {

std::string testData(const std::string& name) {
  const std::string path = MADOGUCHI_TEST_DATA "/" + name;
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error("cannot read " + path);
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const forms::CodeLists& demonstrationLists() {
  static const forms::CodeLists kLists = [] {
    forms::CodeLists lists;
    for (const char* id : {"country", "period", "relationship", "status", "support"}) {
      const std::string file = std::string("forms/lists/") + id + ".json";
      lists.emplace(id,
                    std::make_shared<const forms::CodeList>(forms::codeListFrom(testData(file))));
    }
    return lists;
  }();
  return kLists;
}

const forms::Definition& demonstrationForm() {
  static const forms::Definition kForm =
      forms::definitionFrom(testData("forms/demonstration.json"), demonstrationLists());
  return kForm;
}

forms::Facts demonstrationFacts() {
  using namespace std::chrono;
  return {.values = {{"procedure", "extension"}, {"filingDate", "2026-11-20"}},
          .today = 2026y / 11 / 20};
}

forms::Answers demonstrationAnswers() {
  return {
      .values = {{"name", "SANTOS MARIA CLARA"},
                 {"sex", "female"},
                 {"dateOfBirth", "1990-04-15"},
                 {"nationality", "PH"},
                 {"municipalityCode", "131016"},
                 {"phone", "0312345678"},
                 {"email", "maria@mail.example"},
                 {"emailConfirmation", "maria@mail.example"},
                 {"currentStatus", "student"},
                 {"period", "m6"},
                 {"stayExpiry", "2026-12-31"},
                 {"passportExpiry", "2030-01-31"},
                 {"hasCard", "yes"},
                 {"cardNumber", "AB12345678CD"},
                 {"hasFamily", "yes"},
                 {"support", "self,scholarship"},
                 {"income", "150000"},
                 {"scholarship", "150000"},
                 {"reason", "日本で勉強を続けたい。\nそのために働く。"},
                 {"photo", std::string(64, 'a') + " image/jpeg 40000"},
                 {"shortStay", "no"},
                 {"consent", "true"}},
      .groups = {
          {"family",
           {{.id = "r1",
             .values = {{"relationship", "child"},
                        {"name", "サントス　ホセ"},
                        {"dateOfBirth", "2020-05"},
                        {"livesTogether", "yes"}}}}},
          {"work",
           {{.id = "w1",
             .values = {{"joined", "2019-04"}, {"left", "2021"}, {"employerJa", "法務商事"}}}}}}};
}

}  // namespace madoguchi::test
