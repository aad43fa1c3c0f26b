#pragma once

#include <QLayout>
#include <memory>
#include <optional>
#include <vector>

namespace madoguchi::app {

/// Puts widgets side by side and goes on in the next row where they do not fit: rows of buttons
/// that survive narrow windows and large text. The middles of their texts are on one line, readings
/// or not. A text of several lines ends its row: what stood beside its first line would be read in
/// the middle of it.
class FlowLayout : public QLayout {
  Q_OBJECT
 public:
  explicit FlowLayout(int space, QWidget* parent = nullptr);
  ~FlowLayout() override;

  /// The last item stands at the right edge where there is room.
  void setLastAtRight(bool right) { m_lastAtRight = right; }
  /// Between rows; without it as much as between what stands in one.
  void setRowSpacing(int space) { m_rowSpace = space; }
  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int arrange(const QRect& rect, bool place) const;
  std::vector<std::unique_ptr<QLayoutItem>> m_items;
  bool m_lastAtRight = false;
  std::optional<int> m_rowSpace;
};

}  // namespace madoguchi::app
