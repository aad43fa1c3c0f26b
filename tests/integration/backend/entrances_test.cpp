#include <gtest/gtest.h>

#include <map>
#include <set>

#include "backend_under_test.h"
#include "tests/support/form_cases.h"

// Which class may come in by which entrance, and with which fields: product rules, so they stand
// here once more and are not asked of the form's definition.

namespace madoguchi::test {
namespace {

using forms::Entrance;
using forms::Values;

constexpr std::array kEntrances = {Entrance::cardHolder, Entrance::attorneyOrScrivener,
                                   Entrance::coeByEmail};
constexpr std::array kClasses = {"foreignNational", "legalRepresentative", "family",
                                 "attorneyOrScrivener", "coeByEmail"};

const std::map<Entrance, std::set<std::string>>& accepted() {
  static const std::map<Entrance, std::set<std::string>> kAccepted = {
      {Entrance::cardHolder, {"foreignNational", "legalRepresentative", "family"}},
      {Entrance::attorneyOrScrivener, {"attorneyOrScrivener"}},
      {Entrance::coeByEmail, {"coeByEmail"}}};
  return kAccepted;
}

/// The number that a class is asked for; "" for none.
std::string numberOf(const std::string& userClass) {
  if (userClass == "foreignNational") {
    return "residenceCardNumber";
  }
  return userClass == "attorneyOrScrivener" ? "agentCertificateNumber" : "";
}

const std::map<std::string, std::string>& numbers() {
  static const std::map<std::string, std::string> kNumbers = {
      {"residenceCardNumber", "AB12345678CD"}, {"agentCertificateNumber", "132010700050"}};
  return kNumbers;
}

class Entrances : public testing::Test {
 protected:
  /// `withCard` says how it is sent, whatever `entrance` says.
  Response submit(Entrance entrance, bool withCard, const std::string& userClass,
                  const std::set<std::string>& numbersGiven) {
    Draft draft = backend.draft(client);
    draft.payload.entrance = entrance;
    Values& form = draft.payload.form;
    form.erase("residenceCardNumber");
    form["userClass"] = userClass;
    for (const std::string& number : numbersGiven) {
      form[number] = numbers().at(number);
    }
    return withCard ? backend.submit(client, draft)
                    : backend.post(client, draft.idempotencyKey, plainBody(draft.payload));
  }
  Response submit(Entrance entrance, const std::string& userClass,
                  const std::set<std::string>& numbersGiven) {
    return submit(entrance, entrance == Entrance::cardHolder, userClass, numbersGiven);
  }

  BackendUnderTest backend;
  HttpClient client = backend.client();
};

std::set<std::string> belonging(const std::string& userClass) {
  const std::string number = numberOf(userClass);
  return number.empty() ? std::set<std::string>() : std::set<std::string>{number};
}

TEST_F(Entrances, RegisterTheirOwnClassesOnly) {
  int accounts = 0;
  for (const Entrance entrance : kEntrances) {
    for (const std::string userClass : kClasses) {
      const std::string where = std::string(toString(entrance)) + " " + userClass;
      const bool good = accepted().at(entrance).contains(userClass);
      // Without the number first, so that the class alone is at fault.
      const Response response =
          submit(entrance, userClass, good ? belonging(userClass) : std::set<std::string>());
      EXPECT_EQ(response.status, good ? 201 : 422) << where << response.body;
      accounts += response.status == 201 ? 1 : 0;
      if (!good) {
        // An entrance with one class still asks for that class's number.
        const auto errors = response.json().at("errors");
        const nlohmann::json expected = {{"field", "userClass"}, {"code", "WZBAM005E"}};
        EXPECT_TRUE(std::ranges::find(errors, expected) != errors.end()) << where << errors;
        // With the number of the class that it is not, it is no better.
        EXPECT_EQ(submit(entrance, userClass, belonging(userClass)).reason(), "formInvalid")
            << where;
      }
    }
  }
  EXPECT_EQ(accounts, 5);
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), "5");
  EXPECT_EQ(backend.query("SELECT COUNT(DISTINCT user_class) FROM accounts"), "5");
}

TEST_F(Entrances, TakeNoFieldThatDoesNotBelong) {
  for (const auto& [entrance, classes] : accepted()) {
    for (const std::string& userClass : classes) {
      for (const auto& [number, value] : numbers()) {
        if (number == numberOf(userClass)) {
          continue;
        }
        std::set<std::string> given = belonging(userClass);
        given.insert(number);
        const Response response = submit(entrance, userClass, given);
        EXPECT_EQ(response.reason(), "formInvalid") << userClass << number;
        const nlohmann::json expected = {{{"field", number}, {"code", "WZBAM005E"}}};
        EXPECT_EQ(response.json().at("errors"), expected) << userClass << number;
      }
    }
  }
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), "0");
}

TEST_F(Entrances, AskForTheNumberThatBelongs) {
  for (const auto& [entrance, classes] : accepted()) {
    for (const std::string& userClass : classes) {
      if (const std::string number = numberOf(userClass); !number.empty()) {
        const nlohmann::json expected = {{{"field", number}, {"code", "WZBAM001E"}}};
        EXPECT_EQ(submit(entrance, userClass, {}).json().at("errors"), expected) << userClass;
      }
    }
  }
}

TEST_F(Entrances, TheCardOpensItsOwnDoorAndNoOther) {
  for (const auto& [entrance, classes] : accepted()) {
    const bool wantsCard = entrance == Entrance::cardHolder;
    for (const std::string& userClass : classes) {
      EXPECT_EQ(submit(entrance, !wantsCard, userClass, belonging(userClass)).reason(), "malformed")
          << userClass;
    }
  }
}

TEST_F(Entrances, WithOneClassNeedNotBeToldIt) {
  EXPECT_EQ(submit(Entrance::attorneyOrScrivener, "", {"agentCertificateNumber"}).status, 201);
  EXPECT_EQ(submit(Entrance::coeByEmail, "", {}).status, 201);
  EXPECT_EQ(submit(Entrance::cardHolder, "", {}).json().at("errors").at(0).at("code"), "WZBAM001E");
  EXPECT_EQ(backend.query("SELECT GROUP_CONCAT(user_class) FROM"
                          " (SELECT user_class FROM accounts ORDER BY user_class)"),
            "attorneyOrScrivener,coeByEmail");
}

}  // namespace
}  // namespace madoguchi::test
