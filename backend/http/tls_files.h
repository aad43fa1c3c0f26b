#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi::backend {

/// Writes a throw-away CA (ca.pem, its key is not kept), and a server certificate with its key
/// (server.pem, server.key, readable by the owner only) for demonstrations and tests: ECDSA P-256,
/// one year, for these host names and IP addresses. Throws std::runtime_error.
void makeTlsFiles(const std::filesystem::path& folder, const std::vector<std::string>& hosts);

}  // namespace madoguchi::backend
