// first-window PROGRAM [ARGUMENT...]: starts a program, waits until it maps its first window on the
// X display and has been drawn for a second, ends it, and prints one line of JSON: milliseconds
// from exec to the window, and peak resident memory in KiB as the kernel accounts it.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/xcb.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

namespace {

struct FreeEvent {
  void operator()(xcb_generic_event_t* event) const { std::free(event); }
};

bool waitForMappedWindow(xcb_connection_t* connection) {
  while (
      const std::unique_ptr<xcb_generic_event_t, FreeEvent> event{xcb_wait_for_event(connection)}) {
    if ((event->response_type & 0x7FU) == XCB_MAP_NOTIFY) return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: first-window PROGRAM [ARGUMENT...]\n", stderr);
    return 2;
  }
  xcb_connection_t* connection = xcb_connect(nullptr, nullptr);
  if (xcb_connection_has_error(connection) != 0) {
    std::fputs("first-window: no X display\n", stderr);
    return 2;
  }
  const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
  const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
  xcb_change_window_attributes(connection, root, XCB_CW_EVENT_MASK, &events);
  xcb_flush(connection);

  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execv(argv[1], argv + 1);
    std::perror(argv[1]);
    _exit(127);
  }
  if (!waitForMappedWindow(connection)) return 1;
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  std::this_thread::sleep_for(std::chrono::seconds(1));
  kill(child, SIGTERM);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  std::printf("{\"firstWindowMs\": %.1f, \"peakKiB\": %ld}\n", elapsed.count(), usage.ru_maxrss);
  xcb_disconnect(connection);
  return 0;
}
