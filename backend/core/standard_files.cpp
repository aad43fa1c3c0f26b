#include "backend/core/standard_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace madoguchi::backend {

void occupyStandardFiles() noexcept {
  for (const int file : std::array{STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // The lowest number that is free, as those before are taken. For reading: a caller hears that
    // nothing was written.
    if (fcntl(file, F_GETFD) == -1 && open("/dev/null", O_RDONLY) != file) {
      _exit(1);
    }
  }
}

}  // namespace madoguchi::backend
