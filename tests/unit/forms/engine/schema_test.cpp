#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/unit/forms/engine/small_form.h"

// Whoever writes a form is told of the same faults at the same places by the schema, when the
// project is built, and by the reader.

namespace madoguchi::forms {
namespace {

using nlohmann::json;

struct Outcome {
  int status = 0;
  std::string output;
};

Outcome checkForms(const std::string& arguments) {
  const std::string command = std::string("'") + MADOGUCHI_PYTHON + "' '" + MADOGUCHI_RESOURCES +
                              "/forms/check_forms.py' " + arguments;
  std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  Outcome outcome;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    outcome.output.append(buffer.data(), count);
  }
  outcome.status = pclose(pipe.release());
  return outcome;
}

std::string placeToldByReader(const std::string& text) {
  try {
    definitionFrom(text, test::demonstrationLists());
  } catch (const std::runtime_error& error) {
    const std::string what = error.what();
    return what.substr(0, what.find(": "));
  }
  return "none";
}

struct Broken {
  std::string pointer;
  std::string value;  ///< empty: taken out
};

TEST(FormSchema, SaysOfABrokenFormWhereItIsBrokenAsTheReaderDoes) {
  const std::string name = "/pages/0/sections/0/contents/0";
  const std::string family = "/pages/2/sections/0/contents/1";
  const std::vector<Broken> kBroken = {
      {"/source", ""},
      {"/version", "0"},
      {"/form", R"("a b")"},
      {"/pages/0/nonsense", "1"},
      {"/pages/0/sections/1/contents", "{}"},
      {name + "/type", R"("txt")"},
      {name + "/rule", R"("fax")"},
      {name + "/maxLength", "0"},
      {name + "/maxLength", ""},
      {name + "/min", "1"},
      {name + "/anew", "1"},
      {"/pages/1/anew", R"("no")"},
      {"/pages/1/sections/0/contents/9/pattern", R"("A0|")"},
      {name + "/required", R"("yes")"},
      {name + "/when", R"({"is":["sex"]})"},
      {name + "/when", R"({"was":["sex","male"]})"},
      {name + "/when", R"({"age":["dateOfBirth","=",16]})"},
      {name + "/when", R"({"any":[{"not":{"all":[]}}]})"},
      {name + "/codes", R"({"odd":"C"})"},
      {"/pages/0/sections/0/contents/1/choices", R"([{"value":"male","if":1}])"},
      {"/pages/0/sections/0/contents/3/list", ""},
      {family + "/max", "101"},
      {family + "/contents/5/check", R"("uniq")"},
      {family + "/contents/5/code", ""},
      {"/facts/filingDate", R"("number")"},
      {"/migrations/0/split/validity/into", R"(["stayExpiry"])"}};
  const json form = json::parse(test::testData("forms/demonstration.json"));
  const test::TemporaryFolder folder;
  std::string files;
  std::vector<std::string> places;
  for (const Broken& broken : kBroken) {
    const json patch =
        broken.value.empty()
            ? json{{"op", "remove"}, {"path", broken.pointer}}
            : json{{"op", "add"}, {"path", broken.pointer}, {"value", json::parse(broken.value)}};
    const std::string text = form.patch(json::array({patch})).dump();
    const auto file = folder.path() / (std::to_string(places.size()) + ".json");
    std::ofstream(file) << text;
    files += " '" + file.string() + "'";
    places.push_back(file.string() + ": " + placeToldByReader(text) + ": ");
  }
  const Outcome outcome = checkForms(files);
  EXPECT_NE(outcome.status, 0);
  for (const std::string& place : places) {
    EXPECT_THAT(outcome.output, testing::HasSubstr(place));
  }
}

TEST(FormSchema, TakesWhatTheReaderTakes) {
  const std::string data = MADOGUCHI_TEST_DATA "/forms/";
  const Outcome outcome = checkForms("'" + data + "demonstration.json' '" + data + "lists/'*.json");
  EXPECT_EQ(outcome.status, 0) << outcome.output;
}

TEST(FormSchema, WantsAllLanguagesInLists) {
  const std::string list = MADOGUCHI_TEST_DATA "/forms/lists/support.json";
  const test::TemporaryFolder folder;
  const auto check = [&](std::initializer_list<const char*> languages) {
    for (const std::string language : languages) {
      std::ofstream(folder.path() / ("madoguchi_" + language + ".ts")) << "<TS/>";
    }
    return checkForms("--languages-of '" + folder.path().string() + "' '" + list + "'");
  };
  EXPECT_NE(check({}).status, 0);
  EXPECT_EQ(check({"ja", "easy", "en"}).status, 0);
  const Outcome outcome = check({"vi"});
  EXPECT_NE(outcome.status, 0);
  EXPECT_THAT(outcome.output,
              testing::HasSubstr(list + ": entries[0].texts: lacks the language vi"));
}

TEST(FormSchema, NamesAFileThatIsNoJson) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "form.json";
  std::ofstream(file) << "{";
  const Outcome outcome = checkForms("'" + file.string() + "'");
  EXPECT_NE(outcome.status, 0);
  EXPECT_THAT(outcome.output, testing::StartsWith(file.string() + ": the file: "));
}

}  // namespace
}  // namespace madoguchi::forms
