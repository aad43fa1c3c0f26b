#include <gtest/gtest.h>

#include <QApplication>

#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  // Without a screen, unless the person who runs the tests wants to see them.
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  madoguchi::app::applyLook(application);
  madoguchi::app::installAccessibility();
  return RUN_ALL_TESTS();
}
