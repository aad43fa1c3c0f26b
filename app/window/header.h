#pragma once

#include <QWidget>
#include <vector>

#include "app/core/journey.h"
#include "app/core/text_size.h"

namespace madoguchi::app {

class FlowLayout;
class Language;
class RubyButton;
class RubyLabel;
class Segments;
class Session;
class StepIndicator;

/// "A+, larger", for who does not see it.
QString textSizeInWords(TextSize size);

/// The top of the window: size of the text and the languages, always; the way back, the way out and
/// the steps, where there are any; who is logged in, while somebody is.
class Header : public QWidget {
  Q_OBJECT
 public:
  Header(Language& language, Session& session, QWidget* parent = nullptr);
  void setPlace(const Place& place);
  /// Takes little of a window that is low for its text: everything stays within reach.
  void setCompact(bool compact);
  /// Shows which one there is.
  void setTextSize(TextSize size);

 signals:
  void textSizeWanted(madoguchi::app::TextSize size);
  void backWanted();
  void leaveWanted();
  void logOutWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeSwitches(Language& language);
  Segments* makeTextSizes(QWidget* parent);
  void addAccount();
  void sayAccount();
  void arrange();
  void sayNumber();

  Session& m_session;
  QWidget* m_account;
  RubyLabel* m_user;
  RubyButton* m_back;
  RubyButton* m_leave;
  QWidget* m_name;
  RubyLabel* m_number;  ///< of the step, in a compact header
  Segments* m_textSizes;
  StepIndicator* m_steps;
  FlowLayout* m_row;
  Place m_place;
  bool m_compact = false;
};

}  // namespace madoguchi::app
