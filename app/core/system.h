#pragma once

namespace madoguchi::app {

/// Keeps what the process has in memory to itself: no core dump, no debugger of the same user, no
/// library that writes secrets down because the environment asks for it. Called first in main().
/// One source file per platform.
void hardenProcess();

}  // namespace madoguchi::app
