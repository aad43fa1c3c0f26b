#pragma once

#include <QThreadPool>
#include <memory>
#include <type_traits>
#include <utility>

#include "app/core/asker.h"

namespace madoguchi::app {

/// Has `work` done in another thread and its result heard in this one, which needs an event loop.
/// Work that is called off is done to its end, and not heard: it holds what it needs itself. It
/// throws nothing.
template <typename Work, typename Hear>
Pending inBackground(Work work, Hear hear) {
  Asker::Asked asked = Asker::ask();
  QThreadPool::globalInstance()->start(
      [asker = asked.asker, work = std::move(work), hear = std::move(hear)]() mutable {
        if (!asker.waits()) {
          return;
        }
        auto result = std::make_shared<std::invoke_result_t<Work>>(work());
        asker.answer([hear = std::move(hear), result] { hear(std::move(*result)); });
      });
  return std::move(asked.pending);
}

}  // namespace madoguchi::app
