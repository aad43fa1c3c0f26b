#include "tests/support/form_cases.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "forms/engine/field_value.h"

#ifndef MADOGUCHI_TEST_DATA
#error "define MADOGUCHI_TEST_DATA as the path of tests/data"
#endif

namespace madoguchi::test {
namespace {

std::string cell(std::istringstream& line) {
  std::string text;
  std::getline(line, text, '\t');
  return text;
}

}  // namespace

std::vector<FormCase> loadFormCases() {
  const std::string path = MADOGUCHI_TEST_DATA "/forms/field_cases.tsv";
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error("cannot read " + path);
  }
  std::vector<FormCase> cases;
  std::string text;
  for (int number = 1; std::getline(file, text); ++number) {
    if (text.starts_with('#')) {
      continue;
    }
    std::istringstream line(text);
    FormCase formCase;
    formCase.line = number;
    formCase.field = cell(line);
    try {
      formCase.input = nlohmann::json::parse(cell(line)).get<std::string>();
      formCase.repaired = nlohmann::json::parse(cell(line)).get<std::string>();
    } catch (const nlohmann::json::exception& error) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": " + error.what());
    }
    formCase.code = cell(line);
    cases.push_back(std::move(formCase));
  }
  return cases;
}

forms::Values goodForm(forms::Entrance entrance) {
  forms::Values values = {{"name", "HOUMU TARO"},
                          {"sex", "male"},
                          {"dateOfBirth", "1990-04-01"},
                          {"municipalityCode", "131016"},
                          {"addressRest", "霞が関１－１－１"},
                          {"phone", "0312345678"},
                          {"email", "example@xxx.co.jp"},
                          {"emailConfirmation", "example@xxx.co.jp"},
                          {"termsAccepted", "true"}};
  switch (entrance) {
    case forms::Entrance::cardHolder:
      values["userClass"] = "foreignNational";
      values["residenceCardNumber"] = "AB12345678CD";
      break;
    case forms::Entrance::attorneyOrScrivener:
      values["userClass"] = "attorneyOrScrivener";
      values["agentCertificateNumber"] = "132010700050";
      break;
    case forms::Entrance::coeByEmail:
      values["userClass"] = "coeByEmail";
      break;
  }
  return values;
}

forms::Entrance entranceOf(const FormCase& formCase) {
  return formCase.field == "agentCertificateNumber" ? forms::Entrance::attorneyOrScrivener
                                                    : forms::Entrance::cardHolder;
}

forms::Values formWith(const FormCase& formCase) {
  forms::Values values = goodForm(entranceOf(formCase));
  values[formCase.field] = formCase.input;
  if (formCase.field == "email") {
    values["emailConfirmation"] = formCase.input;
  }
  return values;
}

forms::Facts factsOf(forms::Entrance entrance) {
  using namespace std::chrono;
  return forms::registrationFacts(entrance, 2026y / 11 / 20, true);
}

const forms::Field& registrationField(std::string_view id) {
  return *forms::findField(forms::registrationForm(), id);
}

std::string repairedValue(std::string_view field, std::string_view typed) {
  return forms::repaired(registrationField(field), typed);
}

forms::Values repairedValues(const forms::Values& values) {
  return forms::repaired(forms::registrationForm(), {.values = values}).values;
}

std::vector<protocol::FieldError> errorsOf(const forms::Values& values, forms::Entrance entrance,
                                           const forms::Extent& extent) {
  const forms::Answers answers{.values = values};
  return forms::fieldErrors(
      answers, forms::judge(forms::registrationForm(), answers, factsOf(entrance), extent));
}

forms::Values submittedValues(const forms::Values& values, forms::Entrance entrance) {
  const forms::Answers answers{.values = values};
  const forms::Facts facts = factsOf(entrance);
  const forms::Relevance relevance(forms::registrationForm(), answers, facts);
  forms::Values submitted;
  forms::forEachAsked(relevance, {.submittedOnly = true}, [&](std::size_t field, std::size_t) {
    if (const auto value = relevance.value(field); !value.empty()) {
      submitted.emplace(forms::registrationForm().fields[field].id, value);
    }
  });
  return submitted;
}

std::vector<std::string> askedFields(forms::Entrance entrance, std::string_view userClass) {
  const forms::Answers answers{.values = {{"userClass", std::string(userClass)}}};
  std::vector<std::string> ids;
  for (const forms::FieldPath& path :
       forms::asked(forms::registrationForm(), answers, factsOf(entrance))) {
    ids.push_back(path.field);
  }
  return ids;
}

std::string codeOf(const forms::Field& field, forms::Fault fault) {
  return field.codes[static_cast<std::size_t>(fault)];
}

}  // namespace madoguchi::test
