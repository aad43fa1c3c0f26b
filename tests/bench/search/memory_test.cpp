#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "embedded/municipality_table.h"
#include "embedded/postal_codes.h"
#include "forms/places/municipality_search.h"

namespace {

std::atomic<std::size_t> live{0};
std::atomic<std::size_t> peak{0};

void count(void* block) {
  const std::size_t now = live += malloc_usable_size(block);
  peak = std::max(peak.load(), now);
}

}  // namespace

void* operator new(std::size_t size) {
  void* block = std::malloc(size);
  if (block == nullptr) {
    throw std::bad_alloc();
  }
  count(block);
  return block;
}

void operator delete(void* block) noexcept {
  live -= block == nullptr ? 0 : malloc_usable_size(block);
  std::free(block);
}

void operator delete(void* block, std::size_t) noexcept { operator delete(block); }

namespace madoguchi::forms {
namespace {

constexpr std::size_t kMebibyte = std::size_t{1024} * 1024;

// The tables are read in place. All their pages together with all that is on the heap, the table of
// municipalities included, is the most that the search can hold in memory.
TEST(SearchMemory, StaysSmallWhilePeopleType) {
  const std::size_t tables =
      embedded::municipality_table().size() + embedded::postal_codes().size();
  const std::size_t before = live;
  peak = before;
  const MunicipalitySearch search;
  EXPECT_LT(live - before, 1024U) << "the index is made when it is needed";
  for (const std::string_view whole :
       {"osaka-shi kita-ku", "tokyo chiyoda", "とうきょうとちよだく", "東京都千代田区", "k",
        "100-0005", "9300000", "0360103", "6008001"}) {
    for (std::size_t end = 0; end <= whole.size(); ++end) {
      EXPECT_LE(search.find(whole.substr(0, end)).size(), 50U);
    }
  }
  const std::size_t stays = live - before;
  const std::size_t most = peak - before;
  RecordProperty("tablesKiB", static_cast<int>(tables / 1024));
  RecordProperty("heapKiB", static_cast<int>(stays / 1024));
  RecordProperty("heapPeakKiB", static_cast<int>(most / 1024));
  EXPECT_GT(stays, 100U * 1024) << "counts nothing";
  EXPECT_LE(tables + most, 6 * kMebibyte);
  EXPECT_LE(stays, kMebibyte);
}

TEST(SearchMemory, DoesNotGrow) {
  const MunicipalitySearch search;
  const auto typeAll = [&] {
    for (const std::string_view text : {"k", "osaka kita", "100", "0360103", "北区"}) {
      EXPECT_FALSE(search.find(text).empty());
    }
  };
  typeAll();
  const std::size_t after = live;
  for (int round = 0; round < 20; ++round) {
    typeAll();
  }
  EXPECT_EQ(live, after);
}

}  // namespace
}  // namespace madoguchi::forms
