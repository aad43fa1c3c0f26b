#include <gtest/gtest.h>

#include <map>
#include <set>

#include "backend_under_test.h"
#include "forms/places/municipalities.h"
#include "protocol/terms_version.h"
#include "tests/support/form_cases.h"

// tests/data/forms/field_cases.tsv over HTTPS: the endpoint says of every input what the client's
// form says of it (tests/unit/forms, tests/integration/app).

namespace madoguchi::test {
namespace {

using forms::Entrance;
using forms::Values;

bool isSubmitted(const FormCase& formCase) { return registrationField(formCase.field).submitted; }

/// Items of a certificate that says what the form says, on the keys of a demonstration card.
struct Certified {
  explicit Certified(const Values& form)
      : name(form.at("name")),
        sex(form.at("sex") == "male" ? "1" : "2"),
        birth("0" + form.at("dateOfBirth")),
        address(forms::findMunicipality(form.at("municipalityCode"))->fullName() + "１番１号"),
        substitution(200, '0') {
    std::erase(birth, '-');
    person.name = name;
    person.nameSubstitution = substitution;
    person.sex = sex;
    person.birth = birth;
    person.address = address;
    person.addressSubstitution = substitution;
  }
  Certified(const Certified&) = delete;
  Certified& operator=(const Certified&) = delete;

  std::string name;
  std::string sex;
  std::string birth;
  std::string address;
  std::string substitution;
  simulated::Person person = *simulated::findPerson("maria");
};

class FieldCasesAtTheEndpoint : public testing::Test {
 protected:
  /// What the API answers to a form: the code at each field; "" stands for the form as a whole.
  using Verdict = std::map<std::string, std::string>;

  Verdict submit(const Values& form, Entrance entrance, const Values& certified) {
    ++requests;
    if (nonce.empty()) {
      nonce = nonceFrom(client);
    }
    const DraftPayload payload{.entrance = entrance,
                               .form = form,
                               .nonce = nonce,
                               .origin = backend.origin(),
                               .termsVersion = std::string(protocol::kTermsVersion),
                               .language = "ja"};
    const std::string key = newUuid();
    Response response;
    if (entrance == Entrance::cardHolder) {
      const Certified items(certified);
      const Draft draft{.card = freshCard(backend.pki(), items.person),
                        .payload = payload,
                        .idempotencyKey = key};
      response = backend.submit(client, draft);
    } else {
      response = backend.post(client, key, plainBody(payload));
    }
    return verdictOf(response);
  }

  Verdict verdictOf(const Response& response) {
    if (response.status == 201) {
      nonce.clear();
      return {};
    }
    Verdict verdict;
    if (response.reason() != "formInvalid") {
      verdict[""] = response.reason() + response.failure;
      return verdict;
    }
    const nlohmann::json problem = response.json();
    for (const auto& error : problem.at("errors")) {
      verdict[error.at("field")] = error.at("code");
    }
    return verdict;
  }

  /// The case as the client sends it after the repair, and as a client that repairs nothing would.
  void tryCase(const FormCase& formCase, Entrance entrance) {
    const std::string where = "field_cases.tsv:" + std::to_string(formCase.line) + " " +
                              formCase.field + " " + std::string(toString(entrance));
    Values typed = goodForm(entrance);
    Values certified = typed;
    typed[formCase.field] = formCase.repaired;
    if (formCase.code.empty()) {
      certified[formCase.field] = formCase.repaired;
    }
    const Verdict expected =
        formCase.code.empty() ? Verdict() : Verdict{{formCase.field, formCase.code}};
    EXPECT_EQ(submit(submittedValues(typed, entrance), entrance, certified), expected) << where;
    if (formCase.input != formCase.repaired) {
      typed[formCase.field] = formCase.input;
      const Verdict refused = {
          {formCase.field, codeOf(registrationField(formCase.field), forms::Fault::wrong)}};
      EXPECT_EQ(submit(submittedValues(typed, entrance), entrance, certified), refused)
          << where << ", not repaired";
    }
  }

  BackendUnderTest backend;
  HttpClient client = backend.client();
  std::string nonce;
  int requests = 0;
};

TEST_F(FieldCasesAtTheEndpoint, AreJudgedAlikeWithoutACard) {
  int tried = 0;
  for (const FormCase& formCase : loadFormCases()) {
    const bool asked = formCase.field != "userClass" && formCase.field != "residenceCardNumber";
    if (asked && isSubmitted(formCase)) {
      tryCase(formCase, Entrance::attorneyOrScrivener);
      ++tried;
    }
  }
  EXPECT_GE(tried, 400);
  RecordProperty("cases", tried);
  RecordProperty("requests", requests);
}

TEST_F(FieldCasesAtTheEndpoint, AreJudgedAlikeWhenTheCardSignsThem) {
  // A few of each kind: what is said of a value does not depend on who signed it, and signing is
  // dear.
  constexpr int kOfAKind = 4;
  std::map<std::pair<std::string, std::string>, int> kinds;
  int tried = 0;
  for (const FormCase& formCase : loadFormCases()) {
    if (formCase.field != "agentCertificateNumber" && isSubmitted(formCase) &&
        ++kinds[{formCase.field, formCase.code}] <= kOfAKind) {
      tryCase(formCase, Entrance::cardHolder);
      ++tried;
    }
  }
  EXPECT_GE(tried, 40);
  RecordProperty("cases", tried);
  RecordProperty("requests", requests);
}

TEST_F(FieldCasesAtTheEndpoint, DoNotReachItWhereTheFieldIsNotSubmitted) {
  for (const FormCase& formCase : loadFormCases()) {
    if (!isSubmitted(formCase)) {
      Values form = submittedValues(goodForm(Entrance::coeByEmail), Entrance::coeByEmail);
      form[formCase.field] = formCase.repaired;
      const Verdict malformed = {{"", "malformed"}};
      EXPECT_EQ(submit(form, Entrance::coeByEmail, {}), malformed) << formCase.line;
    }
  }
}

TEST_F(FieldCasesAtTheEndpoint, TheDayOfBirthMayBeTodayButNotTheDayAfterTomorrow) {
  using namespace std::chrono;
  const auto birthOn = [this](sys_days day) {
    const year_month_day date(day);
    const auto padded = [](unsigned number) {
      return (number < 10 ? "-0" : "-") + std::to_string(number);
    };
    Values form = submittedValues(goodForm(Entrance::coeByEmail), Entrance::coeByEmail);
    form["dateOfBirth"] = std::to_string(static_cast<int>(date.year())) +
                          padded(static_cast<unsigned>(date.month())) +
                          padded(static_cast<unsigned>(date.day()));
    return submit(form, Entrance::coeByEmail, {});
  };
  const sys_days today = floor<days>(system_clock::now() + hours(9));  // in Japan
  EXPECT_EQ(birthOn(today), Verdict());
  EXPECT_EQ(birthOn(today + days(2)), (Verdict{{"dateOfBirth", "WZBAM111E"}}));
}

// JSON can write half of a surrogate pair, UTF-8 cannot: it is no text, in whatever field.
TEST_F(FieldCasesAtTheEndpoint, HalfASurrogatePairIsNoJson) {
  for (const Entrance entrance : {Entrance::attorneyOrScrivener, Entrance::coeByEmail}) {
    for (const auto& [field, value] : submittedValues(goodForm(entrance), entrance)) {
      for (const char* half : {"\\ud800", "\\udfff", "\\udc00\\ud800", "\\ud83dx"}) {
        Values form = submittedValues(goodForm(entrance), entrance);
        form[field] = value + "MARK";
        std::string body = plainBody({.entrance = entrance,
                                      .form = form,
                                      .nonce = nonceFrom(client),
                                      .origin = backend.origin(),
                                      .termsVersion = std::string(protocol::kTermsVersion),
                                      .language = "en"});
        body.replace(body.find("MARK"), 4, half);
        const Response response = backend.post(client, newUuid(), body);
        EXPECT_EQ(response.reason(), "malformed") << field << half;
      }
    }
  }
  // Signed by the card, as text within the token.
  Draft draft = backend.draft(client);
  std::string payload = toJson(draft.payload);
  payload.replace(payload.find("SANTOS"), 6, "\\ud800");
  const std::string registration =
      signJws(draft.algorithm, draft.registrationType, draft.card.signingCertificate,
              draft.card.signingKey, payload);
  const nlohmann::json body = {{"registration", registration},
                               {"authentication", authenticationJws(draft, registration)}};
  EXPECT_EQ(backend.post(client, newUuid(), body.dump()).reason(), "malformed");
}

}  // namespace
}  // namespace madoguchi::test
