#pragma once

#include <QString>
#include <QWidget>

namespace madoguchi::app {

class RubyLabel;

/// A drawing from the resources, as high as so many lines of text, in the colours of the palette:
/// the words currentColor in the file become the colour that is set, and {{primary}} and the like
/// those of the page.
class SvgPicture : public QWidget {
  Q_OBJECT
 public:
  SvgPicture(const QString& file, double heightInEm, QWidget* parent = nullptr);
  void setPicture(const QString& file, const QColor& colour = {});
  /// Puts the drawing at the height of the first line of a label of the same parent.
  void standBeside(const RubyLabel& label) { m_beside = &label; }
  [[nodiscard]] QSize sizeHint() const override;
  /// Large drawings give way in narrow windows.
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QSize drawnSize() const;

  QString m_file;
  QColor m_colour;
  double m_heightInEm;
  QSizeF m_proportions;
  const RubyLabel* m_beside = nullptr;
};

}  // namespace madoguchi::app
