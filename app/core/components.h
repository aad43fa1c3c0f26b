#pragma once

#include <QString>
#include <vector>

namespace madoguchi::app {

/// Something of others that is in this program, or that it is linked with.
struct Component {
  QString name;
  QString licence;    ///< its name in full
  QString copyright;  ///< who has it
  QString source;     ///< where its source, or where it came from, is
};

/// What this program is made of (resources/components).
struct Components {
  QString source;   ///< of the program itself
  QString licence;  ///< its own, in full
  std::vector<Component> others;
};

const Components& components();

}  // namespace madoguchi::app
