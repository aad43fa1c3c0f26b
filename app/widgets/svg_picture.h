#pragma once

#include <QString>
#include <QWidget>
#include <functional>

namespace madoguchi::app {

class RubyButton;
class RubyLabel;

/// A drawing from the resources, as high as so many lines of text, in the colours of the palette:
/// the words currentColor in the file become the colour that is set, and {{primary}} and the like
/// those of the page.
class SvgPicture : public QWidget {
  Q_OBJECT
 public:
  SvgPicture(const QString& file, double heightInEm, QWidget* parent = nullptr);
  void setPicture(const QString& file, const QColor& colour = {});
  /// Puts the drawing at the height of the first line of what is read beside it, of the same
  /// parent, and takes the room that it needs there where that line has readings.
  void standBeside(const RubyLabel& label);
  void standBeside(const RubyButton& link);
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
  const QWidget* m_beside = nullptr;
  /// From the top of what it stands beside, now and at most.
  std::function<int()> m_firstLineMiddle;
  std::function<int()> m_lowestMiddle;
};

}  // namespace madoguchi::app
