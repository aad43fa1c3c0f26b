#include "app/widgets/flow_layout.h"

#include <algorithm>

#include "app/widgets/ruby_label.h"

namespace madoguchi::app {

namespace {

struct Placed {
  QLayoutItem* item;
  QRect rect;
  int middle;  ///< of the text, from the item's top
};

}  // namespace

FlowLayout::FlowLayout(int space, QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(space);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) { m_items.emplace_back(item); }

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
  m_items.erase(m_items.begin() + index);
  return item;
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const {
  QSize size(0, 0);
  for (const auto& item : m_items) {
    if (item->isEmpty()) continue;
    const QSize hint = item->sizeHint();
    size.rwidth() += hint.width() + (size.width() > 0 ? spacing() : 0);
    size.setHeight(std::max(size.height(), hint.height()));
  }
  const QMargins m = contentsMargins();
  return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

QSize FlowLayout::minimumSize() const {
  QSize size(0, 0);
  for (const auto& item : m_items) {
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  }
  const QMargins m = contentsMargins();
  return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
  const QRect area = rect.marginsRemoved(contentsMargins());
  std::vector<Placed> row;
  int x = area.left();
  int y = area.top();
  bool isRowFull = false;
  const auto endRow = [&] {
    int above = 0;
    int below = 0;
    for (const Placed& placed : row) {
      above = std::max(above, placed.middle);
      below = std::max(below, placed.rect.height() - placed.middle);
    }
    if (m_lastAtRight && row.size() > 1 && row.back().item == m_items.back().get())
      row.back().rect.moveRight(area.right());
    for (Placed& placed : row) {
      placed.rect.moveTop(y + above - placed.middle);
      if (place) placed.item->setGeometry(placed.rect);
    }
    row.clear();
    return above + below;
  };
  for (const auto& item : m_items) {
    if (item->isEmpty()) continue;
    const int width =
        std::min(item->sizeHint().width(), std::max(area.width(), item->minimumSize().width()));
    const int height =
        item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
    if (!row.empty() && (isRowFull || x + width > area.right() + 1)) {
      y += endRow() + m_rowSpace.value_or(spacing());
      x = area.left();
    }
    const auto* label = qobject_cast<const RubyLabel*>(item->widget());
    row.push_back({item.get(), QRect(x, y, width, height),
                   label != nullptr ? label->firstLineMiddle() : height / 2});
    isRowFull = label != nullptr && label->wrapsIn(width);
    x += width + spacing();
  }
  y += endRow();
  const QMargins m = contentsMargins();
  return y - area.top() + m.top() + m.bottom();
}

}  // namespace madoguchi::app
