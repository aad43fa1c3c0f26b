#pragma once

#include <functional>

class QWidget;

namespace madoguchi::app {

/// Runs `say` now and whenever the language changes, for as long as the widget lives. Every text
/// that a widget shows is given to it in such a function, so that a switch of language leaves
/// nothing out and nothing that was typed is lost.
void speak(QWidget& widget, std::function<void()> say);

/// Runs `fit` now and whenever the widget's font becomes another: lengths that are counted in font
/// sizes (look.h) are set in such a function, since the size of the text changes with the language.
void fitToFont(QWidget& widget, std::function<void()> fit);
/// Gives the widget the program's font, so many times as large (scaledFont), whatever it becomes.
void keepFont(QWidget& widget, double times, bool bold);
/// Never wider than so many font sizes.
void limitWidth(QWidget& widget, double fontSizes);

}  // namespace madoguchi::app
