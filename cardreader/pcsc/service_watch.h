#pragma once

#include <memory>

namespace madoguchi::card::pcsc {

/// Sleeps where there is no service to sleep in: until the place changes where the service shows
/// that it is there. May end early; the caller looks again. The only part of the transport that
/// differs between systems (service_<system>.cpp).
class ServiceWatch {
 public:
  /// Throws std::system_error where the system lacks the means.
  ServiceWatch();
  ~ServiceWatch();
  ServiceWatch(const ServiceWatch&) = delete;
  ServiceWatch& operator=(const ServiceWatch&) = delete;

  /// From now on changes are noticed. Arm, look for the service, and then wait: so none is missed.
  void arm();
  /// Blocks until there was a change since arm(), or interrupt().
  void wait();
  /// Ends wait(), or the next one. Thread-safe.
  void interrupt() noexcept;

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::card::pcsc
