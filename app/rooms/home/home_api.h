#pragma once

#include <QString>
#include <functional>

#include "app/core/pending.h"
#include "app/rooms/home/announcements.h"

namespace madoguchi::app {

class Server;

/// What the operator tells everybody. `language` is a tag of Language.
Pending askAnnouncements(Server& server, const QString& language,
                         std::function<void(const OperatorSays&)> answer);

}  // namespace madoguchi::app
