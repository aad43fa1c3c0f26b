#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "embedded/municipality_table.h"
#include "forms/places/municipality_search.h"
#include "forms/places/postal_codes.h"

// Every keystroke on the way to some texts, as "find/<text>", and the same text looked for with
// strstr in the table it comes from, as "scan/<text>".

namespace {

using namespace madoguchi::forms;

constexpr std::string_view kNames[] = {
    "osaka-shi kita-ku",    "tokyo chiyoda",          "sinzyuku", "kumamoto-ken, kumamoto-shi",
    "とうきょうとちよだく", "東京都 千代田区",        "札幌中央", "ﾖｺﾊﾏｼ",
    "はままつ きた",        "o a i ku u shi n ma to",
};
constexpr std::string_view kCodes[] = {"100-0005", "６００８００１", "9300000", "0360103"};

void find(benchmark::State& state, const std::string& text) {
  static const MunicipalitySearch kSearch;
  std::size_t hits = kSearch.find(text).size();
  for ([[maybe_unused]] auto _ : state) {
    hits = kSearch.find(text).size();
    benchmark::DoNotOptimize(hits);
  }
  state.counters["hits"] = static_cast<double>(hits);
}

void scan(benchmark::State& state, const std::string& table, const std::string& text) {
  for ([[maybe_unused]] auto _ : state) {
    std::size_t hits = 0;
    for (const char* at = table.c_str(); (at = std::strstr(at, text.c_str())) != nullptr; ++at) {
      ++hits;
    }
    benchmark::DoNotOptimize(hits);
  }
}

void firstFind(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    const MunicipalitySearch search;
    benchmark::DoNotOptimize(search.find("").size());
  }
}

const std::string& postalText() {
  static const std::string kText = [] {
    std::string text;
    for (int area = 0; area < 1000; ++area) {
      std::string digits = std::to_string(area);
      digits.insert(0, 3 - digits.size(), '0');
      for (const PostalTown& town : findPostalCodes(digits, SIZE_MAX).towns) {
        text.append(town.postalCode).append("\t").append(town.municipality->code6).append("\t");
        text.append(town.town).append("\t").append(town.townKana).append("\n");
      }
    }
    return text;
  }();
  return kText;
}

void addKeystrokes(std::string_view whole, const std::string& table) {
  for (std::size_t end = 1; end <= whole.size(); ++end) {
    const bool cutsLetter = end < whole.size() && (whole[end] & 0xC0) == 0x80;
    if (cutsLetter) {
      continue;
    }
    const std::string text(whole.substr(0, end));
    benchmark::RegisterBenchmark(("find/" + text).c_str(), find, text)->MinTime(0.02);
    benchmark::RegisterBenchmark(("scan/" + text).c_str(), scan, table, text)->MinTime(0.02);
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::string names(madoguchi::embedded::municipality_table());
  for (const std::string_view name : kNames) {
    addKeystrokes(name, names);
  }
  for (const std::string_view code : kCodes) {
    addKeystrokes(code, postalText());
  }
  benchmark::RegisterBenchmark("firstFind", firstFind);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
