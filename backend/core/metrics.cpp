#include "backend/core/metrics.h"

#include <algorithm>
#include <charconv>

namespace madoguchi::backend {
namespace {

constexpr std::array<MetricKind, 14> kAll = {metric::kRequests,         metric::kRequestTime,
                                             metric::kConnections,      metric::kConnectionsRefused,
                                             metric::kDatabaseTime,     metric::kDatabaseRetries,
                                             metric::kDatabaseFailures, metric::kOutboxMails,
                                             metric::kOutboxAge,        metric::kLogEntries,
                                             metric::kCertificateEnd,   metric::kRevocationListsEnd,
                                             metric::kStarted,          metric::kBuild};

std::string number(double value) {
  std::array<char, 32> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), result.ptr};
}

std::string_view typeName(MetricType type) {
  switch (type) {
    case MetricType::counter:
      return "counter";
    case MetricType::gauge:
      return "gauge";
    case MetricType::histogram:
      break;
  }
  return "histogram";
}

std::string escaped(std::string_view value) {
  std::string text;
  for (const char c : value) {
    if (c == '\n') {
      text += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') {
      text += '\\';
    }
    text += c;
  }
  return text;
}

/// {route="…",le="…"}; empty without labels.
std::string labelText(const MetricKind& kind, const std::vector<std::string>& values,
                      const std::string& bound = {}) {
  std::string text;
  const auto addLabel = [&text](std::string_view name, std::string_view value) {
    text += (text.empty() ? "{" : ",");
    text.append(name).append("=\"").append(escaped(value)) += '"';
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    addLabel(kind.labels.at(i), values[i]);
  }
  if (!bound.empty()) {
    addLabel("le", bound);
  }
  return text.empty() ? text : text + '}';
}

std::vector<std::string> row(Metrics::Labels labels) { return {labels.begin(), labels.end()}; }

}  // namespace

std::span<const MetricKind> allMetrics() { return kAll; }

void Metrics::add(const MetricKind& kind, Labels labels, double by) {
  const std::lock_guard lock(m_mutex);
  m_values[kind.name][row(labels)] += by;
}

void Metrics::set(const MetricKind& kind, Labels labels, double value) {
  const std::lock_guard lock(m_mutex);
  m_values[kind.name][row(labels)] = value;
}

void Metrics::unset(const MetricKind& kind, Labels labels) {
  const std::lock_guard lock(m_mutex);
  m_values[kind.name].erase(row(labels));
}

void Metrics::observe(const MetricKind& kind, Labels labels, double seconds) {
  const auto* bound = std::lower_bound(kBounds.begin(), kBounds.end(), seconds);
  const std::lock_guard lock(m_mutex);
  Histogram& histogram = m_histograms[kind.name][row(labels)];
  ++histogram.counts.at(static_cast<std::size_t>(bound - kBounds.begin()));
  histogram.sum += seconds;
}

std::string Metrics::exposition() const {
  std::string text;
  const std::lock_guard lock(m_mutex);
  for (const MetricKind& kind : kAll) {
    const std::string name(kind.name);
    text += "# HELP " + name + ' ' + escaped(kind.help) + '\n';
    text += "# TYPE " + name + ' ' + std::string(typeName(kind.type)) + '\n';
    if (const auto values = m_values.find(kind.name); values != m_values.end()) {
      for (const auto& [labels, value] : values->second) {
        text += name + labelText(kind, labels) + ' ' + number(value) + '\n';
      }
    }
    if (const auto found = m_histograms.find(kind.name); found != m_histograms.end()) {
      for (const auto& [labels, histogram] : found->second) {
        std::uint64_t count = 0;
        for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
          count += histogram.counts.at(i);
          const std::string bound = i < kBounds.size() ? number(kBounds.at(i)) : "+Inf";
          text += name + "_bucket" + labelText(kind, labels, bound) + ' ' + std::to_string(count) +
                  '\n';
        }
        text += name + "_sum" + labelText(kind, labels) + ' ' + number(histogram.sum) + '\n';
        text += name + "_count" + labelText(kind, labels) + ' ' + std::to_string(count) + '\n';
      }
    }
  }
  return text;
}

}  // namespace madoguchi::backend
