#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class MessagePanel;
class Outlets;
class PageList;
struct ScannedPage;

/// Pictures of pages that become one PDF file: their order, which way is up, what is hard to read,
/// and how large it will be. Lies over the form.
class ScanPage : public PageWidget {
  Q_OBJECT
 public:
  /// `list` and `outlets` outlive it. So many bytes may be sent.
  ScanPage(PageList& list, Outlets& outlets, std::uint64_t most, QWidget* parent = nullptr);

 signals:
  /// Before closed().
  void made(const QByteArray& pdf);

 private:
  void addEnd();
  void showState();
  void sayFault();
  void showPages();
  QWidget* makeRow(std::size_t index, const ScannedPage& page);
  void addWays(QWidget& row, std::size_t index);
  void moveTo(std::size_t index, int by);
  void use();

  PageList& m_list;
  Outlets& m_outlets;
  std::uint64_t m_most;
  MessagePanel* m_fault;
  QWidget* m_rows = nullptr;
  RubyLabel* m_size;
  RubyButton* m_add;
  RubyButton* m_use;
};

}  // namespace madoguchi::app
