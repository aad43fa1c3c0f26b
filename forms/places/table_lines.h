#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// Reading of the embedded tables: lines that end in "\n", cells apart by tabs. Private to forms.

namespace madoguchi::forms {

template <typename Function>
void forEachLine(std::string_view text, Function&& function) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    function(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

/// The first N cells; those that are missing are empty.
template <std::size_t N>
std::array<std::string_view, N> cellsOf(std::string_view line) {
  std::array<std::string_view, N> cells;
  for (std::string_view& cell : cells) {
    const std::size_t end = line.find('\t');
    cell = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return cells;
}

}  // namespace madoguchi::forms
