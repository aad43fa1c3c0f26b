#pragma once

#include <QColor>
#include <QPalette>

class QApplication;
class QWidget;
class QFont;

namespace madoguchi::app {

/// The colours a page may use. Text has a contrast of 4.5:1 to whatever it stands on, the parts of
/// controls 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), whatever the palette. They are from the Digital
/// Agency Design System where the palette is light, and from the palette itself where the person
/// has a dark or high-contrast one.
struct Colours {
  QColor background;
  QColor surface;  ///< panels and rows that stand out a little
  QColor hover;    ///< of buttons without a fill
  QColor text;
  QColor faintText;
  QColor border;  ///< of fields: at least 3:1
  QColor rule;    ///< between rows: decoration only
  QColor primary;
  QColor onPrimary;     ///< black or white: text on the three of them
  QColor primaryHover;  ///< under the pointer
  QColor primaryDown;   ///< pressed
  QColor error;
  QColor errorSurface;
  QColor warning;
  QColor warningSurface;
  QColor noticeSurface;
  QColor goodSurface;
  QColor good;
  QColor focusOuter;
  QColor focusInner;
};
Colours coloursOf(const QPalette& palette);
/// The same palette, whose texts can be read: also in what Qt itself draws.
QPalette readable(QPalette palette);
/// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor& a, const QColor& b);

/// Gives the program its style, font and palette. Called once before the first window is shown;
/// a second call does nothing. `textScale` enlarges everything, since all sizes follow the font.
void applyLook(QApplication& application, double textScale = 1.0);

/// For texts that carry readings: everything is one step larger, and nothing is smaller than the
/// body text, so that readings, which are half the size, are as large as other programs' small
/// print.
void setFurigana(bool on);
bool carriesFurigana();
/// Everything is so many times as large as the program began with.
void setTextSize(double times);
/// What setTextSize() was last given: 1 before.
double shownTextSize();
/// Keeps a part of a window, and all in it, as large as without setTextSize(), or lets it go. The
/// sizes of texts may have changed since: then this is called again.
void keepUsualTextSize(QWidget& part, bool keep);
/// Of the body text, in pixels, with readings and without.
int bodySize(bool furigana);

/// The font size in pixels: the unit of every length in this program.
int em(const QWidget& widget, double times = 1.0);
/// How high what is clicked or touched has to be (WCAG 2.2, 2.5.5): 44 px of a 16 px font, and
/// where height is short 24 px of any (2.5.8), or, where a screen is touched, 44 px of the font
/// that the program began with.
int targetSize(bool compact = false);
/// The same of a part of a window that may keep its usual size.
int targetSizeIn(const QWidget& part);
/// All is touched, with fingers, at a distance: nothing becomes as small as a pointer allows.
void setTouched(bool touched);
/// The program's font, so many times as large; not below its size where there are readings.
QFont scaledFont(const QWidget& widget, double times, bool bold);

}  // namespace madoguchi::app
