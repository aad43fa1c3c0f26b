#pragma once

#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

namespace madoguchi::test {

/// While it lives, this thread may lock only so many bytes of memory, as "ulimit -l" has it; the
/// superuser's leave to lock more is laid down meanwhile.
class NoLockedMemory {
 public:
  explicit NoLockedMemory(rlim_t bytes = 0) {
    syscall(SYS_capget, &m_header, m_before.data());
    auto without = m_before;
    without.front().effective &= ~(1U << static_cast<unsigned>(CAP_IPC_LOCK));
    syscall(SYS_capset, &m_header, without.data());
    getrlimit(RLIMIT_MEMLOCK, &m_limit);
    const rlimit less{bytes, m_limit.rlim_max};
    setrlimit(RLIMIT_MEMLOCK, &less);
  }
  ~NoLockedMemory() {
    setrlimit(RLIMIT_MEMLOCK, &m_limit);
    syscall(SYS_capset, &m_header, m_before.data());
  }
  NoLockedMemory(const NoLockedMemory&) = delete;
  NoLockedMemory& operator=(const NoLockedMemory&) = delete;

 private:
  __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> m_before{};
  rlimit m_limit{};
};

}  // namespace madoguchi::test
