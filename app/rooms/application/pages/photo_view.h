#pragma once

#include <QWidget>

#include "app/rooms/application/documents/photo.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::app {

class PhotoWork;

/// What the photo will show, with lines where the top of the head and the chin belong. The picture
/// under it is moved, made larger and turned by mouse and keys alike: dragging and arrows, the
/// wheel and plus or minus, the wheel with Shift and page up or down.
class PhotoView : public QWidget {
  Q_OBJECT
 public:
  /// `work` outlives it.
  PhotoView(PhotoWork& work, const forms::PhotoRow& rules, QWidget* parent = nullptr);

  void zoom(double steps);
  void turn(double degrees);
  void move(QPointF by);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void paintGuides(QPainter& painter) const;

  PhotoWork& m_work;
  const forms::PhotoRow& m_rules;
  QPoint m_dragged;
};

}  // namespace madoguchi::app
