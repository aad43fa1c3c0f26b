#pragma once

#include <QStringList>

class QWidget;

namespace madoguchi::test {

/// What is wrong with a window as it stands on the screen, in words; empty where nothing is: texts
/// and controls that are cut off, overlap or stand outside, scrolling to the side, controls that
/// Tab does not reach in the order in which they are seen, that have no name for assistive
/// technology or share a mnemonic. The window must be active; the focus is where it was afterwards.
QStringList complaintsAbout(QWidget& window);

}  // namespace madoguchi::test
