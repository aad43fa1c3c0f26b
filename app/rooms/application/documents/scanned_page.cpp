#include "app/rooms/application/documents/scanned_page.h"

#include <QBuffer>
#include <QImageWriter>

#include "app/rooms/application/documents/file_name.h"
#include "app/rooms/application/documents/sharpness.h"

namespace madoguchi::app {
namespace {

// A4 at 200 dpi, which the Agency recommends.
constexpr QSize kA4Pixels(1654, 2339);
constexpr int kPreview = 240;
constexpr int kQuality = 80;
// Strokes of half a millimetre have 1 where they are sharp, and 0.17 where they are blurred by a
// Gaussian of a quarter of a millimetre: those of a kanji of 8 points then run into each other.
constexpr double kLeastSharpness = 0.2;
constexpr int kLeastLongSide = 1754;  // 150 dpi

QByteArray jpegOf(const QImage& image) {
  QByteArray jpeg;
  QBuffer buffer(&jpeg);
  QImageWriter writer(&buffer, "jpeg");
  writer.setQuality(kQuality);
  writer.setOptimizedWrite(true);
  return writer.write(image) ? jpeg : QByteArray();
}

}  // namespace

PageRead readScannedPage(const QString& file) {
  const Picture picture = readPicture(file, kA4Pixels);
  if (picture.fault != PictureFault::none) {
    return {.page = {}, .fault = picture.fault};
  }
  const bool isGrey = picture.image.allGray();
  const QImage image =
      isGrey ? picture.image.convertToFormat(QImage::Format_Grayscale8) : picture.image;
  const int longSide = std::max(image.width(), image.height());
  return {.page = {.name = handedInName(file),
                   .jpeg = jpegOf(image),
                   .size = image.size(),
                   .isGrey = isGrey,
                   .isHardToRead = longSide < kLeastLongSide || sharpness(image) < kLeastSharpness,
                   .preview = image.scaled(kPreview, kPreview, Qt::KeepAspectRatio,
                                           Qt::SmoothTransformation)},
          .fault = PictureFault::none};
}

}  // namespace madoguchi::app
