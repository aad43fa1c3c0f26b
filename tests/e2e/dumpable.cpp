// Preloaded into the program by the memory test alone, so that the test can look at the memory of
// the very program that people run: the program's wish not to be dumped is answered with yes and
// not carried out.

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdarg>

extern "C" int prctl(int option, ...) {
  va_list list;
  va_start(list, option);
  unsigned long values[4];
  for (unsigned long& value : values) {
    value = va_arg(list, unsigned long);
  }
  va_end(list);
  if (option == PR_SET_DUMPABLE) {
    return 0;
  }
  return static_cast<int>(syscall(SYS_prctl, option, values[0], values[1], values[2], values[3]));
}
