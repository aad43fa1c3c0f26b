#include "app/rooms/application/file_room.h"

#include <algorithm>
#include <limits>

#include "app/form/form_model.h"
#include "forms/engine/attachment.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::app {

std::uint64_t roomForFile(const FormModel& form, const forms::FieldPath& path,
                          std::chrono::year_month_day day) {
  const forms::FileLimitRow* limits = forms::fileLimits(forms::procedureFacts(), day);
  if (limits == nullptr) {
    return std::numeric_limits<std::uint64_t>::max();
  }
  // Photos are the pictures.
  const auto counts = [&](const std::string& mediaType) {
    return limits->countsPhoto ||
           std::ranges::find(limits->mediaTypes, mediaType) != limits->mediaTypes.end();
  };
  if (!counts(forms::findField(form.definition(), path)->mediaTypes.front())) {
    return std::numeric_limits<std::uint64_t>::max();
  }
  std::uint64_t taken = 0;
  for (const forms::FieldPath& other : form.fields()) {
    const auto file =
        forms::findField(form.definition(), other)->type == forms::FieldType::attachment
            ? forms::attachmentFrom(form.value(other).toStdString())
            : std::nullopt;
    if (file && other != path && counts(file->mediaType)) {
      taken += file->bytes;
    }
  }
  return std::min(limits->bytesEach,
                  limits->bytesTogether - std::min(taken, limits->bytesTogether));
}

}  // namespace madoguchi::app
