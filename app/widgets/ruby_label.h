#pragma once

#include <QLabel>
#include <memory>

#include "app/widgets/ruby_layouts.h"

namespace madoguchi::app {

/// A label whose text may carry ruby. It wraps, can be selected and copied (the base text), and is
/// heard once by a screen reader (the base text): it is a QLabel holding that text, and only draws
/// it in its own way. Links are controls of their own (RubyButton), easier to hit, to reach and to
/// hear.
class RubyLabel : public QLabel {
  Q_OBJECT
 public:
  enum class Role { body, small, heading, section, strong, large };
  explicit RubyLabel(Role role = Role::body, QWidget* parent = nullptr);

  void setMarkup(const QString& markup);
  /// Text that people, cards or readers gave.
  void setPlain(const QString& text);
  /// Both together.
  void setRubyText(const RubyText& text);
  /// What the label is drawn in; invalid for the palette's text colour.
  void setColour(const QColor& colour);
  [[nodiscard]] Role role() const { return m_role; }
  /// Where the middle of the first line's characters is, readings not counted: what stands beside
  /// the label is aligned with it.
  [[nodiscard]] int firstLineMiddle() const;
  /// Where it is if that line has readings.
  [[nodiscard]] int lowestFirstLineMiddle() const;
  /// Whether its text takes more than one line of this width.
  [[nodiscard]] bool wrapsIn(int width) const;
  [[nodiscard]] QString selectedBaseText() const;
  void copySelection() const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  [[nodiscard]] std::shared_ptr<const RubyLayout> layoutFor(int width) const;

  Role m_role;
  RubyText m_text;
  QColor m_colour;
  RubyLayout::Selection m_selection;
  int m_anchor = 0;
  mutable RubyLayouts m_layouts;
};

}  // namespace madoguchi::app
