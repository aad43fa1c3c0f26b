#include "backend/trust/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace madoguchi::backend {
namespace {

constexpr std::uint32_t kChanges = IN_CREATE | IN_DELETE | IN_MOVE | IN_MODIFY | IN_CLOSE_WRITE |
                                   IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

FolderWatch::FolderWatch(std::vector<std::filesystem::path> folders)
    : m_folders(std::move(folders)) {}

FolderWatch::~FolderWatch() { end(); }

bool FolderWatch::mayHaveChanged() {
  const auto now = std::chrono::steady_clock::now();
  if (m_events >= 0 && !wasTold() && now < m_lookAgain) {
    return false;
  }
  // Anew, and before anybody looks: a folder may have been replaced by another of its name.
  end();
  begin();
  m_lookAgain = now + std::chrono::minutes(1);
  return true;
}

bool FolderWatch::wasTold() const {
  std::array<char, 4096> events{};  // what stands in them does not matter
  return read(m_events, events.data(), events.size()) >= 0 || errno != EAGAIN;
}

void FolderWatch::begin() {
  m_events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  for (const std::filesystem::path& folder : m_folders) {
    if (m_events >= 0 && inotify_add_watch(m_events, folder.c_str(), kChanges | IN_ONLYDIR) < 0) {
      end();
    }
  }
}

void FolderWatch::end() {
  if (m_events >= 0) {
    close(m_events);
    m_events = -1;
  }
}

}  // namespace madoguchi::backend
