#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cardreader/simulated/pki_folder.h"
#include "tests/integration/backend/backend_under_test.h"
#include "tests/unit/app/flow_fixture.h"

// What the program posts, verified by JOSE, JSON Schema and certificate software of others.

namespace madoguchi::test {
namespace {

class IndependentTest : public FlowTest {};

TEST_F(IndependentTest, JoseAndOpensslAcceptWhatTheCardSigned) {
  const TemporaryFolder folder;
  for (const std::string person : {"maria", "alias", "long"}) {
    simulatedCard = simulated::openCard(sharedPkiFolder(), person);
    transport.insert(simulatedCard);
    ASSERT_NO_FATAL_FAILURE(toStep2());
    const auto values = flow().values();
    flow().submit();
    ASSERT_TRUE(waitForPage(app::Page::step3));
    const std::filesystem::path file = folder.path() / (person + ".json");
    std::ofstream(file) << server->requests("/v1/registrations").back().body;
    const CommandResult verified =
        runCommand({"node", MADOGUCHI_SOURCE "/tests/support/independent/verify_registration.mjs",
                    file.string(), (sharedPkiFolder() / "trust").string()});
    ASSERT_EQ(verified.exitCode, 0) << person;
    const auto form =
        nlohmann::json::parse(verified.output).at("registration").at("form").at("answers");
    for (const char* field : {"name", "dateOfBirth", "municipalityCode", "addressRest", "email"}) {
      EXPECT_EQ(form.at(field), values.at(field)) << person << ' ' << field;
    }
    leave();
  }
}

}  // namespace
}  // namespace madoguchi::test
