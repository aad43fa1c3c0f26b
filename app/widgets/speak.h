#pragma once

#include <functional>

class QWidget;

namespace madoguchi::app {

/// Runs `say` now and whenever the language changes, for as long as the widget lives. Every text
/// that a widget shows is given to it in such a function, so that a switch of language leaves
/// nothing out and nothing that was typed is lost.
void speak(QWidget& widget, std::function<void()> say);

}  // namespace madoguchi::app
