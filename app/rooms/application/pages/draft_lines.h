#pragma once

class QWidget;

namespace madoguchi::app {

class ApplicationFlow;
class RubyLabel;

/// Of whom the application is and whose account this is: they can be two people.
RubyLabel* makePeopleLine(ApplicationFlow& flow, QWidget* parent);
/// Quietly, whether what was typed is kept: "Saved at 2:32 pm".
RubyLabel* makeKeptLine(ApplicationFlow& flow, QWidget* parent);

}  // namespace madoguchi::app
