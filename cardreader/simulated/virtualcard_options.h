#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

namespace madoguchi::simulated {

struct VirtualCardOptions {
  enum class Task { run, makePki, listPersons, help };
  Task task = Task::run;
  std::filesystem::path pki;
  std::string person = "maria";
  std::string host = "localhost";
  std::uint16_t port = 35963;  ///< vpcd's own default, 0x8C7B (vsmartcard, vpcd.h)
  std::optional<std::uint64_t> removeAfterApdu;
  std::optional<std::string> password;  ///< instead of the published demonstration values
  std::optional<std::string> pin;
  std::optional<int> passwordTries;
  std::optional<int> pinTries;
  bool log = false;
};

/// What is wrong with the arguments, for the person who typed them.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

extern const char* const kVirtualCardUsage;

/// `arguments` without the program's name. Throws UsageError.
VirtualCardOptions parseVirtualCardOptions(std::span<char* const> arguments);

}  // namespace madoguchi::simulated
