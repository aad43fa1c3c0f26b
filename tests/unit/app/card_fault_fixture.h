#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tests/unit/app/card_fault_table.h"
#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {

inline constexpr std::uint8_t kSelect = 0xA4;
inline constexpr std::size_t kHeaderSize = 4;

/// READ BINARY of a file by its short identifier.
bool isRead(std::span<const std::uint8_t> command, std::uint8_t file);
/// The command in which a step consists.
bool belongsTo(CardStep step, std::span<const std::uint8_t> command);
bool isVerifyStep(CardStep step);
/// Faults that come between the program and a card that is there before the connection is.
bool comesBeforeTheConnection(const CardFaultRow& row);

/// Whether the fault shows in the answer to this command.
bool meets(const CardFaultRow& row, std::span<const std::uint8_t> command);
/// Whether it does so each time, and not once only.
bool comesAgain(const CardFaultRow& row);
/// What comes in place of the card's answer, where the fault consists in that. Empty also where the
/// card itself has to announce its answers by 61xx.
std::optional<std::vector<std::uint8_t>> wrongAnswer(const CardFaultRow& row,
                                                     std::span<const std::uint8_t> command);

std::string cardFaultTestName(const ::testing::TestParamInfo<CardFaultRow>& info);

/// One row of the table: the way to its step, what is seen afterwards, and the way on.
class CardFaultFixture : public FlowTest, public ::testing::WithParamInterface<CardFaultRow> {
 protected:
  using FlowTest::FlowTest;

  [[nodiscard]] static const CardFaultRow& row() { return GetParam(); }

  void comeToTheStep();
  /// What the person does that leads to the step. `right`: with the right secret.
  void act(bool right);
  [[nodiscard]] std::string codeShown();
  [[nodiscard]] std::string remains();
  [[nodiscard]] bool busy();
  [[nodiscard]] bool asTheRowSays();
  /// The page, the code and what is kept.
  void expectAsTheRowSays();
  /// Until the card thread has nothing to do and all that it has told was heard.
  void settle();
  void goOn();
};

}  // namespace madoguchi::test
