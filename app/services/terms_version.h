#pragma once

#include <string>

namespace madoguchi::app {

/// The version of the terms of use that this program shows; the backend must accept it.
std::string termsVersion();

}  // namespace madoguchi::app
