#include "app/rooms/application/draft_files.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/form/form_model.h"

namespace madoguchi::app {

void DraftFiles::take(const std::vector<StoredFile>& files) {
  m_named.clear();
  std::ranges::copy_if(files, std::back_inserter(m_named),
                       [this](const StoredFile& file) { return m_form.namesFile(file.digest); });
}

void DraftFiles::tidy(const QString& draft) {
  const auto found = std::ranges::find_if(
      m_named, [this](const StoredFile& file) { return !m_form.namesFile(file.digest); });
  if (isRemoving() || found == m_named.end()) {
    return;
  }
  m_removing = found->id;
  m_asking = removeFile(m_server, draftPath(draft), m_removing, [this, draft](FailureCode failure) {
    const QString removed = std::exchange(m_removing, {});
    if (failure == FailureCode::none) {
      std::erase_if(m_named, [&](const StoredFile& file) { return file.id == removed; });
      tidy(draft);
    }
  });
}

void DraftFiles::rest() {
  m_asking.drop();
  m_removing.clear();
}

}  // namespace madoguchi::app
