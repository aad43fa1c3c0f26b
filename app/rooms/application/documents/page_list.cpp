#include "app/rooms/application/documents/page_list.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "app/core/background.h"
#include "app/rooms/application/documents/file_name.h"

namespace madoguchi::app {

void PageList::add(const QStringList& files) {
  m_fault = PictureFault::none;
  m_waiting += files;
  if (!isReading()) {
    readNext();
  }
  emit changed();
}

bool PageList::has(const QString& file) const {
  return m_waiting.contains(file) ||
         std::ranges::find(m_pages, handedInName(file), &ScannedPage::name) != m_pages.end();
}

void PageList::readNext() {
  if (m_waiting.isEmpty() || isFull()) {
    m_waiting.clear();
    m_reading.drop();
    return;
  }
  m_reading = inBackground(
      [file = m_waiting.takeFirst()] { return std::pair(file, readScannedPage(file)); },
      [this](std::pair<QString, PageRead> read) {
        if (read.second.fault == PictureFault::none) {
          m_pages.push_back(std::move(read.second.page));
        } else {
          m_fault = read.second.fault;
          m_faultyName = handedInName(read.first);
        }
        readNext();
        emit changed();
      });
}

void PageList::remove(std::size_t page) {
  m_pages.erase(m_pages.begin() + static_cast<std::ptrdiff_t>(page));
  emit changed();
}

void PageList::move(std::size_t page, int by) {
  const std::size_t other = page + static_cast<std::size_t>(by);
  if (other < m_pages.size()) {
    std::swap(m_pages[page], m_pages[other]);
    emit changed();
  }
}

void PageList::turn(std::size_t page) {
  constexpr int kAround = 4;
  m_pages.at(page).turns = (m_pages.at(page).turns + 1) % kAround;
  emit changed();
}

QString PageList::pdfName() const {
  return QFileInfo(m_pages.front().name).completeBaseName() + QStringLiteral(".pdf");
}

qint64 PageList::bytes() const {
  qint64 sum = 0;
  for (const ScannedPage& page : m_pages) {
    sum += page.jpeg.size();
  }
  return sum;
}

}  // namespace madoguchi::app
