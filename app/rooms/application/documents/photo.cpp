#include "app/rooms/application/documents/photo.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QTransform>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/rooms/application/documents/sharpness.h"

namespace madoguchi::app {
namespace {

constexpr double kRatio = 4.0 / 3.0;  // height of a frame by its width

/// From the photo, of this size, to the picture.
QTransform toPicture(const PhotoFrame& frame, QSize size) {
  const double scale = frame.width / size.width();
  return QTransform()
      .translate(frame.centre.x(), frame.centre.y())
      .rotate(-frame.degrees)
      .scale(scale, scale)
      .translate(-size.width() / 2.0, -size.height() / 2.0);
}

bool reachesOver(const QImage& picture, const PhotoFrame& frame) {
  const QPolygonF corners =
      toPicture(frame, kPhotoPixels).map(QPolygonF(QRectF(QPointF(), QSizeF(kPhotoPixels))));
  const QRectF good = QRectF(picture.rect()).adjusted(-1, -1, 1, 1);
  return std::ranges::any_of(corners, [&](QPointF corner) { return !good.contains(corner); });
}

struct Light {
  double mean = 0;
  double spread = 0;  ///< standard deviation
};

Light lightIn(const QImage& grey, QRect area) {
  double sum = 0;
  double squares = 0;
  for (int y = area.top(); y <= area.bottom(); ++y) {
    const uchar* line = grey.constScanLine(y);
    for (int x = area.left(); x <= area.right(); ++x) {
      sum += line[x];
      squares += static_cast<double>(line[x]) * line[x];
    }
  }
  const double count = static_cast<double>(area.width()) * area.height();
  const double mean = sum / count;
  return {.mean = mean, .spread = std::sqrt(std::max(0.0, squares / count - mean * mean))};
}

/// A part of the photo, in hundredths of its sides.
QRect partOf(const QImage& photo, QRect hundredths) {
  const auto along = [](int part, int side) { return part * side / 100; };
  return {along(hundredths.x(), photo.width()), along(hundredths.y(), photo.height()),
          along(hundredths.width(), photo.width()), along(hundredths.height(), photo.height())};
}

/// Beside the head, above the shoulders. Light that falls off evenly towards the edges spreads by
/// 10 or so of 255; a shadow, a curtain or a door frame by more than twice as much.
bool isPlainBehind(const QImage& grey) {
  constexpr double kMostSpread = 22;
  const std::array sides = {partOf(grey, {1, 3, 11, 50}), partOf(grey, {88, 3, 11, 50})};
  return std::ranges::all_of(sides,
                             [&](QRect side) { return lightIn(grey, side).spread < kMostSpread; });
}

}  // namespace

PhotoFrame wholeFrame(QSize picture) {
  return {.centre = QRectF(QPointF(), QSizeF(picture)).center(),
          .width = std::min<double>(picture.width(), picture.height() / kRatio)};
}

PhotoFrame movedFrame(const PhotoFrame& frame, QPointF by, QSize picture) {
  const QPointF way = QTransform().rotate(-frame.degrees).map(by * frame.width);
  PhotoFrame moved = frame;
  moved.centre = {std::clamp<double>(frame.centre.x() - way.x(), 0, picture.width()),
                  std::clamp<double>(frame.centre.y() - way.y(), 0, picture.height())};
  return moved;
}

PhotoFrame zoomedFrame(const PhotoFrame& frame, double times, QSize picture) {
  constexpr double kLeast = 100;
  PhotoFrame zoomed = frame;
  zoomed.width =
      std::clamp(frame.width / times, kLeast, std::max(kLeast, 2 * wholeFrame(picture).width));
  return zoomed;
}

PhotoFrame turnedFrame(const PhotoFrame& frame, double degrees) {
  PhotoFrame turned = frame;
  turned.degrees = std::remainder(frame.degrees + degrees, 360.0);
  return turned;
}

QImage framed(const QImage& picture, const PhotoFrame& frame, QSize size) {
  QImage photo(size, QImage::Format_RGB32);
  photo.fill(Qt::white);
  QPainter painter(&photo);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  // Bilinear smoothing looks at four pixels: what is much larger is made smaller in halves before.
  QImage source = picture;
  double shrunk = 1;
  while (frame.width * shrunk > 2.0 * size.width() && source.width() > 1 && source.height() > 1) {
    source = source.scaled(source.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    shrunk /= 2;
  }
  painter.setTransform(QTransform::fromScale(1 / shrunk, 1 / shrunk) *
                       toPicture(frame, size).inverted());
  painter.drawImage(0, 0, source);
  return photo;
}

std::vector<PhotoDoubt> doubtsAbout(const QImage& picture, const PhotoFrame& frame) {
  constexpr double kLeastWidth = 0.8 * 354;  // of 300 dpi, 240 remain
  // Of the face: under 70 its features are lost in a print, over 230 they are burnt out.
  constexpr double kDark = 70;
  constexpr double kBright = 230;
  // Skin and hair have softer edges than print: a Gaussian of 1.7 pixels at 300 dpi.
  constexpr double kLeastSharpness = 0.08;
  const QImage photo = framed(picture, frame, kPhotoPixels);
  const QImage grey = photo.convertToFormat(QImage::Format_Grayscale8);
  const double light = lightIn(grey, partOf(grey, {30, 25, 40, 45})).mean;
  std::vector<PhotoDoubt> doubts;
  const auto note = [&](bool isDoubtful, PhotoDoubt doubt) {
    if (isDoubtful) {
      doubts.push_back(doubt);
    }
  };
  note(frame.width < kLeastWidth, PhotoDoubt::tooFewPixels);
  note(reachesOver(picture, frame), PhotoDoubt::overEdge);
  note(light < kDark, PhotoDoubt::dark);
  note(light > kBright, PhotoDoubt::bright);
  note(!isPlainBehind(grey), PhotoDoubt::background);
  note(sharpness(grey) < kLeastSharpness, PhotoDoubt::blurred);
  return doubts;
}

QByteArray photoJpeg(const QImage& photo, qint64 most) {
  constexpr int kBest = 92;
  constexpr int kWorst = 20;
  constexpr int kStep = 4;
  for (int quality = kBest; quality >= kWorst; quality -= kStep) {
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    if (writer.write(photo) && jpeg.size() <= most) {
      return jpeg;
    }
  }
  return {};
}

}  // namespace madoguchi::app
