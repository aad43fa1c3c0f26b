#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "backend_under_test.h"

namespace madoguchi::test {

/// What several processes are known by.
constexpr std::string_view kCommonOrigin = "https://madoguchi.localhost";

/// Several over one database and one folder of mails, all started at once. Without a folder, `more`
/// names a mail server.
std::vector<std::unique_ptr<BackendUnderTest>> startSeveral(std::size_t count,
                                                            const std::string& database,
                                                            const std::filesystem::path& mails,
                                                            const std::vector<std::string>& more);

/// Of an agent, for any of them; without a nonce.
DraftPayload commonPayload(const std::string& email);

}  // namespace madoguchi::test
