#include "backend/filing/day_values.h"

namespace madoguchi::backend {

MailValues dayValues(std::chrono::year_month_day day) {
  return {{"year", std::to_string(static_cast<int>(day.year()))},
          {"month", std::to_string(static_cast<unsigned>(day.month()))},
          {"day", std::to_string(static_cast<unsigned>(day.day()))}};
}

}  // namespace madoguchi::backend
