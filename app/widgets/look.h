#pragma once

#include <QColor>
#include <QPalette>

class QApplication;
class QWidget;
class QFont;

namespace madoguchi::app {

/// The colours a page may use, from the Digital Agency Design System where the palette is light,
/// and from the palette itself where the person has a dark or high-contrast one.
struct Colours {
  QColor background;
  QColor surface;  ///< panels and rows that stand out a little
  QColor hover;    ///< of buttons without a fill
  QColor text;
  QColor faintText;
  QColor border;  ///< of fields: at least 3:1
  QColor rule;    ///< between rows: decoration only
  QColor primary;
  QColor onPrimary;
  QColor error;
  QColor errorSurface;
  QColor noticeSurface;
  QColor goodSurface;
  QColor good;
  QColor focusOuter;
  QColor focusInner;
};
Colours coloursOf(const QPalette& palette);
/// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor& a, const QColor& b);

/// Gives the program its style, font and palette. Called once before the first window is shown;
/// a second call does nothing. `textScale` enlarges everything, since all sizes follow the font.
void applyLook(QApplication& application, double textScale = 1.0);

/// The font size in pixels: the unit of every length in this program.
int em(const QWidget& widget, double times = 1.0);
/// The program's font, so many times as large.
QFont scaledFont(const QWidget& widget, double times, bool bold);

}  // namespace madoguchi::app
