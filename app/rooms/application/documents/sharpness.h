#pragma once

#include <QImage>

namespace madoguchi::app {

/// How abruptly dark becomes light at the sharpest edges of an image, as a part of its contrast:
/// the Laplacian that one pixel in a thousand exceeds. About 1 where an edge is between two pixels,
/// less the more pixels it takes, however much there is on the image; 1 where there is nothing to
/// see.
double sharpness(const QImage& image);

}  // namespace madoguchi::app
