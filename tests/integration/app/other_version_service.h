#pragma once

#include <string>
#include <thread>

namespace madoguchi::test {

/// Stands in the place of the PC/SC service, which must not run, and answers each client as one of
/// another protocol version does: pcsc-lite's winscard_svc.c says SCARD_E_SERVICE_STOPPED and its
/// own version.
class OtherVersionService {
 public:
  OtherVersionService();
  ~OtherVersionService();
  OtherVersionService(const OtherVersionService&) = delete;
  OtherVersionService& operator=(const OtherVersionService&) = delete;

  /// As serviceProtocolVersion() gives it.
  static constexpr const char* kVersion = "4:3";

 private:
  void serve() const;

  int m_listener = -1;
  std::thread m_thread;
};

}  // namespace madoguchi::test
