#pragma once

#include <chrono>
#include <optional>

#include "backend/core/metrics.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {

/// What waits in the outbox, as gauges. The database is asked once in kFresh, whoever asks for the
/// metrics, and has a second to answer. For one thread.
class OutboxGauges {
 public:
  static constexpr std::chrono::seconds kFresh{15};

  OutboxGauges(Storage& storage, Metrics& metrics) : m_storage(storage), m_metrics(metrics) {}

  void refresh(std::chrono::steady_clock::time_point time = std::chrono::steady_clock::now());

 private:
  Storage& m_storage;
  Metrics& m_metrics;
  std::optional<std::chrono::steady_clock::time_point> m_asked;
};

}  // namespace madoguchi::backend
