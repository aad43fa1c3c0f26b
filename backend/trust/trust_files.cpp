#include "backend/trust/trust_files.h"

#include <algorithm>
#include <utility>

namespace madoguchi::backend {

namespace fs = std::filesystem;

std::vector<FileState> filesIn(const fs::path& folder) {
  std::vector<FileState> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    // By name first: a file that is being replaced has a temporary neighbour that comes and goes.
    const fs::path extension = entry.path().extension();
    if ((extension == ".pem" || extension == ".crl") && entry.is_regular_file()) {
      if (auto file = stateOf(entry.path())) {  // an old list may be removed at this very moment
        files.push_back(std::move(*file));
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace madoguchi::backend
