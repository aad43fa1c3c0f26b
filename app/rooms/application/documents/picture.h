#pragma once

#include <QColorSpace>
#include <QImage>
#include <QSize>
#include <QString>
#include <cstdint>

namespace madoguchi::app {

enum class PictureFault : std::uint8_t {
  none,
  unreadable,  ///< on this computer
  noContent,   ///< no byte
  otherKind,   ///< neither JPEG nor PNG nor HEIC
  heic,        ///< as telephones make them, where what reads those is not installed
  tooLarge,    ///< more pixels than this program takes memory for
  damaged,
};

struct Picture {
  /// RGB, upright, on white, inUsualColours(), with nothing else that stood in the file; else null.
  QImage image;
  PictureFault fault = PictureFault::none;
};

/// Whether a file begins like a picture, one that readPicture() takes or not. Reads it, and so is
/// nothing for the thread of the window (inBackground()).
bool looksLikePicture(const QString& file);

/// Of a picture of this size, where it is to be no larger than `box` or that box turned by 90
/// degrees, whichever fits better. It is not made larger.
QSize sizeWithin(QSize box, QSize size);

/// In the colours that screens and printers take for granted (sRGB), of a picture in those of this
/// profile: those of telephones are wider, and look dull where the profile is lost.
QImage inUsualColours(QImage picture, const QColorSpace& profile);

/// A JPEG, PNG or HEIC file, sizeWithin() that box. Takes some 400 MB at the very most. Any thread.
Picture readPicture(const QString& file, QSize box);

}  // namespace madoguchi::app
