#include "cardreader/simulated/virtualcard_options.h"

#include <charconv>
#include <string_view>

#include "cardreader/simulated/card_contents.h"
#include "cardreader/simulated/persons.h"

namespace madoguchi::simulated {
namespace {

std::uint64_t number(std::string_view option, std::string_view text, std::uint64_t least,
                     std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw UsageError(std::string(option) + " wants a number from " + std::to_string(least) +
                     " to " + std::to_string(most) + ", not '" + std::string(text) + "'");
  }
  return value;
}

std::string checkedPerson(std::string_view id) {
  if (findPerson(id) == nullptr) {
    throw UsageError("no such person: '" + std::string(id) + "'; --list names them all");
  }
  return std::string(id);
}

}  // namespace

const char* const kVirtualCardUsage =
    "Plugs a simulated My Number Card into the virtual reader (vpcd) of the PC/SC service.\n"
    "\n"
    "  madoguchi-virtualcard --pki DIR [OPTION...]\n"
    "  madoguchi-virtualcard --make-pki DIR\n"
    "  madoguchi-virtualcard --list\n"
    "\n"
    "  --pki DIR             the folder with the throw-away PKI; made where it is missing\n"
    "  --make-pki DIR        make the folder, or renew its revocation lists, and end\n"
    "  --list                show the persons and end\n"
    "  --person ID           whose card (maria)\n"
    "  --host NAME           where the virtual reader listens (localhost)\n"
    "  --port N              and on which port (35963)\n"
    "  --password TEXT       its signature password, of made-up cards only (MADO1234)\n"
    "  --pin DIGITS          its user-authentication PIN (1234)\n"
    "  --password-tries N    tries left of the signature password\n"
    "  --pin-tries N         tries left of the user-authentication PIN\n"
    "  --remove-after-apdu N take the card away after the N-th command\n"
    "  --log                 write each command to standard error, without secrets and data\n"
    "\n"
    "While it runs it takes these lines, N counting from the next command:\n"
    "  insert, remove, remove-after N, person ID, status, quit\n"
    "  hold N                keep back the answer to the N-th command, until the line release;\n"
    "                        it writes 'holding' when it has come to that\n"
    "  answer HEX            give these bytes in place of the next answer\n"
    "  odd parts|none        announce data by 61xx from now on, or behave again\n"
    "It writes 'inserted ID' when the reader has found the card, and 'removed'.\n";

VirtualCardOptions parseVirtualCardOptions(std::span<char* const> arguments) {
  VirtualCardOptions options;
  constexpr std::uint64_t kMostCommands = 1'000'000'000;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view option = arguments[i];
    const auto value = [&]() -> std::string_view {
      if (i + 1 == arguments.size()) {
        throw UsageError(std::string(option) + " wants a value");
      }
      return arguments[++i];
    };
    if (option == "--help") {
      options.task = VirtualCardOptions::Task::help;
    } else if (option == "--list") {
      options.task = VirtualCardOptions::Task::listPersons;
    } else if (option == "--make-pki") {
      options.task = VirtualCardOptions::Task::makePki;
      options.pki = value();
    } else if (option == "--pki") {
      options.pki = value();
    } else if (option == "--person") {
      options.person = checkedPerson(value());
    } else if (option == "--host") {
      options.host = value();
    } else if (option == "--port") {
      options.port = static_cast<std::uint16_t>(number(option, value(), 1, 65535));
    } else if (option == "--remove-after-apdu") {
      options.removeAfterApdu = number(option, value(), 1, kMostCommands);
    } else if (option == "--password") {
      options.password = value();
    } else if (option == "--pin") {
      options.pin = value();
    } else if (option == "--password-tries") {
      options.passwordTries = static_cast<int>(number(option, value(), 0, kSignaturePasswordTries));
    } else if (option == "--pin-tries") {
      options.pinTries = static_cast<int>(number(option, value(), 0, kAuthenticationPinTries));
    } else if (option == "--log") {
      options.log = true;
    } else {
      throw UsageError("unknown argument: " + std::string(option));
    }
  }
  const bool needsPki = options.task == VirtualCardOptions::Task::run ||
                        options.task == VirtualCardOptions::Task::makePki;
  if (needsPki && options.pki.empty()) {
    throw UsageError("--pki DIR is missing");
  }
  return options;
}

}  // namespace madoguchi::simulated
