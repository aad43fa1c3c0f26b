#pragma once

#include <QDate>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "protocol/client_version.h"

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
  /// Its own rows of facts of procedures (forms/procedures), as JSON texts; nothing where no answer
  /// came.
  std::optional<std::vector<std::string>> procedureFacts = {};
  /// The least version of the program that the service accepts, where it says one.
  std::optional<protocol::Version> leastClient = {};
};

/// Nothing where nothing usable came back: nobody needs announcements to register.
OperatorSays readAnnouncements(const HttpAnswer& answer);

}  // namespace madoguchi::app
