#include "app/rooms/home/announcements.h"

#include <nlohmann/json.hpp>

#include "app/server/answers.h"
#include "protocol/announcement.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {

using protocol::stringMember;

OperatorSays readAnnouncements(const HttpAnswer& answer) {
  if (answer.failure != FailureCode::none || answer.status != 200) {
    return {};
  }
  const auto json = jsonObjectOf(answer);
  if (!json) {
    return {};
  }
  OperatorSays says;
  if (const std::string desk = stringMember(*json, "helpDesk"); protocol::isForEverybody(desk)) {
    says.helpDesk = QString::fromStdString(desk);
  }
  std::vector<std::string>& facts = says.procedureFacts.emplace();
  for (const nlohmann::json& file : json->value("procedureFacts", nlohmann::json::array())) {
    facts.push_back(file.dump());
  }
  says.leastClient = protocol::readVersion(stringMember(*json, "leastClient"));
  const auto list = json->value("announcements", nlohmann::json());
  std::vector<Announcement>& read = says.announcements;
  if (!list.is_array()) {
    return says;
  }
  for (const nlohmann::json& entry : list) {
    const std::string date = stringMember(entry, "date");
    const std::string text = stringMember(entry, "text");
    if (protocol::isAnnouncement(date, text) && read.size() < protocol::kMostAnnouncements) {
      read.push_back({QDate::fromString(QString::fromStdString(date), Qt::ISODate),
                      QString::fromStdString(text).trimmed()});
    }
  }
  return says;
}

}  // namespace madoguchi::app
