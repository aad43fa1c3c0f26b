#pragma once

#include "backend/core/encoding.h"
#include "backend/mail/mail_template.h"

namespace madoguchi::backend {

/// The day in Japan as mails name it: year, month and day.
MailValues dayValues(Seconds time);
MailValues dayValues(std::chrono::year_month_day day);

}  // namespace madoguchi::backend
