#include "tests/unit/app/card_fault_table.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace madoguchi::test {
namespace {

constexpr const char* kDocument = MADOGUCHI_SOURCE_FOLDER "/docs/failure-codes.md";

constexpr std::array<std::string_view, kCardSteps> kSteps = {"list",
                                                             "connect",
                                                             "select",
                                                             "read",
                                                             "tries",
                                                             "verify password",
                                                             "read signing certificate",
                                                             "verify PIN",
                                                             "sign"};

constexpr std::array<std::string_view, kCardFaults> kFaults = {"service missing",
                                                               "service of another version",
                                                               "service dies",
                                                               "service hangs",
                                                               "reader unplugged",
                                                               "reader fails",
                                                               "card removed",
                                                               "card swapped",
                                                               "card swapped unseen",
                                                               "card of another kind",
                                                               "card held by another program",
                                                               "card reset by another program",
                                                               "mute card",
                                                               "card falls silent",
                                                               "slow card",
                                                               "answer 6F00",
                                                               "answer 61xx",
                                                               "answer 6Cxx",
                                                               "truncated answer",
                                                               "over-long answer",
                                                               "garbage certificate"};

template <typename Value, std::size_t size>
std::optional<Value> find(const std::array<std::string_view, size>& names,
                          const std::string& text) {
  const auto* found = std::ranges::find(names, text);
  return found != names.end() ? std::optional(static_cast<Value>(found - names.begin()))
                              : std::nullopt;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string()
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    parts.push_back(trimmed(part));
  }
  return parts;
}

/// Each line of a table as its cells.
std::vector<std::vector<std::string>> tableLines() {
  std::ifstream file(kDocument);
  if (!file) {
    throw std::runtime_error(std::string("cannot read ") + kDocument);
  }
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("| ")) {
      lines.push_back(split(line.substr(1), '|'));
    }
  }
  return lines;
}

[[noreturn]] void refuse(const std::vector<std::string>& cells) {
  std::string line = "docs/failure-codes.md: not understood:";
  for (const std::string& cell : cells) {
    line += " | " + cell;
  }
  throw std::runtime_error(line);
}

}  // namespace

std::string nameOf(CardStep step) { return std::string(kSteps.at(static_cast<std::size_t>(step))); }

std::string nameOf(CardFault fault) {
  return std::string(kFaults.at(static_cast<std::size_t>(fault)));
}

std::ostream& operator<<(std::ostream& stream, const CardFaultRow& row) {
  return stream << nameOf(row.step) << ", " << nameOf(row.fault);
}

std::vector<CardFaultRow> cardFaultRows() {
  std::vector<CardFaultRow> rows;
  for (const auto& cells : tableLines()) {
    const auto step = find<CardStep>(kSteps, cells[0]);
    if (!step) {
      continue;
    }
    const auto fault =
        cells.size() == 8 ? find<CardFault>(kFaults, cells[1]) : std::optional<CardFault>();
    if (!fault) {
      refuse(cells);
    }
    rows.push_back(
        {*step, *fault, cells[2], cells[3], cells[4], cells[5], cells[6], cells[7] == "yes"});
  }
  return rows;
}

std::vector<ImpossibleFault> impossibleCardFaults() {
  std::vector<ImpossibleFault> all;
  for (const auto& cells : tableLines()) {
    const auto fault = find<CardFault>(kFaults, cells[0]);
    if (!fault) {
      continue;
    }
    ImpossibleFault one{*fault, {}, cells.size() == 3 ? cells[2] : std::string()};
    for (const std::string& name : split(cells[1], ',')) {
      const auto step = find<CardStep>(kSteps, name);
      if (!step || one.why.empty()) {
        refuse(cells);
      }
      one.steps.push_back(*step);
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace madoguchi::test
