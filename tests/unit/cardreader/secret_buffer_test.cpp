#include "cardreader/secret_buffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tests/support/no_locked_memory.h"

namespace madoguchi::card {
namespace {

// One copied or printed secret is one too many, so the type refuses both.
static_assert(!std::is_copy_constructible_v<SecretBuffer>);
static_assert(!std::is_copy_assignable_v<SecretBuffer>);
static_assert(std::is_nothrow_move_constructible_v<SecretBuffer>);
static_assert(std::is_nothrow_move_assignable_v<SecretBuffer>);

template <typename T>
concept Printable = requires(std::ostream& stream, const T& value) {
  stream << value;
};
static_assert(!Printable<SecretBuffer>);

void type(SecretBuffer& buffer, std::string_view text) {
  for (const char character : text) {
    ASSERT_TRUE(buffer.append(static_cast<std::uint8_t>(character)));
  }
}

std::string textOf(const SecretBuffer& buffer) {
  return {buffer.bytes().begin(), buffer.bytes().end()};
}

/// The flags of the mapping that holds `address`, as the kernel tells them.
std::string mappingFlags(const void* address) {
  std::ifstream smaps("/proc/self/smaps");
  std::string line;
  bool inside = false;
  while (std::getline(smaps, line)) {
    std::istringstream words(line);
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    char dash = 0;
    if (words >> std::hex >> begin >> dash >> end && dash == '-') {
      const auto wanted = reinterpret_cast<std::uintptr_t>(address);
      inside = begin <= wanted && wanted < end;
    } else if (inside && line.starts_with("VmFlags:")) {
      return line + ' ';
    }
  }
  return {};
}

TEST(SecretBuffer, TakesBytesUpToItsCapacityAtAnyPlace) {
  SecretBuffer buffer(5);
  EXPECT_TRUE(buffer.empty());
  EXPECT_EQ(buffer.capacity(), 5U);
  type(buffer, "acd");
  EXPECT_TRUE(buffer.insert(1, 'b'));
  EXPECT_TRUE(buffer.insert(4, 'e'));
  EXPECT_EQ(textOf(buffer), "abcde");
  EXPECT_FALSE(buffer.append('f'));
  EXPECT_FALSE(buffer.insert(0, 'f'));
  EXPECT_EQ(textOf(buffer), "abcde");
}

TEST(SecretBuffer, RefusesAPlacePastTheEnd) {
  SecretBuffer buffer(4);
  type(buffer, "a");
  EXPECT_FALSE(buffer.insert(2, 'b'));
  EXPECT_EQ(textOf(buffer), "a");
}

TEST(SecretBuffer, AppendsAllOrNothing) {
  SecretBuffer buffer(4);
  const std::array<std::uint8_t, 3> bytes = {'x', 'y', 'z'};
  EXPECT_TRUE(buffer.append(bytes));
  EXPECT_FALSE(buffer.append(std::span(bytes).first(2)));
  EXPECT_EQ(textOf(buffer), "xyz");
  EXPECT_TRUE(buffer.append(std::span<const std::uint8_t>()));
  EXPECT_TRUE(buffer.append(std::span(bytes).first(1)));
  EXPECT_EQ(textOf(buffer), "xyzx");
}

TEST(SecretBuffer, EraseOverwritesWhatItLeavesFree) {
  SecretBuffer buffer(6);
  type(buffer, "abcdef");
  const std::uint8_t* memory = buffer.bytes().data();
  buffer.erase(1, 3);
  EXPECT_EQ(textOf(buffer), "aef");
  EXPECT_TRUE(std::all_of(memory + 3, memory + 6, [](auto byte) { return byte == 0; }));
  buffer.erase(2, 100);
  EXPECT_EQ(textOf(buffer), "ae");
  EXPECT_EQ(memory[2], 0);
  buffer.erase(2, 1);
  EXPECT_EQ(textOf(buffer), "ae");
}

TEST(SecretBuffer, ClearOverwritesEverything) {
  SecretBuffer buffer(6);
  type(buffer, "abcdef");
  const std::uint8_t* memory = buffer.bytes().data();
  buffer.clear();
  EXPECT_TRUE(buffer.empty());
  EXPECT_EQ(buffer.capacity(), 6U);
  EXPECT_TRUE(std::all_of(memory, memory + 6, [](auto byte) { return byte == 0; }));
  type(buffer, "new");
  EXPECT_EQ(textOf(buffer), "new");
}

TEST(SecretBuffer, MovesWithoutLeavingAnything) {
  SecretBuffer first(8);
  type(first, "secret");
  const std::uint8_t* memory = first.bytes().data();
  SecretBuffer second(std::move(first));
  EXPECT_EQ(second.bytes().data(), memory);
  EXPECT_EQ(textOf(second), "secret");
  // What a moved-from buffer still does is part of the contract.
  // NOLINTBEGIN(bugprone-use-after-move,clang-analyzer-cplusplus.Move)
  EXPECT_EQ(first.size(), 0U);
  EXPECT_EQ(first.capacity(), 0U);
  EXPECT_FALSE(first.append('x'));
  first.clear();
  EXPECT_TRUE(first.bytes().empty());
  // NOLINTEND(bugprone-use-after-move,clang-analyzer-cplusplus.Move)
  SecretBuffer third(2);
  third = std::move(second);
  EXPECT_EQ(textOf(third), "secret");
  third = std::move(*&third);
  EXPECT_EQ(textOf(third), "secret");
}

#if !defined(MADOGUCHI_SANITIZES_ADDRESS)  // whose mlock() does nothing
TEST(SecretBuffer, TellsBeforehandWhetherAsManyAsNeededCanBeHad) {
  EXPECT_TRUE(canKeepSecrets());
  {
    const test::NoLockedMemory none;
    EXPECT_THROW(SecretBuffer(), std::bad_alloc);
    EXPECT_FALSE(canKeepSecrets());
  }
  {
    const test::NoLockedMemory some(16 * 1024);
    EXPECT_NO_THROW(SecretBuffer());
    EXPECT_FALSE(canKeepSecrets());
  }
  const test::NoLockedMemory enough(1024 * 1024);
  EXPECT_TRUE(canKeepSecrets());
}
#endif

TEST(SecretBuffer, DuplicatesIntoPagesOfItsOwn) {
  SecretBuffer first(8);
  type(first, "secret");
  SecretBuffer second = first.duplicate();
  EXPECT_EQ(textOf(second), "secret");
  EXPECT_EQ(second.capacity(), 8U);
  second.erase(0, 3);
  EXPECT_EQ(textOf(first), "secret");
}

TEST(SecretBuffer, StaysOutOfCoreDumps) {
  SecretBuffer buffer(16);
  type(buffer, "secret");
  EXPECT_NE(mappingFlags(buffer.bytes().data()).find(" dd "), std::string::npos);
}

#if !defined(MADOGUCHI_SANITIZES_ADDRESS) && \
    !defined(MADOGUCHI_SANITIZES_THREAD)  // they leave mlock() out
TEST(SecretBuffer, StaysInMemory) {
  SecretBuffer buffer(16);
  type(buffer, "secret");
  EXPECT_NE(mappingFlags(buffer.bytes().data()).find(" lo "), std::string::npos);
  const SecretBuffer copy = buffer.duplicate();
  EXPECT_NE(mappingFlags(copy.bytes().data()).find(" lo "), std::string::npos);
}
#endif

TEST(SecretBuffer, MayBeEmptyForGood) {
  SecretBuffer buffer(0);
  EXPECT_FALSE(buffer.append('a'));
  buffer.clear();
  buffer.erase(0, 1);
  EXPECT_TRUE(buffer.duplicate().empty());
}

}  // namespace
}  // namespace madoguchi::card
