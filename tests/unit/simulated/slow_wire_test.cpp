#include "cardreader/simulated/slow_wire.h"

#include <gtest/gtest.h>

#include "cardreader/simulated/simulated_transport.h"
#include "tests/unit/simulated/card_on_the_bench.h"

namespace madoguchi::test {
namespace {

using namespace std::chrono_literals;
using simulated::SlowWire;
using simulated::timeOf;
using simulated::WireTiming;

constexpr WireTiming kBytesOnly{.bitsPerSecond = 106'000,
                                .blockOverhead = 0,
                                .turnRound = 0us,
                                .signature = 0us,
                                .powerUp = 0us};

std::chrono::nanoseconds timeOf(const WireTiming& timing, std::size_t command, std::size_t answer) {
  return timeOf(timing, std::vector<std::uint8_t>(command), std::vector<std::uint8_t>(answer));
}

TEST(WireTime, IsTenBitsAByteBothWays) {
  EXPECT_EQ(timeOf(kBytesOnly, 53, 53), 10ms);
  WireTiming faster = kBytesOnly;
  faster.bitsPerSecond = 848'000;
  EXPECT_EQ(timeOf(faster, 53, 53), 1250us);
}

TEST(WireTime, CountsTheBlocks) {
  WireTiming framed = kBytesOnly;
  framed.bitsPerSecond = 10'000'000;  // a byte each microsecond
  framed.blockOverhead = 7;
  EXPECT_EQ(timeOf(framed, 5, 253), (12 + 260) * 1us);
  EXPECT_EQ(timeOf(framed, 5, 254), (12 + 268) * 1us);
}

TEST(WireTime, AddsTurnRoundAndSignature) {
  WireTiming slow = kBytesOnly;
  slow.turnRound = 3ms;
  slow.signature = 700ms;
  slow.bitsPerSecond = 1'000'000;
  EXPECT_EQ(timeOf(slow, 5, 0), 3ms + 50us);
  EXPECT_EQ(timeOf(slow, fromHex("802A009A"), {}), 703ms + 40us);
}

TEST_F(CardOnTheBench, SlowWireSpendsTheTimeOfEachExchangeAndOfThePowerUp) {
  simulated::InProcessTransport transport;
  transport.insert(std::make_shared<simulated::SimulatedCard>(contents()));
  std::vector<std::chrono::nanoseconds> spent;
  const WireTiming timing{.powerUp = 30ms};
  SlowWire wire(transport, timing, [&](std::chrono::nanoseconds time) { spent.push_back(time); });
  const auto connection = wire.connect("Simulated reader 0");
  const auto select = fromHex("00A4040C0A D392F000260100000001");
  const auto read = fromHex("00B08A0000");
  connection->transmit(select);
  const auto answer = connection->transmit(read);
  EXPECT_EQ(spent,
            (std::vector<std::chrono::nanoseconds>{30ms, timeOf(timing, select, fromHex("9000")),
                                                   timeOf(timing, read, answer)}));
  EXPECT_EQ(wire.wireTime(), spent[0] + spent[1] + spent[2]);
  EXPECT_EQ(wire.snapshot(), transport.snapshot());
}

}  // namespace
}  // namespace madoguchi::test
