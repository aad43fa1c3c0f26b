// A program that is run apart (protocol/filecheck/run_apart.h) and does what its input says.

#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "protocol/filecheck/run_apart.h"

namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
constexpr int kOutOfMemory = 9;
constexpr int kNotWritten = 8;

int doAsSaid(std::string_view order) {
  using madoguchi::filecheck::writeOutput;
  if (order == "hang") {
    for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
  }
  if (order == "break") std::abort();
#ifndef _WIN32
  if (order == "killed") std::raise(SIGKILL);
#endif
  if (order == "environment") return std::getenv("PATH") == nullptr ? 0 : 1;
  if (order == "fill") {
    try {
      return std::vector<char>(256 * kMegabyte).front();
    } catch (const std::bad_alloc&) {
      return kOutOfMemory;
    }
  }
  return writeOutput(order) ? 0 : kNotWritten;
}

}  // namespace

int main() {
#ifdef MADOGUCHI_SHADOWS_ADDRESSES  // sanitizers take terabytes of them
  constexpr std::optional<std::size_t> kMemory;
#else
  constexpr std::optional<std::size_t> kMemory = 128 * kMegabyte;
#endif
  madoguchi::filecheck::boundOneself(
      {.memory = kMemory, .seconds = 10, .output = 2 * kMegabyte, .startsNothing = true});
  return doAsSaid(madoguchi::filecheck::wholeInput());
}
