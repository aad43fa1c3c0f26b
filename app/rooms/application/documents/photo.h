#pragma once

#include <QByteArray>
#include <QImage>
#include <QPointF>
#include <QSize>
#include <cstdint>
#include <vector>

// A photo of a face, as a frame cuts it out of a picture.

namespace madoguchi::app {

/// What is cut out: a frame of 3 to 4 that lies on the picture, in the picture's pixels.
struct PhotoFrame {
  QPointF centre;
  double width = 0;
  double degrees = 0;  ///< by which the picture is turned clockwise under the frame
  bool operator==(const PhotoFrame&) const = default;
};

/// The largest one in the middle.
PhotoFrame wholeFrame(QSize picture);
/// The picture under the frame goes so far, in parts of the frame's width; the frame's centre stays
/// on the picture.
PhotoFrame movedFrame(const PhotoFrame& frame, QPointF by, QSize picture);
/// The face becomes so many times as large; between the whole picture twice and 100 pixels.
PhotoFrame zoomedFrame(const PhotoFrame& frame, double times, QSize picture);
PhotoFrame turnedFrame(const PhotoFrame& frame, double degrees);

/// 30 by 40 mm at 300 dpi.
inline constexpr QSize kPhotoPixels(354, 472);

/// White where the frame reaches over the picture.
QImage framed(const QImage& picture, const PhotoFrame& frame, QSize size);

enum class PhotoDoubt : std::uint8_t {
  tooFewPixels,
  overEdge,  ///< of the picture
  dark,
  bright,
  background,  ///< not plain
  blurred,
};

/// What looks wrong in the photo; that nothing does proves nothing.
std::vector<PhotoDoubt> doubtsAbout(const QImage& picture, const PhotoFrame& frame);

/// JPEG of at most so many bytes, as good as that allows; empty where it is not possible.
QByteArray photoJpeg(const QImage& photo, qint64 most);

}  // namespace madoguchi::app
