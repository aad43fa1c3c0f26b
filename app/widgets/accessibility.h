#pragma once

class QWidget;
class QString;

namespace madoguchi::app {

/// Makes Qt know the accessible interfaces of this folder's widgets. May be called often.
void installAccessibility();
/// Tells a screen reader that something important has appeared here.
void announce(QWidget& widget);
/// The same in these words.
void announce(QWidget& widget, const QString& words);
/// What stands in a widget belongs together, under its accessible name. Called before anybody asks.
void makeGroup(QWidget& widget);

}  // namespace madoguchi::app
