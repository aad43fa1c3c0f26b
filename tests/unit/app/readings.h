#pragma once

#include <algorithm>

#include "app/widgets/ruby_text.h"

namespace madoguchi::test {

/// Whether each kanji has a reading, as in easy Japanese all have.
inline bool isAllRead(const app::RubyText& text) {
  return std::ranges::all_of(text.runs, [](const app::RubyRun& run) {
    return !run.readings.isEmpty() ||
           std::ranges::none_of(run.base, [](QChar c) { return c.script() == QChar::Script_Han; });
  });
}

}  // namespace madoguchi::test
