#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the service counts and measures of itself, for Prometheus
// (https://prometheus.io/docs/instrumenting/exposition_formats/). Nothing in it concerns a person:
// labels are names from the code, never what somebody sent.

namespace madoguchi::backend {

enum class MetricType : std::uint8_t { counter, gauge, histogram };

struct MetricKind {
  std::string_view name;
  std::string_view help;
  MetricType type = MetricType::counter;
  std::array<std::string_view, 3> labels = {};  ///< names; empty ones are none
};

namespace metric {
inline constexpr MetricKind kRequests{
    "madoguchi_requests_total",
    "Requests answered, by endpoint, HTTP status and the reason of a refusal.",
    MetricType::counter,
    {"route", "status", "reason"}};
inline constexpr MetricKind kRequestTime{"madoguchi_request_duration_seconds",
                                         "From the first byte of a request to its answer.",
                                         MetricType::histogram,
                                         {"route"}};
inline constexpr MetricKind kConnections{"madoguchi_connections", "Connections of clients.",
                                         MetricType::gauge};
inline constexpr MetricKind kConnectionsRefused{
    "madoguchi_connections_refused_total",
    "Connections that were closed at once, as there were too many.", MetricType::counter};
inline constexpr MetricKind kDatabaseTime{
    "madoguchi_database_transaction_duration_seconds",
    "Transactions of the database, with what was tried again and waited for.",
    MetricType::histogram,
    {"kind"}};
inline constexpr MetricKind kDatabaseRetries{"madoguchi_database_retries_total",
                                             "Transactions begun again, as others were in the way.",
                                             MetricType::counter};
inline constexpr MetricKind kDatabaseFailures{
    "madoguchi_database_failures_total", "Transactions that failed for good.", MetricType::counter};
inline constexpr MetricKind kOutboxMails{"madoguchi_outbox_mails",
                                         "Mails that have not left: waiting, or unsent for good.",
                                         MetricType::gauge,
                                         {"state"}};
inline constexpr MetricKind kOutboxAge{"madoguchi_outbox_oldest_due_seconds",
                                       "How long the mail that is due longest has been due.",
                                       MetricType::gauge};
inline constexpr MetricKind kLogEntries{
    "madoguchi_log_entries_total",
    "Entries of the log by event: mailSent, mailRefused, mailGivenUp, databaseFailed, …",
    MetricType::counter,
    {"level", "event"}};
inline constexpr MetricKind kCertificateEnd{"madoguchi_tls_certificate_expiry_timestamp_seconds",
                                            "When the certificate of this server ends.",
                                            MetricType::gauge};
inline constexpr MetricKind kRevocationListsEnd{
    "madoguchi_revocation_lists_expiry_timestamp_seconds",
    "When the first of the revocation lists ends that no later one stands in for.",
    MetricType::gauge};
inline constexpr MetricKind kStarted{"madoguchi_start_time_seconds", "When the service started.",
                                     MetricType::gauge};
inline constexpr MetricKind kBuild{
    "madoguchi_build_info", "1, with the version.", MetricType::gauge, {"version"}};
}  // namespace metric

/// All of the above.
std::span<const MetricKind> allMetrics();

/// The values. Thread-safe; adding takes a lock for as long as it takes to find a row.
class Metrics {
 public:
  using Labels = std::initializer_list<std::string_view>;

  void add(const MetricKind& kind, Labels labels = {}, double by = 1);
  void set(const MetricKind& kind, Labels labels, double value);
  /// Nothing is known of it any more.
  void unset(const MetricKind& kind, Labels labels);
  /// Seconds, into a histogram.
  void observe(const MetricKind& kind, Labels labels, double seconds);

  /// As Prometheus reads it; a kind without values has its help all the same.
  [[nodiscard]] std::string exposition() const;

  static constexpr std::array<double, 10> kBounds = {0.005, 0.01, 0.025, 0.05, 0.1,
                                                     0.25,  0.5,  1,     2.5,  10};

 private:
  struct Histogram {
    std::array<std::uint64_t, kBounds.size() + 1> counts{};
    double sum = 0;
  };
  template <typename Value>
  using Rows = std::map<std::vector<std::string>, Value>;

  mutable std::mutex m_mutex;
  std::map<std::string_view, Rows<double>> m_values;  ///< by name
  std::map<std::string_view, Rows<Histogram>> m_histograms;
};

}  // namespace madoguchi::backend
