#include "app/rooms/application/documents/photo_work.h"

#include <QFile>
#include <QFileInfo>
#include <cstdlib>

#include "app/core/background.h"
#include "app/rooms/application/documents/file_name.h"
#include "protocol/filecheck/judge_jpeg.h"

namespace madoguchi::app {
namespace {

constexpr QSize kBox(3000, 4000);  // ten times the photo

/// A photo as it is handed in, with nothing but its pixels: 3 to 4, and with as many of them as
/// print needs.
bool isReadyMade(const QByteArray& content, const QImage& picture) {
  const QSize size = picture.size();
  return filecheck::hasOnlyPixels({content.data(), static_cast<std::size_t>(content.size())}) &&
         size.width() >= kPhotoPixels.width() &&
         std::abs(size.width() * kPhotoPixels.height() - size.height() * kPhotoPixels.width()) <
             std::max(size.width(), size.height());
}

}  // namespace

PhotoWork::Read PhotoWork::read(const QString& file) {
  constexpr qint64 kMostReadyMade = 1'000'000;
  Read found{.picture = readPicture(file, kBox), .readyMade = {}};
  QFile source(file);
  if (found.picture.fault == PictureFault::none && source.size() < kMostReadyMade &&
      source.open(QIODevice::ReadOnly)) {
    const QByteArray content = source.readAll();
    found.readyMade = isReadyMade(content, found.picture.image) ? content : QByteArray();
  }
  return found;
}

void PhotoWork::begin(const QString& file) {
  m_name = handedInName(file);
  m_picture = {};
  m_readyMade.clear();
  m_reading = inBackground([file] { return read(file); },
                           [this](Read found) {
                             m_reading.drop();
                             m_picture = std::move(found.picture);
                             m_readyMade = std::move(found.readyMade);
                             startOver();
                           });
  emit changed();
}

void PhotoWork::setFrame(const PhotoFrame& frame) {
  m_frame = frame;
  emit changed();
}

QString PhotoWork::photoName() const {
  return QFileInfo(m_name).completeBaseName() + QStringLiteral(".jpg");
}

QByteArray PhotoWork::photo(qint64 most) const {
  const bool isWhole = m_frame == wholeFrame(m_picture.image.size());
  return isWhole && !m_readyMade.isEmpty() && m_readyMade.size() <= most
             ? m_readyMade
             : photoJpeg(framed(m_picture.image, m_frame, kPhotoPixels), most);
}

}  // namespace madoguchi::app
