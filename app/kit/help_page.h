#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class Outlets;

/// What a person who needs help tells those who help.
struct HelpSources {
  QString service;             ///< its origin
  Outlets* outlets = nullptr;  ///< that the guide may go through
};

/// Whom to ask, what the user guide says of the place where the person is, and what program this
/// is. It lies over whatever the person is doing.
class HelpPage : public PageWidget {
  Q_OBJECT
 public:
  /// `place` is Place::page.
  HelpPage(const HelpSources& sources, const QString& place, QWidget* parent = nullptr);

 private:
  void sayDesk();

  RubyLabel* m_desk;
  RubyLabel* m_say;
};

}  // namespace madoguchi::app
