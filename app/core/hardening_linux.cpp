#include <sys/prctl.h>
#include <sys/resource.h>

#include "app/core/hardening.h"

namespace madoguchi::app {

void hardenProcess() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

}  // namespace madoguchi::app
