#pragma once

#include <chrono>
#include <cstdint>

#include "forms/engine/field_path.h"

namespace madoguchi::app {

class FormModel;

/// How many bytes the file of a field may have on a day, by the limits of that day: of one file,
/// and of all of them together. What is in the field goes when another one comes.
std::uint64_t roomForFile(const FormModel& form, const forms::FieldPath& path,
                          std::chrono::year_month_day day);

}  // namespace madoguchi::app
