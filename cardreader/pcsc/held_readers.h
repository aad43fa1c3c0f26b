#pragma once

#include <mutex>
#include <set>
#include <string>

namespace madoguchi::card::pcsc {

/// The readers whose card this program holds. The service reports such a card as in use without
/// saying by whom. Taking, giving back and looking happen under the lock, so that a look never
/// falls between.
struct HeldReaders {
  std::mutex mutex;
  std::multiset<std::string> names;
};

}  // namespace madoguchi::card::pcsc
