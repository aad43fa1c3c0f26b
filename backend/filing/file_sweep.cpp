#include "backend/filing/file_sweep.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "backend/files/file_store.h"
#include "backend/filing/attachment_store.h"
#include "backend/storage/migrations.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::days kFilesArrive{1};  // no request is behind them any more then
constexpr std::chrono::seconds kSweepTime{10};
constexpr std::size_t kAtOnce = 500;  // in one transaction: short enough that nobody waits for it

}  // namespace

std::vector<std::string> unknownFiles(Storage& storage, const FileStore& files,
                                      std::uint8_t firstByte, Seconds time) {
  const auto made = storage.read(deadlineIn(kSweepTime), databaseMadeAt);
  const auto names = files.namesFrom(
      firstByte, {.since = made.value_or(Seconds()), .before = time - kFilesArrive});
  std::vector<std::string> unknown;
  for (std::size_t from = 0; from < names.size(); from += kAtOnce) {
    const auto some = std::span(names).subspan(from).first(std::min(kAtOnce, names.size() - from));
    const auto found = storage.read(deadlineIn(kSweepTime), [&](Transaction& transaction) {
      std::vector<std::string> nobodys;
      std::ranges::copy_if(some, std::back_inserter(nobodys),
                           [&](const std::string& name) { return !isPiece(transaction, name); });
      return nobodys;
    });
    unknown.insert(unknown.end(), found.begin(), found.end());
  }
  return unknown;
}

}  // namespace madoguchi::backend
