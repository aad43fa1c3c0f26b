#pragma once

#include <QWidget>
#include <vector>

#include "app/core/guide.h"
#include "app/core/outlets.h"

class QVBoxLayout;

namespace madoguchi::app {

class RubyButton;
class RubyLabel;

/// The user guide in the language of the moment, open at one chapter, with ways to the others and
/// to the printer.
class GuideView : public QWidget {
  Q_OBJECT
 public:
  /// `name` starts the object names, `place` is where the person is (Place::page).
  GuideView(const QString& name, const QString& place, Outlets* outlets, QWidget* parent = nullptr);

 private:
  /// Before what begins something else.
  void addSpace();
  void addChapters();
  void addPrinting(Outlets& outlets);
  void read();
  void showChapter();

  Guide m_guide;
  std::size_t m_chapter;
  QVBoxLayout* m_column;
  QWidget* m_body = nullptr;
  RubyLabel* m_title = nullptr;
  std::vector<RubyButton*> m_links;  ///< one for each chapter
};

/// The whole guide as it goes onto paper.
Document printedGuide(const Guide& guide);

}  // namespace madoguchi::app
