#pragma once

#include <QDate>
#include <QString>
#include <vector>

namespace madoguchi::app {

struct HttpAnswer;

/// What the operator tells everybody on the top page.
struct Announcement {
  QDate date;
  QString text;  ///< markup, in the language that was asked for
  bool operator==(const Announcement&) const = default;
};

struct OperatorSays {
  std::vector<Announcement> announcements;
  QString helpDesk;  ///< how to reach it; empty where the service names none
};

/// Nothing where nothing usable came back: nobody needs announcements to register.
OperatorSays readAnnouncements(const HttpAnswer& answer);

}  // namespace madoguchi::app
