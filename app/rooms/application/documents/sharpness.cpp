#include "app/rooms/application/documents/sharpness.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <numeric>
#include <span>

namespace madoguchi::app {
namespace {

constexpr int kGreys = 256;
constexpr int kLaplacians = 4 * (kGreys - 1) + 1;

/// The value that so large a part of all stays below.
int quantile(std::span<const int> counts, double part) {
  const auto all = std::accumulate(counts.begin(), counts.end(), 0LL);
  long long seen = 0;
  for (std::size_t value = 0; value < counts.size(); ++value) {
    seen += counts[value];
    if (static_cast<double>(seen) >= part * static_cast<double>(all)) {
      return static_cast<int>(value);
    }
  }
  return 0;
}

}  // namespace

double sharpness(const QImage& image) {
  constexpr double kOutliers = 0.001;
  constexpr int kLeastContrast = 24;  // less is paper, and its own noise
  const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
  std::array<int, kGreys> greys{};
  std::array<int, kLaplacians> laplacians{};
  for (int y = 1; y + 1 < grey.height(); ++y) {
    const uchar* above = grey.constScanLine(y - 1);
    const uchar* line = grey.constScanLine(y);
    const uchar* below = grey.constScanLine(y + 1);
    for (int x = 1; x + 1 < grey.width(); ++x) {
      const int laplacian = 4 * line[x] - line[x - 1] - line[x + 1] - above[x] - below[x];
      ++greys.at(line[x]);
      ++laplacians.at(static_cast<std::size_t>(std::abs(laplacian)));
    }
  }
  const int contrast = quantile(greys, 1 - kOutliers) - quantile(greys, kOutliers);
  return contrast < kLeastContrast
             ? 1.0
             : std::min(1.0, static_cast<double>(quantile(laplacians, 1 - kOutliers)) / contrast);
}

}  // namespace madoguchi::app
