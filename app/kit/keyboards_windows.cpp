#include "app/kit/keyboards.h"

namespace madoguchi::app {

// Windows shows its touch keyboard by itself where there is no other.
bool hasKeyboard() { return true; }

}  // namespace madoguchi::app
