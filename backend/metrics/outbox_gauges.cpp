#include "backend/metrics/outbox_gauges.h"

#include <algorithm>

#include "backend/mail/outbox.h"

namespace madoguchi::backend {

void OutboxGauges::refresh(std::chrono::steady_clock::time_point time) {
  constexpr std::chrono::seconds kTime{1};
  if (m_asked && time - *m_asked < kFresh) {
    return;
  }
  m_asked = time;
  OutboxDepth depth;
  try {
    depth = m_storage.read(deadlineIn(kTime), outboxDepth);
  } catch (const StorageError&) {
    return;  // which the metrics of the database show
  }
  for (const auto& [state, count] : depth.mails) {
    m_metrics.set(metric::kOutboxMails, {toString(state)}, static_cast<double>(count));
  }
  const auto age = depth.oldestDue ? now() - *depth.oldestDue : std::chrono::seconds(0);
  m_metrics.set(metric::kOutboxAge, {}, static_cast<double>(std::max<long long>(0, age.count())));
}

}  // namespace madoguchi::backend
