#include "app/widgets/madoguchi_style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusFrame>
#include <QFontInfo>
#include <QListWidget>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <algorithm>
#include <cmath>

#include "app/widgets/look.h"

namespace madoguchi::app {

namespace {

/// Between the frame of a field and its text.
constexpr qreal kFieldPadding = 10;
constexpr qreal kArrow = 28;  ///< the end of a combo box

/// The design system's lengths are pixels of a 16-pixel body font; here they follow the font.
qreal scaled(const QWidget* widget, qreal pixels) {
  const QFont font = widget != nullptr ? widget->font() : QApplication::font();
  return std::max(1.0, pixels * QFontInfo(font).pixelSize() / 16.0);
}

int rounded(const QWidget* widget, qreal pixels) {
  return static_cast<int>(std::lround(scaled(widget, pixels)));
}

void drawFrame(QPainter& painter, const QRectF& rect, const QColor& border, const QColor& fill,
               qreal width, qreal radius) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(border, width));
  painter.setBrush(fill);
  const qreal half = width / 2;
  painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
}

void drawFieldFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
  const Colours colours = coloursOf(option.palette);
  const bool wrong = widget != nullptr && widget->property("wrong").toBool();
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  const QColor fill = option.palette.color(enabled ? QPalette::Base : QPalette::Window);
  drawFrame(painter, option.rect, wrong ? colours.error : colours.border, fill,
            scaled(widget, wrong ? 2 : 1), scaled(widget, 6));
}

/// Several lines of text, or a list on a page: not that of a combo box, which has a window.
bool isFramedField(const QWidget* widget) {
  return qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
         qobject_cast<const QListWidget*>(widget) != nullptr;
}

void drawCheckBox(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
  const Colours colours = coloursOf(option.palette);
  const bool on = option.state.testFlag(QStyle::State_On);
  const QRectF rect = option.rect;
  drawFrame(painter, rect, on ? colours.primary : colours.border,
            on ? colours.primary : option.palette.color(QPalette::Base), scaled(widget, 2),
            scaled(widget, 3));
  if (!on) return;
  painter.setPen(
      QPen(colours.onPrimary, scaled(widget, 2.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  QPainterPath tick(QPointF(rect.left() + rect.width() * 0.24, rect.top() + rect.height() * 0.52));
  tick.lineTo(rect.left() + rect.width() * 0.43, rect.top() + rect.height() * 0.70);
  tick.lineTo(rect.left() + rect.width() * 0.77, rect.top() + rect.height() * 0.31);
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(tick);
}

void drawRadio(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
  const Colours colours = coloursOf(option.palette);
  const bool on = option.state.testFlag(QStyle::State_On);
  const qreal line = scaled(widget, 2);
  const QRectF rect = QRectF(option.rect).adjusted(line / 2, line / 2, -line / 2, -line / 2);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(on ? colours.primary : colours.border, line));
  painter.setBrush(option.palette.color(QPalette::Base));
  painter.drawEllipse(rect);
  if (!on) return;
  const qreal inset = rect.width() * 0.24;
  painter.setPen(Qt::NoPen);
  painter.setBrush(colours.primary);
  painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset));
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle,
                   const QWidget* widget) {
  const Colours colours = coloursOf(option.palette);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.fillRect(option.rect, colours.surface);
  const bool held = option.state.testFlag(QStyle::State_Sunken) &&
                    option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
  painter.setBrush(held ? colours.primary : colours.border);
  const qreal inset = scaled(widget, 4);
  const QRectF thumb = handle.adjusted(inset, inset, -inset, -inset);
  const qreal radius = std::min(thumb.width(), thumb.height()) / 2;
  painter.drawRoundedRect(thumb, radius, radius);
}

void drawProgress(QPainter& painter, const QStyleOptionProgressBar& option, const QWidget* widget) {
  const Colours colours = coloursOf(option.palette);
  drawFrame(painter, option.rect, colours.border, option.palette.color(QPalette::Base),
            scaled(widget, 1), option.rect.height() / 2.0);
  const int all = std::max(1, option.maximum - option.minimum);
  const qreal share =
      std::clamp(option.progress - option.minimum, 0, all) / static_cast<qreal>(all);
  if (share <= 0) return;
  QRectF done = option.rect;
  done.setWidth(std::max(done.height(), done.width() * share));
  painter.setPen(Qt::NoPen);
  painter.setBrush(colours.primary);
  painter.drawRoundedRect(done, done.height() / 2, done.height() / 2);
}

void drawFocusRing(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
  const Colours colours = coloursOf(option.palette);
  const qreal outer = scaled(widget, 4);
  const qreal inner = scaled(widget, 2);
  const QRectF rect = option.rect;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colours.focusOuter, outer));
  const qreal middle = outer / 2;
  painter.drawRoundedRect(rect.adjusted(middle, middle, -middle, -middle), outer * 2, outer * 2);
  const qreal within = outer + inner / 2;
  painter.setPen(QPen(colours.focusInner, inner));
  painter.drawRoundedRect(rect.adjusted(within, within, -within, -within), outer * 1.5,
                          outer * 1.5);
}

}  // namespace

MadoguchiStyle::MadoguchiStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int MadoguchiStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                                const QWidget* widget) const {
  switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return rounded(widget, 22);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
      return rounded(widget, 6);
    case PM_LineEditIconSize:
      return rounded(widget, 16);
    case PM_ScrollBarExtent:
      return rounded(widget, 14);
    case PM_TextCursorWidth:
      return rounded(widget, 2);
    case PM_DefaultFrameWidth:
      // What scrolls within a frame stands within its round corners.
      if (isFramedField(widget)) return rounded(widget, 5);
      return rounded(widget, 1);
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int MadoguchiStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returnData) const {
  if (hint == SH_FocusFrame_AboveWidget) return 1;
  // Mnemonics are shown always: nobody should have to know that Alt makes them visible.
  if (hint == SH_UnderlineShortcut) return 1;
  // A list below the field with a scroll bar, not one over it as high as the screen.
  if (hint == SH_ComboBox_Popup) return 0;
  return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void MadoguchiStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                   QPainter* painter, const QWidget* widget) const {
  painter->save();
  switch (element) {
    case PE_PanelLineEdit:
      // The line edit within a combo box stands in the combo box's own frame.
      if (widget == nullptr || qobject_cast<const QWidget*>(widget->parent()) == nullptr ||
          !widget->parent()->inherits("QComboBox")) {
        drawFieldFrame(*painter, *option, widget);
      }
      break;
    case PE_IndicatorCheckBox:
      drawCheckBox(*painter, *option, widget);
      break;
    case PE_IndicatorRadioButton:
      drawRadio(*painter, *option, widget);
      break;
    case PE_Frame:
      if (isFramedField(widget)) {
        drawFieldFrame(*painter, *option, widget);
      } else if (qobject_cast<const QAbstractItemView*>(widget) == nullptr) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
      } else {
        painter->setPen(QPen(coloursOf(option->palette).border, scaled(widget, 1)));
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
      }
      break;
    case PE_FrameFocusRect:
      break;  // the focus frame is drawn by CE_FocusFrame
    default:
      QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
  painter->restore();
}

void MadoguchiStyle::drawControl(ControlElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const {
  if (element == CE_FocusFrame) {
    painter->save();
    drawFocusRing(*painter, *option, widget);
    painter->restore();
    return;
  }
  const auto* progress = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
  if (element == CE_ProgressBar && progress != nullptr) {
    painter->save();
    drawProgress(*painter, *progress, widget);
    painter->restore();
    return;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void MadoguchiStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                        QPainter* painter, const QWidget* widget) const {
  const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
  if (control == CC_ScrollBar && slider != nullptr) {
    painter->save();
    drawScrollBar(*painter, *slider, subControlRect(control, option, SC_ScrollBarSlider, widget),
                  widget);
    painter->restore();
    return;
  }
  if (control != CC_ComboBox) {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    return;
  }
  painter->save();
  drawFieldFrame(*painter, *option, widget);
  const QRectF arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
  const qreal size = scaled(widget, 5);
  painter->setPen(
      QPen(option->palette.color(QPalette::Text), scaled(widget, 2), Qt::SolidLine, Qt::RoundCap));
  const QPointF middle = arrow.center();
  painter->drawLine(middle + QPointF(-size, -size / 2), middle + QPointF(0, size / 2));
  painter->drawLine(middle + QPointF(0, size / 2), middle + QPointF(size, -size / 2));
  painter->restore();
}

QRect MadoguchiStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                     SubControl part, const QWidget* widget) const {
  if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
    const int side = rounded(widget, kFieldPadding) + 1;  // where a line edit's text begins
    return option->rect.adjusted(side, 0, -rounded(widget, kArrow), 0);
  }
  if (control == CC_ComboBox && part == SC_ComboBoxArrow) {
    const QRect& box = option->rect;
    return box.adjusted(box.width() - rounded(widget, kArrow), 0, 0, 0);
  }
  const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
  if (control != CC_ScrollBar || slider == nullptr)
    return QProxyStyle::subControlRect(control, option, part, widget);
  // No arrows at the ends: the groove is the whole bar.
  const bool upright = slider->orientation == Qt::Vertical;
  const QRect& bar = slider->rect;
  const int length = upright ? bar.height() : bar.width();
  const int range = slider->maximum - slider->minimum;
  const int whole = range + slider->pageStep;
  const int shortest = std::min(length, rounded(widget, 40));
  const int handle =
      whole > 0
          ? std::clamp(static_cast<int>(1LL * length * slider->pageStep / whole), shortest, length)
          : length;
  const int start =
      sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                              length - handle, slider->upsideDown);
  const auto along = [&](int from, int size) {
    return upright ? QRect(bar.x(), bar.y() + from, bar.width(), size)
                   : QRect(bar.x() + from, bar.y(), size, bar.height());
  };
  switch (part) {
    case SC_ScrollBarGroove:
      return bar;
    case SC_ScrollBarSlider:
      return along(start, handle);
    case SC_ScrollBarSubPage:
      return along(0, start);
    case SC_ScrollBarAddPage:
      return along(start + handle, length - start - handle);
    default:
      return {};
  }
}

QRect MadoguchiStyle::subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const {
  QRect rect = QProxyStyle::subElementRect(element, option, widget);
  if (element == SE_LineEditContents) {
    const int side = rounded(widget, kFieldPadding);
    rect.adjust(side, 0, -side, 0);
  }
  return rect;
}

QSize MadoguchiStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                       const QSize& size, const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  // Fields are as high as buttons: 48 px of a 16 px font is the design system's target size.
  if (type == CT_LineEdit || type == CT_ComboBox)
    result.setHeight(std::max(result.height(), rounded(widget, 44)));
  if (type == CT_ComboBox) result.rwidth() += rounded(widget, 2 * kFieldPadding);
  if (type == CT_ItemViewItem) result.setHeight(std::max(result.height(), rounded(widget, 36)));
  return result;
}

}  // namespace madoguchi::app
