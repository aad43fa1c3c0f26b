#pragma once

#include <chrono>

#include "backend/mail/mail_template.h"

namespace madoguchi::backend {

/// A day as mails name it: year, month and day.
MailValues dayValues(std::chrono::year_month_day day);

}  // namespace madoguchi::backend
