#pragma once

#include <QObject>
#include <QStringList>
#include <vector>

#include "app/core/pending.h"
#include "app/rooms/application/documents/scanned_page.h"

namespace madoguchi::app {

/// Pictures that become one PDF file, in an order that can be changed. They are read one after the
/// other, beside what the person does.
class PageList : public QObject {
  Q_OBJECT
 public:
  /// So many pages at most: their pictures are held in memory.
  static constexpr std::size_t kMost = 100;

  using QObject::QObject;

  void add(const QStringList& files);
  /// Indices of pages().
  void remove(std::size_t page);
  void move(std::size_t page, int by);
  void turn(std::size_t page);

  [[nodiscard]] const std::vector<ScannedPage>& pages() const { return m_pages; }
  [[nodiscard]] bool isReading() const { return static_cast<bool>(m_reading); }
  /// Of the file that was read last, with its name.
  [[nodiscard]] PictureFault fault() const { return m_fault; }
  [[nodiscard]] const QString& faultyName() const { return m_faultyName; }
  /// Whether a file of this name is among them, or is still to be read.
  [[nodiscard]] bool has(const QString& file) const;
  [[nodiscard]] bool isFull() const { return m_pages.size() >= kMost; }
  [[nodiscard]] QByteArray pdf() const { return pdfOfPages(m_pages); }
  /// After its first page, of which there is one.
  [[nodiscard]] QString pdfName() const;
  /// How large pdf() will be, but for a few hundred bytes.
  [[nodiscard]] qint64 bytes() const;

 signals:
  void changed();

 private:
  void readNext();

  std::vector<ScannedPage> m_pages;
  QStringList m_waiting;
  PictureFault m_fault = PictureFault::none;
  QString m_faultyName;
  Pending m_reading;
};

}  // namespace madoguchi::app
