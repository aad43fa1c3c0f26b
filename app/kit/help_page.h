#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// What a person who needs help tells those who help.
struct HelpSources {
  QString service;   ///< its origin
  QString helpDesk;  ///< how to reach it, in the operator's words; empty where nobody named one
};

/// Whom to ask, and what program this is. It lies over whatever the person is doing.
class HelpPage : public PageWidget {
  Q_OBJECT
 public:
  explicit HelpPage(const HelpSources& sources, QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
