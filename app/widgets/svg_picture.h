#pragma once

#include <QString>
#include <QWidget>

namespace madoguchi::app {

/// A drawing from the resources, as high as so many lines of text, in the colours of the palette:
/// the words currentColor in the file become the colour that is set, and {{primary}} and the like
/// those of the page.
class SvgPicture : public QWidget {
  Q_OBJECT
 public:
  SvgPicture(const QString& file, double heightInEm, QWidget* parent = nullptr);
  void setPicture(const QString& file, const QColor& colour = {});
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_file;
  QColor m_colour;
  double m_heightInEm;
  QSizeF m_proportions;
};

}  // namespace madoguchi::app
