#include "app/rooms/home/announcements.h"

#include <nlohmann/json.hpp>

#include "app/server/answers.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {

using protocol::stringMember;

std::vector<Announcement> readAnnouncements(const HttpAnswer& answer) {
  if (answer.failure != FailureCode::none || answer.status != 200) {
    return {};
  }
  const auto json = jsonObjectOf(answer);
  const auto list = json ? json->value("announcements", nlohmann::json()) : nlohmann::json();
  if (!list.is_array()) {
    return {};
  }
  std::vector<Announcement> read;
  for (const nlohmann::json& entry : list) {
    const Announcement one{
        QDate::fromString(QString::fromStdString(stringMember(entry, "date")), Qt::ISODate),
        QString::fromStdString(stringMember(entry, "text")).trimmed()};
    if (one.date.isValid() && !one.text.isEmpty()) {
      read.push_back(one);
    }
  }
  return read;
}

}  // namespace madoguchi::app
