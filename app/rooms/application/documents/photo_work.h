#pragma once

#include <QObject>
#include <optional>
#include <utility>

#include "app/core/pending.h"
#include "app/rooms/application/documents/photo.h"
#include "app/rooms/application/documents/picture.h"

namespace madoguchi::app {

/// A picture from which a photo is cut by hand.
class PhotoWork : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  /// In the place of what there was.
  void begin(const QString& file);
  void setFrame(const PhotoFrame& frame);
  void startOver() { setFrame(wholeFrame(m_picture.image.size())); }

  [[nodiscard]] bool isReading() const { return static_cast<bool>(m_reading); }
  [[nodiscard]] PictureFault fault() const { return m_picture.fault; }
  [[nodiscard]] const QString& name() const { return m_name; }  ///< of the picture
  [[nodiscard]] QString photoName() const;
  /// Null until it has been read.
  [[nodiscard]] const QImage& picture() const { return m_picture.image; }
  [[nodiscard]] const PhotoFrame& frame() const { return m_frame; }
  /// JPEG of at most so many bytes. A file that is such a photo already stays as it is.
  [[nodiscard]] QByteArray photo(qint64 most) const;

 signals:
  void changed();

 private:
  struct Read {
    Picture picture;
    QByteArray readyMade;  ///< the file, where nothing of it has to be changed
  };
  static Read read(const QString& file);

  QString m_name;
  Picture m_picture;
  QByteArray m_readyMade;
  PhotoFrame m_frame;
  Pending m_reading;
};

}  // namespace madoguchi::app
