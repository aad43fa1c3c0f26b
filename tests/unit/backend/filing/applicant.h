#pragma once

#include <string>

#include "backend/core/data_keys.h"
#include "tests/support/test_database.h"

// Made-up accounts, and a key, for the tests of drafts and applications.

namespace madoguchi::backend::test {

constexpr std::string_view kTestKey = "2026 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
constexpr std::string_view kOlderKey = "2025 HxwdHhsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

/// An account that was registered without a card; gives its id, which is `name`.
inline std::string addApplicant(const madoguchi::test::TestDatabase& database,
                                const std::string& name,
                                const std::string& userClass = "foreignNational",
                                const std::string& dateOfBirth = "1990-04-15") {
  database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at) VALUES ('" +
      name + "', 'id of " + name + "', 'cardHolder', '" + userClass +
      R"(', 'easy', '{"answers":{"dateOfBirth":")" + dateOfBirth +
      R"(","name":"SANTOS MARIA CLARA","sex":"female"},"id":"registration","version":1}', ')" +
      name + "@mail.example', '1', 1);\n");
  return name;
}

}  // namespace madoguchi::backend::test
