#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <cstddef>
#include <fstream>
#include <string>

namespace madoguchi::test {

/// While it lives, this process gets no more than a tebibyte of addresses: plenty, but not for what
/// asks for four of them.
class LittleMemory {
 public:
  LittleMemory() {
    getrlimit(RLIMIT_AS, &m_before);
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    rlimit little = m_before;
    little.rlim_cur = pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + (1UL << 40U);
    setrlimit(RLIMIT_AS, &little);
  }
  ~LittleMemory() { setrlimit(RLIMIT_AS, &m_before); }
  LittleMemory(const LittleMemory&) = delete;
  LittleMemory& operator=(const LittleMemory&) = delete;

 private:
  rlimit m_before{};
};

/// The hash of a password as one that takes nearly four tebibytes to look at.
inline std::string ofMuchMemory(std::string hash) {
  const std::size_t memory = hash.find("$m=") + 3;
  return hash.replace(memory, hash.find(',', memory) - memory, "4294967288");
}

}  // namespace madoguchi::test
