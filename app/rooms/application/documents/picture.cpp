#include "app/rooms/application/documents/picture.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <algorithm>
#include <string_view>
#include <utility>

#include "app/rooms/application/documents/heic.h"
#include "protocol/filecheck/judge_jpeg.h"

namespace madoguchi::app {
namespace {

// A JPEG is made smaller while it is read, so that what its reading takes is time: telephones have
// up to 108 million pixels. Everything else is unpacked as it is: A4 at 800 dpi.
constexpr qint64 kMostPixelsOfJpeg = 150'000'000;
constexpr qint64 kMostPixels = 64'000'000;
constexpr qint64 kMostBytes = 100'000'000;
constexpr int kMostMegabytes = 256;  // those pixels at four bytes

std::string_view viewOf(const QByteArray& bytes) {
  return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

PictureFault faultOf(const QImageReader& reader, const QByteArray& content) {
  const QByteArray format = reader.format();
  if (format != "jpeg" && format != "png") return PictureFault::otherKind;
  const QSize size = reader.size();
  // What is cut off, Qt would fill with grey.
  if (size.isEmpty() || (format == "jpeg" && !filecheck::sizeOfWholeJpeg(viewOf(content)))) {
    return PictureFault::damaged;
  }
  const qint64 pixels = qint64{size.width()} * size.height();
  return pixels > (format == "jpeg" ? kMostPixelsOfJpeg : kMostPixels) ? PictureFault::tooLarge
                                                                       : PictureFault::none;
}

Picture withFault(PictureFault fault) { return {.image = {}, .fault = fault}; }

}  // namespace

bool looksLikePicture(const QString& file) {
  constexpr qint64 kHead = 12;
  QFile source(file);
  const QByteArray head = source.open(QIODevice::ReadOnly) ? source.read(kHead) : QByteArray();
  return head.startsWith("\xff\xd8\xff") || head.startsWith("\x89PNG") || isHeic(head);
}

QSize sizeWithin(QSize box, QSize size) {
  const bool isWide = size.width() > size.height();
  const QSize fitting = isWide == (box.width() > box.height()) ? box : box.transposed();
  return size.width() > fitting.width() || size.height() > fitting.height()
             ? size.scaled(fitting, Qt::KeepAspectRatio).expandedTo({1, 1})
             : size;
}

QImage inUsualColours(QImage picture, const QColorSpace& profile) {
  const QColorSpace usual(QColorSpace::SRgb);
  if (profile.isValid() && profile != usual) {
    picture.setColorSpace(profile);
    picture.convertToColorSpace(usual);
  }
  picture.setColorSpace({});
  return picture;
}

Picture readPicture(const QString& file, QSize box) {
  QFile source(file);
  if (!source.open(QIODevice::ReadOnly)) {
    return withFault(PictureFault::unreadable);
  }
  if (source.size() > kMostBytes) {
    return withFault(PictureFault::tooLarge);
  }
  QByteArray content = source.readAll();
  if (source.error() != QFileDevice::NoError || content.size() < source.size()) {
    return withFault(PictureFault::unreadable);
  }
  if (content.isEmpty()) {
    return withFault(PictureFault::noContent);
  }
  if (isHeic(content)) return readHeic(content, box);
  QBuffer buffer(&content);
  QImageReader::setAllocationLimit(kMostMegabytes);
  QImageReader reader(&buffer);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  if (const PictureFault fault = faultOf(reader, content); fault != PictureFault::none) {
    return withFault(fault);
  }
  if (const QSize size = sizeWithin(box, reader.size()); size != reader.size())
    reader.setScaledSize(size);
  const QImage read = reader.read();
  if (read.isNull()) {
    return withFault(PictureFault::damaged);
  }
  // Drawn anew: comments, places and makes of cameras stay behind.
  QImage clean(read.size(), QImage::Format_RGB32);
  if (clean.isNull()) {
    return withFault(PictureFault::tooLarge);
  }
  clean.fill(Qt::white);
  QPainter(&clean).drawImage(0, 0, read);
  return {.image = inUsualColours(std::move(clean), read.colorSpace()),
          .fault = PictureFault::none};
}

}  // namespace madoguchi::app
