#include "backend/core/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

namespace madoguchi::backend {
namespace {

using testing::HasSubstr;

/// Takes an exposition apart as strictly as its description says; gives the values by what stands
/// before them.
std::map<std::string, std::string> readStrictly(const std::string& text) {
  static const std::regex help("# HELP ([a-z_]+) [^\\n]+");
  static const std::regex type("# TYPE ([a-z_]+) (counter|gauge|histogram)");
  static const std::regex sample(
      R"re(([a-z_]+)(\{[a-z]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z]+="(?:[^"\\\n]|\\["\\n])*")*\})? ([0-9.e+-]+))re");
  std::map<std::string, std::string> values;
  std::set<std::string> families;
  std::string family;
  std::string described;
  bool counts = false;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (std::regex_match(line, found, help)) {
      described = found[1];
      EXPECT_TRUE(families.insert(described).second) << line;
    } else if (std::regex_match(line, found, type)) {
      family = found[1];
      counts = found[2] == "counter";
      EXPECT_EQ(family, described) << line;
      EXPECT_EQ(counts, family.ends_with("_total")) << line;
    } else if (std::regex_match(line, found, sample)) {
      EXPECT_TRUE(found[1].str().starts_with(family)) << line;
      EXPECT_TRUE(values.emplace(found[1].str() + found[2].str(), found[3]).second) << line;
    } else {
      ADD_FAILURE() << "no line of an exposition: " << line;
    }
  }
  EXPECT_TRUE(text.ends_with('\n'));
  return values;
}

TEST(Metrics, AreAllDescribedBeforeThereIsAValue) {
  const std::string text = Metrics().exposition();
  EXPECT_TRUE(readStrictly(text).empty());
  for (const MetricKind& kind : allMetrics()) {
    EXPECT_THAT(text, HasSubstr("# TYPE " + std::string(kind.name) + ' '));
  }
}

TEST(Metrics, CountByTheirLabels) {
  Metrics metrics;
  metrics.add(metric::kRequests, {"GET /v1/health", "200", ""});
  metrics.add(metric::kRequests, {"GET /v1/health", "200", ""});
  metrics.add(metric::kRequests, {"other", "404", "notFound"}, 3);
  metrics.set(metric::kConnections, {}, 7);
  metrics.set(metric::kConnections, {}, 5);
  const auto values = readStrictly(metrics.exposition());
  EXPECT_EQ(values.at(R"(madoguchi_requests_total{route="GET /v1/health",status="200",reason=""})"),
            "2");
  EXPECT_EQ(values.at(R"(madoguchi_requests_total{route="other",status="404",reason="notFound"})"),
            "3");
  EXPECT_EQ(values.at("madoguchi_connections"), "5");
  metrics.unset(metric::kConnections, {});
  EXPECT_FALSE(readStrictly(metrics.exposition()).contains("madoguchi_connections"));
}

TEST(Metrics, AHistogramCountsWhatIsNoMoreThanItsBounds) {
  Metrics metrics;
  for (const double seconds : {0.0009765625, 0.00390625, 0.25, 64.0}) {
    metrics.observe(metric::kDatabaseTime, {"read"}, seconds);
  }
  const auto values = readStrictly(metrics.exposition());
  const auto at = [&](const std::string& bound) {
    return values.at("madoguchi_database_transaction_duration_seconds_bucket{kind=\"read\",le=\"" +
                     bound + "\"}");
  };
  EXPECT_EQ(at("0.005"), "2");
  EXPECT_EQ(at("0.1"), "2");
  EXPECT_EQ(at("0.25"), "3");
  EXPECT_EQ(at("10"), "3");
  EXPECT_EQ(at("+Inf"), "4");
  EXPECT_EQ(values.at("madoguchi_database_transaction_duration_seconds_count{kind=\"read\"}"), "4");
  EXPECT_EQ(values.at("madoguchi_database_transaction_duration_seconds_sum{kind=\"read\"}"),
            "64.2548828125");
}

TEST(Metrics, NoValueOfALabelEndsItsLine) {
  Metrics metrics;
  metrics.add(metric::kLogEntries, {"info", "a\"b\\c\nd"});
  EXPECT_EQ(readStrictly(metrics.exposition())
                .at(R"(madoguchi_log_entries_total{level="info",event="a\"b\\c\nd"})"),
            "1");
}

}  // namespace
}  // namespace madoguchi::backend
