#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <optional>
#include <span>

#include "app/rooms/application/documents/picture.h"

namespace madoguchi::app {

/// A picture of a page of paper, as it goes into a PDF file.
struct ScannedPage {
  QString name;     ///< of the file
  QByteArray jpeg;  ///< upright, at most 200 dpi on A4, without anything but pixels
  QSize size;       ///< in pixels
  bool isGrey = false;
  bool isHardToRead = false;  ///< blurred, or of too few pixels; blank paper is not
  QImage preview;
  int turns = 0;  ///< by 90 degrees, clockwise, 0 to 3
};

struct PageRead {
  ScannedPage page;
  PictureFault fault = PictureFault::none;
};

/// Any thread.
PageRead readScannedPage(const QString& file);

/// One page a picture, A4, upright or across as the picture is. Any thread.
QByteArray pdfOfPages(std::span<const ScannedPage> pages);

}  // namespace madoguchi::app
