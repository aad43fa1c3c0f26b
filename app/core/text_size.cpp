#include "app/core/text_size.h"

#include <algorithm>

namespace madoguchi::app {
namespace {

struct SizeRow {
  const char* name;
  double times;
};

/// In the order of kTextSizes.
constexpr std::array<SizeRow, kTextSizes.size()> kSizes = {{{"A", 1.0}, {"A+", 1.4}, {"A++", 2.0}}};

constexpr std::size_t indexOf(TextSize size) { return static_cast<std::size_t>(size); }

}  // namespace

QString nameOf(TextSize size) { return QString::fromLatin1(kSizes.at(indexOf(size)).name); }

std::optional<TextSize> textSizeNamed(const QString& name) {
  const auto* const found =
      std::ranges::find_if(kTextSizes, [&](TextSize size) { return nameOf(size) == name; });
  return found != kTextSizes.end() ? std::optional(*found) : std::nullopt;
}

double timesOf(TextSize size) { return kSizes.at(indexOf(size)).times; }

TextSize larger(TextSize size) {
  return kTextSizes.at(std::min(indexOf(size) + 1, kTextSizes.size() - 1));
}

TextSize smaller(TextSize size) {
  return kTextSizes.at(std::max<std::size_t>(indexOf(size), 1) - 1);
}

}  // namespace madoguchi::app
