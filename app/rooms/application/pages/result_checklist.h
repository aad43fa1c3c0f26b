#pragma once

#include <QString>
#include <QStringList>

#include "app/core/outlets.h"
#include "app/rooms/application/applications_api.h"

namespace madoguchi::app {

/// What somebody sends or brings to receive what was granted, in the language of the moment.
/// Markup.
struct ResultWords {
  QStringList papers = {};
  QStringList fees = {};  ///< "Extension: 5,500 yen (…)"; what was filed together has its own
  QString address = {};   ///< where the papers go, as markup; empty where they are brought
  QStringList afterwards = {};  ///< what is to be done once the new card is there
};
ResultWords resultWords(const Application& application);

/// The same to be ticked off.
Document resultChecklist(const Application& application);

}  // namespace madoguchi::app
