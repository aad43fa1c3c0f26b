#include <algorithm>

#include "app/card/card_visit.h"
#include "cardreader/apdu.h"
#include "cardreader/guarded_connection.h"
#include "tests/unit/app/flow_fixture.h"

// Several readers and cards at once: the My Number Card is found by its application, and no other
// card is asked for more than that.

namespace madoguchi::test {
namespace {

using app::CardDesk;
using app::CardInspection;
using app::FailureCode;

constexpr auto kForeignReader = "Security Key 00 00";

/// What crossed to a card that has no JPKI application.
struct ForeignCard {
  std::vector<std::vector<std::uint8_t>> commands;
  int connections = 0;
  bool powered = false;
};

/// Puts such a card into a reader before those of another transport.
class WithForeignCard final : public card::CardTransport {
 public:
  WithForeignCard(card::CardTransport& inner, ForeignCard& foreign)
      : m_inner(inner), m_foreign(foreign) {}

  card::ReaderSnapshot snapshot() override { return withForeign(m_inner.snapshot()); }
  card::ReaderSnapshot waitForChange(const card::ReaderSnapshot& known) override {
    card::ReaderSnapshot inner = known;
    std::erase_if(inner.readers, [](const auto& one) { return one.name == kForeignReader; });
    return withForeign(m_inner.waitForChange(inner));
  }
  void cancel() noexcept override { m_inner.cancel(); }
  std::unique_ptr<card::CardConnection> connect(const std::string& reader) override {
    if (reader != kForeignReader) {
      return m_inner.connect(reader);
    }
    return std::make_unique<card::GuardedConnection>(std::make_unique<Connection>(m_foreign));
  }

 private:
  class Connection final : public card::CardConnection {
   public:
    explicit Connection(ForeignCard& foreign) : m_foreign(foreign) {
      ++m_foreign.connections;
      m_foreign.powered = true;
    }
    ~Connection() override { m_foreign.powered = false; }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
      m_foreign.commands.emplace_back(command.begin(), command.end());
      return {0x6A, 0x82};
    }

   private:
    ForeignCard& m_foreign;
  };

  static card::ReaderSnapshot withForeign(card::ReaderSnapshot readers) {
    card::ReaderState foreign;
    foreign.name = kForeignReader;
    foreign.cardPresent = true;
    foreign.atr = {0x3B, 0x00};
    readers.readers.insert(readers.readers.begin(), foreign);
    return readers;
  }

  card::CardTransport& m_inner;
  ForeignCard& m_foreign;
};

class SeveralReadersTest : public ::testing::Test {
 protected:
  CardInspection inspect() {
    std::optional<CardInspection> result;
    const app::Pending asked = desk.inspect([&](const CardInspection& found) { result = found; });
    EXPECT_TRUE(eventually([&] { return result.has_value(); }));
    return result.value_or(CardInspection{});
  }
  app::CardWorkDone verifyPassword(const app::CardIdentity& identity) {
    std::optional<app::CardWorkDone> result;
    app::CardWork what;
    what.stay = identity;
    what.secrets.password = secret("MADO1234");
    const app::Pending asked =
        desk.work(std::move(what), [&](const app::CardWorkDone& done) { result = done; });
    EXPECT_TRUE(eventually([&] { return result.has_value(); }));
    return result.value_or(app::CardWorkDone{});
  }

  ForeignCard foreign;
  simulated::InProcessTransport transport;
  WithForeignCard readers{transport, foreign};
  CardDesk desk{readers};
};

TEST_F(SeveralReadersTest, AnotherCardIsAskedForTheApplicationAndLeftAlone) {
  transport.insert(cardOf("maria"));
  const CardInspection found = inspect();
  EXPECT_EQ(found.failure, FailureCode::none);
  EXPECT_EQ(found.identity.reader, "Simulated reader 0");
  ASSERT_EQ(foreign.commands.size(), 1U);
  const auto command = card::apdu::parse(foreign.commands[0]);
  ASSERT_TRUE(command);
  EXPECT_EQ(command->header.ins, card::apdu::instruction::kSelect);
  EXPECT_TRUE(std::ranges::equal(command->data, card::apdu::kJpkiApplication));
  EXPECT_FALSE(foreign.powered);
  EXPECT_EQ(foreign.connections, 1);
}

TEST_F(SeveralReadersTest, ASecretGoesToTheCardThatWasFoundOnly) {
  transport.insert(cardOf("maria"));
  const CardInspection found = inspect();
  const app::CardWorkDone done = verifyPassword(found.identity);
  EXPECT_EQ(done.failure, FailureCode::none);
  ASSERT_TRUE(done.password);
  EXPECT_EQ(done.password->status, card::VerifyStatus::verified);
  EXPECT_EQ(foreign.commands.size(), 1U);
  EXPECT_EQ(foreign.connections, 1);
}

TEST_F(SeveralReadersTest, ACardThatAnotherProgramHoldsDoesNotHideTheNext) {
  transport.insert(cardOf("maria"));
  transport.setInUseElsewhere(true);
  transport.insert(cardOf("alias"), transport.addReader());
  const CardInspection found = inspect();
  EXPECT_EQ(found.failure, FailureCode::none);
  EXPECT_EQ(found.identity.reader, "Simulated reader 1");
}

TEST_F(SeveralReadersTest, OfTwoMyNumberCardsTheFirstIsTaken) {
  transport.insert(cardOf("maria"));
  transport.insert(cardOf("alias"), transport.addReader());
  EXPECT_EQ(inspect().identity.reader, "Simulated reader 0");
  transport.remove(0);
  EXPECT_EQ(inspect().identity.reader, "Simulated reader 1");
}

TEST_F(SeveralReadersTest, WhatIsSaidWithoutAnyReaderIsNotSaidWhereThePreferredOneIsMissing) {
  transport.insert(cardOf("maria"));
  CardDesk wanting(readers, "A reader that is at home");
  wanting.explainReaders([](FailureCode) { return FailureCode::readerWithoutDriver; });
  app::IdleClock idle([] { return app::IdleClock::Time(); });
  app::CardVisit visit(wanting, idle, {.signingCertificate = true});
  visit.begin();
  ASSERT_TRUE(eventually([&] { return visit.status().problem != FailureCode::none; }));
  EXPECT_EQ(visit.status().problem, FailureCode::noReader);
  EXPECT_EQ(visit.status().reader, app::CheckResult::bad);
  EXPECT_EQ(foreign.connections, 0);
}

TEST_F(SeveralReadersTest, WhereAllCardsAreOthersTheReaderIsNamed) {
  const CardInspection found = inspect();
  EXPECT_EQ(found.failure, FailureCode::otherCard);
  EXPECT_FALSE(found.isMyNumberCard);
  EXPECT_EQ(found.identity.reader, kForeignReader);
}

}  // namespace
}  // namespace madoguchi::test
