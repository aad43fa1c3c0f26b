#include "app/card/surroundings.h"

namespace madoguchi::app {

Surroundings lookAround() { return lookAround(&ownEnvironment, "/"); }

}  // namespace madoguchi::app
